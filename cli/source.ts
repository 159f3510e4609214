/** The `<source>` of a command: a file of zones, a plan, a stack or an account. */
import type { ZoneSource } from "../plan/zone-source";

/** The options that all commands with a source share. */
export interface SourceOptions {
  /** Metres: of points in a file, which have no radius of their own. */
  readonly radius?: number | undefined;
  /** Called with a sentence for what was passed over or put right. */
  readonly onWarning: (sentence: string) => void;
}

/**
 * Reads a source.
 *
 * @param source a path, `-` for standard input, `account`, or `account:<project>`
 * @throws an error of one sentence, or of one line for each fault of a file
 */
export function readSource(source: string, options: SourceOptions): Promise<ZoneSource> {
  return Promise.reject(new Error(`${source} ${String(options.radius)}`));
}
