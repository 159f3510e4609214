/** Bars of text, each as long as what it stands for. */
import type { Of, ScenarioName } from "./scenario";
import { counted } from "./table";

interface Bar {
  readonly label: string;
  readonly scenario: ScenarioName;
  /** In milliseconds. */
  readonly figure: string;
}

export interface Chart {
  /** By which docs/performance.md calls it. */
  readonly name: string;
  readonly title: string;
  readonly bars: readonly Bar[];
}

export function chartsFor(zones: number): readonly Chart[] {
  const [few, many] = [counted(zones), counted(10 * zones)];
  const emptyStack = (figure: string): Bar => ({ label: "an empty stack", scenario: "empty stack", figure });
  return [
    {
      name: "chart of zones",
      title: `Seconds for the first up of ${few} zones`,
      bars: [
        { label: "Zone", scenario: "zones", figure: "up" },
        { label: "Zone, a provider that does nothing", scenario: "empty provider", figure: "up" },
        {
          label: "Zone, PULUMI_SKIP_CHECKPOINTS",
          scenario: "zones without checkpoints",
          figure: "up",
        },
        { label: "ZoneSet", scenario: "set", figure: "up" },
        { label: "a bare loop of the POSTs", scenario: "bare", figure: "post" },
        emptyStack("up"),
      ],
    },
    {
      name: "chart of sets",
      title: `Seconds for a ZoneSet of ${many} zones`,
      bars: [
        { label: "up", scenario: "large set", figure: "up" },
        { label: "  a bare loop of the POSTs", scenario: "large bare", figure: "post" },
        { label: "no-op up", scenario: "large set", figure: "no-op" },
        { label: "  an empty stack", scenario: "empty stack", figure: "no-op" },
        { label: "refresh", scenario: "large set", figure: "refresh" },
        { label: "  the bare listing", scenario: "large bare", figure: "list" },
        { label: "destroy", scenario: "large set", figure: "destroy" },
      ],
    },
  ];
}

const LONGEST = 50;
const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

export function drawn({ title, bars }: Chart, of: Of): string {
  const times = bars.map(({ scenario, figure }) => of(scenario, figure) / 1000);
  const longest = Math.max(...times);
  const width = Math.max(...bars.map(({ label }) => label.length));
  const lines = bars.map(({ label }, at) => {
    const time = times[at] ?? NaN;
    return `${label.padEnd(width)} ${time.toFixed(1).padStart(6)} ${barOf(time / longest)}`.trimEnd();
  });
  return [title, "", ...lines].join("\n");
}

function barOf(share: number): string {
  const length = Math.round(share * LONGEST * 8);
  return "█".repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? "");
}
