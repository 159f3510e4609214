import * as pulumi from "@pulumi/pulumi";
import * as bluedot from "pulumi-bluedot";

// With the stack's name in it, a second stack of this program has a project of its own.
const project = new bluedot.Project("coffee", { name: `coffee-${pulumi.getStack()}` });

const cafe = new bluedot.Zone("cafe", {
  projectId: project.id,
  minimumRetriggerTime: 3600, // seconds until the same phone triggers again
  geofeatures: [
    { type: "circle", name: "door", center: { latitude: -37.80862, longitude: 144.96503 }, radius: 40 },
  ],
});

export const zoneId = cafe.zoneId;
export const fenceId = cafe.fenceIds["door"];
