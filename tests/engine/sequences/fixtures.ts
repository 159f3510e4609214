/** Two stacks in one account: what must be, and what is. */
import { expect } from "chai";
import type * as fc from "fast-check";

import { isObject, type JsonObject } from "../../../provider/json";
import type { Plugin, Service } from "../fast-plugin";

export const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
export const keys = ["cafe", "bar", "shop", "dock", "mall"] as const;
export type Key = (typeof keys)[number];

/** The first stack manages the project; the second only refers to it. */
export const stackNames = ["first", "second"] as const;
export type StackName = (typeof stackNames)[number];

/** The properties of a zone that sequences change. */
export interface Values {
  readonly minimumRetriggerTime: number;
  readonly radius: number;
}

const properties = ["minimumRetriggerTime", "radius"] as const;

export interface ModelOfStack {
  /** The values that the state records of each resource. */
  readonly recorded: Map<Key, Values>;
  /** The values that the API has of each resource. */
  readonly held: Map<Key, Values>;
  /** The properties whose update was lost. */
  readonly open: Map<Key, ReadonlySet<keyof Values>>;
}

/** The expected state of all stacks. */
export interface Model extends Readonly<Record<StackName, ModelOfStack>> {
  /** The zones that others have made, whole. */
  readonly foreign: unknown[];
}

export interface Recorded {
  readonly id: string;
  /** The inputs that the program declares. */
  readonly news: JsonObject;
  readonly outs: JsonObject;
}

export interface Stack {
  readonly state: Map<Key, Recorded>;
  /** The process of the provider. */
  plugin: Plugin;
}

/** The actual state of all stacks. */
export interface Real extends Readonly<Record<StackName, Stack>> {
  readonly service: Service;
  /** The end of the process: after the work of the next request of a method, before the answer comes. */
  crash: { readonly method: string; readonly fell: () => void } | undefined;
}

export type Command = fc.AsyncCommand<Model, Real>;

export function declared(key: Key, { minimumRetriggerTime, radius }: Values): JsonObject {
  return {
    projectId,
    name: key,
    minimumRetriggerTime,
    geofeatures: [{ type: "circle", name: "door", center: { latitude: -37.5, longitude: 144.5 }, radius }],
    triggerOnExit: false,
  };
}

/** A zone of somebody else, which differs from all that are declared. */
export function foreignZone(key: Key) {
  return {
    projectId,
    name: key,
    minimumRetriggerTime: 61,
    geofeatures: [
      { type: "circle" as const, name: "door", center: { latitude: 1, longitude: 2 }, radius: 77 },
    ],
  };
}

export function valuesIn({ minimumRetriggerTime, geofeatures }: Readonly<Record<string, unknown>>): Values {
  const door: unknown = Array.isArray(geofeatures) ? geofeatures[0] : undefined;
  return {
    minimumRetriggerTime: Number(minimumRetriggerTime),
    radius: isObject(door) ? Number(door["radius"]) : 0,
  };
}

/** The properties in which two versions differ. */
export function changedIn(one: Values, other: Values | undefined): (keyof Values)[] {
  return properties.filter((property) => one[property] !== other?.[property]);
}

export function isSame(values: Values, other: Values | undefined): boolean {
  return changedIn(values, other).length === 0;
}

export function shown({ minimumRetriggerTime, radius }: Values): string {
  return `(${minimumRetriggerTime}, ${radius})`;
}

export function recorded(real: Real, name: StackName, key: Key): Recorded {
  return real[name].state.get(key) ?? expect.fail(`${key} is not in the state of the ${name} stack`);
}

/** A resource has an object, and both are as declared; or it has none. */
export function settle(
  model: Model,
  real: Real,
  [name, key]: readonly [StackName, Key],
  now: { readonly values: Values; readonly recorded: Recorded } | undefined,
): void {
  const expected = model[name];
  expected.open.delete(key);
  if (now === undefined) {
    for (const each of [expected.recorded, expected.held, real[name].state]) each.delete(key);
    return;
  }
  expected.recorded.set(key, now.values);
  expected.held.set(key, now.values);
  real[name].state.set(key, now.recorded);
}

/** Each object of the API is that of exactly one resource, or somebody else's; and all are as they must be. */
export function agree(model: Model, real: Real): void {
  const zones = real.service.emulator.zones.list();
  const owners = new Map<string, string>();
  for (const name of stackNames) {
    const [expected, { state }] = [model[name], real[name]];
    expect([...state.keys()].sort(), name).to.deep.equal([...expected.recorded.keys()].sort());
    const ids = new Map([...state].map(([key, { id }]) => [id, key]));
    for (const [id, key] of ids) {
      expect(owners.get(id), `the other owner of ${key}`).to.equal(undefined);
      owners.set(id, key);
    }
    const ours = zones.filter(({ _id }) => ids.has(_id));
    const found = Object.fromEntries(ours.map((zone) => [ids.get(zone._id) ?? "", valuesIn(zone)]));
    expect(found, name).to.deep.equal(Object.fromEntries(expected.held));
    for (const [key, { outs }] of state)
      expect(valuesIn(outs), `${name} ${key}`).to.deep.equal(expected.recorded.get(key));
  }
  expect(owners.size).to.equal(real.first.state.size + real.second.state.size);
  expect(
    zones.filter(({ _id }) => !owners.has(_id)),
    "zones that no resource has",
  ).to.deep.equal(model.foreign);
}
