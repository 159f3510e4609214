/** Rows and words that several tables have. */
import type { Row } from "../row";

/** The class fills it in. */
export const ownName = { name: "the resource's name in the program" } as const;

const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, "value"]));

/** Another source than that of the map itself. */
export const pairsOfCustomData: Row = {
  property: "customData",
  rule: "at most 20 pairs",
  from: "Bluedot's documentation",
  accepted: [{ customData: pairs(20) }],
  rejected: [[{ customData: pairs(21) }]],
};
