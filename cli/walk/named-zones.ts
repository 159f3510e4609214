/** The zones that `--expect` and `--dwell` name. */
import type { LabelledZone } from "../../fences/ground";
import { matching, nothingMatches } from "../../fences/rules/selector";
import { expectedTrigger, type ExpectedTrigger } from "../../fences/walk/expect";
import { labelMeant } from "../../fences/walk/labels";
import type { HiddenZone } from "../../plan/zone-source";
import { nearestOf } from "../../provider/suggestions";
import type { WalkCommandOptions } from "./options";

/** @throws an error with a line for each text that is no trigger of a zone, or of one that does not count */
export function expectedOf(
  { expect, zones: selector }: Pick<WalkCommandOptions, "expect" | "zones">,
  zones: readonly LabelledZone[],
  hidden: readonly HiddenZone[],
): ExpectedTrigger[] | undefined {
  if (selector !== undefined && expect === undefined)
    throw new Error("--zones says which triggers count for --expect, which is not there");
  const counting = selector === undefined ? zones : zones.filter(matching(selector));
  if (selector !== undefined && counting.length === 0)
    throw new Error(`--zones: ${nothingMatches(selector, zones)}`);
  return readEach(expect === true ? [] : expect, (text) => {
    const [zone, trigger] = expectedTrigger(text) ?? [];
    if (zone === undefined || trigger === undefined)
      throw new Error(
        `--expect "${text}" must be a zone and a trigger, such as "cafe enter", "cafe exit" or "cafe dwell"`,
      );
    const label = labelOf("--expect", zone, zones, hidden);
    if (!counting.some((each) => each.label === label))
      throw new Error(`--expect names "${zone}", which is none of the zones of --zones ${selector ?? ""}`);
    return [label, trigger] as const;
  });
}

/** @throws an error with a line for each text that is no zone with its seconds */
export function dwellOf(
  texts: readonly string[] | undefined,
  zones: readonly LabelledZone[],
  hidden: readonly HiddenZone[],
): Record<string, number> | undefined {
  const pairs = readEach(texts, (text) => {
    const [, zone, seconds] = /^(.*\S)\s*=\s*(\d+(?:\.\d+)?)$/.exec(text) ?? [];
    if (zone === undefined || !(Number(seconds) > 0))
      throw new Error(`--dwell "${text}" must be a zone and its seconds, such as "cafe=120"`);
    return [labelOf("--dwell", zone, zones, hidden), Number(seconds)] as const;
  });
  return pairs && Object.fromEntries(pairs);
}

function readEach<Value>(
  texts: readonly string[] | undefined,
  read: (text: string) => Value,
): Value[] | undefined {
  if (texts === undefined) return undefined;
  const faults: string[] = [];
  const values = texts.flatMap((text) => {
    try {
      return [read(text)];
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return values;
}

function labelOf(
  option: string,
  text: string,
  zones: readonly LabelledZone[],
  hidden: readonly HiddenZone[],
): string {
  const label = labelMeant(text, zones);
  if (label !== undefined) return label;
  const secret = hidden.find((each) => each.label === text);
  if (secret !== undefined)
    throw new Error(`${option} names "${text}", which cannot be judged: its shapes are ${secret.reason}`);
  const names = zones.flatMap(({ label: each, zone }) => [each, zone.name]);
  throw new Error(
    `${option} names "${text}", and there is no such zone, or more than one; the nearest are ${nearestOf(text, names).join(", ")}`,
  );
}
