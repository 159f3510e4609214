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
 * Reads the zones of a set by their keys, each with its name and the project of the set. All of them can be secret or
 * unknown, then this is the placeholder.
 */
export type SetReader = (inputs: JsonObject) => ReadonlyMap<string, Json> | Placeholder;

/** Gives a reader for the versions of one set, which opens a text that is the same in the next version once. */
export function openSet(): SetReader {
  const last = new Map<string, { readonly text: Json; readonly projectId: Json; readonly zone: Json }>();
  const zoneOf = (key: string, text: Json, projectId: Json) => {
    const before = last.get(key);
    if (before?.text === text && before.projectId === projectId) return before.zone;
    const zone = readZone(key, text, projectId);
    last.set(key, { text, projectId, zone });
    return zone;
  };
  return ({ zones, projectId = null }) => {
    const texts = isObject(zones) ? Object.entries(zones) : [];
    return (
      placeholderOf(zones) ??
      new Map(texts.map(([key, text]) => [key, zoneOf(key, text, projectId)] as const))
    );
  };
}

/** A zone in a set is the JSON text of its arguments, or a placeholder. The key is the name of a zone without one. */
function readZone(key: string, text: Json, projectId: Json): Json {
  if (!isString(text) || placeholderOf(text) !== undefined) return text;
  const zone = parsed(text);
  return isObject(zone) ? { name: key, ...zone, projectId } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
