/** The text of a KML file's bytes, in the encoding that it declares. */
import type { Report } from "../report";

const start = { position: { line: 1, column: 1 } };

/**
 * Reads UTF-8, UTF-16 with a byte-order mark, and any other encoding that `<?xml encoding="…"?>` names.
 *
 * @returns the text without byte-order mark and with every line ended by `\n`; undefined after a fault
 */
export function decodeKml(bytes: Uint8Array, report: Report): string | undefined {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, "\n");
  } catch (error) {
    // A RangeError is about the name of the encoding, a TypeError about the bytes.
    const reason =
      error instanceof RangeError
        ? `the encoding "${encoding}" is unknown`
        : `the file is not in ${encoding.toUpperCase()}, as it should be`;
    report.fault(start, `${reason}; save it in UTF-8`);
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const beginning = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const [, declared = "utf-8"] = /^[^<]*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(beginning) ?? [];
  // A declaration that is read byte by byte is not in UTF-16.
  return /^utf-?16/i.test(declared) ? "utf-8" : declared;
}
