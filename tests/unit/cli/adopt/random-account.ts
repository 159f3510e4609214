/** Accounts as an API may hold them: every kind of everything, awkward texts, fields that nobody knows. */
import fc from "fast-check";

import type { Account } from "../../../../cli/adopt/account";
import type { Json, JsonObject } from "../../../../provider/json";

const awkward = [
  "Harbour Coffee",
  "harbour coffee",
  "con",
  "__proto__",
  "constructor",
  "class",
  "-",
  "🛒",
  "${name}",
  "`tick`",
  "it's",
  'a "b"',
  "back\\slash",
  "\\u0041",
  "two\nlines",
  "line\u2028separator",
  "bidi\u202e",
  "nul\u0000",
  "</script>",
  "//*/",
  "a::b",
  "店舗",
  "x".repeat(300),
];

const text = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ minLength: 1, unit: "binary" }).filter((each) => each.isWellFormed()),
  fc.stringMatching(/^[a-z ]{1,12}$/),
);
const uuid = fc.uuid({ version: 4 });
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Some servers write a number as text. */
const spelt = (value: fc.Arbitrary<number>): fc.Arbitrary<Json> =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: value.map(String) });

/** A property that is not there, or is there and says nothing, or says something. */
const maybe = <T>(value: fc.Arbitrary<T>, ...nothings: Json[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary: value }, fc.constantFrom(undefined, null, ...nothings));

/** Properties that only a newer API would know. */
const newer = fc.dictionary(fc.constantFrom("laterField", "shade", "retries"), fc.jsonValue().map(parsed), {
  maxKeys: 2,
});

const point = (latitude: number, longitude: number) => ({ latitude, longitude });
const center = fc.tuple(number(-80, 80), number(-170, 170));
const location = center.map(([north, east]) => point(north, east));
const color = maybe(fc.stringMatching(/^#[0-9a-fA-F]{6}$/), "");
const customData = maybe(fc.dictionary(text, text, { maxKeys: 5 }), {});

const beaconType = fc.constantFrom("IOS", "Android", "Both");
const transmitter = fc.record({
  beaconType,
  location,
  major: spelt(fc.nat(65_535)),
  minor: spelt(fc.nat(65_535)),
  proximityUUID: uuid,
  macAddress: fc.constant("00-14-22-01-23-45"),
  txPower: fc.integer({ min: -100, max: -1 }),
  description: maybe(text, ""),
  accountId: maybe(uuid),
});

const geofeature = fc.oneof(
  fc.record({ type: fc.constant("circle"), center: location, radius: spelt(number(5, 9000)), color }),
  fc
    .record({ type: fc.constant("boundingBox"), at: center, color })
    .map(({ at: [north, east], ...rest }) => ({
      ...rest,
      northEast: point(north + 0.01, east + 0.01),
      southWest: point(north, east),
    })),
  fc.record({ type: fc.constant("polygon"), at: center, color }).map(({ at: [north, east], ...rest }) => ({
    ...rest,
    vertices: [point(north, east), point(north, east + 0.01), point(north + 0.01, east)],
  })),
  center.map(([north, east]) => ({
    type: "geoline",
    vertices: [point(north, east), point(north + 0.01, east), point(north + 0.01, east + 0.01)],
  })),
  fc
    .record({ type: fc.constant("beacon"), proximity: maybe(fc.constantFrom("Near", "Far")) })
    .chain((rest) => transmitter.map((each) => ({ ...each, ...rest }))),
);

const conditions = fc.subarray<JsonObject>([
  { type: "speed", minimumSpeed: 0, maximumSpeed: "13.89" },
  { type: "travelDirection", fromAngle: 315, toAngle: 45 },
  { type: "timeActive", fromTime: "22:30:00", toTime: "05:59:59" },
  { type: "dayRange", startDate: "2026-02-28", endDate: null },
  { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 600, sequential: false },
]);
const actions = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant("message"), title: text, message: text }),
    fc.record({ type: fc.constant("url"), url: fc.constant("shop://open?a='1'") }),
  ),
  { maxLength: 3 },
);

const webhook = fc.record({
  url: fc.webUrl(),
  headers: maybe(fc.dictionary(fc.stringMatching(/^[!-~]{1,8}$/), fc.oneof(text, fc.constant(""))), {}),
  structure: maybe(text, ""),
});
const webhooks = fc
  .uniqueArray(fc.constantFrom("geoTrigger", "tempo", "wave", "helloOrder"))
  .chain((types) => fc.tuple(...types.map((type) => webhook.map((each) => ({ type, ...each })))));

