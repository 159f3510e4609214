/** What the tables make of the figures of a round. */
import type { Of, ScenarioName } from "./scenario";
import { phases } from "./stack";
import { counted, shown, type Row } from "./table";

/** A scenario, and one of its figures. */
type Figure = readonly [ScenarioName, string];

export function overEmpty(of: Of, scenario: ScenarioName, phase: string): number {
  return of(scenario, phase) - of("empty stack", phase);
}

/** A time of a set, less the start of the engine and of its provider's process, against a bare loop's. */
export function againstBare(what: string, atMost: number, mine: Figure, theirs: Figure): Row {
  const [scenario, phase] = mine;
  const start: Figure = ["one resource", phase.replace("distant ", "")];
  return {
    what,
    figure: (of) => (of(...mine) - of(...start)) / of(...theirs),
    unit: "ratio",
    atMost,
    from: (of) =>
      `${time(of(...mine))}, less ${time(of(...start))}, to ${time(of(...theirs))}; ${requestsOf(of, scenario, phase)}`,
  };
}

export function peakOf(of: Of, scenario: ScenarioName): number {
  return Math.max(...phases.map((phase) => of(scenario, `${phase} peak`)));
}

export function commandOf(phase: string): string {
  return phase === "no-op" ? "no-op up" : phase;
}

export function timesOf(of: Of, mine: Figure, theirs: Figure): string {
  return `${time(of(...mine))} to ${time(of(...theirs))}`;
}

/** `102 requests: 1 sign-in, …`, of the kinds that there were. */
export function requestsOf(of: Of, scenario: ScenarioName, phase: string): string {
  const kinds = ["sign-ins", "posts", "lists", "reads", "deletes"].flatMap((kind) => {
    const count = of(scenario, `${phase} ${kind}`);
    return count === 0 ? [] : [`${counted(count)} ${count === 1 ? kind.slice(0, -1) : kind}`];
  });
  return kinds.length === 0 ? "no request" : kinds.join(", ");
}

export function time(milliseconds: number): string {
  return shown(milliseconds, "time");
}

export function bytes(count: number): string {
  return shown(count, "bytes");
}
