/** Zones and sources as tests of maps write them. */
import fc from "fast-check";

import { around } from "../geometry/points";
import type { PlainCircle, PlainGeofeature, PlainPolygon, PlainZone } from "../../../geometry/plain-zone";
import type { Change, ChangedSetting, HiddenZone, ZoneSource, ZoneVersions } from "../../../plan/zone-source";

/** A circle so many metres east and north of a place in Melbourne. */
export function circle(east: number, north: number, radius: number, name = "door"): PlainCircle {
  const [center = { latitude: 0, longitude: 0 }] = around(-37.81, 144.96, [east, north]);
  return { type: "circle", name, center, radius };
}

export function polygon(name: string, ...metres: (readonly [number, number])[]): PlainPolygon {
  return { type: "polygon", name, vertices: around(-37.81, 144.96, ...metres) };
}

export function zone(name: string, ...geofeatures: PlainGeofeature[]): PlainZone {
  return { name, geofeatures };
}

/** One zone of a plan, from its geofeatures before and after. */
export function versions(
  change: Change,
  before: readonly PlainGeofeature[] | undefined,
  after: readonly PlainGeofeature[] | undefined,
  rest: Partial<ZoneVersions> = {},
): ZoneVersions {
  return {
    label: "cafe",
    change,
    isDrifted: change === "drift",
    ...(before && { before: zone("cafe", ...before) }),
    ...(after && { after: zone("cafe", ...after) }),
    settings: [],
    ...rest,
  };
}

export function planOf(zones: readonly ZoneVersions[], rest: Partial<ZoneSource> = {}): ZoneSource {
  return { kind: "plan", name: "plan.json", zones, hidden: [], notes: [], ...rest };
}

/** A plan with every kind of change, hidden zones and a note. */
export function everyChange(): ZoneSource {
  const settings: ChangedSetting[] = [
    { property: "minimumRetriggerTime", before: "60", after: "30" },
    { property: "actions" },
  ];
  return planOf(
    [
      versions("same", [circle(0, 0, 50)], [circle(0, 0, 50)], { label: "quiet" }),
      versions("drift", [circle(900, 0, 60)], [circle(900, 0, 40)], { label: "drifted" }),
      versions("delete", [circle(600, 0, 50)], undefined, { label: "gone" }),
      versions("update", [circle(300, 300, 50)], [circle(300, 300, 50)], { label: "patient", settings }),
      versions("move", [circle(0, 300, 40)], [circle(26, 326, 60)], { label: 'stores["moved"]' }),
      versions("create", undefined, [polygon("yard", [300, 0], [380, 0], [340, 90])], { label: "new" }),
    ],
    {
      hidden: [
        { label: "vault", change: "move", reason: "secret" },
        { label: "later", change: "create", reason: "known after up" },
      ],
      notes: ["Unchanged zones are not in the plan; add --show-sames."],
    },
  );
}

const awkward = fc.constantFrom(
  "@alice",
  "deadbeef",
  "1234567",
  "GH-12",
  "see www.example.com",
  ":smile:",
  "a: b@example.com → owner/repo",
  "1. one",
  "- one",
  "plain words",
  "#123",
  "a|b",
  "``` ```",
  "`x`",
  "<script>alert(1)</script>",
  "]]>",
  "line\nbreak",
  "https://example.com",
  "\u202eevil",
  "\ud800",
  "\\|",
  "-->",
  "café 咖啡",
);
const text = fc.oneof(awkward, fc.string({ maxLength: 30 }), fc.string({ unit: "binary", maxLength: 300 }));
const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const geofeature: fc.Arbitrary<PlainGeofeature> = fc.oneof(
  fc.record({
    type: fc.constant("circle" as const),
    name: text,
    center: place,
    radius: fc.double({ min: 5, max: 1e6, noNaN: true }),
  }),
  fc.record({ type: fc.constant("boundingBox" as const), name: text, southWest: place, northEast: place }),
  fc.record({
    type: fc.constant("polygon" as const),
    name: text,
    vertices: fc.array(place, { minLength: 3, maxLength: 40 }),
  }),
  fc.record({
    type: fc.constant("geoline" as const),
    name: text,
    vertices: fc.array(place, { minLength: 2, maxLength: 10 }),
  }),
  fc.record({ type: fc.constant("beacon" as const), name: text }),
);
const plainZone = fc.record({ name: text, geofeatures: fc.array(geofeature, { maxLength: 4 }) });
const setting: fc.Arbitrary<ChangedSetting> = fc.record(
  { property: text, before: text, after: text },
  { requiredKeys: ["property"] },
);

function withChange(label: string): fc.Arbitrary<ZoneVersions> {
  const settings = fc.array(setting, { maxLength: 4 });
  return fc
    .record({
      change: fc.constantFrom<Change>("create", "move", "update", "delete", "drift", "same"),
      isDrifted: fc.boolean(),
      before: plainZone,
      after: plainZone,
      settings,
    })
    .map(({ change, isDrifted, before, after, settings: changed }) => ({
      label,
      change,
      isDrifted,
      ...(change !== "create" && { before }),
      ...(change !== "delete" && { after: change === "same" || change === "update" ? before : after }),
      settings: changed,
    }));
}

const hidden: fc.Arbitrary<HiddenZone> = fc.record({
  label: text,
  change: fc.constantFrom<Change>("create", "move"),
  reason: fc.constantFrom("secret", "known after up", "beacons only", "unreadable"),
});

/** Plans with names that attack every format. */
export const anyPlan: fc.Arbitrary<ZoneSource> = fc.uniqueArray(text, { maxLength: 40 }).chain((labels) =>
  fc.record({
    kind: fc.constant("plan" as const),
    name: text,
    zones: fc.tuple(...labels.map(withChange)),
    hidden: fc.array(hidden, { maxLength: 20 }),
    notes: fc.array(text, { maxLength: 5 }),
  }),
);
