/** The rules of a file `fences.json`, and their strict reading. */
import { z } from "zod";

import type { Point } from "../../geometry/point";
import { closestOf } from "../../provider/suggestions";
import { pointOf, type FencePoint } from "../point-like";
import { assumptionNames, assumptions, type WalkAssumptions } from "../walk/assumptions";

/**
 * Two selectors of zones that may overlap or be near each other. A selector is a name, a name with `*` for any characters,
 * or `tag:` and a tag.
 */
export type AllowedPair = readonly [string, string];

/** A point that a zone must contain, or miss. */
export interface PointRule {
  /** A selector. Of several zones that it selects, `contains` asks for one, `misses` for none. */
  readonly zone: string;
  readonly point: FencePoint;
}

/** Points that must each be in a zone. */
export interface CoverRule {
  /** A CSV or GeoJSON file, from the folder of the rules. */
  readonly points: string;
  /**
   * A selector of the zones that count.
   *
   * @default all
   */
  readonly by?: string | undefined;
  /**
   * Metres that a point may be away from a zone.
   *
   * @default 0
   */
  readonly within?: number | undefined;
  /**
   * The column or property whose value names a point in messages.
   *
   * @default `name`, `title`, `label` or `id`, else the first column
   */
  readonly name?: string | undefined;
}

/** No two zones overlap. */
export interface OverlapRule {
  /** @default none */
  readonly allow?: readonly AllowedPair[] | undefined;
}

/** No two zones are nearer to each other, from edge to edge. */
export interface ApartRule extends OverlapRule {
  readonly metres: number;
}

/** No zone is nearer to a line, such as a motorway. */
export interface ClearRule {
  /** A GeoJSON file of lines, from the folder of the rules. */
  readonly lines: string;
  readonly metres: number;
  /**
   * A selector of the zones that must be clear.
   *
   * @default all
   */
  readonly zones?: string | undefined;
}

/** A recorded track, and what it triggers. */
export interface WalkRule {
  /** A GPX, GeoJSON, KML or CSV file, from the folder of the rules. */
  readonly track: string;
  /** In order, each a zone's name and `enter`, `exit` or `dwell`: `cafe enter`. */
  readonly expect: readonly string[];
  /**
   * A selector of the zones whose triggers count.
   *
   * @default all
   */
  readonly zones?: string | undefined;
  /**
   * An IANA name, such as `Australia/Melbourne`, for the conditions on time.
   *
   * @default that of the place
   */
  readonly timeZone?: string | undefined;
  /**
   * Seconds in a zone after which it triggers a dwell event, by the zone's name.
   *
   * @default none
   */
  readonly dwell?: Readonly<Record<string, number>> | undefined;
  /**
   * The behaviour of a phone, where it is not as docs/walk.md assumes: `{ "exitDistance": 20 }`.
   *
   * @default {}
   */
  readonly assume?: WalkAssumptions | undefined;
}

/** The rules that must hold of zones. */
export interface FenceRules {
  readonly contains?: readonly PointRule[] | undefined;
  readonly misses?: readonly PointRule[] | undefined;
  readonly covers?: readonly CoverRule[] | undefined;
  readonly overlaps?: OverlapRule | undefined;
  readonly apart?: ApartRule | undefined;
  readonly clearOf?: readonly ClearRule[] | undefined;
  readonly walks?: readonly WalkRule[] | undefined;
}

/**
 * Reads the text of a rules file.
 *
 * @param file for messages
 * @throws an error with a line for each fault: `fences.json: covers[0]: unknown key "pints"; did you mean "points"?`
 */
export function parseRules(text: string, file: string): FenceRules {
  return readRules(jsonOf(text, file), file);
}

/** As `parseRules`, of the value itself. */
export function readRules(value: unknown, name: string): FenceRules {
  const { success, data, error } = rules.safeParse(value);
  if (success) return data;
  const sentences = error.issues.flatMap(sentencesOf);
  throw new Error(sentences.map((sentence) => `${name}: ${sentence}`).join("\n"));
}

