/** Rows by their keys, as sets take them. */
import type { DestinationRow } from "./destination-row";
import type { ZoneRow } from "./zone-row";

/**
 * Zones by their names, as a ZoneSet takes them.
 *
 * @example
 * new bluedot.ZoneSet("stores", { projectId: project.id, zones: byName(readZones("stores.kmz", { radius: 60 })) });
 */
export function byName(zones: readonly ZoneRow[]): Record<string, ZoneRow> {
  return Object.fromEntries(zones.map((zone) => [zone.name, zone]));
}

/**
 * Destinations by their `destinationId`, as a DestinationSet takes them.
 *
 * @example
 * new bluedot.DestinationSet("stores", { destinations: byDestinationId(readDestinations("stores.csv", { key: "id" })) });
 */
export function byDestinationId(destinations: readonly DestinationRow[]): Record<string, DestinationRow> {
  return Object.fromEntries(destinations.map((destination) => [destination.destinationId, destination]));
}
