/** The objects of an account beside projects and zones: destinations, beacons, users. */
import { objects, projectId } from "../places";
import type { Row, Section } from "../row";
import { ownName, pairsOfCustomData } from "./shared";

const { destination, beacon, beaconInZone, user, projectPermission } = objects;

const permissions = (...projectIds: string[]) => ({
  projectPermissions: projectIds.map((projectId) => ({ projectId, permissionLevel: "READ_WRITE" })),
});

export const destinationTable: Section = {
  title: "Destination",
  places: [destination],
  from: [
    ["Bluedot's documentation", "address", "location", "customData", "projectId"],
    ["this provider", "destinationId", "name", "email"],
  ],
  defaults: ownName,
  rows: [pairsOfCustomData],
};

/** Each platform tells beacons by properties of its own. */
const needs = (types: readonly string[], properties: readonly string[]): Row["rejected"][number][] =>
  types.flatMap((beaconType) =>
    properties.map((property): Row["rejected"][number] => [
      { beaconType, [property]: undefined },
      [property, new RegExp(`^a beacon of beaconType "${beaconType}" needs ${property} too$`)],
    ]),
  );

export const beaconTable: Section = {
  title: "Beacon",
  text: "The same holds for a geofeature of type `beacon` in a zone.",
  itself: "the beacon",
  places: [beacon, beaconInZone],
  from: [
    [
      "Config API 1.2.0",
      "beaconType",
      "location",
      "description",
      "major",
      "minor",
      "proximityUUID",
      "txPower",
    ],
    ["this provider", "name", "macAddress", "accountId"],
  ],
  defaults: ownName,
  notes: { macAddress: "all with `-` or all with `:` between the pairs" },
  rows: [
    {
      property: "",
      rule: "`IOS` and `Both` need `major`, `minor` and `proximityUUID`",
      from: "Config API 1.2.0",
      accepted: [{ beaconType: "IOS", major: 0, minor: 0, macAddress: undefined, txPower: undefined }],
      rejected: [
        [{ beaconType: "IOS", major: undefined, minor: undefined }, "major"],
        ...needs(["IOS", "Both"], ["major", "minor", "proximityUUID"]),
      ],
    },
    {
      property: "",
      rule: "`Android` and `Both` need `macAddress` and `txPower`",
      from: "Config API 1.2.0",
      accepted: [
        { beaconType: "Android", txPower: 0, major: undefined, minor: undefined, proximityUUID: undefined },
      ],
      rejected: [
        [{ beaconType: "Android", macAddress: undefined, txPower: undefined }, "macAddress"],
        ...needs(["Android", "Both"], ["macAddress", "txPower"]),
      ],
    },
  ],
};

export const userTables: readonly Section[] = [
  {
    title: "User",
    places: [user],
    from: [
      ["Config API 1.2.0", "isAdmin", "accountId"],
      ["this provider", "email", "username", "firstName", "lastName", "phoneNumber", "projectPermissions"],
    ],
    defaults: { username: "`email`" },
    rows: [
      {
        property: "username",
        rule: "the `email` again, in capitals or not",
        from: "Config API 1.2.0",
        accepted: [{ email: "Jo@Example.com", username: "jo@example.COM" }],
        rejected: [[{ username: "jo@example.com" }]],
      },
      {
        property: "projectPermissions",
        rule: "at most one permission for a project",
        from: "this provider",
        accepted: [permissions(projectId, "c7058934-f1e6-4176-8730-a0bd28e8e0a9")],
        rejected: [[permissions(projectId, projectId), "projectPermissions[1].projectId"]],
      },
    ],
  },
  {
    title: "Permissions",
    part: true,
    places: [projectPermission],
    from: [
      ["Config API 1.2.0", "permissionLevel"],
      ["this provider", "projectId"],
    ],
    rows: [],
  },
];
