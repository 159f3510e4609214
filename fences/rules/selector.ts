/** Which zones a rule is about: a name, a name with `*`, or `tag:` and a tag. */
import { nearestOf } from "../../provider/suggestions";
import type { LabelledZone } from "../ground";

export type Matches = (zone: LabelledZone) => boolean;

/** `cafe`, `store-*`, `stores["*"]`, `tag:store`. `*` stands for any characters, in a tag as well. */
export function matching(selector: string): Matches {
  if (selector.startsWith("tag:")) {
    const isTag = glob(selector.slice("tag:".length));
    return ({ zone }) => zone.tags?.some(isTag) ?? false;
  }
  const isName = glob(selector);
  return ({ label, zone }) => isName(label) || isName(zone.name);
}

/**
 * True for a hidden zone that a selector names by its label, or by the key in it: in a set that is usually the zone's name.
 * Its tags are not known, so that it may have any.
 */
export function isNamedBy(selector: string): (label: string) => boolean {
  if (selector.startsWith("tag:")) return () => true;
  const isName = glob(selector);
  return (label) => isName(label) || isName(keyIn(label));
}

/** `store-9` of `stores["store-9"]`; the label itself where it has no key. */
export function keyIn(label: string): string {
  const [, quoted] = /\[("(?:[^"\\]|\\.)*")\]$/.exec(label) ?? [];
  return quoted === undefined ? label : String(JSON.parse(quoted));
}

/** `no zone is called "caffe"; the nearest are "cafe", "café", "mall"` */
export function nothingMatches(selector: string, zones: readonly LabelledZone[]): string {
  if (selector.startsWith("tag:")) {
    const tags = [...new Set(zones.flatMap(({ zone }) => zone.tags ?? []))];
    const tag = selector.slice("tag:".length);
    const advice =
      tags.length === 0 ? "no zone has a tag" : `the nearest tags are ${nearestOf(tag, tags).join(", ")}`;
    return `no zone has the tag ${JSON.stringify(tag)}; ${advice}`;
  }
  const nearest = nearestOf(
    selector,
    zones.flatMap(({ label, zone }) => [label, zone.name]),
  );
  return `no zone is called ${JSON.stringify(selector)}; the nearest names are ${nearest.join(", ")}`;
}

function glob(pattern: string): (text: string) => boolean {
  if (!pattern.includes("*")) return (text) => text === pattern;
  const source = pattern.split("*").map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`));
  const expression = new RegExp(`^${source.join(".*")}$`, "s");
  return (text) => expression.test(text);
}
