import * as pulumi from "@pulumi/pulumi";
import * as bluedot from "pulumi-bluedot";

const project = new bluedot.Project("coffee", { name: `coffee-${pulumi.getStack()}` });

const places = {
  cafe: { latitude: -37.80862, longitude: 144.96503 },
  kiosk: { latitude: -37.81831, longitude: 144.96715 },
};

for (const [name, center] of Object.entries(places)) {
  new bluedot.Zone(name, {
    projectId: project.id,
    minimumRetriggerTime: 3600,
    geofeatures: [{ type: "circle", name: "door", center, radius: 40 }],
  });
}

export const projectId = project.projectId;
