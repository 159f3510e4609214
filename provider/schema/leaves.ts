/** The values without parts that the Config API's objects are made of, each with the words for its limits. */
import { z } from "zod";

import { isString, type Json } from "../json";
import type { Leaf } from "./field";

/** A leaf and the words that follow "must be". */
function leaf(expects: string, schema: z.ZodType, canonical?: (value: Json) => Json): Leaf {
  return { kind: "leaf", schema: schema.describe(expects), ...(canonical && { canonical }) };
}

/** Text that is no name and no choice: no message shows it. */
function freeText(expects: string, schema: z.ZodType, canonical?: (value: Json) => Json): Leaf {
  return { ...leaf(expects, schema, canonical), isFreeText: true };
}

/** Some servers write a number as text: the same number is the same value. */
const numeric = (value: Json): Json =>
  isString(value) && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;

const lowerCase = (value: Json): Json => (isString(value) ? value.toLowerCase() : value);

interface Range {
  least?: number;
  most?: number;
  /** The unit of the number, in the plural: "metres". */
  unit?: string;
}

/** A number within its limits, both included. */
export function number(range: Range = {}): Leaf {
  return ranged("a number", z.number(), range);
}

/** A whole number within its limits, both included. */
export function integer(range: Range = {}): Leaf {
  return ranged("a whole number", z.int(), range);
}

function ranged(what: string, schema: z.ZodNumber, { least, most, unit }: Range): Leaf {
  const counted = unit === undefined ? what : `${what} of ${unit}`;
  const limits =
    least !== undefined && most !== undefined
      ? ` from ${grouped(least)} to ${grouped(most)}`
      : least !== undefined
        ? `, ${grouped(least)} or more`
        : "";
  const above = least === undefined ? schema : schema.min(least);
  return leaf(counted + limits, most === undefined ? above : above.max(most), numeric);
}

/** 172800 reads as 172,800. */
function grouped(value: number): string {
  return value.toLocaleString("en-US");
}

export const boolean: Leaf = leaf("true or false", z.boolean());

/** Text by which messages call an object or a part of it. */
export const name: Leaf = leaf("text that is not empty", z.string().min(1));

export const text: Leaf = freeText("text that is not empty", z.string().min(1));

export const anyText: Leaf = freeText("text", z.string());

/** One of a few words; the API's own examples differ in the case of some, so case is no difference. */
export function choice(...words: [string, ...string[]]): Leaf {
  return leaf(`one of ${words.map((word) => `"${word}"`).join(", ")}`, z.enum(words), lowerCase);
}

/** A destination is found by its id as a part of a path, in which these two mean something else. */
export const destinationId: Leaf = leaf(
  'text that is not empty, and neither "." nor ".."',
  z.string().regex(/^(?!\.{1,2}$)[^]+$/),
);

export const emailAddress: Leaf = freeText(
  'an email address, such as "jo@example.com"',
  z.string().regex(/^[^\s@]+@[^\s@]+$/),
  lowerCase,
);

export const color: Leaf = leaf(
  'a colour written "#RRGGBB", such as "#429BD5"',
  z.string().regex(/^#[0-9a-f]{6}$/i),
  lowerCase,
);

/** The API knows lower case and version 4 alone, while Apple prints a beacon's in capitals. */
export const uuid: Leaf = {
  ...leaf(
    'a UUID of version 4, such as "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c"',
    z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i),
    lowerCase,
  ),
  normalize: lowerCase,
};

/** An address that a server calls. */
export const webAddress: Leaf = freeText(
  'an address that begins with "https://" or "http://"',
  z.string().refine((value) => /^https?:\/\/\S+$/i.test(value) && URL.canParse(value)),
);

/** An address that a phone opens: a page or an app's own scheme. */
export const address: Leaf = freeText(
  'an absolute address, such as "https://bluedot.io" or "myapp://offers"',
  z.string().refine((value) => !/\s/.test(value) && URL.canParse(value)),
);

export const time: Leaf = leaf(
  'a time of day written "HH:MM:SS", from "00:00:00" to "23:59:59"',
  z.string().regex(/^(2[0-3]|[01][0-9]):[0-5][0-9]:[0-5][0-9]$/),
);

export const date: Leaf = leaf('a day of the calendar written "YYYY-MM-DD"', z.iso.date());

export const macAddress: Leaf = leaf(
  'a hardware address of six pairs, such as "00-14-22-01-23-45"',
  z.string().regex(/^[0-9a-f]{2}([-:])[0-9a-f]{2}(\1[0-9a-f]{2}){4}$/i),
  (value) => (isString(value) ? value.toLowerCase().replaceAll(":", "-") : value),
);
