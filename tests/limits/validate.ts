/** The messages about an example, without an engine. */
import { destinationSet } from "../../provider/destination-set/definition";
import { present, type JsonObject } from "../../provider/json";
import { check, type Checked } from "../../provider/lifecycle/check";
import { subjectOf } from "../../provider/lifecycle/definition";
import { checkSet } from "../../provider/set/check";
import { setSubject, type SetDefinition } from "../../provider/set/definition";
import { zoneSet } from "../../provider/zone-set/definition";
import { definitions, type ResourceName, type SetName } from "../resources";
import type { Place } from "./places";
import type { Changes, Rejected, Row, Expected, Section } from "./row";

export const setDefinitions: Readonly<Record<SetName, SetDefinition>> = {
  ZoneSet: zoneSet,
  DestinationSet: destinationSet,
};

/** The object as an example has it. */
export function changed({ right }: Place, changes: Changes): JsonObject {
  return present({ ...right, ...changes });
}

/** The resource's arguments with the example in its place. */
export function argumentsWith(place: Place, changes: Changes): JsonObject {
  return place.whole(changed(place, changes));
}

/** Returns the places in which a row holds and that have room for the example. */
export function placesOf(section: Section, row: Row, changes: Changes = {}): readonly Place[] {
  return (row.at ?? section.places).filter((place) => place.fits?.(changed(place, changes)) ?? true);
}

/** All that is said of a rejected example, by paths that begin at the resource. */
export function expectedOf(row: Row, place: Place, [, ...expected]: Rejected): Expected[] {
  const all = expected.length === 0 ? [row.property] : expected;
  return all.map((each) => {
    if (typeof each === "string") return [inResource(place, each), /./];
    const [property, words] = each instanceof RegExp ? [row.property, each] : each;
    return [inResource(place, property), words];
  });
}

/** A property of an object in the first of its lists: `geofeatures[circle]` and `radius` → `geofeatures[0].radius`. */
export function inResource({ path }: Place, property: string): string {
  const whole = property === "" ? path : path === "" ? property : `${path}.${property}`;
  return whole.replace(/\[[A-Za-z]*\]/g, "[0]");
}

/** Returns the messages about a resource's arguments, as the engine shows them. */
export function sentences(place: Place, args: JsonObject): { path: string; text: string }[] {
  const { failures, warnings } = checked(place, args);
  const subject = subjectAt(place, args);
  return [
    ...failures.map(({ property, reason }) => ({ path: property, text: `${property}: ${reason}` })),
    ...warnings.map(({ property, reason }) => ({
      path: property,
      text: `${subject}: ${property}: ${reason}`,
    })),
  ];
}

function checked({ resource }: Place, args: JsonObject): Checked {
  return isSet(resource) ? checkSet(setDefinitions[resource], {}, args) : check(definitions[resource], args);
}

/** The name of the resource, with which its warnings begin. */
export function subjectAt({ resource }: Place, args: JsonObject): string {
  return isSet(resource)
    ? setSubject(setDefinitions[resource], args)
    : subjectOf(definitions[resource], args);
}

function isSet(name: ResourceName | SetName): name is SetName {
  return name in setDefinitions;
}
