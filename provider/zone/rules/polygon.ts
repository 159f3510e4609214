/** What a polygon must be: an outline that does not meet itself, large enough, and not too long. */
import { smallRingArea } from "../../../geometry/area";
import { metresBetween, opened, type Point } from "../../../geometry/point";
import { ringFaults, type Edge, type RingFault } from "../../../geometry/ring";
import type { Diagnostic, Rule } from "../../schema/field";
import { judgeArea } from "./area";
import { placesOf } from "../../location/places";
import { shownPlace } from "../../location/wording";

/** For a geofeature of type `polygon`. */
export const polygonRule: Rule = (polygon) => {
  const vertices = placesOf(polygon["vertices"]);
  // Fewer than three are told where the list is.
  if (vertices === undefined || vertices.length < 3) return [];
  const faults = ringFaults(vertices);
  return [...judgeOutline(vertices, faults), ...judgeSize(vertices, faults), ...judgeLength(vertices)];
};

/** What to say of one fault, and what to do about all that have the same advice. */
interface Words {
  readonly what: string;
  readonly advice: string;
  readonly severity?: "warning";
}

/** One judgement for each advice: an outline that is out of order has many faults of one kind. */
function judgeOutline(vertices: readonly Point[], faults: readonly RingFault[]): Diagnostic[] {
  const words = faults.map((fault) => wordsFor(fault, opened(vertices)));
  return [...Map.groupBy(words, ({ advice }) => advice)].map(([advice, all]) => ({
    property: "vertices",
    reason: `${someOf(all.map(({ what }) => what))}; ${advice}`,
    ...(all[0]?.severity && { severity: all[0].severity }),
  }));
}

function wordsFor(fault: RingFault, vertices: readonly Point[]): Words {
  const vertex = (at: number) => `vertex ${at} ${placeAt(vertices, at)}`;
  const edge = (each: Edge) => `edge ${each[0]}–${each[1]} from ${placeAt(vertices, each[0])}`;
  switch (fault.kind) {
    case "too few":
      return {
        what: `they are ${fault.places} different places, but must be at least 3`,
        advice: "add those that are missing",
      };
    case "repeated":
      return {
        what: `vertices ${fault.vertices[0]} and ${fault.vertices[1]} are one place, ${placeAt(vertices, fault.vertices[1])}`,
        advice: "the outline is the same without one of the two",
        severity: "warning",
      };
    case "crossing":
      return {
        what: `${edge(fault.edges[0])} crosses ${edge(fault.edges[1])}`,
        advice: isOvershoot(fault.edges, vertices)
          ? "a vertex between the two overshoots, so leave it out, or move it back"
          : "list the vertices in the order in which they stand along the outline",
      };
    case "spike":
      return {
        what: `${edge(fault.edges[0])} and ${edge(fault.edges[1])} go over each other at ${vertex(fault.vertex)}`,
        advice: "leave the vertex out, or move it aside",
      };
    case "traced twice":
      return {
        what: `${edge(fault.edges[0])} lies on ${edge(fault.edges[1])}`,
        advice: "an outline may pass a place once, so move one of the edges, or make two polygons",
      };
    case "visited twice":
      return {
        what: `vertices ${fault.vertices[0]} and ${fault.vertices[1]} are one place, ${placeAt(vertices, fault.vertices[0])}`,
        advice: "an outline may pass a place once, so move one of the vertices, or make two polygons",
      };
    case "touching":
      return {
        what: `${vertex(fault.vertex)} lies on ${edge(fault.edges[1])}`,
        advice: "an outline may pass a place once, so move the vertex aside, or make two polygons",
      };
  }
}

function placeAt(vertices: readonly Point[], at: number): string {
  const place = vertices[at];
  return place === undefined ? "" : shownPlace(place);
}

/** A crossing that cuts off less than a tenth of the outline comes of a vertex too far, and not of a wrong order. */
function isOvershoot([[, leave], [arrive]]: readonly [Edge, Edge], vertices: readonly Point[]): boolean {
  const steps = vertices.map((from, at) => metresBetween(from, vertices[at + 1] ?? vertices[0] ?? from));
  const whole = steps.reduce((sum, step) => sum + step, 0);
  const loop = steps.slice(leave, arrive).reduce((sum, step) => sum + step, 0);
  return Math.min(loop, whole - loop - (steps[leave - 1] ?? 0) - (steps[arrive] ?? 0)) < whole / 10;
}

function someOf(said: readonly string[]): string {
  const most = 3;
  return said.length <= most ? said.join(", ") : `${said.slice(0, most).join(", ")}, and there are more`;
}

/** What encloses an area in more than one direction has no size to speak of. */
function judgeSize(vertices: readonly Point[], faults: readonly RingFault[]): Diagnostic[] {
  const isEnclosing = faults.every(({ kind }) => kind === "repeated" || kind === "touching");
  const area = isEnclosing ? smallRingArea(vertices) : undefined;
  return area === undefined ? [] : judgeArea("vertices", area, advice);
}

const advice =
  "make the outline larger, or leave the polygon out where it is a sliver (`dropSmallerThan` of fromGeoJson does)";

const mostVertices = 300;

function judgeLength(vertices: readonly Point[]): Diagnostic[] {
  const count = opened(vertices).length;
  if (count <= mostVertices) return [];
  const reason = `it has ${count} vertices, but Bluedot advises fewer than ${mostVertices}; leave out those that hardly change the outline`;
  return [{ property: "vertices", reason, severity: "warning" }];
}
