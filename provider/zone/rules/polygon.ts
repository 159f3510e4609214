/** What a polygon must be: an outline that does not meet itself, large enough, and not too long. */
import { smallRingArea } from "../../geometry/area";
import { opened, type Point } from "../../geometry/point";
import { ringFaults, type Edge, type RingFault } from "../../geometry/ring";
import type { Judgement, Rule } from "../../schema/field";
import { judgeArea } from "./area";
import { placesOf } from "./places";

/** For a geofeature of type `polygon`. */
export const polygonRule: Rule = (polygon) => {
  const vertices = placesOf(polygon["vertices"]);
  // Fewer than three are told where the list is.
  if (vertices === undefined || vertices.length < 3) return [];
  const faults = ringFaults(vertices);
  return [...judgeOutline(faults), ...judgeSize(vertices, faults), ...judgeLength(vertices)];
};

/** One judgement for each kind of fault: an outline that is out of order has many of them. */
function judgeOutline(faults: readonly RingFault[]): Judgement[] {
  const kinds = new Map<string, { said: string[]; advice: string }>();
  for (const fault of faults) {
    const { what, advice } = wordsFor(fault);
    const kind = kinds.get(fault.kind);
    if (kind) kind.said.push(what);
    else kinds.set(fault.kind, { said: [what], advice });
  }
  return [...kinds.values()].map(({ said, advice }) => ({
    property: "vertices",
    reason: `${someOf(said)}; ${advice}`,
  }));
}

function wordsFor(fault: RingFault): { what: string; advice: string } {
  switch (fault.kind) {
    case "too few":
      return {
        what: `they are ${fault.places} different places, but must be at least 3`,
        advice: "add those that are missing",
      };
    case "repeated":
      return {
        what: `vertices ${fault.vertices[0]} and ${fault.vertices[1]} are one place`,
        advice: "leave one of the two out",
      };
    case "crossing":
      return {
        what: `${shown(fault.edges[0])} crosses ${shown(fault.edges[1])}`,
        advice: "list the vertices in the order in which they stand along the outline",
      };
    case "spike":
      return {
        what: `${shown(fault.edges[0])} and ${shown(fault.edges[1])} go over each other at vertex ${fault.vertex}`,
        advice: "leave the vertex out, or move it aside",
      };
    case "traced twice":
      return {
        what: `${shown(fault.edges[0])} lies on ${shown(fault.edges[1])}`,
        advice: "an outline may pass a place once, so move one of the edges, or make two polygons",
      };
    case "visited twice":
      return {
        what: `vertices ${fault.vertices[0]} and ${fault.vertices[1]}, where ${shown(fault.edges[0])} and ${shown(fault.edges[1])} end, are one place`,
        advice: "an outline may pass a place once, so move one of the vertices, or make two polygons",
      };
    case "touching":
      return {
        what: `vertex ${fault.vertex}, where ${shown(fault.edges[0])} ends, lies on ${shown(fault.edges[1])}`,
        advice: "an outline may pass a place once, so move the vertex aside, or make two polygons",
      };
  }
}

function shown([from, to]: Edge): string {
  return `edge ${from}–${to}`;
}

function someOf(said: readonly string[]): string {
  const most = 3;
  return said.length <= most ? said.join(", ") : `${said.slice(0, most).join(", ")}, and there are more`;
}

/** What encloses an area in more than one direction has no size to speak of. */
function judgeSize(vertices: readonly Point[], faults: readonly RingFault[]): Judgement[] {
  const isEnclosing = faults.every(({ kind }) => kind === "repeated" || kind === "touching");
  const area = isEnclosing ? smallRingArea(vertices) : undefined;
  return area === undefined ? [] : judgeArea("vertices", area, "vertices");
}

const mostVertices = 300;

function judgeLength(vertices: readonly Point[]): Judgement[] {
  const count = opened(vertices).length;
  if (count <= mostVertices) return [];
  const reason = `it has ${count} vertices, but Bluedot advises fewer than ${mostVertices}; leave out those that hardly change the outline`;
  return [{ property: "vertices", reason, severity: "warning" }];
}
