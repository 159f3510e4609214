/** Faults of a file of zones, with their positions. */
import { printable } from "../provider/printable";

/** A line and a column of a text, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with a file, at the place where it begins. */
export interface FileFault {
  /** The line of the file, from 1. Absent in a format without lines of its own, such as GeoJSON. */
  readonly line?: number;
  /** The character of the line, from 1. Absent together with the line. */
  readonly column?: number;
  /** Where no line says it: `features[3] ("Carlton"): geometry.coordinates[0][2]`. */
  readonly path?: string;
  /** The column of the table, as the header should call it: `fences`. Absent where it concerns the whole file or row. */
  readonly columnName?: string;
  /** The fault, with the value and the limit. */
  readonly message: string;
  /** True of a warning about what the file was taken for, or about its settings: its places are as they are. */
  readonly isNote?: true;
}

/** A message of more lines than this helps nobody; `faults` has them all. */
const mostLines = 100;

/**
 * Every fault of a file at once. Its message has a line for each of the first 100:
 * `zones.csv:12:31 (fences): radius 2 m is below the least of 5 m`.
 *
 * @example
 * try {
 *   readZones("zones.csv");
 * } catch (error) {
 *   if (error instanceof ZoneFileError) for (const { line, column, message } of error.faults) mark(line, column, message);
 * }
 */
export class ZoneFileError extends Error {
  override readonly name = "ZoneFileError";
  readonly #file: string;
  readonly #faults: readonly FileFault[];

  constructor(file: string, faults: readonly FileFault[], message: string = messageOf(file, faults)) {
    super(message);
    this.#file = file;
    this.#faults = faults;
  }

  /** The file, as the program named it. */
  get file(): string {
    return this.#file;
  }

  /** In the order of the file; none where the file could not be read at all. */
  get faults(): readonly FileFault[] {
    return this.#faults;
  }

  /**
   * Pulumi shows the message alone, without a stack, of an error with this mark.
   *
   * @internal
   */
  get __pulumiRunError(): true {
    return true;
  }
}

/** `zones.csv:12:31 (fences): radius 2 m is below the least of 5 m` */
export function sentenceOf(file: string, { line, column, columnName, path, message }: FileFault): string {
  const position = line === undefined ? "" : `:${line}:${column ?? 1}`;
  const cell = columnName === undefined ? "" : ` (${columnName})`;
  // Names and cells may hold control sequences of a terminal.
  return printable(`${file}${position}${cell}: ${path === undefined ? "" : `${path}: `}${message}`);
}

function messageOf(file: string, faults: readonly FileFault[]): string {
  const lines = faults.slice(0, mostLines).map((fault) => sentenceOf(file, fault));
  if (faults.length > mostLines) lines.push(`${file}: and ${faults.length - mostLines} faults more`);
  return lines.join("\n");
}
