/** The zones of a map as elements of an SVG: the unchanged below, the changed above, each with its looks. */
import type { Change } from "../../plan/zone-source";
import type { MapZone } from "../model";
import { kinds } from "../page/kinds";
import { around, centerOf, outlinesOf, type Box, type Outline } from "../page/outline";
import type { View } from "../page/view";
import { isVisible, pathOf, placed, sizeOf } from "./path";
import { escaped, short } from "./xml";

export interface DrawnZone {
  readonly zone: MapZone;
  readonly before: readonly Outline[];
  readonly after: readonly Outline[];
  /** Around all of its shapes; undefined for a zone without a place. */
  readonly box: Box | undefined;
}

export interface Coarseness {
  /** Pixels: a smaller unchanged shape is a dot, and a smaller changed zone a symbol alone. */
  readonly dot: number;
  /** Pixels: the least length of an edge. */
  readonly step: number;
  /** True if each changed zone is an element with a title. */
  readonly isTitled: boolean;
}

/** A smaller changed zone, in pixels, is a symbol. */
export const symbolBelow = 12;

/** The least pixels between the old and the new place of a zone with an arrow. */
const arrowFrom = 16;

export function drawnZoneOf(zone: MapZone): DrawnZone {
  const after = outlinesOf(zone.after ?? []);
  const [first] = after;
  const before = outlinesOf(zone.before ?? [], first && centerOf(first.box).x);
  return { zone, before, after, box: around([...before, ...after].map(({ box }) => box)) };
}

export function zonesOf(view: View, zones: readonly DrawnZone[], coarseness: Coarseness): string {
  const visible = zones.filter(({ box }) => box !== undefined && isVisible(view, box));
  // The first kind is drawn last, above all others.
  return kinds
    .toReversed()
    .map(({ change }) =>
      changeOf(
        view,
        change,
        visible.filter(({ zone }) => zone.change === change),
        coarseness,
      ),
    )
    .join("");
}

function changeOf(view: View, change: Change, zones: readonly DrawnZone[], coarseness: Coarseness): string {
  if (zones.length === 0) return "";
  if (change === "same") return `<g class="same">${unchangedOf(view, zones, coarseness)}</g>`;
  const seen = new Set<string>();
  const parts = zones.map((zone) => partsOf(view, zone, coarseness, seen));
  const elements = coarseness.isTitled
    ? parts.map((part, at) => `<g>${titleOf(zones[at])}${elementsOf(part)}</g>`)
    : [elementsOf(joined(parts))];
  return `<g class="${change}">${elements.join("")}</g>`;
}

function titleOf(zone: DrawnZone | undefined): string {
  return zone === undefined ? "" : `<title>${escaped(zone.zone.label)}</title>`;
}

/** Path data by the looks of what it draws. */
interface Parts {
  readonly old: string;
  readonly area: string;
  /** Areas that somebody also changed elsewhere. */
  readonly drifted: string;
  readonly line: string;
  /** From the old place to the new one. */
  readonly way: string;
  readonly symbols: string;
}

const nothing: Parts = { old: "", area: "", drifted: "", line: "", way: "", symbols: "" };

function partsOf(
  view: View,
  { zone, before, after, box }: DrawnZone,
  { dot, step }: Coarseness,
  seen: Set<string>,
): Parts {
  const size = box === undefined ? 0 : sizeOf(view, box);
  const isSymbol = box !== undefined && size < Math.max(dot, symbolBelow);
  const symbols = isSymbol ? symbolOf(view, zone.change, box, seen) : "";
  if (size < dot) return { ...nothing, symbols };
  const path = (outlines: readonly Outline[], isLine: boolean) =>
    outlines.map((each) => ((each.type === "line") === isLine ? pathOf(view, each, step) : "")).join("");
  const isPair = before.length > 0 && after.length > 0;
  const shown = after.length > 0 ? after : before;
  const area = path(shown, false);
  return {
    old: isPair ? path(before, false) + path(before, true) : "",
    area,
    drifted: zone.isDrifted && zone.change !== "drift" ? area : "",
    line: path(shown, true),
    way: isPair ? wayOf(view, before, after) : "",
    symbols,
  };
}

function wayOf(view: View, before: readonly Outline[], after: readonly Outline[]): string {
  const [from, to] = [before, after].map((outlines) => around(outlines.map(({ box }) => box)));
  if (from === undefined || to === undefined) return "";
  const [old, now] = [from, to].map(centerOf).map(({ x, y }) => placed(view, x, y));
  if (old === undefined || now === undefined) return "";
  if (Math.hypot(now.x - old.x, now.y - old.y) < arrowFrom) return "";
  return `M${short(old.x)} ${short(old.y)}L${short(now.x)} ${short(now.y)}`;
}

/** One symbol for all zones of a change within some pixels. */
function symbolOf(view: View, change: Change, box: Box, seen: Set<string>): string {
  const { x, y } = centerOf(box);
  const place = placed(view, x, y);
  const [left, top] = [Math.round(place.x) - 8, Math.round(place.y) - 8];
  const cell = `${Math.round(left / 4)} ${Math.round(top / 4)}`;
  if (seen.has(cell)) return "";
  seen.add(cell);
  return `<use href="#bluedot-${change}" x="${left}" y="${top}"/>`;
}

function joined(parts: readonly Parts[]): Parts {
  const all = (part: keyof Parts) => parts.map((each) => each[part]).join("");
  return {
    old: all("old"),
    area: all("area"),
    drifted: all("drifted"),
    line: all("line"),
    way: all("way"),
    symbols: all("symbols"),
  };
}

function elementsOf({ old, area, drifted, line, way, symbols }: Parts): string {
  return [
    pathElement("old", old),
    pathElement("area", area),
    pathElement("drifted", drifted),
    pathElement("line", line),
    pathElement("way", way),
    symbols,
  ].join("");
}

function unchangedOf(view: View, zones: readonly DrawnZone[], { dot, step }: Coarseness): string {
  const areas: string[] = [];
  const lines: string[] = [];
  const dots = new Set<string>();
  for (const outline of zones.flatMap(({ after }) => after)) {
    if (sizeOf(view, outline.box) >= dot) {
      (outline.type === "line" ? lines : areas).push(pathOf(view, outline, step));
    } else if (isVisible(view, outline.box)) {
      const { x, y } = centerOf(outline.box);
      const place = placed(view, x, y);
      // Dots within a pixel are one.
      dots.add(`M${Math.round(place.x)} ${Math.round(place.y)}h0`);
    }
  }
  return (
    pathElement("dot", [...dots].join("")) +
    pathElement("area", areas.join("")) +
    pathElement("line", lines.join(""))
  );
}

export function pathElement(name: string, data: string): string {
  return data === "" ? "" : `<path class="${name}" d="${data}"/>`;
}
