/** Reads a point from the text that maps let people copy. */
import type { Point } from "./point";

// A blank alone does not do between them: what writes points so (WKT) has the longitude first.
const TEXT = /^\s*(?<latitude>[+-]?\d+(\.\d+)?)\s*,\s*(?<longitude>[+-]?\d+(\.\d+)?)\s*$/;

/** `latitude, longitude`, in round or square brackets or none; undefined for any other text. */
export function pointOfText(text: string): Point | undefined {
  const bare = text.trim().replace(/^\((.*)\)$|^\[(.*)\]$/s, "$1$2");
  // Pages write a minus as a character of its own.
  const { latitude, longitude } = TEXT.exec(bare.replaceAll("\u2212", "-"))?.groups ?? {};
  if (latitude === undefined || longitude === undefined) return undefined;
  return { latitude: Number(latitude), longitude: Number(longitude) };
}
