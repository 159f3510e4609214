import { stableText, type JsonObject } from "../json";
import { isEquivalent } from "../schema/equivalent";
import { orderedFor, type Property } from "../schema/field";
import type { Definition } from "./definition";

/** The properties whose values differ between two versions of a resource. */
export function changedProperties(
  { fields }: Definition,
  olds: JsonObject,
  news: JsonObject,
): [key: string, property: Property][] {
  return Object.entries(orderedFor(fields, olds, news).properties).filter(([key, property]) => {
    if (property.role === "instruction") return false;
    if (property.role === "local") return stableText(olds[key]) !== stableText(news[key]);
    return !isEquivalent(property.field, olds[key], news[key]);
  });
}
