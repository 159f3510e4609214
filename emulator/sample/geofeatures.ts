/** The five kinds of geofeature, each around a place. */
import type { NewBeacon } from "../entities/beacon";
import type { Point } from "../entities/fields";
import type { NewZone } from "../entities/zone";
import type { Dice } from "./dice";
import { inTurn, type Some } from "./dice";
import { fenceName } from "./names";
import { beside, near } from "./places";

type NewGeofeature = NewZone["geofeatures"][number];

/** The given number of geofeatures, kind after kind in turn; beacons only if the account has some. */
export function geofeatures(
  {
    turn,
    count,
    place,
    beacons,
  }: { turn: number; count: number; place: Point; beacons: readonly NewBeacon[] },
  dice: Dice,
): NewGeofeature[] {
  const kinds: Some<(name: string, at: Point, dice: Dice) => NewGeofeature> = [
    circle,
    boundingBox,
    polygon,
    geoline,
    ...(isSome(beacons) ? [(name: string) => ofBeacon(name, dice.from(beacons), dice)] : []),
  ];
  return Array.from({ length: count }, (_, index) => ({
    _id: dice.uuid(),
    ...inTurn(kinds, turn + index)(fenceName(turn + index), near(place, dice), dice),
    ...newer(turn + index),
  }));
}

function circle(name: string, at: Point, dice: Dice): NewGeofeature {
  return { type: "circle", name, center: at, radius: dice.from([5, 12.5, 40, 250, 2500]), ...color(dice) };
}

function boundingBox(name: string, at: Point, dice: Dice): NewGeofeature {
  const [north, east] = [dice.between(10, 200), dice.between(10, 200)];
  return {
    type: "boundingBox",
    name,
    northEast: beside(at, north, east),
    southWest: beside(at, -north, -east),
    ...color(dice),
  };
}

/** Corners in turn around a point, so that no edge meets another. */
function polygon(name: string, at: Point, dice: Dice): NewGeofeature {
  const corners = dice.from([3, 4, 5, 8, 30]);
  const vertices = Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners;
    const radius = dice.between(20, 60);
    return beside(at, radius * Math.sin(angle), radius * Math.cos(angle));
  });
  return { type: "polygon", name, vertices, ...color(dice) };
}

/** Northward with every step, so that no point comes twice. */
function geoline(name: string, at: Point, dice: Dice): NewGeofeature {
  const vertices = Array.from({ length: dice.between(2, 6) }, (_, step) =>
    beside(at, step * 30 + dice.between(0, 9), dice.between(-40, 40)),
  );
  return { type: "geoline", name, vertices };
}

/** A beacon of the account, with the fields that a zone says of it. */
function ofBeacon(name: string, beacon: NewBeacon, dice: Dice): NewGeofeature {
  const { beaconType, location, proximityUUID, major, minor, macAddress, txPower } = beacon;
  const proximity = dice.from<{ proximity?: string }>([
    {},
    { proximity: "Immediate" },
    { proximity: "Near" },
    { proximity: "Far" },
  ]);
  const ios = beaconType === "Android" ? {} : { proximityUUID, major, minor };
  const android = beaconType === "IOS" ? {} : { macAddress, txPower };
  return { type: "beacon", name, beaconType, location, ...ios, ...android, ...proximity };
}

function color(dice: Dice): { color?: string } {
  return dice.from<{ color?: string }>([
    {},
    { color: "#429BD5" },
    { color: "#fefefe" },
    { color: "#00Aa11" },
  ]);
}

/** Fields of a newer API. */
function newer(turn: number): Record<string, unknown> {
  return turn % 3 === 0 ? { height: { from: -2.5, to: 12 }, levels: ["B1", "G"] } : {};
}

function isSome<T>(list: readonly T[]): list is Some<T> {
  return list.length > 0;
}
