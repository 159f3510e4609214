/** The table of docs/performance.md: each row is one figure, its aim, and the figures that it is made of. */
import type { Of, ScenarioName } from "./scenarios";
import { counted, units, type Row } from "./row";
import { phases, type Phase } from "./stack";

/** @param rounds the figures of each round; a row shows the median, and the least and the most where they differ */
export function tableOf(rows: readonly Row[], rounds: readonly Of[]): string {
  const medians: Of = (...figure) => median(rounds.map((of) => of(...figure)));
  const lines = rows.map(({ what, figure, unit, atMost, from }) => {
    const figures = rounds.map(figure);
    const [least, most] = [Math.min(...figures), Math.max(...figures)].map(units[unit]);
    const spread = least === most ? "" : ` (${least} to ${most})`;
    const aim = atMost === undefined ? "" : `≤ ${units[unit](atMost)}`;
    return `| ${what} | ${units[unit](median(figures))}${spread} | ${aim} | ${from?.(medians) ?? ""} |`;
  });
  return ["| | figure | aim | from |", "| --- | --- | --- | --- |", ...lines].join("\n");
}

/** Of a round that has measured the provider. */
export function providerRows(zones: number): readonly Row[] {
  const [few, many] = [counted(zones), counted(10 * zones)];
  return [
    againstEmptyProvider(`\`up\` of ${few} \`Zone\`s, against a provider that does nothing`, "up", 1.05),
    againstEmptyProvider("no-op `up` of them, likewise", "no-op up", 1.02),
    againstEmptyProvider("`refresh` of them, likewise", "refresh", 1.5),
    againstEmptyProvider("`destroy` of them, likewise", "destroy", 1.05),
    againstBareLoop(
      `\`up\` of ${many} zones in a \`ZoneSet\`, against a bare loop of the POSTs`,
      "up",
      "post",
      1.2,
    ),
    againstBareLoop("`refresh` of them, against the bare listing", "refresh", "list", 1.3),
    {
      what: "no-op `up` of them",
      figure: (of) => of("set", "no-op up"),
      unit: "time",
      from: (of) => requestsOf(of, "set", "no-op up"),
    },
    {
      what: "`destroy` of them",
      figure: (of) => of("set", "destroy"),
      unit: "time",
    },
    {
      what: "memory of the provider's process at its highest, with them",
      figure: (of) => Math.max(...phases.map((phase) => of("set", `${phase} peak`))),
      unit: "bytes",
      atMost: 400e6,
      from: (of) => phases.map((phase) => `${phase} ${units.bytes(of("set", `${phase} peak`))}`).join(", "),
    },
    { what: "state of a `Zone`", figure: (of) => of("zones", "state"), unit: "bytes" },
    { what: "state of a zone in a `ZoneSet`", figure: (of) => of("set", "state"), unit: "bytes" },
  ];
}

function againstEmptyProvider(what: string, phase: Phase, atMost: number): Row {
  return {
    what,
    figure: (of) => of("zones", phase) / of("empty provider", phase),
    unit: "ratio",
    atMost,
    from: (of) =>
      `${units.time(of("zones", phase))} to ${units.time(of("empty provider", phase))}; ${requestsOf(of, "zones", phase)}`,
  };
}

/** A time of the set, less the start of the engine and of the provider's process, against a bare loop's. */
function againstBareLoop(what: string, phase: Phase, kind: "post" | "list", atMost: number): Row {
  const timesOf = (of: Of) => [of("set", phase), of("start", phase), of("bare", kind)] as const;
  return {
    what,
    figure: (of) => {
      const [set, start, bare] = timesOf(of);
      return (set - start) / bare;
    },
    unit: "ratio",
    atMost,
    from: (of) => {
      const [set, start, bare] = timesOf(of).map(units.time);
      return `${set}, less ${start}, to ${bare}; ${requestsOf(of, "set", phase)}`;
    },
  };
}

/** `1 sign-in, 2 lists`, of the kinds that there were. */
function requestsOf(of: Of, scenario: ScenarioName, phase: Phase): string {
  const kinds = ["sign-ins", "posts", "lists", "reads", "deletes"].flatMap((kind) => {
    const count = of(scenario, `${phase} ${kind}`);
    return count === 0 ? [] : [`${counted(count)} ${count === 1 ? kind.slice(0, -1) : kind}`];
  });
  return kinds.length === 0 ? "no request" : kinds.join(", ");
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? NaN) + high) / 2;
}
