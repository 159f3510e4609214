/** The tables of docs/performance.md, for so many zones; what is large has ten times as many. */
import { latencies } from "./adoption";
import { againstBare, bytes, commandOf, overEmpty, peakOf, requestsOf, time, timesOf } from "./figures";
import { judged } from "./judging";
import { packages } from "./load";
import { DISTANCE, phases } from "./stack";
import { counted, type Row, type Table } from "./table";

export function tablesFor(zones: number): readonly Table[] {
  const few = counted(zones);
  const many = counted(10 * zones);
  return [
    {
      name: "zones",
      title: `${few} \`Zone\`s against a provider that does nothing`,
      needs: ["zones", "empty provider", "zones without checkpoints"],
      rows: [
        ...(
          [
            ["up", 1.05],
            ["no-op", 1.02],
            ["refresh", 1.5],
            ["destroy", 1.05],
          ] as const
        ).map(([phase, atMost]): Row => ({
          what: `\`${commandOf(phase)}\``,
          figure: (of) => of("zones", phase) / of("empty provider", phase),
          unit: "ratio",
          atMost,
          from: (of) =>
            `${timesOf(of, ["zones", phase], ["empty provider", phase])}; ${requestsOf(of, "zones", phase)}`,
        })),
        ...(["up", "destroy"] as const).map((phase): Row => ({
          what: `\`${phase}\` with \`PULUMI_SKIP_CHECKPOINTS\`, against without`,
          figure: (of) => of("zones", phase) / of("zones without checkpoints", phase),
          unit: "times",
          from: (of) => timesOf(of, ["zones without checkpoints", phase], ["zones", phase]),
        })),
      ],
    },
    {
      name: "sets",
      title: `${few} and ${many} zones in a \`ZoneSet\``,
      needs: [
        "set",
        "bare",
        "distant set",
        "distant bare",
        "large set",
        "large set in little memory",
        "large bare",
        "large distant set",
        "large distant bare",
        "zones",
        "empty stack",
        "one resource",
      ],
      rows: [
        againstBare(
          `\`up\` of ${few} against a bare loop of the POSTs`,
          1.2,
          ["set", "up"],
          ["bare", "post"],
        ),
        againstBare(
          `\`up\` of ${many} against a bare loop of the POSTs`,
          1.2,
          ["large set", "up"],
          ["large bare", "post"],
        ),
        againstBare(
          `\`up\` of ${few} the same, where an answer takes ${DISTANCE} ms`,
          1.2,
          ["distant set", "distant up"],
          ["distant bare", "distant post"],
        ),
        againstBare(
          `\`up\` of ${many} the same, where an answer takes ${DISTANCE} ms`,
          1.2,
          ["large distant set", "distant up"],
          ["large distant bare", "distant post"],
        ),
        {
          what: `\`up\` of ${few}, against ${few} \`Zone\`s`,
          figure: (of) => of("zones", "up") / of("set", "up"),
          unit: "times",
          atLeast: 10,
          from: (of) => timesOf(of, ["set", "up"], ["zones", "up"]),
        },
        {
          what: `\`refresh\` of ${many}: lists`,
          figure: (of) => of("large set", "refresh lists"),
          unit: "count",
          atMost: zones / 10,
        },
        {
          what: `\`refresh\` of ${many}: GETs of a single zone`,
          figure: (of) => of("large set", "refresh zone reads"),
          unit: "count",
          atMost: 0,
        },
        againstBare(
          `\`refresh\` of ${many} against the bare listing`,
          1.3,
          ["large set", "refresh"],
          ["large bare", "list"],
        ),
        againstBare(
          `\`refresh\` of ${many} the same, where an answer takes ${DISTANCE} ms`,
          1.3,
          ["large set", "distant refresh"],
          ["large bare", "distant list"],
        ),
        {
          what: `no-op \`up\` of ${many}: requests`,
          figure: (of) => of("large set", "no-op requests"),
          unit: "count",
          atMost: 0,
        },
        {
          what: `no-op \`up\` of ${many}, over an empty stack's`,
          figure: (of) => overEmpty(of, "large set", "no-op"),
          unit: "time",
          atMost: 3000,
          from: (of) => `${time(of("large set", "no-op"))}, less ${time(of("empty stack", "no-op"))}`,
        },
        {
          what: `memory of the provider's process at its highest, ${many} zones`,
          figure: (of) => peakOf(of, "large set"),
          unit: "bytes",
          atMost: 400e6,
          from: (of) =>
            phases
              .map((phase) => `${commandOf(phase)} ${bytes(of("large set", `${phase} peak`))}`)
              .join(", "),
        },
        {
          what: "the same in an `up` where `NODE_OPTIONS` leave it less",
          figure: (of) => of("large set in little memory", "up peak"),
          unit: "bytes",
          atMost: 400e6,
          from: (of) =>
            `an up of ${timesOf(of, ["large set in little memory", "up"], ["large set", "up"])} without`,
        },
      ],
    },
    {
      name: "state",
      title: "State of a zone",
      needs: ["zones", "large set"],
      rows: [
        { what: "`Zone`", figure: (of) => of("zones", "state"), unit: "bytes" },
        { what: "in a `ZoneSet`", figure: (of) => of("large set", "state"), unit: "bytes" },
        {
          what: "in a `ZoneSet`, against the JSON of its arguments",
          figure: (of) => of("large set", "state") / of("large set", "arguments"),
          unit: "ratio",
          atMost: 1.5,
          from: (of) => `${bytes(of("large set", "state"))} to ${bytes(of("large set", "arguments"))}`,
        },
      ],
    },
    {
      name: "growth",
      title: `\`ZoneSet\` of ${many} zones against one of ${few}`,
      needs: ["set", "large set", "bare", "large bare", "empty stack"],
      rows: [
        ...phases.map((phase): Row => ({
          what: `\`${commandOf(phase)}\`, over an empty stack's`,
          figure: (of) => overEmpty(of, "large set", phase) / overEmpty(of, "set", phase),
          unit: "ratio",
          atMost: 11,
          from: (of) => `${time(overEmpty(of, "large set", phase))} to ${time(overEmpty(of, "set", phase))}`,
        })),
        {
          what: "a bare loop of the POSTs",
          figure: (of) => of("large bare", "post") / of("bare", "post"),
          unit: "ratio",
          from: (of) => timesOf(of, ["large bare", "post"], ["bare", "post"]),
        },
        {
          what: "memory of the provider's process at its highest",
          figure: (of) => peakOf(of, "large set") / peakOf(of, "set"),
          unit: "ratio",
          atMost: 11,
          from: (of) => `${bytes(peakOf(of, "large set"))} to ${bytes(peakOf(of, "set"))}`,
        },
        {
          what: "state",
          figure: (of) => (10 * of("large set", "state")) / of("set", "state"),
          unit: "ratio",
          atMost: 11,
          from: (of) =>
            `${bytes(10 * zones * of("large set", "state"))} to ${bytes(zones * of("set", "state"))}`,
        },
      ],
    },
    {
      name: "adoption",
      title: "`pulumi-bluedot adopt` of 1,000 zones against the same reads in a bare loop",
      needs: ["adoption"],
      rows: latencies.map((latency): Row => ({
        what: latency === 0 ? "answers at once" : `answers after ${latency} ms`,
        figure: (of) => of("adoption", `adopt ${latency}`) / of("adoption", `bare ${latency}`),
        unit: "ratio",
        from: (of) =>
          `${timesOf(of, ["adoption", `adopt ${latency}`], ["adoption", `bare ${latency}`])}; ${counted(of("adoption", "requests"))} requests`,
      })),
    },
    {
      name: "judging",
      title: "CPU time of `check` and `diff`, a zone",
      needs: ["judging"],
      rows: judged.map((what): Row => ({ what, figure: (of) => of("judging", what), unit: "time" })),
    },
    {
      name: "load",
      title: "Loading a package, over `@pulumi/pulumi`",
      needs: ["load"],
      rows: packages.map((name): Row => ({
        what: `\`${name}\``,
        figure: (of) => of("load", name),
        unit: "time",
      })),
    },
  ];
}
