/** Tests of zones: what a Pulumi program or a test imports from `pulumi-bluedot/fences`. */
export type { PlainZone } from "../geometry/plain-zone";
export { fencesOf, type FenceAt, type Fences, type UncoveredPoint, type ZonePair } from "./fences";
export type { FencePoint } from "./point-like";
export type { ZoneLike } from "./zone-like";
export { expectFences, type FenceExpectations } from "./expect";
