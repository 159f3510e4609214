/** The changes of a zone as the page shows them: a word, a colour of the style sheet, and a symbol of its own outline. */
import type { Change } from "../../plan/zone-source";
import type { MapModel } from "../model";

export interface Kind {
  readonly change: Change;
  /** Stands for the change in the page's data. */
  readonly letter: string;
  readonly word: string;
  readonly explanation: string;
  /** SVG paths in a square of 16: the outline that is filled, and the mark upon it. */
  readonly symbol: string;
  readonly mark: string;
}

/** In the order of legend and list; the map draws the first above all others. */
export const kinds: readonly Kind[] = [
  {
    change: "create",
    letter: "c",
    word: "created",
    explanation: "thick outline",
    symbol: "M8 .8a7.2 7.2 0 1 1 0 14.4a7.2 7.2 0 1 1 0-14.4z",
    mark: "M8 4.4v7.2M4.4 8h7.2",
  },
  {
    change: "move",
    letter: "m",
    word: "moved",
    explanation: "old dashed, new solid",
    symbol: "M1 3h8.6l5.4 5-5.4 5H1z",
    mark: "M3.6 8h6.6M7.8 5.6l2.6 2.4-2.6 2.4",
  },
  {
    change: "update",
    letter: "u",
    word: "changed",
    explanation: "settings only",
    symbol: "M8 .4l7.6 7.6L8 15.6.4 8z",
    mark: "M5 6.6h6M5 9.4h6",
  },
  {
    change: "delete",
    letter: "d",
    word: "deleted",
    explanation: "dashed, crossed",
    symbol:
      "M3.4 1.6h9.2a1.8 1.8 0 0 1 1.8 1.8v9.2a1.8 1.8 0 0 1-1.8 1.8H3.4a1.8 1.8 0 0 1-1.8-1.8V3.4a1.8 1.8 0 0 1 1.8-1.8z",
    mark: "M5 5l6 6M11 5l-6 6",
  },
  {
    change: "drift",
    letter: "f",
    word: "drifted",
    explanation: "changed elsewhere",
    symbol: "M8 .9l7.5 13.7H.5z",
    mark: "M8 6v3.8M8 12.2v.2",
  },
  {
    change: "same",
    letter: "s",
    word: "unchanged",
    explanation: "thin outline",
    symbol: "M8 4.4a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 1 1 0-7.2z",
    mark: "",
  },
];

export function kindOf(change: Change): Kind {
  const kind = kinds.find((candidate) => candidate.change === change);
  if (kind === undefined) throw new Error(`${change} is no change of a zone.`);
  return kind;
}

/** The number of zones of each change. */
export function countsOf(zones: readonly { readonly change: Change }[]): Record<Change, number> {
  const counts = { create: 0, move: 0, update: 0, delete: 0, drift: 0, same: 0 };
  for (const { change } of zones) counts[change] += 1;
  return counts;
}

/** `11 of 15 zones change with pulumi up`, drawn or not; of a source of one version, `312 zones`. */
export function headlineOf({ kind, counts, hidden }: Pick<MapModel, "kind" | "counts" | "hidden">): string {
  const number = (count: number): string => count.toLocaleString("en");
  const all = kinds.reduce((sum, { change }) => sum + counts[change], 0) + hidden.length;
  const zones = `${number(all)} ${all === 1 ? "zone" : "zones"}`;
  const same = counts.same + hidden.filter(({ change }) => change === "same").length;
  const verb = all - same === 1 ? "changes" : "change";
  return kind === "plan" ? `${number(all - same)} of ${zones} ${verb} with pulumi up` : zones;
}