/** True if there is nothing to judge. */
export function isEmpty({ contains, misses, covers, overlaps, apart, clearOf, walks }: FenceRules): boolean {
  const isNone = (list: readonly unknown[] | undefined) => list === undefined || list.length === 0;
  return (
    overlaps === undefined && apart === undefined && [contains, misses, covers, clearOf, walks].every(isNone)
  );
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Error(`${file}: this is no JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

const text = z.string({ error: () => "must be a text" }).min(1, "must not be empty");
const metres = z.number({ error: () => "must be a number of metres" }).min(0, "must be 0 m or more");

const point = z.unknown().transform((given, context): Point => {
  try {
    return pointOf(pointShape.parse(given));
  } catch {
    context.addIssue(
      'must be a point, such as [-37.818, 144.9775] or "-37.818, 144.9775": latitude first, from -90 to 90, then longitude',
    );
    return z.NEVER;
  }
});
const pointShape = z.union([
  z.string(),
  z.tuple([z.number(), z.number()]),
  z.strictObject({ latitude: z.number(), longitude: z.number() }),
]);

const allow = z
  .array(z.tuple([text, text], { error: () => 'must be a pair of names, such as ["mall", "*"]' }), {
    error: () => 'must be a list of pairs, such as [["mall", "*"]]',
  })
  .optional();

const list = <Rule extends z.ZodType>(rule: Rule) =>
  z.array(rule, { error: () => "must be a list, in square brackets" }).optional();
const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === "invalid_type" ? "must be an object" : undefined),
  });

const apart = z.preprocess(
  (given) => (typeof given === "number" ? { metres: given } : given),
  z.strictObject(
    { metres, allow },
    {
      error: (issue) =>
        issue.code === "invalid_type"
          ? 'must be a number of metres, or { "metres": 500, "allow": [] }'
          : undefined,
    },
  ),
);

const rules = object({
  contains: list(object({ zone: text, point })),
  misses: list(object({ zone: text, point })),
  covers: list(
    object({ points: text, by: text.optional(), within: metres.optional(), name: text.optional() }),
  ),
  overlaps: object({ allow }).optional(),
  apart: apart.optional(),
  clearOf: list(object({ lines: text, metres, zones: text.optional() })),
  walks: list(
    object({
      track: text,
      expect: z.array(text, {
        error: () => 'must be a list of texts, such as ["cafe enter", "cafe exit"]; [] if nothing triggers',
      }),
      zones: text.optional(),
      timeZone: text.optional(),
      dwell: z
        .record(
          z.string(),
          z.number({ error: () => "must be a number of seconds" }).positive("must be above 0"),
          {
            error: () => 'must be the seconds by zone, such as { "cafe": 120 }',
          },
        )
        .optional(),
      assume: assumptions.optional(),
    }),
  ),
});

const ruleKeys = ["contains", "misses", "covers", "overlaps", "apart", "clearOf", "walks"] as const;

/** The keys of a rule of each kind. */
const keysOf: Readonly<Record<(typeof ruleKeys)[number], readonly string[]>> = {
  contains: ["zone", "point"],
  misses: ["zone", "point"],
  covers: ["points", "by", "within", "name"],
  overlaps: ["allow"],
  apart: ["metres", "allow"],
  clearOf: ["lines", "metres", "zones"],
  walks: ["track", "expect", "zones", "timeZone", "dwell", "assume"],
};

function sentencesOf(issue: z.core.$ZodIssue): string[] {
  const where = z.core.toDotPath(issue.path);
  const prefix = where === "" ? "" : `${where}: `;
  if (issue.code !== "unrecognized_keys") return [`${prefix}${issue.message}`];
  const kind = ruleKeys.find((key) => key === issue.path[0]);
  const ofRule = kind === undefined ? ruleKeys : keysOf[kind];
  const known = issue.path.at(-1) === "assume" ? assumptionNames : ofRule;
  return issue.keys.map((key) => {
    const close = closestOf(key, known);
    const advice = close === undefined ? `the keys are ${known.join(", ")}` : `did you mean "${close}"?`;
    return `${prefix}unknown key ${JSON.stringify(key)}; ${advice}`;
  });
}
