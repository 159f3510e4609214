/** A table: rows that are each one figure, its aim, and what it was made of. */
import type { Of, ScenarioName } from "./scenario";
import { median } from "./statistics";

export interface Table {
  /** As it is asked for: `npm run bench -- zones`. */
  readonly name: string;
  readonly title: string;
  /** What has to be run for it. */
  readonly needs: readonly ScenarioName[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly what: string;
  /** The figure of one round: what is compared was measured in the same round. The row shows the median of all. */
  readonly figure: (of: Of) => number;
  readonly unit: Unit;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** What the figure was made of, in medians. Default: nothing. */
  readonly from?: (of: Of) => string;
}

export type Unit = keyof typeof units;

const units = {
  ratio: (figure: number) => figure.toFixed(2),
  times: (figure: number) => `${figure.toFixed(1)} times`,
  time: (milliseconds: number) =>
    Math.abs(milliseconds) < 100 ? `${shortTime(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`,
  bytes: (bytes: number) => (bytes < 1e6 ? `${counted(bytes)} bytes` : `${(bytes / 1e6).toFixed(0)} MB`),
  count: (count: number) => counted(count),
} as const;

export function shown(figure: number, unit: Unit): string {
  return units[unit](figure);
}

export function counted(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}

function shortTime(milliseconds: number): string {
  return milliseconds.toFixed(Math.abs(milliseconds) < 10 ? 2 : 0);
}

export interface Result {
  readonly what: string;
  readonly unit: Unit;
  readonly figure: number;
  /** The least and the most of all rounds. */
  readonly range: readonly [number, number];
  readonly aim: string;
  /** Whether the aim is reached; undefined where there is none. */
  readonly isReached: boolean | undefined;
  readonly from: string;
}

/** @param rounds the figures of each round; `medians` those of all */
export function resultOf(row: Row, rounds: readonly Of[], medians: Of): Result {
  const { what, unit, atMost, atLeast, from } = row;
  const figures = rounds.map(row.figure);
  const figure = median(figures);
  const hasAim = atMost !== undefined || atLeast !== undefined;
  return {
    what,
    unit,
    figure,
    range: [Math.min(...figures), Math.max(...figures)],
    aim: [
      ...(atMost === undefined ? [] : [`≤ ${shown(atMost, unit)}`]),
      ...(atLeast === undefined ? [] : [`≥ ${shown(atLeast, unit)}`]),
    ].join(", "),
    isReached: hasAim ? figure <= (atMost ?? Infinity) && figure >= (atLeast ?? -Infinity) : undefined,
    from: from?.(medians) ?? "",
  };
}

export function markdownOf(results: readonly Result[]): string {
  const lines = results.map(({ what, figure, range, unit, aim, from }) => {
    const [least, most] = range.map((end) => shown(end, unit));
    const spread = least === most ? "" : ` (${least} to ${most})`;
    return `| ${what} | ${shown(figure, unit)}${spread} | ${aim} | ${from} |`;
  });
  return ["| what | figure | aim | from |", "| --- | --- | --- | --- |", ...lines].join("\n");
}
