/** Zones from the features of a file, whatever its format: the one place where options take effect. */
import { isString } from "../provider/json";
import type { Feature } from "./feature";
import type { ReadZonesOptions } from "./options";
import type { Report } from "./report";
import type { DrawnZone } from "./zone-row";
import { geofeaturesOf } from "./assembly/geofeatures";
import { groupsOf } from "./assembly/groups";
import { hasDecimalCommas } from "./assembly/metres";
import { checkProperties, type NamedProperty } from "./assembly/named-properties";
import { warnOfRadiusLike } from "./assembly/radius-like";
import type { Assembly } from "./assembly/reading";
import { settingsOf } from "./assembly/settings";
import { anchorOf, warnOfSuspects, type Located } from "./assembly/suspects";

/**
 * In the order of their first features. What is wrong is in the report, and zones that have faults are left out.
 *
 * @param needs what the zones are for: `"program"` also needs a name and a `minimumRetriggerTime` of each
 */
export function zonesOf(
  features: readonly Feature[],
  options: ReadZonesOptions,
  report: Report,
  needs: "program" | "drawing",
): DrawnZone[] {
  const missing = checkProperties(features, namedIn(options), report);
  const hasCommas =
    report.hasWarned("comma") ||
    hasDecimalCommas(features, isString(options.radius) ? options.radius : "radius");
  const assembly: Assembly = { options, report, needs, missing, hasCommas };
  warnOfRadiusLike(features, assembly);
  const located: Located[] = [];
  const zones = groupsOf(features, assembly).flatMap((group): DrawnZone[] => {
    const geofeatures = geofeaturesOf(group, assembly);
    const settings = settingsOf(group, assembly);
    const at = anchorOf(geofeatures[0]);
    if (at === undefined) return [];
    located.push({ name: group.name, place: group.place, at });
    return [{ name: group.name, geofeatures, ...settings }];
  });
  warnOfSuspects(located, report);
  return zones;
}

/** But for names and groups, which every feature needs. */
function namedIn({ radius, tags, customData = [], destinationId }: ReadZonesOptions): NamedProperty[] {
  return [
    ...(isString(radius) ? [["radius", radius] satisfies NamedProperty] : []),
    ...(isString(tags) ? [["tags", tags] satisfies NamedProperty] : []),
    ...customData.map((property): NamedProperty => ["customData", property]),
    ...(destinationId === undefined ? [] : [["destinationId", destinationId] satisfies NamedProperty]),
  ];
}
