/** Reads zones from a file and writes them to another. */
import type { ReadZonesOptions } from "../../files/options";
import { drawnZonesIn } from "../../files/read";
import { bytesOf } from "../../files/source";
import type { SpellOption } from "../../files/spelling";
import { kmzOf } from "../../files/write/kmz";
import type { WriteZonesOptions } from "../../files/write/options";
import { writeZones } from "../../files/write/write-zones";
import { inputName, readInput } from "../input";
import { print } from "../print";
import { writeWhole } from "../write-whole";
import type { Output } from "./output";
import { formulaWarning, summaryText } from "./summary";

export interface Conversion {
  readonly reading: ReadZonesOptions;
  readonly writing: WriteZonesOptions;
  readonly onWarning: (sentence: string) => void;
  /** Names options in sentences. */
  readonly spell: SpellOption;
}

/**
 * @param file a path, or `-` for standard input
 * @returns what was written, in a sentence
 */
export async function convert(
  file: string,
  { format, path }: Output,
  { reading, writing, onWarning, spell }: Conversion,
): Promise<string> {
  let warnings = 0;
  const warn = (sentence: string) => {
    warnings += 1;
    onWarning(sentence);
  };
  const options = { ...reading, onWarning: warn };
  const name = inputName(file);
  const bytes = file === "-" ? await readInput(file, process.stdin) : bytesOf(file);
  const zones = drawnZonesIn(bytes, name, options, spell);
  const formulas = format === "csv" ? formulaWarning(zones) : undefined;
  if (formulas !== undefined) warn(formulas);
  const text = writeZones(zones, format === "kmz" ? "kml" : format, writing);
  if (path === undefined) await print(text);
  else await writeWhole(path, format === "kmz" ? kmzOf(text) : text);
  return summaryText(zones, warnings);
}
