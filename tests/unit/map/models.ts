/** Models of maps with invented zones, for tests and for looking at the page. */
import type { PlainGeofeature } from "../../../geometry/plain-zone";
import type { Point } from "../../../geometry/point";
import { detailsOf } from "../../../map/details";
import type { MapModel, MapZone } from "../../../map/model";
import type { Change } from "../../../plan/zone-source";

/** A model around zones; its counts are theirs. */
export function modelOf(zones: readonly MapZone[], rest: Partial<MapModel> = {}): MapModel {
  const counts: Record<Change, number> = { create: 0, move: 0, update: 0, delete: 0, drift: 0, same: 0 };
  for (const { change } of zones) counts[change] += 1;
  return {
    source: "plan.json",
    kind: "plan",
    zones,
    counts,
    hidden: [],
    notes: [],
    points: [],
    track: [],
    ...rest,
  };
}

/** With the details that tell two versions apart, unless it has its own. */
export function zoneOf(label: string, change: Change, rest: Partial<MapZone> = {}): MapZone {
  const zone = { label, name: label, change, isDrifted: change === "drift", settings: [], ...rest };
  const versionOf = (geofeatures: MapZone["after"]) => geofeatures && { name: zone.name, geofeatures };
  const [before, after] = [versionOf(rest.before), versionOf(rest.after)];
  const details = before && after ? detailsOf({ ...zone, before, after }) : [];
  return { details, ...zone };
}

/** A circle so many metres north and east of a place, which is in Melbourne if not said. */
export function circle(
  name: string,
  north: number,
  east: number,
  radius: number,
  from = melbourne,
): PlainGeofeature {
  return { type: "circle", name, center: beside(from, north, east), radius };
}

function beside(from: Point, north: number, east: number): Point {
  const latitude = from.latitude + north / 111_195;
  const longitude = from.longitude + east / (111_195 * Math.cos((from.latitude * Math.PI) / 180));
  return { latitude, longitude };
}

const melbourne: Point = { latitude: -37.8136, longitude: 144.9631 };

/** A plan with every kind of change and every type of shape. */
export function everyChange(): MapModel {
  const polygon = (name: string, ...corners: [number, number][]): PlainGeofeature => ({
    type: "polygon",
    name,
    vertices: corners.map(([north, east]) => beside(melbourne, north, east)),
  });
  const line = (name: string, ...corners: [number, number][]): PlainGeofeature => ({
    type: "geoline",
    name,
    vertices: corners.map(([north, east]) => beside(melbourne, north, east)),
  });
  const box = (name: string, south: number, west: number, north: number, east: number): PlainGeofeature => ({
    type: "boundingBox",
    name,
    southWest: beside(melbourne, south, west),
    northEast: beside(melbourne, north, east),
  });
  const set = (key: string, name: string): { label: string; name: string } => ({
    label: `stores["${key}"]`,
    name,
  });
  return modelOf(
    [
      zoneOf("harbour", "create", {
        ...set("harbour", "Harbour Roasters"),
        after: [
          circle("counter", -120, -1150, 190),
          line("drive-through", [-420, -1500], [-250, -1000], [-330, -760]),
        ],
      }),
      zoneOf("garden", "create", {
        ...set("garden", "Garden Kiosk"),
        after: [polygon("lawn", [900, 600], [1010, 980], [760, 1180], [520, 930], [600, 640])],
      }),
      zoneOf("depot", "create", {
        ...set("depot", "Night Depot"),
        after: [box("yard", 1120, -1400, 1390, -1020)],
      }),
      zoneOf("cafe", "move", {
        ...set("cafe", "Corner Café"),
        before: [circle("door", 330, -520, 140)],
        after: [circle("door", 470, -180, 210)],
        settings: [{ property: "minimumRetriggerTime", before: "3600 s", after: "1800 s" }],
      }),
      zoneOf("market", "move", {
        ...set("market", "Old Market"),
        before: [polygon("halls", [-420, 420], [-380, 900], [-680, 960], [-730, 460])],
        after: [polygon("halls", [-420, 420], [-360, 1080], [-720, 1130], [-900, 760], [-730, 460])],
        isDrifted: true,
      }),
      zoneOf("arena", "update", {
        ...set("arena", "Arena Bar"),
        after: [circle("arena", 60, 1560, 230)],
        settings: [
          { property: "triggerOnExit", before: "false", after: "true" },
          { property: "tags", before: "bar", after: "bar, event" },
          { property: "actions" },
        ],
      }),
      zoneOf("pier", "delete", {
        ...set("pier", "Pier Stand"),
        before: [polygon("pier", [-1020, -900], [-930, -520], [-1210, -420], [-1290, -820])],
      }),
      zoneOf("tram", "delete", { ...set("tram", "Tram Stop 9"), before: [circle("stop", 1280, 120, 120)] }),
      zoneOf("library", "drift", {
        ...set("library", "Library Lane"),
        before: [circle("lane", 870, -760, 110)],
        after: [circle("lane", 870, -760, 220)],
      }),
      zoneOf("gallery", "same", {
        ...set("gallery", "Gallery Stairs"),
        after: [circle("stairs", -60, 330, 150), { type: "beacon", name: "till" }],
      }),
      zoneOf("bridge", "same", {
        ...set("bridge", "Bridge Kiosk"),
        after: [box("kiosk", -330, -330, -190, -60)],
      }),
      zoneOf("station", "same", {
        ...set("station", "Station Hall"),
        after: [polygon("hall", [120, 700], [300, 1130], [130, 1200], [-30, 800])],
      }),
      zoneOf("southbank", "same", {
        ...set("southbank", "Southbank Stall"),
        after: [circle("stall", -1010, 280, 130)],
      }),
    ],
    {
      hidden: [
        { label: 'stores["lab"]', change: "create", reason: "known after up" },
        { label: 'stores["vault"]', change: "update", reason: "secret" },
      ],
    },
  );
}

