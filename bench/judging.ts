/** What `check` and `diff` cost, which the engine runs one after another for every zone of a program. */
import { isObject, type JsonObject } from "../provider/json";
import { check } from "../provider/lifecycle/check";
import { diff } from "../provider/lifecycle/diff";
import { zone } from "../provider/zone/definition";
import type { Figures } from "./scenario";

const count = 2_000;

/** What is judged: its title, and its geofeature. */
const kinds: readonly (readonly [string, (at: number) => JsonObject])[] = [
  ["a circle", circle],
  ["a polygon of 300 vertices", polygon],
  ["a polygon of 300 vertices that is at the limit of 70 m²", smallPolygon],
];

export const judged = kinds.map(([title]) => title);

/** The title of what is judged: milliseconds of CPU time a zone. */
export function judging(): Promise<Figures> {
  const figures = kinds.map(([title, geofeature]) => {
    const zones = Array.from({ length: count }, (_, at) => zoneOf(at, geofeature(at)));
    return [title, millisecondsFor(zones) / count] as const;
  });
  return Promise.resolve(Object.fromEntries(figures));
}

/** As in a no-op `up`: the arguments of the program and the outputs of the state are two copies. */
function millisecondsFor(zones: readonly JsonObject[]): number {
  const states = zones.map((each) => ({ ...copyOf(each), zoneId: "1", fenceIds: {} }));
  const start = process.cpuUsage();
  for (const [at, each] of zones.entries()) {
    const { inputs, failures } = check(zone, each);
    const verdict = diff(zone, states[at] ?? {}, inputs);
    if (failures.length > 0 || verdict.changes !== false)
      throw new Error(JSON.stringify({ failures, verdict }));
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function copyOf(value: JsonObject): JsonObject {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return isObject(copy) ? copy : {};
}

function zoneOf(at: number, geofeature: JsonObject): JsonObject {
  return {
    projectId: "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c",
    name: `zone-${at}`,
    minimumRetriggerTime: 3600,
    triggerOnExit: false,
    geofeatures: [geofeature],
  };
}

function placeOf(at: number): { latitude: number; longitude: number } {
  return { latitude: -40 + (at % 80) / 10, longitude: 140 + Math.floor(at / 80) / 10 };
}

function circle(at: number): JsonObject {
  return { type: "circle", name: "door", center: placeOf(at), radius: 40 };
}

function polygon(at: number, degrees = 0.001): JsonObject {
  const { latitude, longitude } = placeOf(at);
  const vertices = Array.from({ length: 300 }, (_, corner) => {
    const angle = (corner / 300) * 2 * Math.PI;
    return {
      latitude: latitude + degrees * Math.sin(angle),
      longitude: longitude + degrees * Math.cos(angle),
    };
  });
  return { type: "polygon", name: "yard", vertices };
}

/** Some 75 to 95 m², which geographiclib has to decide. */
function smallPolygon(at: number): JsonObject {
  return polygon(at, 0.00005);
}
