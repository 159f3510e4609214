/** The coordinate reference system in an older GeoJSON. */
import { isObject, isString } from "../provider/json";
import { inspectValue } from "../provider/program/usage-error";

const wgs84 = new Set(["4326", "4979", "CRS84", "CRS84H"]);

/** Systems that differ from WGS 84 by less than 2 m, less than a phone can measure. */
const near = new Map([
  ["CRS83", "NAD83"],
  ["4269", "NAD83"],
  ["4617", "NAD83(CSRS)"],
  ["6318", "NAD83(2011)"],
  ["4258", "ETRS89"],
  ["4283", "GDA94"],
  ["7844", "GDA2020"],
  ["4167", "NZGD2000"],
  ["4612", "JGD2000"],
  ["6668", "JGD2011"],
  ["4674", "SIRGAS 2000"],
  ["4490", "CGCS2000"],
]);

export type Datum =
  | { readonly kind: "WGS 84" }
  | { readonly kind: "near"; readonly name: string }
  | { readonly kind: "other"; readonly name: string };

/** `"EPSG:4326"`, `"urn:ogc:def:crs:EPSG::4269"`, `{ code: 4326 }`, `{ href: "…/epsg/4326/" }`. */
export function datumOf(crs: unknown): Datum {
  if (crs === undefined || crs === null) return { kind: "WGS 84" };
  const properties = isObject(crs) && isObject(crs["properties"]) ? crs["properties"] : {};
  const { name, code, href } = properties;
  const identifier =
    name ?? href ?? (code === undefined ? crs : `EPSG:${isString(code) ? code : inspectValue(code)}`);
  const text = isString(identifier) ? identifier : inspectValue(identifier);
  const [, id = ""] =
    /(?:EPSG|CRS)\b.*?[:/](\d{4,6})(?!\d)/i.exec(text) ?? /(CRS8[34]H?)\b/i.exec(text) ?? [];
  const key = id.toUpperCase();
  if (wgs84.has(key)) return { kind: "WGS 84" };
  const datum = near.get(key);
  return datum === undefined
    ? { kind: "other", name: inspectValue(identifier) }
    : { kind: "near", name: datum };
}
