/** Rows that many tables have, one for each kind of value. The limits are the table's own, not the schema's. */
import type { Row, Source } from "../row";

/** The rule, and what else there is to know. */
const also = (rule: string, more: string) => (more === "" ? rule : `${rule}; ${more}`);

export const notEmpty = (property: string, more = ""): Row => {
  const shown = more === "secret" ? "its value \\(a secret\\)" : 'it is (""|42|a number), but';
  const words = new RegExp(`^${shown} must be text that is not empty$`);
  return {
    property,
    rule: also("text, not empty", more),
    from: "this provider",
    accepted: [{ [property]: "West End, ground floor" }],
    boundary: [{ [property]: "x" }],
    rejected: [
      [{ [property]: "" }, words],
      [{ [property]: 42 }, words],
    ],
  };
};

export const anyText = (property: string, from: Source): Row => ({
  property,
  rule: "text",
  from,
  accepted: [{ [property]: "default" }, { [property]: "" }],
  boundary: "none",
  rejected: [[{ [property]: 42 }, /^it is a number, but must be text$/]],
});

export const yesOrNo = (property: string, from: Source): Row => ({
  property,
  rule: "true or false",
  from,
  accepted: [{ [property]: true }, { [property]: false }],
  boundary: "none",
  rejected: [
    [{ [property]: "yes" }, /^it is "yes", but must be true or false$/],
    [{ [property]: 1 }, /^it is 1, but must be true or false$/],
  ],
});

/** For a word that `wrong` is not. */
export const oneOf = (property: string, words: readonly string[], wrong: string, from: Source): Row => ({
  property,
  rule: `one of ${words.map((word) => `"${word}"`).join(", ")}`,
  from,
  accepted: words.map((word) => ({ [property]: word })),
  boundary: "none",
  rejected: [
    [{ [property]: wrong }, new RegExp(`^it is "${wrong}", but must be one of "${words.join('", "')}"`)],
  ],
});

/** The kind itself: another one has other properties. `wrong` is so near to `meant` that this is proposed. */
export const kindOf = (words: readonly string[], wrong: string, meant: string): Row => ({
  property: "type",
  rule: `one of ${words.map((word) => `"${word}"`).join(", ")}`,
  from: "Config API 1.2.0",
  accepted: [{}],
  boundary: "none",
  rejected: [
    [{ type: wrong }, new RegExp(`must be one of "${words.join('", "')}"; did you mean "${meant}"\\?$`)],
    [{ type: "something else" }, /must be one of "[^?]*"$/],
  ],
});

/** A number without an upper limit; `above` and `beyond` stand on its two sides. */
export const numberFrom = (
  property: string,
  least: number,
  unit: string,
  { above, beyond }: { readonly above: readonly number[]; readonly beyond: number },
): Row => ({
  property,
  rule: `${unit}, ${least} or more`,
  from: "Config API 1.2.0",
  accepted: above.map((value) => ({ [property]: value })),
  boundary: [{ [property]: least }],
  rejected: [
    [
      { [property]: beyond },
      new RegExp(
        `^it is ${String(beyond).replace(".", "\\.")}, but must be a number of ${unit}, ${least} or more$`,
      ),
    ],
    [{ [property]: String(least) }, new RegExp(`must be a number of ${unit}`)],
  ],
});

interface Range {
  readonly least: number;
  readonly most: number;
  readonly unit?: string;
}

const grouped = (value: number) => value.toLocaleString("en-US");

export const wholeNumber = (property: string, { least, most, unit }: Range, from: Source): Row => {
  const range = `${grouped(least)} to ${grouped(most)}`;
  const words = new RegExp(`must be a whole number${unit === undefined ? "" : ` of ${unit}`} from ${range}$`);
  return {
    property,
    rule: `${unit === undefined ? "a whole number" : `whole ${unit}`}, ${range}`,
    from,
    accepted: [{ [property]: least + 1 }, { [property]: most - 1 }],
    boundary: [{ [property]: least }, { [property]: most }],
    rejected: [
      [{ [property]: least - 1 }, words],
      [{ [property]: most + 1 }, words],
      [{ [property]: least + 0.5 }, words],
      [{ [property]: String(least) }, words],
    ],
  };
};

export const degrees = (property: string, most: number, between: number): Row => {
  const words = new RegExp(`must be a number of degrees from -${most} to ${most}$`);
  return {
    property,
    rule: `degrees, -${most} to ${most}`,
    from: "Config API 1.2.0",
    accepted: [{ [property]: between }],
    boundary: [{ [property]: -most }, { [property]: most }],
    rejected: [
      [{ [property]: most + 0.1 }, words],
      [{ [property]: -most - 0.1 }, words],
      [{ [property]: "10" }, words],
    ],
  };
};

export const uuid = (property: string, from: Source, more = ""): Row => ({
  property,
  rule: also("a UUID", more),
  from,
  accepted: [
    { [property]: "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c" },
    { [property]: "6E4AEB98-05B3-4B3F-B9AC-3B9A169E395C" },
  ],
  boundary: "none",
  rejected: [
    [{ [property]: "coffee" }, /^it is "coffee", but must be a UUID/],
    [{ [property]: "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395" }, /must be a UUID/],
    [{ [property]: "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395cc" }, /must be a UUID/],
    [{ [property]: "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395g" }, /must be a UUID/],
  ],
});

export const emailAddress = (property: string): Row => ({
  property,
  rule: "an email address",
  from: "this provider",
  accepted: [{ [property]: "jo+shop@example.com" }],
  boundary: [{ [property]: "j@e" }],
  rejected: [
    [{ [property]: "jo" }, /^it is text \(not shown\), but must be an email address/],
    [{ [property]: "jo@" }, /must be an email address/],
    [{ [property]: "jo smith@example.com" }, /must be an email address/],
  ],
});

/** For a property that is an object with rows of its own. */
export const anObject = (property: string, from: Source, right: Row["accepted"] = [{}]): Row => ({
  property,
  rule: "an object",
  from,
  accepted: right,
  boundary: "none",
  rejected: [
    [{ [property]: "here" }, /must be an object$/],
    [{ [property]: [] }, /must be an object$/],
  ],
});

/** For a property that is a list whose elements have rows of their own. */
export const aList = (property: string, from: Source): Row => ({
  property,
  rule: "a list",
  from,
  accepted: [{ [property]: [] }],
  boundary: "none",
  rejected: [[{ [property]: {} }, /must be a list$/]],
});

const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, "value"]));

export const customData = (mapFrom: Source): readonly Row[] => [
  {
    property: "customData",
    rule: "at most 20 pairs",
    from: "Bluedot's documentation",
    accepted: [{ customData: {} }, { customData: { store: "42" } }],
    boundary: [{ customData: pairs(20) }],
    rejected: [[{ customData: pairs(21) }, /^it has 21 pairs, but may have at most 20$/]],
  },
  {
    property: "customData",
    rule: "a map of texts",
    from: mapFrom,
    accepted: [{ customData: { store: "", "with a space": "42" } }],
    boundary: "none",
    rejected: [
      [{ customData: { store: 42 } }, ['customData["store"]', /^it is a number, but must be text$/]],
      [{ customData: ["42"] }, /must be a map$/],
    ],
  },
];