const project = fc.record({
  _id: uuid,
  name: text,
  nextRuleUpdateInterval: spelt(fc.constantFrom(300, 86_400, 172_800)),
  webhooks: maybe(webhooks),
  firebaseApiKey: maybe(text, ""),
  integrations: maybe(fc.record({ mparticle: maybe(fc.record({ iosApiKey: maybe(text, "") }), {}) }), {}),
  newer,
});

const zone = (projectIds: readonly string[], destinationIds: readonly string[]) =>
  fc.record({
    _id: uuid,
    name: text,
    projectId: fc.constantFrom(...projectIds),
    minimumRetriggerTime: spelt(fc.integer({ min: 60, max: 3_599_940 })),
    geofeatures: fc
      .uniqueArray(fc.tuple(text, geofeature, newer), {
        minLength: 3,
        maxLength: 4,
        selector: ([name]) => name,
      })
      .map((list) => list.map(([name, each, more]) => ({ _id: name, name, ...more, ...each }))),
    triggerOnExit: maybe(fc.boolean()),
    customData,
    conditions: maybe(conditions, []),
    tags: maybe(fc.array(text, { maxLength: 4 }), []),
    actions: maybe(actions, []),
    destinationId: maybe(fc.oneof(text, fc.constantFrom("none", ...destinationIds)), ""),
    newer,
  });

const destination = (projectIds: readonly string[]) =>
  fc.record({
    destinationId: text,
    name: text,
    address: maybe(text, ""),
    location: maybe(location),
    email: maybe(fc.constant("store+1@example.com"), ""),
    customData,
    projectId: maybe(fc.oneof(uuid, fc.constantFrom(...projectIds)), ""),
    newer,
  });

const beacon = fc
  .record({ _id: uuid, name: text, newer })
  .chain((rest) => transmitter.map((each) => ({ ...each, ...rest })));

const user = (projectIds: readonly string[]) =>
  fc
    .record({
      _id: uuid,
      email: fc
        .uniqueArray(fc.stringMatching(/^[a-z']{1,4}$/), { minLength: 2, maxLength: 2 })
        .map((parts) => parts.join("@")),
      firstName: text,
      lastName: text,
      isAdmin: maybe(fc.boolean()),
      phoneNumber: maybe(text, ""),
      projectPermissions: maybe(
        fc
          .subarray([...projectIds])
          .chain((ids) =>
            fc.tuple(
              ...ids.map((projectId) =>
                fc
                  .constantFrom("READ", "read_write")
                  .map((permissionLevel) => ({ projectId, permissionLevel })),
              ),
            ),
          ),
      ),
    })
    .map((each) => ({ ...each, username: each.email.toUpperCase() }));

/** Ids of an account are its own; of two objects with one id the first stays. */
const unique = (list: JsonObject[], id: string) =>
  list.filter((each, at) => list.findIndex((other) => other[id] === each[id]) === at);

/** Without what is undefined, as JSON has it; `newer` fields stand beside the others. */
function parsed(value: unknown): Json {
  const json: unknown = JSON.parse(JSON.stringify(value));
  return isJson(json) ? json : null;
}

function isJson(value: unknown): value is Json {
  return value !== undefined;
}

function held(objects: readonly object[]): JsonObject[] {
  return objects.map((each) => {
    const { newer: more, ...rest } = { newer: {}, ...each };
    const json = parsed({ ...more, ...rest });
    return typeof json === "object" && json !== null && !Array.isArray(json) ? json : {};
  });
}

export const randomAccount: fc.Arbitrary<Account> = fc
  .uniqueArray(project, { minLength: 1, maxLength: 3, selector: ({ _id }) => _id })
  .chain((projects) => {
    const projectIds = projects.map(({ _id }) => _id);
    return fc.array(destination(projectIds), { maxLength: 4 }).chain((destinations) =>
      fc.record({
        projects: fc.constant(held(projects)),
        destinations: fc.constant(unique(held(destinations), "destinationId")),
        zones: fc
          .array(
            zone(
              projectIds,
              destinations.map(({ destinationId }) => destinationId),
            ),
            { maxLength: 5 },
          )
          .map((zones) => unique(held(zones), "_id")),
        beacons: fc.array(beacon, { maxLength: 2 }).map((beacons) => unique(held(beacons), "_id")),
        users: fc.array(user(projectIds), { maxLength: 2 }).map((users) => unique(held(users), "_id")),
        unread: fc.constant([]),
      }),
    );
  });
