/** Reads an option that gives a text for each feature of a file, such as `--name`. */
import { FeatureFault } from "../files/assembly/text";
import type { FeatureInfo, FeatureProperties, FeatureText } from "../files/options";
import { closestOf } from "../provider/suggestions";

/** A property's name, or a template: `{property}`, and `{folder}`, `{name}` and `{number}` of the feature. */
export function textBy(text: string, option: string): FeatureText {
  if (!/\{[^{}]+\}/.test(text)) return text;
  return (properties, feature) =>
    text.replaceAll(/\{([^{}]+)\}/g, (_, property: string) => {
      const value = valueOf(property, properties, feature);
      if (value !== undefined) return value;
      throw new FeatureFault(
        `there is no "${property}", which ${option} "${text}" names, or it is blank; ${adviceOn(property, properties, feature)}`,
      );
    });
}

function valueOf(property: string, properties: FeatureProperties, feature: FeatureInfo): string | undefined {
  const own = Object.hasOwn(properties, property) ? properties[property] : undefined;
  if (typeof own === "string" && own.trim() !== "") return own.trim();
  if (typeof own === "number" || typeof own === "boolean") return String(own);
  switch (property) {
    case "folder":
      return feature.folders.at(-1);
    case "name":
      return feature.name;
    case "number":
      return String(feature.index + 1);
    default:
      return undefined;
  }
}

/** The word that was meant, or those that the feature has a text for. */
function adviceOn(wanted: string, properties: FeatureProperties, feature: FeatureInfo): string {
  const words = [...new Set(["folder", "name", "number", ...Object.keys(properties)])].filter(
    (word) => valueOf(word, properties, feature) !== undefined,
  );
  const guess = closestOf(wanted, words);
  return guess === undefined ? `it has ${words.slice(0, 20).join(", ")}` : `did you mean "${guess}"?`;
}
