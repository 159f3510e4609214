/**
 * What a set has made, in one text that is short and quick to open: states hold it in place of the texts of the
 * arguments, since the API's ids and the arguments at their last change are all that a later operation needs.
 * Permanent: states hold it.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

import { isObject, isString, type Json, type JsonObject } from "../json";

/** One object of a set, as far as it is known to be made. */
export interface RecordedObject {
  /** What the program calls it. */
  readonly key: string;
  /** Where the API has it. */
  readonly id: string;
  /** The ids of its parts, by name. */
  readonly parts: Readonly<Record<string, string>>;
  /** The arguments that it was last made or changed with. */
  readonly text: string;
  /** False where it exists but has to be looked at again before anything is taken for granted. */
  readonly isWhole: boolean;
  /** What a change whose answer was lost leaves open, as the state of a resource of its own names it. Default: nothing. */
  readonly open?: JsonObject;
}

/** The version of the format, with which each text begins. */
export const FORMAT_VERSION = "1:";

export function encodeObjects(objects: readonly RecordedObject[]): string {
  const uuids: string[] = [];
  const short = (id: string): string | 0 => {
    if (!UUID.test(id)) return id;
    uuids.push(id.replaceAll("-", ""));
    return 0;
  };
  // Like beside like is shorter: all texts, then all that is said of them.
  const lines = [
    // Between the tokens of JSON a line's end is a blank, and inside them it is written as an escape.
    ...objects.map(({ text }) => text.replaceAll("\n", " ")),
    ...objects.map(({ key, id, parts, isWhole, open = 0 }) => {
      const ofParts = Object.entries(parts).map(([name, part]) => [name, short(part)]);
      return JSON.stringify([key, Object.fromEntries(ofParts), short(id), ...(isWhole ? [] : [open])]);
    }),
  ];
  const text = compressed(Buffer.from(lines.join("\n")));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return (
    FORMAT_VERSION + Buffer.concat([length, text, Buffer.from(uuids.join(""), "hex")]).toString("base64")
  );
}

/** @throws an error where a later version of the provider packed it. */
export function decodeObjects(packed: string): RecordedObject[] {
  if (!packed.startsWith(FORMAT_VERSION)) throw notOurs();
  const all = Buffer.from(packed.slice(FORMAT_VERSION.length), "base64");
  const end = 4 + all.readUInt32BE(0);
  const text = opened(all.subarray(4, end)).toString();
  const lines = text === "" ? [] : text.split("\n");
  const texts = lines.slice(0, lines.length / 2);
  const nextUuid = uuidsIn(all.toString("hex", end));
  const long = (id: Json | undefined): string => (isString(id) ? id : nextUuid());
  return texts.map((text, at) => {
    const [key, ofParts, id, unfinished] = listIn(lines[texts.length + at]);
    if (!isString(key) || !isObject(ofParts)) throw notOurs();
    const parts = Object.fromEntries(Object.entries(ofParts).map(([name, part]) => [name, long(part)]));
    const held = { key, parts, id: long(id), text, isWhole: unfinished === undefined };
    return isObject(unfinished) ? { ...held, open: unfinished } : held;
  });
}

function listIn(line: string | undefined): readonly Json[] {
  const list: unknown = JSON.parse(line ?? "");
  if (!isList(list)) throw notOurs();
  return list;
}

function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** One after another, as they were packed. */
function uuidsIn(hex: string): () => string {
  let at = 0;
  const next = (length: number) => hex.slice(at, (at += length));
  return () => [8, 4, 4, 4, 12].map(next).join("-");
}

function notOurs(): Error {
  return new Error(
    "This set was recorded by a later version of pulumi-bluedot; install that version to work with it.",
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A higher quality saves a hundredth and takes four times as long. */
function compressed(text: Buffer): Buffer {
  return brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_LARGE_WINDOW]: 1,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
}

function opened(text: Buffer): Buffer {
  return brotliDecompressSync(text, { params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 } });
}
