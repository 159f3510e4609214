/** A zone of a sample: every kind of part has its turn. */
import type { NewBeacon } from "../entities/beacon";
import type { NewDestination } from "../entities/destination";
import type { NewZone } from "../entities/zone";
import type { Dice } from "./dice";
import { inTurn, type Some } from "./dice";
import { geofeatures } from "./geofeatures";
import { zoneName } from "./names";
import { places } from "./places";

/** The objects that a zone may refer to. */
export interface Surroundings {
  readonly projectId: string;
  readonly destinations: readonly NewDestination[];
  readonly beacons: readonly NewBeacon[];
}

/** The zone that is made as number `index` of an account, counted from 0. */
export function sampleZone(
  index: number,
  { projectId, destinations, beacons }: Surroundings,
  dice: Dice,
): NewZone {
  const destination = index % 3 === 1 ? destinations[index % destinations.length] : undefined;
  const place = destination?.location ?? inTurn(places, index);
  const conditions = inTurn(conditionSets, index);
  const crosses = conditions.some(({ type }) => type === "travelPath");
  // A path crosses two geofeatures or more.
  const count = crosses ? dice.between(3, 6) : dice.from([1, 1, 1, 2, 3, 5]);
  return {
    _id: dice.uuid(),
    name: zoneName(index, dice),
    projectId,
    minimumRetriggerTime: dice.from([60, 600, 3600, 86_400, 3_599_940]),
    triggerOnExit: index % 2 === 0,
    geofeatures: geofeatures({ turn: index, count, place, beacons }, dice),
    ...(conditions.length === 0 ? {} : { conditions: [...conditions] }),
    ...inTurn(actionSets, index),
    ...inTurn(tagSets, index),
    ...inTurn(customDataSets, index),
    ...(destination === undefined ? {} : { destinationId: destination.destinationId }),
    ...(index % 5 === 2 ? { description: "As the console shows it." } : {}),
    // A field of a newer API.
    ...(index % 4 === 0
      ? { laterField: { enabled: true, thresholds: [{ seconds: 300 }, { seconds: 900, once: true }] } }
      : {}),
  };
}

type Condition = NonNullable<NewZone["conditions"]>[number];

const speed = { type: "speed", minimumSpeed: 0, maximumSpeed: 13.89 };
const travelDirection = { type: "travelDirection", fromAngle: 315, toAngle: 45 };
const travelPath = { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 600 };
const timeActive = { type: "timeActive", fromTime: "22:30:00", toTime: "05:59:59" };
const dayRange = { type: "dayRange", startDate: "2026-02-28", endDate: "2028-02-29" };

const conditionSets: Some<readonly Condition[]> = [
  [],
  [speed],
  [travelDirection],
  [travelPath],
  [timeActive],
  [dayRange],
  [
    speed,
    travelDirection,
    { ...travelPath, sequential: true },
    timeActive,
    { type: "dayRange", endDate: "2027-12-31" },
  ],
];

const message = { type: "message", title: "Hello 👋", message: 'Your order is "ready"' };
const url = { type: "url", url: "https://shop.example/open?a=1&b=%20#top" };

const actionSets: Some<Pick<NewZone, "actions">> = [
  {},
  { actions: [message] },
  { actions: [url] },
  { actions: [url, message, { type: "url", url: "shop://open" }] },
];

const tagSets: Some<Pick<NewZone, "tags">> = [
  {},
  { tags: ["food"] },
  { tags: ["drive-through", "überall", "24h", "two words", "Food"] },
];

const twenty = Array.from({ length: 20 }, (_, pair) => [`key ${pair + 1}`, `value "${pair + 1}"`] as const);

const customDataSets: Some<Pick<NewZone, "customData">> = [
  {},
  { customData: { storeId: "0042" } },
  { customData: { région: "Île-de-France", "two words": "a\nb", "a.b": '{"json":true}', "7": "seven" } },
  { customData: Object.fromEntries(twenty) },
  { customData: { class: "A", empty: "" } },
];
