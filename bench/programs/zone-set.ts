/** The same network, its zones as one resource. */
import * as bluedot from "pulumi-bluedot";

import { zoneArgs, zonesWanted } from "./zone-args";

const project = new bluedot.Project("network");
const zones = Array.from({ length: zonesWanted() }, (_, at) => [`zone-${at}`, zoneArgs(at)] as const);
new bluedot.ZoneSet("stores", { projectId: project.id, zones: Object.fromEntries(zones) });
