/** The `<source>` of a command: a file of zones, a plan, a stack or an account. */
import { decode } from "../files/decode";
import { Report } from "../files/report";
import { readEngineText } from "../plan/read";
import type { ZoneSource } from "../plan/zone-source";
import { isAccount, readAccountSource } from "./account-source";
import { openProgress } from "./adopt/progress";
import { fileSource, type FileOptions } from "./file-source";
import { inputName, ofThisProcess, readInput, type Surroundings } from "./input";
import { warningText } from "./warning";

export interface SourceOptions extends FileOptions {
  /** The command, whose `--help` has the variables of the sign-in: `map`. */
  readonly command: "check" | "map" | "walk";
}

/**
 * Reads a source.
 *
 * @param source a path, `-` for standard input, `account`, or `account:<project>`
 * @throws an error of one sentence, or of one line for each fault of a file
 */
export async function readSource(
  source: string,
  options: SourceOptions,
  { standardInput, standardError, environment }: Surroundings = ofThisProcess,
): Promise<ZoneSource> {
  if (isAccount(source)) {
    warnOfFileOptions("an account", options);
    return readAccountSource(source, options.command, environment, openProgress(standardError));
  }
  const bytes = await readInput(source, standardInput);
  const name = inputName(source);
  const text = decode(bytes, new Report());
  const engine = text === undefined ? undefined : readEngineText(text, name);
  if (engine !== undefined) warnOfFileOptions(`a ${engine.kind}`, options);
  return { ...(engine ?? fileSource(bytes, name, options)), name: source };
}

function warnOfFileOptions(what: string, { radius, name, onWarning }: SourceOptions): void {
  const given = [...(radius === undefined ? [] : ["--radius"]), ...(name === undefined ? [] : ["--name"])];
  for (const option of given) onWarning(warningText(`${option} has no effect on ${what}`));
}
