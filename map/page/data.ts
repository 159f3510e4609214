/** The data of a map in the page, and both directions of it: Node writes the data, the browser reads it. */
import type { PlainGeofeature } from "../../geometry/plain-zone";
import type { Point } from "../../geometry/point";
import type { Change, HiddenZone } from "../../plan/zone-source";
import type { MapModel, MapZone } from "../model";
import { kindOf, kinds } from "./kinds";
import { encodeNumbers, NumberReader } from "./numbers";
import { readPoints, readShapes, ShapeWriter } from "./shapes";

/** The user's own tiles, which load after a click. */
export interface PageTiles {
  /** With `{z}`, `{x}` and `{y}`. */
  readonly template: string;
  readonly host: string;
  readonly attribution: string;
}

type Setting = readonly [property: string, before: string | null, after: string | null];

/** Every value is named here, one by one: nothing else of a model reaches the page. */
export interface PageData {
  readonly format: 1;
  readonly source: string;
  readonly kind: MapModel["kind"];
  readonly counts: Readonly<Record<Change, number>>;
  /** A letter a zone. */
  readonly changes: string;
  readonly labels: readonly string[];
  /** 0 where the name is the label. */
  readonly names: readonly (string | 0)[];
  readonly shapeNames: readonly string[];
  readonly shapes: string;
  /** By the zone's place. */
  readonly details: readonly (readonly [number, readonly string[]])[];
  readonly settings: readonly (readonly [number, readonly Setting[]])[];
  readonly hidden: readonly (readonly [label: string, letter: string, reason: HiddenZone["reason"]])[];
  readonly notes: readonly string[];
  readonly pointNames: readonly string[];
  readonly points: string;
  /** A text for each stretch. */
  readonly track: readonly string[];
  readonly tiles?: PageTiles;
}

export function encodePage(model: MapModel, tiles?: PageTiles): PageData {
  const { zones } = model;
  const writer = new ShapeWriter();
  for (const zone of zones) {
    writer.number(zone.isDrifted ? 1 : 0);
    writer.version(zone.before);
    writer.version(zone.after);
  }
  const counts = { create: 0, move: 0, update: 0, delete: 0, drift: 0, same: 0 };
  for (const { change } of kinds) counts[change] = model.counts[change];
  return {
    format: 1,
    source: model.source,
    kind: model.kind,
    counts,
    changes: zones.map(({ change }) => kindOf(change).letter).join(""),
    labels: zones.map(({ label }) => label),
    names: zones.map(({ label, name }) => (name === label ? 0 : name)),
    shapeNames: writer.names,
    shapes: encodeNumbers(writer.numbers),
    details: zones.flatMap(({ details }, at) => (details.length > 0 ? [[at, [...details]] as const] : [])),
    settings: zones.flatMap(({ settings }, at) =>
      settings.length > 0 ? [[at, settings.map(settingOf)] as const] : [],
    ),
    hidden: model.hidden.map(({ label, change, reason }) => [label, kindOf(change).letter, reason] as const),
    notes: [...model.notes],
    pointNames: model.points.map(({ name }) => name),
    points: pointsAsText(model.points.map(({ point }) => point)),
    track: model.track.map(pointsAsText),
    ...(tiles && { tiles: { template: tiles.template, host: tiles.host, attribution: tiles.attribution } }),
  };
}

export function decodePage(data: PageData): MapModel {
  const numbers = new NumberReader(data.shapes);
  const details = new Map(data.details);
  const settings = new Map(data.settings);
  const read = readShapes(numbers, data.shapeNames);
  const zones = data.labels.map((label, at): MapZone => {
    const name = data.names[at];
    const isDrifted = numbers.next() === 1;
    const before: PlainGeofeature[] | undefined = read();
    const after: PlainGeofeature[] | undefined = read();
    return {
      label,
      name: typeof name === "string" ? name : label,
      change: changeOf(data.changes.charAt(at)),
      isDrifted,
      ...(before && { before }),
      ...(after && { after }),
      details: details.get(at) ?? [],
      settings: (settings.get(at) ?? []).map(([property, old, declared]) => ({
        property,
        ...(old !== null && { before: old }),
        ...(declared !== null && { after: declared }),
      })),
    };
  });
  const points = readPoints(data.points);
  return {
    source: data.source,
    kind: data.kind,
    zones,
    counts: data.counts,
    hidden: data.hidden.map(([label, letter, reason]) => ({ label, change: changeOf(letter), reason })),
    notes: data.notes,
    points: points.map((point, at) => ({ name: data.pointNames[at] ?? "", point })),
    track: data.track.map(readPoints),
  };
}

/** The program that wrote the page wrote its data: the mark of its format suffices. */
export function isPageData(value: unknown): value is PageData {
  return typeof value === "object" && value !== null && "format" in value && value.format === 1;
}

function settingOf({ property, before, after }: MapZone["settings"][number]): Setting {
  return [property, before ?? null, after ?? null];
}

function pointsAsText(points: readonly Point[]): string {
  const writer = new ShapeWriter();
  for (const point of points) writer.point(point);
  return encodeNumbers(writer.numbers);
}

function changeOf(letter: string): Change {
  const kind = kinds.find((candidate) => candidate.letter === letter);
  if (kind === undefined) throw new Error(`${letter} stands for no change of a zone.`);
  return kind.change;
}
