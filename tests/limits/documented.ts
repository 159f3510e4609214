/**
 * What the schemas must say, written by hand from the sources that docs/limits.md names: the rows of the tables follow the
 * schemas, so that without this no test would notice that a schema itself is wrong.
 */

/** The least and the most of a number, of a list's elements or of a map's pairs; places have latitudes and longitudes. */
export const LIMITS: Readonly<Record<string, readonly number[]>> = {
  "Project nextRuleUpdateInterval": [300, 172800],
  "Zone minimumRetriggerTime": [60, 3599940],
  "Zone geofeatures": [1],
  "Zone customData": [20],
  "Zone geofeatures[circle].radius": [5],
  "Zone geofeatures[polygon].vertices": [3],
  "Zone geofeatures[geoline].vertices": [2],
  "Zone geofeatures[beacon].major": [0, 65535],
  "Zone geofeatures[beacon].minor": [0, 65535],
  "Zone geofeatures[beacon].txPower": [-100, 0],
  "Zone conditions[speed].minimumSpeed": [0],
  "Zone conditions[speed].maximumSpeed": [5],
  "Zone conditions[travelDirection].fromAngle": [0, 359],
  "Zone conditions[travelDirection].toAngle": [0, 359],
  "Zone conditions[travelPath].minimumGeofeaturesCrossed": [2],
  "Zone conditions[travelPath].timeOutSeconds": [60, 86400],
  "Destination customData": [20],
  "Beacon major": [0, 65535],
  "Beacon minor": [0, 65535],
  "Beacon txPower": [-100, 0],
};

export const WORDS: Readonly<Record<string, readonly string[]>> = {
  "Project webhooks[].type": ["geoTrigger", "tempo", "wave", "helloOrder"],
  "Zone geofeatures[beacon].beaconType": ["IOS", "Android", "Both"],
  "Zone geofeatures[beacon].proximity": ["Immediate", "Near", "Far"],
  "Beacon beaconType": ["IOS", "Android", "Both"],
  "User projectPermissions[].permissionLevel": ["READ", "READ_WRITE"],
};

export const SECRETS: readonly string[] = [
  "Project firebaseApiKey",
  "Project webhooks[].headers",
  "Project integrations.mparticle.androidApiKey",
  "Project integrations.mparticle.androidSecretKey",
  "Project integrations.mparticle.iosApiKey",
  "Project integrations.mparticle.iosSecretKey",
  "Project integrations.mparticle.extraFields",
];

export const REPLACES: readonly string[] = [
  "Zone projectId",
  "Destination destinationId",
  "ZoneSet projectId",
];
