/** A row of the table: one figure of a round. */
import type { Of, ScenarioName } from "./scenarios";

export interface Row {
  readonly what: string;
  /** The figure of one round: what is compared was measured in the same round. */
  readonly figure: (of: Of) => number;
  readonly unit: keyof typeof units;
  readonly atMost?: number;
  /** Default: nothing. */
  readonly from?: (of: Of) => string;
}

export const units = {
  ratio: (figure: number) => figure.toFixed(2),
  time: (milliseconds: number) => `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 2 : 1)} s`,
  bytes: (bytes: number) => (bytes < 1e6 ? `${counted(bytes)} bytes` : `${(bytes / 1e6).toFixed(0)} MB`),
  count: (count: number) => counted(count),
};

export function counted(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}

/** More of the same, against less of it. */
export function growth(what: string, scenario: ScenarioName, many: string, few: string): Row {
  return {
    what,
    figure: (of) => of(scenario, many) / of(scenario, few),
    unit: "ratio",
    atMost: 11,
    from: (of) => `${units.time(of(scenario, many))} to ${units.time(of(scenario, few))}`,
  };
}
