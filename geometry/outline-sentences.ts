/** The faults of an outline in words. */
import { formatPlace, metresBetween, opened, type Point } from "./point";
import { ringFaults, type Edge, type RingFault } from "./ring";

/** Faults of equal advice, in one sentence without a full stop. */
export interface OutlineSentence {
  readonly sentence: string;
  readonly isWarning: boolean;
}

/** One sentence for each advice: an outline out of order has many faults of one kind. */
export function outlineSentences(
  vertices: readonly Point[],
  faults: readonly RingFault[] = ringFaults(vertices),
): OutlineSentence[] {
  const texts = faults.map((fault) => describeFault(fault, opened(vertices)));
  return [...Map.groupBy(texts, ({ advice }) => advice)].map(([advice, all]) => ({
    sentence: `${firstOf(all.map(({ fault }) => fault))}; ${advice}`,
    isWarning: all[0]?.severity === "warning",
  }));
}

/** The text of a fault; faults of equal advice are combined. */
interface FaultText {
  readonly fault: string;
  readonly advice: string;
  readonly severity?: "warning";
}

function describeFault(fault: RingFault, vertices: readonly Point[]): FaultText {
  const vertex = (at: number) => `vertex ${at} ${placeAt(vertices, at)}`;
  const edge = (each: Edge) => `edge ${each[0]}–${each[1]} from ${placeAt(vertices, each[0])}`;
  switch (fault.kind) {
    case "too few":
      return {
        fault: `they are ${fault.places} different places, but must be at least 3`,
        advice: "add those that are missing",
      };
    case "repeated":
      return {
        fault: `vertices ${fault.vertices[0]} and ${fault.vertices[1]} are one place, ${placeAt(vertices, fault.vertices[1])}`,
        advice: "the outline is the same without one of the two",
        severity: "warning",
      };
    case "crossing":
      return {
        fault: `${edge(fault.edges[0])} crosses ${edge(fault.edges[1])}`,
        advice: isOvershoot(fault.edges, vertices)
          ? "a vertex between the two overshoots, so leave it out, or move it back"
          : "list the vertices in the order in which they stand along the outline",
      };
    case "spike":
      return {
        fault: `${edge(fault.edges[0])} and ${edge(fault.edges[1])} go over each other at ${vertex(fault.vertex)}`,
        advice: "leave the vertex out, or move it aside",
      };
    case "traced twice":
      return {
        fault: `${edge(fault.edges[0])} lies on ${edge(fault.edges[1])}`,
        advice: "an outline may pass a place once, so move one of the edges, or make two polygons",
      };
    case "visited twice":
      return {
        fault: `vertices ${fault.vertices[0]} and ${fault.vertices[1]} are one place, ${placeAt(vertices, fault.vertices[0])}`,
        advice: "an outline may pass a place once, so move one of the vertices, or make two polygons",
      };
    case "touching":
      return {
        fault: `${vertex(fault.vertex)} lies on ${edge(fault.edges[1])}`,
        advice: "an outline may pass a place once, so move the vertex aside, or make two polygons",
      };
  }
}

function placeAt(vertices: readonly Point[], at: number): string {
  const place = vertices[at];
  return place === undefined ? "" : formatPlace(place);
}

/** True for a crossing that cuts off less than a tenth of the outline: one vertex is too far, the order is right. */
function isOvershoot([[, leave], [arrive]]: readonly [Edge, Edge], vertices: readonly Point[]): boolean {
  const steps = vertices.map((from, at) => metresBetween(from, vertices[at + 1] ?? vertices[0] ?? from));
  const whole = steps.reduce((sum, step) => sum + step, 0);
  const loop = steps.slice(leave, arrive).reduce((sum, step) => sum + step, 0);
  return Math.min(loop, whole - loop - (steps[leave - 1] ?? 0) - (steps[arrive] ?? 0)) < whole / 10;
}

function firstOf(faults: readonly string[]): string {
  return faults.length <= SHOWN_FAULTS
    ? faults.join(", ")
    : `${faults.slice(0, SHOWN_FAULTS).join(", ")}, and there are more`;
}

const SHOWN_FAULTS = 3;
