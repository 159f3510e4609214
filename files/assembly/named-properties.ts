/** Properties that options name, but no feature of the file has: the name is misspelt. */
import type { Feature, Property } from "../feature";
import type { Report } from "../report";
import type { OptionName } from "../spelling";
import { candidates } from "./text";

/** A property, and the option that names it. */
export type NamedProperty = readonly [option: OptionName, property: string];

/**
 * A fault for each. Properties that only some features have are good.
 *
 * @returns the options that name one
 */
export function checkProperties(
  features: readonly Feature[],
  named: readonly NamedProperty[],
  report: Report,
): ReadonlySet<OptionName> {
  const missing = new Set<OptionName>();
  const [first] = features;
  if (first === undefined) return missing;
  for (const [option, property] of named) {
    if (features.some(({ properties }) => properties.has(property))) continue;
    missing.add(option);
    report.fault(
      first.place,
      `there is no ${JSON.stringify(property)}, which ${report.option(option)} names; ${candidates(property, { properties: allOf(features) })}`,
    );
  }
  return missing;
}

/** Those of the first features: thousands of others have no other names. */
function allOf(features: readonly Feature[]): Map<string, Property> {
  return new Map(features.slice(0, 1_000).flatMap(({ properties }) => [...properties]));
}
