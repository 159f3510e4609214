/** Reads points, in the forms that programs have them, into the arguments of a Zone. */
import * as pulumi from "@pulumi/pulumi";

import { pointOfText } from "../../geometry/point-text";
import { isObject } from "../json";
import { inspectValue } from "../program/usage-error";
import type { PointArgs } from "../point";

/**
 * A place on the earth, as an object, as `[latitude, longitude]`, or as the text that maps let you copy,
 * `"latitude, longitude"`, in round or square brackets or none. Latitude always comes first.
 *
 * @example
 * const places: PointLike[] = [{ latitude: -37.818, longitude: 144.9775 }, [-37.818, 144.9775], "-37.818, 144.9775"];
 */
export type PointLike = PointArgs | readonly [pulumi.Input<number>, pulumi.Input<number>] | string;

/** A point, or one that comes later, which is then the object that a Zone takes. */
export type PointInput = PointLike | pulumi.Input<PointArgs>;

/** @param fault makes the error of what cannot be read, from the words that say why */
export function readPoint(given: PointInput, fault: (why: string) => Error): pulumi.Input<PointArgs> {
  if (isPending(given)) return given;
  const point = typeof given === "string" ? pointOfText(given) : isPair(given) ? fromPair(given) : given;
  if (point === undefined || !isPoint(point))
    throw fault(
      `${inspectValue(given)} is no point, such as [-37.818, 144.9775] or "-37.818, 144.9775" (latitude first)`,
    );
  return point;
}

/** True for an Output or a Promise, whose value is not known yet. */
export function isPending<Value>(
  value: Value,
): value is Extract<Value, Promise<unknown> | pulumi.OutputInstance<unknown>> {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

type Pair = readonly pulumi.Input<number>[];

function isPair(given: PointArgs | Pair): given is Pair {
  return Array.isArray(given);
}

function fromPair(pair: Pair): PointArgs | undefined {
  const [latitude, longitude] = pair;
  if (pair.length !== 2 || latitude === undefined || longitude === undefined) return undefined;
  return { latitude, longitude };
}

function isPoint(value: unknown): boolean {
  return isObject(value) && isCoordinate(value["latitude"]) && isCoordinate(value["longitude"]);
}

function isCoordinate(value: unknown): boolean {
  return isPending(value) || (typeof value === "number" && Number.isFinite(value));
}