/** So many zones over some hundred towns of the world, a third of them polygons; few change. Equal seeds give equal models. */
export function manyZones(count: number, seed = 1): MapModel {
  const random = numbersFrom(seed);
  const towns = Array.from({ length: 120 }, () => ({
    latitude: random() * 95 - 40,
    longitude: random() * 320 - 160,
  }));
  const changes: readonly Change[] = ["create", "move", "move", "update", "delete", "drift"];
  const zones = Array.from({ length: count }, (_, at): MapZone => {
    const town = towns[Math.floor(random() ** 1.5 * towns.length)] ?? melbourne;
    const [north, east] = [(random() - 0.5) * 24_000, (random() - 0.5) * 24_000];
    const place = beside(town, north, east);
    const shape = (radius: number, from: Point, name: string): PlainGeofeature =>
      at % 3 === 0 ? ringAround(name, from, radius, random) : { type: "circle", name, center: from, radius };
    const shapes = [shape(40 + random() * 160, place, "door")];
    if (at % 2 === 0) shapes.push(shape(30 + random() * 80, beside(place, 300, 100), "car park"));
    const change = at % 40 === 7 ? (changes[Math.floor(random() * changes.length)] ?? "same") : "same";
    const key = String(at).padStart(5, "0");
    return zoneOf(`stores["store-${key}"]`, change, {
      name: `Store ${key}`,
      ...(change !== "delete" && { after: shapes }),
      ...(change === "delete" && { before: shapes }),
      ...(change === "move" && {
        before: [shape(60, beside(place, 120, -80), "door")],
        details: ["door: centre moved 144 m SE"],
      }),
      ...(change === "update" && {
        settings: [{ property: "triggerOnExit", before: "false", after: "true" }],
      }),
    });
  });
  return modelOf(zones, { source: "stores.json" });
}

function ringAround(name: string, center: Point, radius: number, random: () => number): PlainGeofeature {
  const count = 8 + Math.floor(random() * 5);
  const vertices = Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * 2 * Math.PI;
    const length = radius * (0.7 + random() * 0.3);
    const { latitude, longitude } = beside(center, Math.sin(angle) * length, Math.cos(angle) * length);
    return { latitude: Number(latitude.toFixed(7)), longitude: Number(longitude.toFixed(7)) };
  });
  return { type: "polygon", name, vertices };
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
