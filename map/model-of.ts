/** Makes the model of a map from the zones of a source. */
import { basename } from "node:path";

import type { PlainGeofeature } from "../geometry/plain-zone";
import type { Change, HiddenZone, ZoneSource, ZoneVersions } from "../plan/zone-source";
import { detailsOf } from "./details";
import type { MapModel, MapZone } from "./model";
import { countsOf } from "./page/kinds";
import { shapeDifferences } from "./shape-differences";
import { planned } from "./wording";
import { changes, counted, grouped, wordOf } from "./words";

export interface ModelOptions {
  /**
   * The changes of zones to draw. The counts are those of the whole source.
   *
   * @default all
   */
  readonly only?: readonly Change[] | undefined;
  /** Points to draw beside the zones, such as stores. */
  readonly points?: MapModel["points"];
  /** A track to draw, in its order. */
  readonly track?: MapModel["track"];
}

/**
 * The model of a map: the same for the same zones in any order.
 *
 * @example
 * const model = modelOf(source, { only: ["create", "move"] });
 */
export function modelOf(
  source: ZoneSource,
  { only = changes, points = [], track = [] }: ModelOptions = {},
): MapModel {
  const isShown = ({ change }: { change: Change }) => only.includes(change);
  return {
    source: titleOf(source),
    kind: source.kind,
    zones: inOrder(source.zones.filter(isShown)).map(mapZoneOf),
    counts: countsOf(source.zones),
    hidden: inOrder(source.hidden.filter(isShown)),
    notes: [...source.notes, ...leftOut(source, isShown)],
    points,
    track,
  };
}

/** Of a path, its last part: others need not know the folders of the machine that made the map. */
function titleOf({ kind, name }: ZoneSource): string {
  // Of a plan on standard input, the kind says more.
  if (name === "-") return kind;
  return kind === "account" ? name : basename(name);
}

/** By change, then by label: by code units, so that every machine has the same order. */
function inOrder<Zone extends HiddenZone | ZoneVersions>(zones: readonly Zone[]): Zone[] {
  return zones.toSorted((a, b) => {
    const byChange = changes.indexOf(a.change) - changes.indexOf(b.change);
    if (byChange !== 0) return byChange;
    return a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
  });
}

function mapZoneOf(versions: ZoneVersions): MapZone {
  const { label, change, isDrifted, before, after, settings } = versions;
  const isShapeShown =
    before !== undefined && (after === undefined || !areSame(before.geofeatures, after.geofeatures));
  return {
    label,
    name: after?.name ?? before?.name ?? label,
    change,
    isDrifted,
    ...(isShapeShown && { before: before.geofeatures }),
    ...(after !== undefined && { after: after.geofeatures }),
    details: detailsOf(versions),
    settings,
  };
}

function areSame(before: readonly PlainGeofeature[], after: readonly PlainGeofeature[]): boolean {
  return (
    before.length === after.length &&
    before.every((old, at) => {
      const now = after[at];
      return now !== undefined && old.name === now.name && shapeDifferences(old, now, planned).length === 0;
    })
  );
}

function leftOut({ zones, hidden }: ZoneSource, isShown: (zone: { change: Change }) => boolean): string[] {
  const others = [...zones, ...hidden].filter((zone) => !isShown(zone));
  if (others.length === 0) return [];
  const byChange = changes.flatMap((change) => {
    const count = others.filter((zone) => zone.change === change).length;
    return count === 0 ? [] : [`${grouped(count)} ${wordOf(change)}`];
  });
  const verb = others.length === 1 ? "is" : "are";
  return [`${counted(others.length, "zone")} ${verb} left out of the drawing: ${byChange.join(", ")}.`];
}
