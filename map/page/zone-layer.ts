/** Draws zones: as shapes where they are large enough to be seen, else as symbols. */
import type { Change } from "../../plan/zone-source";
import { kinds } from "./kinds";
import { centerOf, type Box } from "./outline";
import { emptyStrokes, type StrokePainter, type Strokes } from "./strokes";
import type { Symbols } from "./symbols";
import type { Theme } from "./theme";
import { frameOf, trace, xIn, yIn, type Frame } from "./trace";
import { boxOf, copiesIn, toScreen, type View } from "./view";
import type { DrawnZone, Version } from "./zones";

/** Pixels below which a version of a zone, or one of its shapes, is drawn as a symbol. */
const TINY = { changed: 22, same: 6, shape: 3 };
/** Pixels from which an area is filled with its pattern. */
const PATTERNED = TINY.changed;
/** Symbols that would lie nearly on one another are drawn once. */
const CELL = 4;
/** Symbols as far outside the window as this are seen in part. */
const MARGIN = 24;
const ARROW_FROM = 26;

/** Where a zone stands in the picture, for its label and for the ring around a selected one. */
export interface Mark {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  /** Half of its size, in pixels. */
  readonly reach: number;
}

export interface ZonePicture {
  readonly marks: readonly Mark[];
  readonly drawn: Readonly<Record<Change, number>>;
  /** Versions before, beside those after. */
  readonly old: number;
}

interface PlacedSymbol {
  readonly x: number;
  readonly y: number;
  readonly isOld: boolean;
}

/**
 * @param shown the places of the zones to draw, the most important first
 */
export function paintZones(
  context: CanvasRenderingContext2D,
  zones: readonly DrawnZone[],
  shown: readonly number[],
  view: View,
  painter: StrokePainter,
  symbols: Symbols,
): ZonePicture {
  const collected = collect(zones, shown, view);
  const origin = toScreen(view, 0, 0);
  for (const { change } of kinds.toReversed()) {
    const strokes = collected.strokes.get(change);
    if (strokes !== undefined) painter.paint(context, change, strokes, origin.x, origin.y);
  }
  const size = sizeOfSymbols(collected.symbols);
  for (const { change } of kinds.toReversed()) {
    for (const symbol of collected.symbols.get(change) ?? []) symbols.paint(context, change, symbol, size);
  }
  return collected;
}

