import * as pulumi from "@pulumi/pulumi";
import * as bluedot from "pulumi-bluedot";
import { byName, readZones } from "pulumi-bluedot/files";

// Read before anything is declared, so that a file with faults changes nothing.
const zones = readZones(new pulumi.Config().require("zonesFile"), {
  customActionName: "action",
  onWarning: (sentence) => void pulumi.log.warn(sentence),
});

const project = new bluedot.Project("stores");

export const projectId = project.projectId;
export const zoneIds: Record<string, pulumi.Output<string>> = {};

if (new pulumi.Config().getBoolean("asSet") === true) {
  // One resource for all: for thousands of zones.
  const set = new bluedot.ZoneSet("stores", { projectId: project.id, zones: byName(zones) });
  for (const { name } of zones) zoneIds[name] = set.zoneIds.apply((ids) => ids[name] ?? "");
} else {
  // A resource each: for a few hundred, which other resources refer to one by one.
  for (const zone of zones) {
    zoneIds[zone.name] = new bluedot.Zone(zone.name, { projectId: project.id, ...zone }).zoneId;
  }
}
