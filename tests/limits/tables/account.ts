/** The objects of an account beside projects and zones: destinations, beacons, users. */
import { objects } from "../places";
import type { Row, Section } from "../row";
import {
  anObject,
  anyText,
  customData,
  emailAddress,
  notEmpty,
  oneOf,
  uuid,
  wholeNumber,
  yesOrNo,
} from "./kinds";

const { destination, beacon, beaconInZone, user, projectPermission } = objects;

const ofBoth = (email: string) => ({ email, username: email });

const permissions = (...projectIds: string[]) => ({
  projectPermissions: projectIds.map((projectId) => ({ projectId, permissionLevel: "READ_WRITE" })),
});
const [oneProject, otherProject] = [
  "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c",
  "c7058934-f1e6-4176-8730-a0bd28e8e0a9",
] as const;

export const destinationSection: Section = {
  title: "Destination",
  places: [destination],
  rows: [
    {
      property: "destinationId",
      rule: 'text, not empty, neither "." nor ".."; a change replaces the destination',
      from: "this provider",
      accepted: [{ destinationId: "store 42/a" }],
      boundary: [{ destinationId: "x" }, { destinationId: "..." }, { destinationId: ".x" }],
      rejected: [
        [{ destinationId: ".." }, /^it is "\.\.", but must be text that is not empty, and neither/],
        [{ destinationId: "." }, /neither "\." nor "\.\."$/],
        [{ destinationId: "" }, /must be text that is not empty/],
      ],
    },
    { ...notEmpty("name"), default: "the resource's name in the program" },
    anyText("address", "Bluedot's documentation"),
    anObject("location", "Bluedot's documentation", [{ location: { latitude: 1, longitude: 2 } }]),
    emailAddress("email"),
    ...customData("Bluedot's documentation"),
    uuid("projectId", "Bluedot's documentation"),
  ],
};

/** Each platform tells beacons by properties of its own. */
const needs = (types: readonly string[], properties: readonly string[]): Row["rejected"][number][] =>
  types.flatMap((beaconType) =>
    properties.map((property): Row["rejected"][number] => [
      { beaconType, [property]: undefined },
      [property, new RegExp(`^a beacon of beaconType "${beaconType}" needs ${property} too$`)],
    ]),
  );

export const beaconSection: Section = {
  title: "Beacon",
  text: "The same holds for a geofeature of type `beacon` in a zone.",
  itself: "the beacon",
  places: [beacon, beaconInZone],
  rows: [
    { ...notEmpty("name"), at: [beacon], default: "the resource's name in the program" },
    oneOf("beaconType", ["IOS", "Android", "Both"], "Windows", "Config API 1.2.0"),
    {
      property: "",
      rule: "`IOS` and `Both` need `major`, `minor` and `proximityUUID`",
      from: "Config API 1.2.0",
      accepted: [{ beaconType: "IOS", macAddress: undefined, txPower: undefined }],
      boundary: [{ beaconType: "IOS", major: 0, minor: 0 }],
      rejected: [
        [
          { beaconType: "IOS", major: undefined, minor: undefined },
          ["major", /^a beacon of beaconType "IOS" needs major, minor too$/],
        ],
        ...needs(["IOS", "Both"], ["major", "minor", "proximityUUID"]),
      ],
    },
    {
      property: "",
      rule: "`Android` and `Both` need `macAddress` and `txPower`",
      from: "Config API 1.2.0",
      accepted: [{ beaconType: "Android", major: undefined, minor: undefined, proximityUUID: undefined }],
      boundary: [{ beaconType: "Android", txPower: 0 }],
      rejected: [
        [
          { beaconType: "Android", macAddress: undefined },
          ["macAddress", /^a beacon of beaconType "Android" needs macAddress too$/],
        ],
        ...needs(["Android", "Both"], ["macAddress", "txPower"]),
      ],
    },
    anObject("location", "Config API 1.2.0"),
    anyText("description", "Config API 1.2.0"),
    wholeNumber("major", { least: 0, most: 65_535 }, "Config API 1.2.0"),
    wholeNumber("minor", { least: 0, most: 65_535 }, "Config API 1.2.0"),
    uuid("proximityUUID", "Config API 1.2.0"),
    {
      property: "macAddress",
      rule: "six pairs of hexadecimal digits, all with `-` or all with `:` between them",
      from: "this provider",
      accepted: [{ macAddress: "00-14-22-01-23-45" }, { macAddress: "01:17:C5:31:84:19" }],
      boundary: "none",
      rejected: [
        [
          { macAddress: "01-17-c5-31-84" },
          /^it is "01-17-c5-31-84", but must be a hardware address of six pairs/,
        ],
        [{ macAddress: "01-17:c5-31-84-19" }, /six pairs/],
        [{ macAddress: "01-17-c5-31-84-19-20" }, /six pairs/],
        [{ macAddress: "01-17-c5-31-84-1g" }, /six pairs/],
        [{ macAddress: "0117c5318419" }, /six pairs/],
      ],
    },
    wholeNumber("txPower", { least: -100, most: 0, unit: "dBm" }, "Config API 1.2.0"),
    { ...uuid("accountId", "this provider"), default: "the account that signs in" },
  ],
};

export const userSections: readonly Section[] = [
  {
    title: "User",
    places: [user],
    rows: [
      {
        property: "email",
        rule: "an email address",
        from: "this provider",
        accepted: [ofBoth("jo+shop@example.com")],
        boundary: [ofBoth("j@e")],
        rejected: [
          [
            ofBoth("jo"),
            /^it is text \(not shown\), but must be an email address/,
            ["username", /an email address/],
          ],
          [ofBoth("jo smith@e"), /must be an email address/, ["username", /an email address/]],
        ],
      },
      {
        property: "username",
        rule: "the `email` again, in capitals or not",
        from: "Config API 1.2.0",
        default: "`email`",
        accepted: [ofBoth("jo@example.com")],
        boundary: [{ email: "Jo@Example.com", username: "jo@example.COM" }],
        rejected: [[{ username: "jo@example.com" }, /^it is not the email, and must be; leave it out$/]],
      },
      notEmpty("firstName"),
      notEmpty("lastName"),
      { ...yesOrNo("isAdmin", "Config API 1.2.0"), default: "false" },
      notEmpty("phoneNumber"),
      { ...uuid("accountId", "Config API 1.2.0"), default: "the account that signs in" },
      {
        property: "projectPermissions",
        rule: "a list with at most one permission for a project",
        from: "this provider",
        accepted: [{ projectPermissions: [] }, permissions(oneProject)],
        boundary: [permissions(oneProject, otherProject)],
        rejected: [
          [
            permissions(oneProject, oneProject),
            [
              "projectPermissions[1].projectId",
              /is used by projectPermissions\[0\] too; a user has one permission/,
            ],
          ],
          [{ projectPermissions: {} }, /must be a list$/],
        ],
      },
    ],
  },
  {
    title: "Permissions",
    part: true,
    places: [projectPermission],
    rows: [
      uuid("projectId", "this provider"),
      oneOf("permissionLevel", ["READ", "READ_WRITE"], "WRITE", "Config API 1.2.0"),
    ],
  },
];
