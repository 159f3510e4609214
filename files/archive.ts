/** Takes the KML out of a zip archive (KMZ). Limits are checked against its directory before anything is unpacked. */
import { crc32, inflateRawSync } from "node:zlib";

import { decodeKml } from "./kml/decode";
import type { Report } from "./report";

/** A file of an archive, as its directory describes it. */
interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0: as it is, 8: deflate. */
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** The index of its own header. */
  readonly offset: number;
}

const mostFiles = 1_000;
const mostMegabytes = 64;
const mostBytes = mostMegabytes * 2 ** 20;

/** True if a file begins as a zip archive does: KMZ, zipped shapefiles and Excel workbooks do. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && [0x04034b50, 0x06054b50].includes(viewOf(bytes).getUint32(0, true));
}

/** The names of the files in an archive, in its order; none where its directory cannot be read. */
export function namesIn(bytes: Uint8Array): string[] {
  return directoryOf(bytes).entries.map(({ name }) => name);
}

/**
 * The text of the KML in an archive: of `doc.kml`, else of the first `.kml` at the top, else of the only one in a folder.
 *
 * @returns undefined after a fault
 */
export function unzipKml(bytes: Uint8Array, report: Report): string | undefined {
  const { entries, reason = refusalOf(entries) } = directoryOf(bytes);
  if (reason !== undefined) {
    report.fault({}, reason);
    return undefined;
  }
  const entry = kmlAmong(entries, report);
  const unpacked = entry && unpack(bytes, entry, report);
  return unpacked && decodeKml(unpacked, report);
}

/** Why nothing of an archive is unpacked; undefined if nothing speaks against it. */
function refusalOf(entries: readonly Entry[]): string | undefined {
  const encrypted = entries.find(({ isEncrypted }) => isEncrypted);
  if (encrypted) return `"${encrypted.name}" in this archive is encrypted; pack it without a password`;
  const outside = entries.find(({ name }) => /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name));
  if (outside) return `"${outside.name}" in this archive leads out of it; such an archive is not unpacked`;
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= mostBytes) return undefined;
  return `this archive holds ${Math.ceil(bytes / 2 ** 20)} MB unpacked, and at most ${mostMegabytes} MB are read`;
}

function kmlAmong(entries: readonly Entry[], report: Report): Entry | undefined {
  const all = entries.filter(({ name }) => /\.kml$/i.test(name) && !name.startsWith("__MACOSX/"));
  const atTop = all.filter(({ name }) => !/[/\\]/.test(name));
  const doc = atTop.find(({ name }) => name.toLowerCase() === "doc.kml");
  if (doc !== undefined) return doc;
  const [first, second] = atTop.length > 0 ? atTop : all;
  if (first === undefined) {
    const names = entries.slice(0, 5).map(({ name }) => `"${name}"`);
    const held = names.length === 0 ? "it is empty" : `it holds ${names.join(", ")}`;
    report.fault({}, `there is no .kml file in this zip archive; ${held}${entries.length > 5 ? ", …" : ""}`);
    return undefined;
  }
  if (second === undefined) return first;
  const others = `this archive has ${atTop.length > 0 ? atTop.length : all.length} .kml files and no doc.kml`;
  if (atTop.length === 0) {
    report.fault({}, `${others}; unpack it, and read them one by one`);
    return undefined;
  }
  report.warn({}, `${others}: "${first.name}" is read, and the others are passed over`);
  return first;
}

function unpack(bytes: Uint8Array, entry: Entry, report: Report): Uint8Array | undefined {
  const packed = packedBytes(bytes, entry);
  const unpacked = packed && inflated(packed, entry);
  if (unpacked?.length === entry.size && crc32(unpacked) === entry.checksum) return unpacked;
  const reason =
    entry.method === 0 || entry.method === 8
      ? "is cut off, damaged, or larger than the archive says"
      : "is compressed in a way that is not read; pack it with deflate";
  report.fault({}, `"${entry.name}" in this archive ${reason}`);
  return undefined;
}

function packedBytes(bytes: Uint8Array, { offset, packedSize }: Entry): Uint8Array | undefined {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedSize > bytes.length ? undefined : bytes.subarray(start, start + packedSize);
}

/** Never more than the size that the directory states, whatever the data say. */
function inflated(packed: Uint8Array, { method, size }: Entry): Uint8Array | undefined {
  if (method === 0) return packed;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}

/** The files that a directory lists. */
interface Directory {
  readonly entries: readonly Entry[];
  /** Why it cannot be read; it lists nothing then. */
  readonly reason?: string;
}

function directoryOf(bytes: Uint8Array): Directory {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  if (end === undefined) return unreadable("is cut off or damaged: its directory is missing");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const hasLocator = end >= 20 && view.getUint32(end - 20, true) === 0x07064b50;
  if (hasLocator || count === 0xffff || at === 0xffffffff) {
    return unreadable(zip64);
  }
  if (count > mostFiles) return unreadable(`holds ${count} files, and at most ${mostFiles} are read`);
  const entries: Entry[] = [];
  while (entries.length < count) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) {
      return unreadable("is damaged: its directory is not where it should be");
    }
    // The true number is in an extra field then.
    if ([20, 24, 42].some((each) => view.getUint32(at + each, true) === 0xffffffff)) return unreadable(zip64);
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((each) => view.getUint16(at + each, true));
    entries.push(entryAt(at, bytes.subarray(at + 46, at + 46 + name), view));
    at += 46 + name + extra + comment;
  }
  return { entries };
}

const zip64 = "is in the zip64 form for large archives, which is not read; pack it anew";

function unreadable(reason: string): Directory {
  return { entries: [], reason: `this zip archive ${reason}` };
}

function entryAt(at: number, name: Uint8Array, view: DataView): Entry {
  const flags = view.getUint16(at + 8, true);
  return {
    name: Buffer.from(name).toString((flags & 0x800) === 0 ? "latin1" : "utf8"),
    isEncrypted: (flags & 0x41) !== 0,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** The index of the record that ends an archive; only a comment may follow it, of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    const isEnd = view.getUint32(at, true) === 0x06054b50;
    if (isEnd && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
