/** The zones of a model as the map draws, filters and finds them. */
import type { Change } from "../../plan/zone-source";
import type { MapModel, MapZone } from "../model";
import { kinds, kindOf, type Kind } from "./kinds";
import { around, centerOf, outlinesOf, type Box, type Outline } from "./outline";
import { folded, matcherOf } from "./search";

/** The outlines of one version of a zone. */
export interface Version {
  readonly outlines: readonly Outline[];
  readonly box: Box;
}

export interface DrawnZone {
  readonly model: MapZone;
  readonly kind: Kind;
  readonly before?: Version;
  readonly after?: Version;
  /** Of both versions; absent where nothing can be drawn, such as of a zone without shapes. */
  readonly box?: Box;
  /** The longer side of its larger version. */
  readonly size: number;
}

/** Unchanged zones hide changes where there are more of them than this. */
const MANY = 2000;

export function drawnZones({ zones }: MapModel): DrawnZone[] {
  return zones.map((model) => {
    const before = versionOf(model.before);
    const near = before && centerOf(before.box).x;
    const after = versionOf(model.after, near);
    const box = around([before, after].flatMap((version) => version?.box ?? []));
    return {
      model,
      kind: kindOf(model.change),
      ...(before && { before }),
      ...(after && { after }),
      ...(box && { box }),
      size: Math.max(sideOf(before), sideOf(after)),
    };
  });
}

/** The changes that the page shows at first: unchanged zones only where there are few, or nothing else. */
export function shownAtFirst({ kind, counts }: Pick<MapModel, "kind" | "counts">): Set<Change> {
  const isOnlySame = kinds.every(({ change }) => change === "same" || counts[change] === 0);
  const hidesSame = kind === "plan" && counts.same > MANY && !isOnlySame;
  return new Set(kinds.map(({ change }) => change).filter((change) => change !== "same" || !hidesSame));
}

/** Finds the places of zones, in the order of the list: by change, then as in the model. */
export class ZoneFinder {
  private readonly texts: string[] = [];
  private readonly order: readonly number[];

  constructor(private readonly zones: readonly DrawnZone[]) {
    const ranks = new Map(kinds.map(({ change }, rank) => [change, rank]));
    const rankAt = (at: number): number => ranks.get(zones[at]?.kind.change ?? "same") ?? 0;
    this.order = zones.map((_, at) => at).sort((one, other) => rankAt(one) - rankAt(other) || one - other);
  }

  find(changes: ReadonlySet<Change>, query: string): number[] {
    const matches = matcherOf(query);
    return this.order.filter((at) => {
      const zone = this.zones[at];
      return zone !== undefined && changes.has(zone.kind.change) && matches(this.textAt(at, zone.model));
    });
  }

  private textAt(at: number, { name, label }: MapZone): string {
    return (this.texts[at] ??= folded(name === label ? name : `${name}\n${label}`));
  }
}

function sideOf(version: Version | undefined): number {
  if (version === undefined) return 0;
  const { west, north, east, south } = version.box;
  return Math.max(east - west, south - north);
}

function versionOf(shapes: MapZone["before"], near?: number): Version | undefined {
  const outlines = outlinesOf(shapes ?? [], near);
  const box = around(outlines.map((outline) => outline.box));
  return box && { outlines, box };
}
