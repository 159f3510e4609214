/** A track as a GPX file that Xcode plays in a simulator: waypoints with times; it plays no `trk` and no `rte`. */
import type { Fix } from "./fix";

/** By which such a file is known. */
export const creator = 'creator="pulumi-bluedot"';

/**
 * The text of the file; equal tracks give equal texts.
 *
 * @param names by the index of the fix, such as `enter cafe`
 */
export function xcodeGpx(track: readonly Fix[], names: ReadonlyMap<number, string>): string {
  const points = track.map((fix, at) => waypoint(fix, names.get(at)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gpx version="1.1" ${creator} xmlns="http://www.topografix.com/GPX/1/1">`,
    ...points,
    "</gpx>",
    "",
  ].join("\n");
}

function waypoint({ point: { latitude, longitude }, time }: Fix, name: string | undefined): string {
  // GPX 1.1 has an order: the time before the name.
  const timeElement =
    time === undefined ? "" : `<time>${new Date(time).toISOString().replace(".000Z", "Z")}</time>`;
  const nameElement = name === undefined ? "" : `<name>${escaped(name)}</name>`;
  return `  <wpt lat="${degrees(latitude)}" lon="${degrees(longitude)}">${timeElement}${nameElement}</wpt>`;
}

/** 8 decimals are 1 mm; never in the form `1e-7`. */
function degrees(value: number): string {
  return value
    .toFixed(8)
    .replace(/\.?0+$/, "")
    .replace(/^-0$/, "0");
}

/** Without characters that XML cannot hold. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
