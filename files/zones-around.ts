/** Zones from destinations: a circle around each. */
import { usageError } from "../provider/program/usage-error";
import { plainPoint } from "./assembly/drawing";
import type { DestinationRow } from "./destination-row";
import { checkOptions } from "./option-rules";
import type { ActionRow, ConditionRow, ZoneRow } from "./zone-row";

/** The options of zones around destinations. All but `radius` and `name` are arguments of each zone. */
export interface ZonesAroundOptions {
  /** Metres, 5 or more. */
  radius: number | ((destination: DestinationRow) => number);
  /** Whole seconds: 60 to 3,599,940 (999 h 59 min). */
  minimumRetriggerTime: number;
  /** The names of the zones, each unique. @default the destination's `name`, else its `destinationId` */
  name?: (destination: DestinationRow) => string;
  /** `#RRGGBB`. @default left out */
  color?: string;
  /** True if leaving a zone triggers too. @default left out */
  triggerOnExit?: boolean;
  /** At most 20 pairs. @default left out */
  customData?: Record<string, string>;
  /** @default left out */
  conditions?: ConditionRow[];
  /** @default left out */
  tags?: string[];
  /** @default left out */
  actions?: ActionRow[];
}

/**
 * A zone around each destination, which leads to it: a circle at its location. The zone's text `destinationId` is enough for
 * the order in which both are created, where the program declares the destinations before the zones.
 *
 * @returns the arguments of a Zone but for `projectId`, in the order of the destinations
 * @throws an error of one sentence where two zones would have one name, or an option is beyond its limits
 * @example
 * const stores = readDestinations("stores.csv", { key: "storenum" });
 * const zones = zonesAround(stores, { radius: 75, minimumRetriggerTime: 1800 });
 * new bluedot.DestinationSet("stores", { destinations: byDestinationId(stores) });
 * new bluedot.ZoneSet("stores", { projectId: project.id, zones: byName(zones) });
 */
export function zonesAround(destinations: readonly DestinationRow[], options: ZonesAroundOptions): ZoneRow[] {
  const { radius: given, name: nameOf = usualName, color, ...settings } = options;
  const { minimumRetriggerTime, triggerOnExit } = settings;
  checkOptions({ minimumRetriggerTime, triggerOnExit });
  const first = new Map<string, string>();
  return destinations.map((destination) => {
    const { destinationId, location } = destination;
    const name = nameOf(destination);
    const before = first.get(name);
    if (before !== undefined) throw usageError(zonesAround, sameName(name, before, destinationId));
    first.set(name, destinationId);
    const radius = typeof given === "number" ? given : given(destination);
    checkOptions({ radius });
    return {
      name,
      geofeatures: [
        { type: "circle", name, center: plainPoint(location), radius, ...(color !== undefined && { color }) },
      ],
      ...settings,
      destinationId,
    };
  });
}

function usualName({ name, destinationId }: DestinationRow): string {
  return name ?? destinationId;
}

function sameName(name: string, one: string, other: string): string {
  return (
    `: the zones of the destinations "${one}" and "${other}" would both be called ${JSON.stringify(name)}, and each zone ` +
    "needs a name of its own; give the option name: ({ destinationId }) => destinationId"
  );
}
