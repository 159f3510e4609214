/** Tells degrees of a place on the earth from other numbers, such as metres. */
import type { Point } from "./point";

/** A map that was moved once around the earth goes on counting. */
const mostLongitude = 540;

/**
 * Undefined for a latitude within ±90 and a longitude within ±540, which `wrappedLongitude` brings within ±180; else the
 * most probable cause.
 */
export function beyondDegrees({ latitude, longitude }: Point): "metres" | "swapped" | "latitude" | undefined {
  if (Math.abs(longitude) > mostLongitude || Math.abs(latitude) > 180) return "metres";
  if (Math.abs(latitude) <= 90) return undefined;
  return Math.abs(longitude) <= 90 ? "swapped" : "latitude";
}
