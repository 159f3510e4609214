import * as pulumi from "@pulumi/pulumi";
import * as bluedot from "pulumi-bluedot";

/** The settings that differ between the stacks are in Pulumi.<stack>.yaml; passwords are set as secrets. */
const config = new pulumi.Config();
const environment = pulumi.getStack();
const nextRuleUpdateInterval = config.requireNumber("nextRuleUpdateInterval");

/** An account lives in one region: each region has its own sign-in, and nothing is shared. */
const regions = ["apac", "eu"] as const;
const places = {
  apac: { latitude: -36.84846, longitude: 174.76333 },
  eu: { latitude: 52.37403, longitude: 4.88969 },
};

export const zones = regions.map((region) => {
  const provider = new bluedot.Provider(region, {
    region,
    endpoint: config.get(`${region}Endpoint`),
    email: config.require(`${region}Email`),
    password: config.requireSecret(`${region}Password`),
  });
  const project = new bluedot.Project(
    `coffee-${region}`,
    { name: `Coffee (${environment})`, nextRuleUpdateInterval },
    { provider },
  );
  const zone = new bluedot.Zone(
    `flagship-${region}`,
    {
      projectId: project.id,
      minimumRetriggerTime: 3600,
      tags: [environment],
      geofeatures: [{ type: "circle", name: "door", center: places[region], radius: 50 }],
    },
    { provider },
  );
  return zone.zoneId;
});
