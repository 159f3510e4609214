import type { ZoneOfSetArgs } from "pulumi-bluedot";

/** The zone that is made so many times; each in another place. */
export function zoneArgs(at: number): ZoneOfSetArgs & { name: string } {
  return {
    name: `zone-${at}`,
    minimumRetriggerTime: 3600,
    triggerOnExit: false,
    geofeatures: [
      {
        type: "circle",
        name: "door",
        center: { latitude: -40 + (at % 80) / 10, longitude: 140 + Math.floor(at / 80) / 10 },
        radius: 40,
        color: "#429BD5",
      },
    ],
    customData: { store: String(at) },
  };
}

/** The number of zones. */
export function zonesWanted(): number {
  return Number(process.env["BENCH_ZONES"]);
}
