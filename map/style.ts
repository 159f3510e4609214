/** The looks of each change: by colour, and by line and sign for those who do not see the colour. */
import type { Change } from "../plan/zone-source";

export interface Style {
  /** `#rrggbb` */
  readonly color: string;
  /** The pattern of the outline, as in SVG; undefined for a solid one. */
  readonly dash?: string;
  /** Of the area, from 0 to 1. */
  readonly fillOpacity: number;
}

export type Version = "before" | "after";

/** Those of the page. */
export const colors: Readonly<Record<Change, string>> = {
  create: "#0a8754",
  move: "#1665c0",
  update: "#8f3f97",
  delete: "#c9341c",
  drift: "#a16300",
  same: "#66727f",
};

/** Old shapes and deleted zones are dashed, drifted ones dotted. */
export function styleOf(change: Change, version: Version): Style {
  const color = colors[change];
  if (change === "drift") return { color, dash: version === "before" ? "1 3" : "6 4", fillOpacity: 0.15 };
  if (version === "before") return { color, dash: "6 4", fillOpacity: change === "delete" ? 0.15 : 0.05 };
  return { color, fillOpacity: change === "same" ? 0.1 : 0.25 };
}
