/** The rules of the file and of the command's options, as one. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";

import { pointOf } from "../../fences/point-like";
import { isEmpty, parseRules, type FenceRules, type PointRule } from "../../fences/rules/rules";
import type { CheckOptions } from "./options";

export interface GivenRules {
  readonly rules: FenceRules;
  /** Of the rules' file, for messages; `options` where there is none. */
  readonly name: string;
  /** The folder that files in rules are relative to. */
  readonly folder: string;
}

/** The file that is taken where `--rules` names none. */
const defaultFile = "fences.json";

/**
 * @param folder the working directory
 * @throws an error of a line for each fault, or that names the ways where there is no rule
 */
export function rulesOf(options: CheckOptions, folder: string): GivenRules {
  const file = options.rules ?? (existsSync(join(folder, defaultFile)) ? defaultFile : undefined);
  const fromFile = file === undefined ? {} : parseRules(textOf(resolve(folder, file), file), file);
  const rulesFolder = file === undefined ? folder : dirname(resolve(folder, file));
  const fromRules = (path: string) =>
    isAbsolute(path) || rulesFolder === folder ? path : relative(rulesFolder, resolve(folder, path));
  const rules = withOptions(fromFile, options, fromRules);
  if (isEmpty(rules))
    throw new Error(
      `There is no rule to check${file === undefined ? "" : ` in ${file}`}: name a file with --rules (or write ` +
        `${defaultFile}), or use --contains, --misses, --covers, --apart or --no-overlaps.`,
    );
  return { rules, name: file ?? "options", folder: rulesFolder };
}

function textOf(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/,[^,]*$/, "") : String(error);
    throw new Error(`${file} cannot be read: ${reason}`, { cause: error });
  }
}

function withOptions(
  rules: FenceRules,
  { contains = [], misses = [], covers = [], apart, overlaps }: CheckOptions,
  fromRules: (path: string) => string,
): FenceRules {
  const faults: string[] = [];
  const read = (option: string, texts: readonly string[]) =>
    texts.flatMap((text) => {
      const rule = pointRule(text);
      if (typeof rule !== "string") return [rule];
      faults.push(`${option} ${JSON.stringify(text)}: ${rule}`);
      return [];
    });
  const given = { contains: read("--contains", contains), misses: read("--misses", misses) };
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return {
    ...rules,
    contains: [...(rules.contains ?? []), ...given.contains],
    misses: [...(rules.misses ?? []), ...given.misses],
    covers: [...(rules.covers ?? []), ...covers.map((file) => ({ points: fromRules(file) }))],
    // The pairs that the file allows stay allowed.
    ...(apart !== undefined && { apart: { ...rules.apart, metres: apart } }),
    ...(!overlaps && { overlaps: rules.overlaps ?? {} }),
  };
}

/** `cafe=-37.8,144.9`; a point has no `=`, and a zone's name may. A text says what is wrong with it. */
function pointRule(text: string): PointRule | string {
  const at = text.lastIndexOf("=");
  if (at <= 0) return 'it must be a zone and a point, such as "cafe=-37.8,144.9".';
  try {
    return { zone: text.slice(0, at), point: pointOf(text.slice(at + 1)) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
