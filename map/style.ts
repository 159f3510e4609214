/** How each change looks: by colour, and by line and sign for those who do not see the colour. */
import type { Change } from "../plan/zone-source";

export interface Style {
  /** `#rrggbb` */
  readonly color: string;
  /** The pattern of the outline, as in SVG; undefined for a solid one. */
  readonly dash?: string;
  /** Of the area, from 0 to 1. */
  readonly fillOpacity: number;
}

/** The current version of a zone that moves or drifted is drawn as `before`, every other one as `after`. */
export type Version = "before" | "after";

const colors: Readonly<Record<Change, string>> = {
  create: "#1a7f37",
  move: "#b45309",
  update: "#0969da",
  delete: "#cf222e",
  drift: "#8250df",
  same: "#6e7781",
};

/** Old shapes and deleted zones are dashed, drifted ones dotted. */
export function styleOf(change: Change, version: Version): Style {
  const color = colors[change];
  if (change === "drift") return { color, dash: version === "before" ? "1 3" : "6 4", fillOpacity: 0.15 };
  if (version === "before") return { color, dash: "6 4", fillOpacity: change === "delete" ? 0.15 : 0.05 };
  return { color, fillOpacity: change === "same" ? 0.1 : 0.25 };
}
