/** Metres in the text of a file, with a decimal point or comma. */
import { isString } from "../../provider/json";
import type { Feature, Property } from "../feature";
import { numberIn } from "../number";
import { propertyOf } from "./reading";
import { textOfValue } from "./text";

/** A number, or a text of one; undefined for anything else. */
export function metresOf({ value }: Property): number | undefined {
  const text = textOfValue(value)?.replace(decimalComma, "$1.$2");
  const metres = text === undefined ? undefined : numberIn(text);
  return metres === undefined || metres < 0 ? undefined : metres;
}

const decimalComma = /^(\d+),(\d{1,2})$/;

/** True if a text of the property has a decimal comma. */
export function hasDecimalCommas(features: readonly Feature[], property: string): boolean {
  return features.some((feature) => {
    const value = propertyOf(feature, property)?.value;
    return isString(value) && decimalComma.test(value.trim());
  });
}

/**
 * Why a text says two numbers, and what to write; undefined where it says one.
 *
 * @param hasCommas true if other numbers of the file have decimal commas
 */
export function twoReadings({ value }: Property, hasCommas: boolean): string | undefined {
  const [, whole = "", separator, rest = ""] =
    (isString(value) && /^([1-9]\d{0,2})([.,])(\d{3})$/.exec(value.trim())) || [];
  if (separator === undefined || (separator === "." && !hasCommas)) return undefined;
  const small = Number(Number(`${whole}.${rest}`).toFixed(2));
  const why = separator === "." ? "as in a file with decimal commas" : "with a separator of thousands";
  return `may be ${Number(`${whole}.${rest}`)} m, or ${whole},${rest} m ${why}; write ${small} or ${whole}${rest}`;
}
