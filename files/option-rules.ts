/** Rules of options, for programs without types and for numbers that come from elsewhere. */
import { isString } from "../provider/json";
import { inspectValue, ProgramError } from "../provider/program/usage-error";
import { programOption, type OptionName, type SpellOption } from "./spelling";

type Rule = readonly [option: OptionName, isGood: (value: unknown) => boolean, must: string];

const isText = (value: unknown) => isString(value) && value.trim() !== "";
const isTextOrFunction = (value: unknown) => isText(value) || typeof value === "function";
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isString);
const isFrom = (least: number, value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && value >= least;
const isWhole = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && isFrom(least, value) && Number(value) <= most;
const isOneOf =
  (...texts: readonly string[]) =>
  (value: unknown) =>
    isString(value) && texts.includes(value);

const property = "the name of a property";
const propertyOrFunction = `${property}, or a function`;
const column = "the name of a column";

const rules: readonly Rule[] = [
  ["name", isTextOrFunction, propertyOrFunction],
  ["group", isTextOrFunction, propertyOrFunction],
  ["key", isTextOrFunction, propertyOrFunction],
  ["address", isTextOrFunction, propertyOrFunction],
  ["email", isText, property],
  ["radius", (value) => isText(value) || isFrom(5, value), `metres, 5 or more, or ${property}`],
  [
    "minimumRetriggerTime",
    (value) => isWhole(value, 60, 3_599_940),
    "whole seconds, from 60 to 3,599,940 (999 h 59 min)",
  ],
  ["triggerOnExit", (value) => typeof value === "boolean", "true or false"],
  ["tags", (value) => isText(value) || isTexts(value), `a list of texts, or ${property}`],
  ["customData", isTexts, "a list of names of properties"],
  ["customActionName", isText, "text"],
  ["destinationId", isText, property],
  ["holes", isOneOf("refuse", "fill"), '"refuse" or "fill"'],
  ["dropSmallerThan", (value) => isFrom(0, value), "m², 0 or more"],
  ["simplify", (value) => isFrom(0, value), "metres, 0 or more"],
  ["maxVertices", (value) => isWhole(value, 3, Infinity), "a whole number, 3 or more"],
  ["circles", isOneOf("detect"), '"detect"'],
  ["axes", isOneOf("lng,lat", "lat,lng"), '"lng,lat" or "lat,lng"'],
  ["latitude", isText, column],
  ["longitude", isText, column],
  ["wkt", isText, column],
];

/**
 * @param spell how the sentence names the option
 * @throws ProgramError of one sentence that names the first wrong option, its value and its limit
 */
export function checkOptions(
  options: Readonly<Partial<Record<OptionName, unknown>>>,
  spell: SpellOption = programOption,
): void {
  for (const [option, isGood, must] of rules) {
    const value = options[option];
    if (value === undefined || isGood(value)) continue;
    throw new ProgramError(`${spell(option) ?? option} is ${inspectValue(value)}, but must be ${must}`);
  }
}
