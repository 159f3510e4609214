/**
 * The recorded objects of a set in one compressed text: the API's ids, and each object's arguments at its last change.
 * Permanent: states hold it.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

import { isObject, isString, type Json, type JsonObject } from "../json";

/** An object of a set, as the state records it. */
export interface RecordedObject {
  /** The key in the program. */
  readonly key: string;
  /** The id in the API. */
  readonly id: string;
  /** The ids of the parts, by name. */
  readonly parts: Readonly<Record<string, string>>;
  /** The arguments of the last create or update. */
  readonly text: string;
  /** False if the object exists and must be read before the next step. */
  readonly isWhole: boolean;
  /** The pending update of a change whose answer was lost, as in the state of a resource of its own. Default: none. */
  readonly pending?: JsonObject;
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
  // Similar lines compress better side by side: all texts, then all records.
  const lines = [
    // In JSON a line break stands only between tokens; strings hold it as an escape.
    ...objects.map(({ text }) => text.replaceAll("\n", " ")),
    ...objects.map(({ key, id, parts, isWhole, pending = 0 }) => {
      const ofParts = Object.entries(parts).map(([name, part]) => [name, short(part)]);
      return JSON.stringify([key, Object.fromEntries(ofParts), short(id), ...(isWhole ? [] : [pending])]);
    }),
  ];
  const text = compressed(Buffer.from(lines.join("\n")));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return (
    FORMAT_VERSION + Buffer.concat([length, text, Buffer.from(uuids.join(""), "hex")]).toString("base64")
  );
}

/** @throws an error if a later version of the provider wrote the text. */
export function decodeObjects(packed: string): RecordedObject[] {
  if (!packed.startsWith(FORMAT_VERSION)) throw unknownVersion();
  const all = Buffer.from(packed.slice(FORMAT_VERSION.length), "base64");
  const end = 4 + all.readUInt32BE(0);
  const text = decompressed(all.subarray(4, end)).toString();
  const lines = text === "" ? [] : text.split("\n");
  const texts = lines.slice(0, lines.length / 2);
  const nextUuid = uuidsIn(all.toString("hex", end));
  const long = (id: Json | undefined): string => (isString(id) ? id : nextUuid());
  return texts.map((text, at) => {
    const [key, ofParts, id, unfinished] = listIn(lines[texts.length + at]);
    if (!isString(key) || !isObject(ofParts)) throw unknownVersion();
    const parts = Object.fromEntries(Object.entries(ofParts).map(([name, part]) => [name, long(part)]));
    const recorded = { key, parts, id: long(id), text, isWhole: unfinished === undefined };
    return isObject(unfinished) ? { ...recorded, pending: unfinished } : recorded;
  });
}

function listIn(line: string | undefined): readonly Json[] {
  const list: unknown = JSON.parse(line ?? "");
  if (!isList(list)) throw unknownVersion();
  return list;
}

function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** Gives the UUIDs one by one, in the order of the encoding. */
function uuidsIn(hex: string): () => string {
  let at = 0;
  const next = (length: number) => hex.slice(at, (at += length));
  return () => [8, 4, 4, 4, 12].map(next).join("-");
}

function unknownVersion(): Error {
  return new Error(
    "This set was recorded by a later version of pulumi-bluedot; install that version to work with it.",
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A higher quality saves 1 % and takes four times as long. */
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

function decompressed(text: Buffer): Buffer {
  return brotliDecompressSync(text, { params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 } });
}
