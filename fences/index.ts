/** Tests of zones: what a Pulumi program or a test imports from `pulumi-bluedot/fences`. */
export type { PlainZone } from "../geometry/plain-zone";
export { fencesOf, type FenceAt, type Fences, type UncoveredPoint, type ZonePair } from "./fences";
export type { FencePoint } from "./point-like";
export type { ZoneLike } from "./zone-like";
export { expectFences, type FenceExpectations } from "./expect";
export type { WalkExpectations } from "./expect-walk";
export type { Fix } from "./track/fix";
export { readTrack, type ReadTrackOptions } from "./track/read";
export { timed, type Pace } from "./track/timed";
export type { Trigger, Walk, WalkEvent } from "./walk/event";
export type { ExpectedTrigger } from "./walk/expect";
export type { WalkOptions } from "./walk/options";
export { checkFences, type CheckFencesOptions } from "./check";
export type {
  AllowedPair,
  ApartRule,
  ClearRule,
  CoverRule,
  FenceRules,
  OverlapRule,
  PointRule,
  WalkRule,
} from "./rules/rules";
export type { Failure, Finding } from "./rules/verdict";
