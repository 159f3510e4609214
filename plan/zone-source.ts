/** Zones of a source, in one or two versions: what the map draws, and what checks and walks judge. */
import type { PlainZone } from "../geometry/plain-zone";

/**
 * The change of a zone by `pulumi up`. `move`: its shapes differ. `update`: only its settings differ. `drift`: somebody
 * changed it elsewhere, the program did not, and `up` would put it back. `same`: nothing; so is every zone of a source of
 * one version.
 */
export type Change = "create" | "move" | "update" | "delete" | "drift" | "same";

/** A setting that differs. Only settings that are safe to publish have values; of the others, the name alone stands here. */
export interface ChangedSetting {
  /** `minimumRetriggerTime`, `triggerOnExit`, `conditions`, `tags`, `customData`, `actions` … */
  readonly property: string;
  readonly before?: string;
  readonly after?: string;
}

export interface ZoneVersions {
  /** Unique in its source: `cafe`, `stores["store-1"]`, or the zone's name. */
  readonly label: string;
  readonly change: Change;
  /** True if the current object differs from the recorded one, also where the program changes it too. */
  readonly isDrifted: boolean;
  /** The current version: absent where there is none, as for a create. */
  readonly before?: PlainZone;
  /** The declared version: absent where the zone is deleted. A source of one version has `after` alone. */
  readonly after?: PlainZone;
  /** Settings, other than shapes, that differ. */
  readonly settings: readonly ChangedSetting[];
}

/** A zone that cannot be drawn or judged. */
export interface HiddenZone {
  readonly label: string;
  readonly change: Change;
  readonly reason: "secret" | "known after up" | "beacons only" | "unreadable";
}

export interface ZoneSource {
  readonly kind: "file" | "plan" | "stack" | "account";
  /** As the user named it: a path, `-`, `account:coffee`. */
  readonly name: string;
  readonly zones: readonly ZoneVersions[];
  readonly hidden: readonly HiddenZone[];
  /** True of a plan without some or all unchanged zones: it can be drawn, and nothing can be judged by it. */
  readonly isPartial?: boolean;
  /** Sentences about the whole, such as `Unchanged zones are not in the plan; add --show-sames.` */
  readonly notes: readonly string[];
}

/** True if the source has a version before and one after. */
export function isPlan({ kind }: ZoneSource): boolean {
  return kind === "plan";
}

/** The zones as they are, or as they will be after `up`. */
export function zonesAfter({ zones }: ZoneSource): { label: string; zone: PlainZone }[] {
  return zones.flatMap(({ label, after }) => (after === undefined ? [] : [{ label, zone: after }]));
}

/** The zones as they are before `up`; of a source of one version, its zones. */
export function zonesBefore(source: ZoneSource): { label: string; zone: PlainZone }[] {
  if (!isPlan(source)) return zonesAfter(source);
  return source.zones.flatMap(({ label, before }) => (before === undefined ? [] : [{ label, zone: before }]));
}
