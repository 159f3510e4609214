/** A fault of a part of a GeoJSON, or what was put right: as data, of which each user makes its own report. */
import { inspectValue } from "../provider/program/usage-error";
import { formatPath, type Place } from "./place";

export type Finding = { readonly place: Place } & (
  | {
      readonly kind: "no object" | "no list" | "no position" | "no corners" | "type";
      readonly value: unknown;
    }
  /** Numbers too large for degrees. */
  | { readonly kind: "metres"; readonly position: string }
  | { readonly kind: "swapped"; readonly position: string }
  | { readonly kind: "latitude"; readonly position: string; readonly latitude: number }
  | { readonly kind: "other datum"; readonly name: string }
  | Correction
);

/** Findings of parts that are read all the same. */
type Correction =
  | { readonly kind: "near datum"; readonly name: string }
  | { readonly kind: "wrapped"; readonly longitude: number; readonly inside: number }
  | { readonly kind: "no geometry" };

/** True for what is read all the same, and deserves a warning. */
export function isCorrection({ kind }: Finding): boolean {
  return kind === "near datum" || kind === "wrapped" || kind === "no geometry";
}

/**
 * The whole sentence, without a full stop, with the place where it belongs.
 *
 * @param where the place in the sentence: `it` where the place stands before the sentence
 */
export function sentenceOf(finding: Finding, where: string = formatPath(finding.place)): string {
  const at = where === "it" ? "" : ` at ${where}`;
  switch (finding.kind) {
    case "no object":
      return `${where} is ${inspectValue(finding.value)}, but must be an object with a type`;
    case "no list":
      return `${where} is ${inspectValue(finding.value)}, but must be a list`;
    case "no position":
      return `${where} is ${inspectValue(finding.value)}, but must be [longitude, latitude]`;
    case "no corners":
      return `${where} is ${inspectValue(finding.value)}, but must be two corners of a rectangle`;
    case "type":
      return `${where} is ${inspectValue(finding.value)}, which RFC 7946 (GeoJSON) does not know`;
    case "metres":
      return `its coordinates, such as ${finding.position}, are metres of a map projection and no degrees; convert it to WGS 84 (EPSG:4326) first`;
    case "swapped":
      return `the position ${finding.position}${at} looks swapped; GeoJSON has the longitude first`;
    case "latitude":
      return `${where} is ${finding.position}, whose latitude ${finding.latitude} is beyond ±90`;
    case "other datum":
      return `its crs is ${finding.name}, but a zone is in degrees of WGS 84 (EPSG:4326); convert it first`;
    case "near datum":
      return `its coordinates are of ${finding.name}, within 2 m of WGS 84, and are taken as they are`;
    case "wrapped":
      return `the longitude ${finding.longitude}${at} is beyond ±180, and is taken as ${finding.inside}`;
    case "no geometry":
      return `${where} has no geometry, so it is left out`;
  }
}
