/** Custom data of a zone: the property `customData`, or properties that an option names. */
import { isObject, isString } from "../../provider/json";
import { inspectValue } from "../../provider/program/usage-error";
import type { Property } from "../feature";
import type { Report } from "../report";
import type { Group } from "./groups";
import { propertyOf } from "./reading";
import { textOfValue } from "./text";

const mostPairs = 20;

/** An object, or the JSON text of one. */
export function customDataOf({ value, place }: Property, report: Report): Record<string, string> | undefined {
  const given = isString(value) ? parsed(value) : value;
  if (!isObject(given)) {
    report.fault(
      place,
      `customData ${inspectValue(value)} must be an object of texts, such as {"store": "12"}`,
    );
    return undefined;
  }
  const pairs = Object.entries(given).flatMap(([key, each]): [string, string][] => {
    const text = isString(each) ? each : textOfValue(each);
    if (text !== undefined) return [[key, text]];
    report.fault(place, `customData ${JSON.stringify(key)} is ${inspectValue(each)}, and must be text`);
    return [];
  });
  return limited(pairs, place, report);
}

/** Properties that are blank at all features of the zone are left out. */
export function customDataOfProperties(
  { members, name, place }: Group,
  properties: readonly string[],
  report: Report,
): Record<string, string> | undefined {
  const pairs = properties.flatMap((property): [string, string][] => {
    const given = members.flatMap(({ feature }) => propertyOf(feature, property) ?? []);
    const texts = new Set(given.map(({ value }) => textOfValue(value) ?? JSON.stringify(value)));
    const [text, other] = texts;
    if (other !== undefined) {
      report.fault(
        given[0]?.place ?? place,
        `the features of the zone "${name}" have several values of ${property}, ${inspectValue(text)} and ${inspectValue(other)}, but its customData can have one`,
      );
    }
    return text === undefined ? [] : [[property, text]];
  });
  return limited(pairs, place, report);
}

function limited(
  pairs: readonly (readonly [string, string])[],
  place: Property["place"],
  report: Report,
): Record<string, string> | undefined {
  if (pairs.length <= mostPairs) return Object.fromEntries(pairs);
  report.fault(place, `it has ${pairs.length} pairs, but custom data has at most ${mostPairs}`);
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
