/** Texts of features by an option: the name of a property, or a function. */
import { isString } from "../../provider/json";
import { inspectValue } from "../../provider/program/usage-error";
import { closestOf } from "../../provider/suggestions";
import type { Feature } from "../feature";
import type { FeatureText } from "../options";
import type { Report } from "../report";
import type { OptionName } from "../spelling";
import { placeWith, propertyOf } from "./reading";

/** The text of a feature; undefined after a fault. */
export function textBy(
  option: FeatureText,
  optionName: OptionName,
  feature: Feature,
  index: number,
  report: Report,
): string | undefined {
  let given: unknown;
  try {
    given = isString(option) ? valueOf(option, feature) : callFor(option, feature, index);
  } catch (error) {
    reportThrown(error, optionName, feature, report);
    return undefined;
  }
  const text = textOfValue(given);
  if (text !== undefined) return text;
  if (!isString(option)) {
    report.faultOnce(
      `option ${optionName}`,
      feature.place,
      `the function \`${optionName}\` gives ${inspectValue(given)}, and must give text that is not blank`,
    );
  } else if (feature.properties.has(option)) {
    report.fault(
      feature.properties.get(option)?.place ?? feature.place,
      `${option} is blank, and is the ${optionName}`,
    );
  } else {
    report.faultOnce(
      `option ${optionName}`,
      feature.place,
      `there is no ${inspectValue(option)}, which ${report.option(optionName)} names; ${candidates(option, feature)}`,
    );
  }
  return undefined;
}

/** A placemark has its name beside its properties. */
function valueOf(property: string, feature: Feature): unknown {
  return propertyOf(feature, property)?.value ?? (property === "name" ? feature.name : undefined);
}

/** A text or a number of a file, as text. */
export function textOfValue(value: unknown): string | undefined {
  if (isString(value)) return value.trim() === "" ? undefined : value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** The error of an option's function at a feature that it finds at fault, with the whole sentence. */
export class FeatureFault extends Error {}

function reportThrown(error: unknown, option: OptionName, feature: Feature, report: Report): void {
  const place = feature.name === undefined ? feature.place : placeWith(feature.place, feature.name);
  if (error instanceof FeatureFault) {
    report.fault(place, error.message);
    return;
  }
  const reason = error instanceof Error ? error.message : inspectValue(error);
  report.fault(place, `there is no ${option}: ${reason}`);
}

function callFor(option: Exclude<FeatureText, string>, feature: Feature, index: number): unknown {
  const properties = Object.fromEntries([...feature.properties].map(([name, { value }]) => [name, value]));
  return option(properties, { index, name: feature.name, folders: feature.folders });
}

/** `did you mean "NAME"?`, or what there is. */
export function candidates(wanted: string, { properties }: Pick<Feature, "properties">): string {
  const names = [...properties.keys()];
  const begins = (name: string) => name.toLowerCase().startsWith(wanted.toLowerCase());
  const guess = closestOf(wanted, names) ?? names.find(begins);
  return guess === undefined ? propertiesIn({ properties }) : `did you mean ${JSON.stringify(guess)}?`;
}

/** `it has "NAME", "POP"`; a long list is cut. */
export function propertiesIn({ properties }: Pick<Feature, "properties">): string {
  const names = [...properties.keys()];
  if (names.length === 0) return "it has no properties";
  const shown = names.slice(0, 20).map((name) => JSON.stringify(name));
  return `it has ${shown.join(", ")}${names.length > shown.length ? " and more" : ""}`;
}