/** A ring of light around the selected zone. */
export function paintSelected(
  context: CanvasRenderingContext2D,
  zone: DrawnZone,
  view: View,
  theme: Theme,
): void {
  if (zone.box === undefined) return;
  const frame = frameOf(view);
  const path = new Path2D();
  for (const by of copiesIn(boxOf(view, 40), zone.box)) {
    for (const version of [zone.before, zone.after]) {
      if (version === undefined) continue;
      const { x, y } = centerOf(version.box);
      if (!isTiny(zone, version, frame)) {
        for (const outline of version.outlines) trace(path, outline, by, frame);
      } else {
        const center = { x: xIn(frame, x + by), y: yIn(frame, y) };
        path.moveTo(center.x + 13, center.y);
        path.arc(center.x, center.y, 13, 0, 2 * Math.PI);
      }
    }
  }
  context.lineJoin = "round";
  for (const [color, width] of [
    [theme.halo, 12],
    [theme.accent, 8.5],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke(path);
  }
}

function collect(
  zones: readonly DrawnZone[],
  shown: readonly number[],
  view: View,
): ZonePicture & { strokes: Map<Change, Strokes>; symbols: Map<Change, PlacedSymbol[]> } {
  const frame = frameOf(view);
  const window = boxOf(view, MARGIN);
  const strokes = new Map<Change, Strokes>();
  const symbols = new Map<Change, PlacedSymbol[]>();
  const taken = new Set<number>();
  const marks: Mark[] = [];
  const drawn = { create: 0, move: 0, update: 0, delete: 0, drift: 0, same: 0 };
  let old = 0;

  const putSymbol = (change: Change, box: Box, by: number, isOld: boolean): void => {
    const center = centerOf(box);
    const [x, y] = [xIn(frame, center.x + by), yIn(frame, center.y)];
    if (x < -MARGIN || y < -MARGIN || x > view.width + MARGIN || y > view.height + MARGIN) return;
    const cell = Math.round((x + MARGIN) / CELL) * 8192 + Math.round((y + MARGIN) / CELL);
    if (taken.has(cell)) return;
    taken.add(cell);
    const placed = symbols.get(change) ?? [];
    placed.push({ x, y, isOld });
    symbols.set(change, placed);
  };

  const putVersion = (zone: DrawnZone, version: Version, by: number, isOld: boolean): void => {
    const { change } = zone.kind;
    if (isTiny(zone, version, frame)) return putSymbol(change, version.box, by, isOld);
    const into = strokes.get(change) ?? emptyStrokes();
    strokes.set(change, into);
    for (const outline of version.outlines) {
      if (sizeOf(outline.box, frame) < TINY.shape) {
        putSymbol(change, outline.box, by, isOld);
        continue;
      }
      if (copiesIn(window, outline.box).length === 0) continue;
      const path = isOld ? into.old : outline.type === "line" ? into.lines : into.areas;
      trace(path, outline, by, frame);
      if (isOld || outline.type === "line" || sizeOf(outline.box, frame) < PATTERNED) continue;
      trace(into.patterned, outline, by, frame);
      if (zone.model.isDrifted && change !== "drift") trace(into.drifted, outline, by, frame);
    }
  };

  for (const at of shown) {
    const zone = zones[at];
    if (zone?.box === undefined) continue;
    for (const by of copiesIn(window, zone.box)) {
      drawn[zone.kind.change] += 1;
      const main = zone.after ?? zone.before;
      // The version after comes first: where both lie on one another, its symbol stays.
      if (main) putVersion(zone, main, by, false);
      if (main) marks.push(markOf(at, main, by, frame));
      if (zone.after && zone.before) {
        old += 1;
        putVersion(zone, zone.before, by, true);
        putArrow(strokes, zone, by, frame);
      }
    }
  }
  return { strokes, symbols, marks, drawn, old };
}

/** Where there are thousands, they are smaller, so that the map is more than one carpet. */
function sizeOfSymbols(symbols: ReadonlyMap<Change, readonly PlacedSymbol[]>): number {
  const count = [...symbols.values()].reduce((sum, { length }) => sum + length, 0);
  if (count > 2500) return 0.55;
  return count > 600 ? 0.75 : 1;
}

function putArrow(strokes: Map<Change, Strokes>, zone: DrawnZone, by: number, frame: Frame): void {
  if (!zone.before || !zone.after) return;
  const [from, to] = [centerOf(zone.before.box), centerOf(zone.after.box)];
  const [x, y] = [xIn(frame, to.x + by), yIn(frame, to.y)];
  const [dx, dy] = [x - xIn(frame, from.x + by), y - yIn(frame, from.y)];
  const length = Math.hypot(dx, dy);
  if (length < ARROW_FROM || length > 20_000) return;
  const into = strokes.get(zone.kind.change) ?? emptyStrokes();
  strokes.set(zone.kind.change, into);
  // It ends before a symbol, whose middle it would hide.
  const gap = Math.min(10, length / 4);
  const [endX, endY] = [x - (dx / length) * gap, y - (dy / length) * gap];
  into.arrows.moveTo(x - dx, y - dy);
  into.arrows.lineTo(endX, endY);
  for (const side of [2.6, -2.6]) {
    const angle = Math.atan2(dy, dx) + side;
    into.arrows.moveTo(endX, endY);
    into.arrows.lineTo(endX + Math.cos(angle) * 7, endY + Math.sin(angle) * 7);
  }
}

function markOf(at: number, { box }: Version, by: number, frame: Frame): Mark {
  const { x, y } = centerOf(box);
  const reach = Math.max(9, ((box.south - box.north) / 2) * frame.scale + 2);
  return { at, x: xIn(frame, x + by), y: yIn(frame, y), reach };
}

/** True if a version is drawn as a symbol. Both versions of a zone are drawn alike, unless one could not be seen. */
function isTiny({ kind, size }: DrawnZone, version: Version, frame: Frame): boolean {
  if (sizeOf(version.box, frame) < TINY.same) return true;
  return kind.change !== "same" && size * frame.scale < TINY.changed;
}

function sizeOf(box: Box, frame: Frame): number {
  return Math.max(box.east - box.west, box.south - box.north) * frame.scale;
}
