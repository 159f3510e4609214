/** The model of a map: the zones of a source with the differences between their versions in words. */
import type { PlainGeofeature } from "../geometry/plain-zone";
import type { Point } from "../geometry/point";
import type { Change, ChangedSetting, HiddenZone, ZoneSource } from "../plan/zone-source";

export interface MapZone {
  /** Unique in the map. */
  readonly label: string;
  /** The zone's name in the console. */
  readonly name: string;
  readonly change: Change;
  readonly isDrifted: boolean;
  /** The shapes of the current version, only where they differ from those after. */
  readonly before?: readonly PlainGeofeature[];
  /** The shapes of the declared version; absent where the zone is deleted. */
  readonly after?: readonly PlainGeofeature[];
  /** The differences, in phrases: `door: radius 40 → 60 m`, `door: centre moved 37 m NE`, `area +125 %`. */
  readonly details: readonly string[];
  readonly settings: readonly ChangedSetting[];
}

export interface MapModel {
  /** The name of the file, without its folder, or `account:coffee`. */
  readonly source: string;
  readonly kind: ZoneSource["kind"];
  readonly zones: readonly MapZone[];
  readonly counts: Readonly<Record<Change, number>>;
  readonly hidden: readonly HiddenZone[];
  readonly notes: readonly string[];
  /** Points to draw beside the zones, such as stores. */
  readonly points: readonly { readonly name: string; readonly point: Point }[];
  /** A track to draw, in its order: a line for each stretch between two places where its recorder lost the position. */
  readonly track: readonly (readonly Point[])[];
}
