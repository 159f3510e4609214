/** The words and numbers that all formats of a map share. */
import type { Change, HiddenZone } from "../plan/zone-source";
import type { MapModel } from "./model";
import { kindOf, kinds } from "./page/kinds";

/** In the order in which a map lists its zones. */
export const changes: readonly Change[] = kinds.map(({ change }) => change);

/** A text that is in every file that `map` writes, near its beginning. */
export const marker = "pulumi-bluedot map";

/** `created` of `create`, and so on: what happens to the zone, in one word. */
export function wordOf(change: Change): string {
  return kindOf(change).word;
}

/** The change of a word; undefined if there is none. */
export function changeOf(word: string): Change | undefined {
  return kinds.find((kind) => kind.word === word)?.change;
}

/** `3 created · 12 moved · 9,980 unchanged`; of a source of one version, `312 zones`. */
function headlineOf({ kind, counts }: MapModel, between: string): string {
  if (kind !== "plan")
    return counted(
      Object.values(counts).reduce((sum, count) => sum + count, 0),
      "zone",
    );
  const parts = changes.filter((change) => counts[change] > 0);
  if (parts.length === 0) return "0 zones";
  return parts.map((change) => `${grouped(counts[change])} ${wordOf(change)}`).join(between);
}

/** `3 created · 9,980 unchanged · 2 not drawn` */
export function summaryOf(model: MapModel, between = " · ", beforeHidden = between): string {
  const { length } = model.hidden;
  return `${headlineOf(model, between)}${length === 0 ? "" : `${beforeHidden}${grouped(length)} not drawn`}`;
}

/** Why a zone is not drawn. */
export function reasonText(reason: HiddenZone["reason"]): string {
  return reasons[reason];
}

const reasons: Readonly<Record<HiddenZone["reason"], string>> = {
  secret: "a value of it is secret",
  "known after up": "a value of it is known only after `pulumi up`",
  "beacons only": "it has beacons only, which have no place on a map",
  unreadable: "its shapes cannot be read",
};

/** `1 zone`, `1,204 zones` */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : nouns}`;
}

/** `9980` → `9,980`, whatever the machine's language. */
export function grouped(number: number): string {
  const [whole = "", ...fraction] = String(number).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}

/** `4 cm`, `3.5 m`, `1,234 m`, `12.3 km`: as exact as a reader needs. */
export function metresText(metres: number): string {
  if (metres < 0.01) return "less than 1 cm";
  if (metres < 0.995) return `${Math.round(metres * 100)} cm`;
  if (metres < 9.95) return `${rounded(metres)} m`;
  if (metres < 9999.5) return `${grouped(Math.round(metres))} m`;
  return metres < 99_950 ? `${rounded(metres / 1000)} km` : `${grouped(Math.round(metres / 1000))} km`;
}

/** `+125 %`, `−0.4 %`: how much more the second number is; undefined if that is less than 0.1 %. */
export function percentText(before: number, after: number): string | undefined {
  const percent = (after / before - 1) * 100;
  if (!Number.isFinite(percent) || Math.abs(percent) < 0.1) return undefined;
  const size = Math.abs(percent);
  return `${percent < 0 ? "−" : "+"}${size < 9.95 ? rounded(size) : grouped(Math.round(size))} %`;
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}
