import * as bluedot from "pulumi-bluedot";

const project = new bluedot.Project("coffee");

const cafe = new bluedot.Zone("cafe", {
  projectId: project.id,
  minimumRetriggerTime: 3600,
  geofeatures: [
    { type: "circle", name: "door", center: { latitude: -37.80862, longitude: 144.96503 }, radius: 40 },
  ],
});

export const zoneId = cafe.zoneId;
export const fenceId = cafe.fenceIds["door"];
