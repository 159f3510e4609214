/** The zones that a resource of a plan or a state holds: one of a Zone, many of a ZoneSet. */
import { typeToken } from "../provider/dynamic/state-contract";
import { isObject, isString, type Json, type JsonObject } from "../provider/json";
import { placeholderOf, type Placeholder } from "./placeholder";

export type Kind = "Zone" | "ZoneSet";

/** The kind of a resource, from its type, which in a URN has those of its parents before it: `shop:index:Shop$…`. */
export function kindOf(type: string): Kind | undefined {
  const own = type.split("$").at(-1);
  return (["Zone", "ZoneSet"] as const).find((kind) => own === typeToken(kind));
}

/** `urn:pulumi:prod::shop::pulumi-nodejs:dynamic/bluedot:Zone::cafe` → its type with its parents', and its name. */
export function partsOf(urn: string): { readonly type: string; readonly name: string } {
  const [, , type = "", ...name] = urn.split("::");
  return { type, name: name.join("::") };
}

/** `stores["store-1"]` */
export function labelInSet(set: string, key: string): string {
  return `${set}[${JSON.stringify(key)}]`;
}

/**
 * The zones of a set by their keys, each with the project of the set. All of them can be secret or unknown, then this is
 * the placeholder.
 */
export function zonesOfSet({ zones, projectId }: JsonObject): ReadonlyMap<string, Json> | Placeholder {
  const hidden = placeholderOf(zones);
  if (hidden !== undefined) return hidden;
  const texts = isObject(zones) ? Object.entries(zones) : [];
  return new Map(texts.map(([key, text]) => [key, zoneOf(text, projectId)]));
}

/** A zone in a set is the JSON text of its arguments, or a placeholder. */
function zoneOf(text: Json, projectId: Json | undefined): Json {
  if (!isString(text) || placeholderOf(text) !== undefined) return text;
  const zone = parsed(text);
  return isObject(zone) ? { ...zone, projectId: projectId ?? null } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
