/** A body as a server stores it that tidies what it is sent. */
import { isObject, parseJson } from "../json";
import type { NormalizeFault } from "./fault";

/** Names trimmed and in Unicode's form NFC, coordinates rounded; a text that is no JSON as it is. */
export function normalized(text: string, { decimals = 6 }: NormalizeFault): string {
  const body = parseJson(text);
  return body === undefined ? text : JSON.stringify(tidied(body, 10 ** decimals));
}

function tidied(value: unknown, scale: number): unknown {
  if (Array.isArray(value)) return value.map((part) => tidied(part, scale));
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([key, part]) => [key, tidiedField(key, part, scale)]);
  return Object.fromEntries(fields);
}

function tidiedField(key: string, value: unknown, scale: number): unknown {
  if (key === "name" && typeof value === "string") return value.trim().normalize("NFC");
  if ((key === "latitude" || key === "longitude") && typeof value === "number")
    return Math.round(value * scale) / scale;
  // Pairs of the user's own have any key.
  return key === "customData" || key === "headers" ? value : tidied(value, scale);
}
