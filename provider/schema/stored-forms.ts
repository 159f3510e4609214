/** Values that an API does not store as they were sent: texts trimmed or in Unicode's form NFC, numbers rounded. */
import { isEqual, isObject, isString, own, type Json } from "../json";

/** `sent` as it would be found in the API: each part that was stored in another form has the form that was found. */
export function asStored(sent: Json | undefined, found: Json | undefined): Json | undefined {
  if (sent === undefined || found === undefined) return sent;
  if (isString(sent) && isString(found)) return tidied(sent) === tidied(found) ? found : sent;
  if (typeof sent === "number" && typeof found === "number") return isRounded(sent, found) ? found : sent;
  if (Array.isArray(sent) && Array.isArray(found))
    return sent.map((element, at) => asStored(element, found[at]) ?? null);
  if (!isObject(sent) || !isObject(found)) return sent;
  const parts = Object.entries(sent).map(([key, part]): [string, Json] => [
    key,
    asStored(part, own(found, key)) ?? null,
  ]);
  return Object.fromEntries(parts);
}

/** True if the found value is the sent value, in the same form or in another. */
export function isStoredAs(sent: Json | undefined, found: Json | undefined): boolean {
  return isEqual(asStored(sent, found), found);
}

/** A part that the API stores in another form than it was sent. */
export interface Alteration {
  readonly path: readonly (string | number)[];
  readonly found: Json;
}

/** The parts of `found`, in the program's form, that hold a sent value in another form. */
export function alterations(
  sent: Json | undefined,
  found: Json | undefined,
  path: Alteration["path"] = [],
): Alteration[] {
  if (sent === undefined || found === undefined || isEqual(sent, found)) return [];
  if (Array.isArray(sent) && Array.isArray(found) && sent.length === found.length)
    return sent.flatMap((element, at) => alterations(element, found[at], [...path, at]));
  if (isObject(sent) && isObject(found))
    return Object.entries(sent).flatMap(([key, part]) => alterations(part, own(found, key), [...path, key]));
  return isStoredAs(sent, found) ? [{ path, found }] : [];
}

/** A text without blanks at its ends, in Unicode's form NFC. */
export function tidied(text: string): string {
  return text.trim().normalize("NFC");
}

/** To as many decimals as are left, up or down where it lies in the middle. */
function isRounded(sent: number, found: number): boolean {
  const left = DECIMALS.find((decimals) => Number(found.toFixed(decimals)) === found);
  return left !== undefined && Math.abs(sent - found) <= 0.500_001 * 10 ** -left;
}

const DECIMALS = Array.from({ length: 16 }, (_, decimals) => decimals);
