/** The colours of the style sheet, for what is drawn. They follow the light or dark scheme of the reader. */
import type { Change } from "../../plan/zone-source";
import { kinds } from "./kinds";

export interface Theme {
  readonly sea: string;
  readonly land: string;
  readonly border: string;
  readonly grid: string;
  readonly ink: string;
  readonly muted: string;
  readonly halo: string;
  readonly accent: string;
  readonly font: string;
  readonly kinds: ReadonlyMap<Change, string>;
}

export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const color = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    sea: color("sea"),
    land: color("land"),
    border: color("border"),
    grid: color("grid"),
    ink: color("ink"),
    muted: color("muted"),
    halo: color("halo"),
    accent: color("accent"),
    font: style.fontFamily,
    kinds: new Map(kinds.map(({ change }) => [change, color(change)])),
  };
}

/** A colour `#rrggbb` with an opacity from 0 to 1. */
export function faded(color: string, opacity: number): string {
  return `${color}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, "0")}`;
}
