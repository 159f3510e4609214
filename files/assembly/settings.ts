/** The settings of a zone beside its shapes: from the properties of its features, else from the options. */
import { isDeepStrictEqual } from "node:util";

import { isObject, isString } from "../../provider/json";
import { inspectValue } from "../../provider/program/usage-error";
import type { Property } from "../feature";
import type { Report } from "../report";
import type { DrawnZone } from "../zone-row";
import { customDataOf, customDataOfProperties } from "./custom-data";
import type { Group } from "./groups";
import { actionsOf, conditionsOf } from "./rules-of-zone";
import { propertyOf, type Assembly } from "./reading";
import { textOfValue } from "./text";

export type Settings = Omit<DrawnZone, "name" | "geofeatures">;

const leastRetrigger = 60;
const mostRetrigger = 3_599_940;

export function settingsOf(group: Group, assembly: Assembly): Settings {
  const { options, report } = assembly;
  const one = <T>(property: string, read: (given: Property, report: Report) => T | undefined) =>
    agreed(group, property, read, report);
  const minimumRetriggerTime = one("minimumRetriggerTime", retriggerTimeOf) ?? options.minimumRetriggerTime;
  if (minimumRetriggerTime === undefined && assembly.needs === "program")
    reportNoRetriggerTime(group, report);
  const triggerOnExit = one("triggerOnExit", booleanOf) ?? options.triggerOnExit;
  const ownTags = isString(options.tags) ? one(options.tags, tagsOf) : one("tags", knownTagsOf);
  const tags = isList(options.tags) ? [...new Set([...options.tags, ...(ownTags ?? [])])] : ownTags;
  const customData =
    options.customData === undefined
      ? one("customData", customDataOf)
      : customDataOfProperties(group, options.customData, report);
  const conditions = one("conditions", conditionsOf);
  const actions = one("actions", actionsOf);
  const destinationId = one(options.destinationId ?? "destinationId", ({ value }) => textOfValue(value));
  return {
    ...(minimumRetriggerTime !== undefined && { minimumRetriggerTime }),
    ...(triggerOnExit !== undefined && { triggerOnExit }),
    ...(customData && Object.keys(customData).length > 0 && { customData }),
    ...(conditions && conditions.length > 0 && { conditions }),
    ...(tags && tags.length > 0 && { tags }),
    ...(actions && actions.length > 0 && { actions }),
    ...(destinationId !== undefined && { destinationId }),
  };
}

/** The value of the features of a zone, of which all that have one have the same. */
function agreed<T>(
  { name, members }: Group,
  property: string,
  read: (given: Property, report: Report) => T | undefined,
  report: Report,
): T | undefined {
  let first: { value: unknown; read: T | undefined } | undefined;
  for (const { feature } of members) {
    const given = propertyOf(feature, property);
    if (given === undefined) continue;
    if (first === undefined) first = { value: given.value, read: read(given, report) };
    else if (!isDeepStrictEqual(first.value, given.value)) {
      report.fault(
        given.place,
        `${property} is ${inspectValue(given.value)}, but ${inspectValue(first.value)} at another feature of the zone "${name}", which has one`,
      );
      return undefined;
    }
  }
  return first?.read;
}

function reportNoRetriggerTime({ place }: Group, report: Report): void {
  report.faultOnce(
    "minimumRetriggerTime",
    place,
    "the file has no minimumRetriggerTime, which a zone needs" +
      report.advise("minimumRetriggerTime", 3600, (option) => `; give ${option}, in seconds`),
  );
}

function retriggerTimeOf({ value, place }: Property, report: Report): number | undefined {
  const text = textOfValue(value) ?? "";
  const seconds = /^\d+$/.test(text) ? Number(text) : NaN;
  if (seconds >= leastRetrigger && seconds <= mostRetrigger) return seconds;
  const advice = /^\d{1,3}([.,]\d{3})+$/.test(text)
    ? `; write ${text.replaceAll(/[.,]/g, "")} where that is meant, without separators of thousands`
    : "";
  report.fault(
    place,
    `minimumRetriggerTime ${inspectValue(value)} must be whole seconds, from 60 to 3,599,940${advice}`,
  );
  return undefined;
}

function booleanOf({ value, place }: Property, report: Report): boolean | undefined {
  const text = textOfValue(value)?.toLowerCase() ?? "";
  if (["true", "yes", "1"].includes(text)) return true;
  if (["false", "no", "0"].includes(text)) return false;
  report.fault(place, `triggerOnExit ${inspectValue(value)} must be true or false`);
  return undefined;
}

/** Tags of the property `tags`, which in files of others may be anything. */
function knownTagsOf(property: Property, report: Report): string[] | undefined {
  if (!isObject(property.value)) return tagsOf(property, report);
  report.noteOnce("tags", property.place, "its property tags is no list of words, and is passed over");
  return undefined;
}

function tagsOf({ value, place }: Property, report: Report): string[] | undefined {
  const list: unknown = isString(value) ? listIn(value) : value;
  const given: unknown[] = Array.isArray(list) ? list : [list];
  const texts = given.flatMap((each) => textOfValue(each) ?? []);
  if (texts.length === given.length) return texts;
  report.fault(place, `tags ${inspectValue(value)} must be a list of words`);
  return undefined;
}

/** A list in JSON, or words with commas or semicolons between. */
function listIn(text: string): unknown {
  if (text.trimStart().startsWith("[")) {
    try {
      return JSON.parse(text);
    } catch {
      // Words that begin with a bracket.
    }
  }
  return text.split(/[,;]/).filter((word) => word.trim() !== "");
}

function isList(tags: readonly string[] | string | undefined): tags is readonly string[] {
  return Array.isArray(tags);
}
