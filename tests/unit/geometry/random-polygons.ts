/** Polygons that nobody drew: of all sizes, all over the earth, and many of them only just a polygon. */
import { randomFrom } from "../../../emulator/random";
import type { Point } from "../../../geometry/point";

export interface RandomPolygon {
  readonly vertices: readonly Point[];
  /** Which recipe made it, for messages. */
  readonly recipe: string;
  readonly isPolar: boolean;
}

/** The same polygons for the same seed. */
export function* randomPolygons(count: number, seed: number): Generator<RandomPolygon> {
  const random = randomFrom(seed);
  for (let at = 0; at < count; at++) {
    const where = pick(random, places);
    const how = pick(random, shapes);
    const size = 10 ** (random() * 5);
    const sides = 3 + Math.floor(random() * 38);
    const outline = how.make(random, sides).map(([x, y]): Metres => [(x * size) / 2, (y * size) / 2]);
    const scaled = random() < 0.3 ? nearTheLimit(random, outline) : outline;
    const vertices = onEarth(where.centre(random), scaled);
    yield {
      vertices: random() < 0.3 ? vertices.map(rounded) : vertices,
      recipe: `${at}: ${how.name} ${where.name}, ${size.toFixed(1)} m, ${sides} vertices`,
      isPolar: where.isPolar,
    };
  }
}

type Random = () => number;
type Metres = readonly [east: number, north: number];

const places: { name: string; isPolar: boolean; centre: (random: Random) => Point }[] = [
  {
    name: "anywhere",
    isPolar: false,
    // As even as land is not; polygons of 100 km stay below 85° of latitude.
    centre: (random) => ({
      latitude: Math.max(-83, Math.min(83, degrees(Math.asin(2 * random() - 1)))),
      longitude: 360 * random() - 180,
    }),
  },
  {
    name: "on the antimeridian",
    isPolar: false,
    centre: (random) => ({ latitude: 160 * random() - 80, longitude: 180 - 1e-5 * random() }),
  },
  {
    name: "near a pole",
    isPolar: true,
    centre: (random) => ({
      latitude: (random() < 0.5 ? -1 : 1) * (90 - 10 ** (-6 * random())),
      longitude: 360 * random() - 180,
    }),
  },
];

const shapes: { name: string; make: (random: Random, sides: number) => Metres[] }[] = [
  { name: "star-shaped", make: starShaped },
  { name: "tangled", make: (random, sides) => Array.from({ length: sides }, () => within(random)) },
  {
    name: "narrow",
    make: (random, sides) => {
      const flat = 10 ** (-5 * random());
      const angle = 2 * Math.PI * random();
      return starShaped(random, sides).map(([x, y]) => turned([x, y * flat], angle));
    },
  },
  {
    name: "nearly touching",
    make: (random, sides) => {
      const outline = starShaped(random, sides + 1);
      const [a = [0, 0], b = [0, 0]] = outline;
      const part = random();
      const beside = (random() - 0.5) * 10 ** (-8 * random());
      const touch: Metres = [a[0] + part * (b[0] - a[0]) + beside, a[1] + part * (b[1] - a[1]) + beside];
      return outline.map((vertex, at) => (at === Math.floor(sides / 2) + 1 ? touch : vertex));
    },
  },
  {
    name: "with a place told twice",
    make: (random, sides) => {
      const outline = starShaped(random, sides);
      const from = Math.floor(random() * sides);
      const to = Math.floor(random() * sides);
      return outline.map((vertex, at) => (at === to ? (outline[from] ?? vertex) : vertex));
    },
  },
  {
    name: "on a grid",
    make: (random, sides) =>
      Array.from({ length: sides }, () => {
        const [x, y] = within(random);
        return [Math.round(4 * x) / 4, Math.round(4 * y) / 4];
      }),
  },
];

function starShaped(random: Random, sides: number): Metres[] {
  return Array.from({ length: sides }, (_, at) =>
    turned([0.2 + 0.8 * random(), 0], (2 * Math.PI * at) / sides),
  );
}

function within(random: Random): Metres {
  return [2 * random() - 1, 2 * random() - 1];
}

function turned([x, y]: Metres, angle: number): Metres {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

/** Scaled so that its area is within a tenth of 70 m². */
function nearTheLimit(random: Random, outline: Metres[]): Metres[] {
  const area = shoelace(outline);
  const scale = Math.sqrt((70 * (0.9 + 0.2 * random())) / area);
  const isFit = area > 0 && outline.every(([x, y]) => Math.hypot(x, y) * scale < 50_000);
  return isFit ? outline.map(([x, y]) => [x * scale, y * scale]) : outline;
}

/** The area on the plane, by the shoelace formula. */
export function shoelace(outline: readonly Metres[]): number {
  let doubled = 0;
  for (const [at, [x, y]] of outline.entries()) {
    const [nextX, nextY] = outline[(at + 1) % outline.length] ?? [x, y];
    doubled += x * nextY - nextX * y;
  }
  return Math.abs(doubled) / 2;
}

/** Metres around a place as degrees, over a round earth. */
function onEarth(centre: Point, outline: readonly Metres[]): Point[] {
  const north = radians(centre.latitude);
  const [sine, cosine] = [Math.sin(north), Math.cos(north)];
  return outline.map(([x, y]) => {
    const away = Math.hypot(x, y) / 6_371_000;
    const stretch = away === 0 ? 1 / 6_371_000 : Math.sin(away) / (away * 6_371_000);
    // Outward, eastward and to the pole, in the meridian plane of the centre.
    const out = cosine * Math.cos(away) - sine * y * stretch;
    const up = sine * Math.cos(away) + cosine * y * stretch;
    const east = x * stretch;
    const turn = centre.longitude + degrees(Math.atan2(east, out));
    return {
      latitude: degrees(Math.atan2(up, Math.hypot(out, east))),
      longitude: turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn,
    };
  });
}

/** To seven decimals, a centimetre, as many files have it. */
function rounded({ latitude, longitude }: Point): Point {
  return { latitude: Number(latitude.toFixed(7)), longitude: Number(longitude.toFixed(7)) };
}

function pick<Thing>(random: Random, things: readonly Thing[]): Thing {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new Error("nothing to pick from");
  return thing;
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
