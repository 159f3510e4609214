/** A network of which each zone is a resource of its own. */
import * as bluedot from "pulumi-bluedot";

import { zoneArgs, zonesWanted } from "./zone-args";

const project = new bluedot.Project("network");
for (let at = 0; at < zonesWanted(); at++) {
  new bluedot.Zone(`zone-${at}`, { projectId: project.id, ...zoneArgs(at) });
}
