/** Reads a file of rules. */
import { bytesOf } from "../../files/source";
import { parseRules, type FenceRules } from "../rules/rules";

/**
 * @param file the name of the file, for messages
 * @throws an error that says why the file cannot be read, or with a line for each fault of it
 */
export function readRulesFile(path: string, file: string): FenceRules {
  return parseRules(bytesOf(path, file).toString("utf8"), file);
}
