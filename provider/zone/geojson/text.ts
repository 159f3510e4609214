/** The GeoJSON that a program gives as text. */
import { parseText } from "../../../geojson/text";
import { inspectValue } from "../../program/usage-error";

/**
 * @param fault makes an error of a message
 * @returns a list if each line is an object (newline-delimited GeoJSON, RFC 8142)
 */
export function parseGeoJson(text: string, fault: (message: string) => Error): unknown {
  const result = parseText(text);
  if (result.kind === "value") return result.value;
  if (result.kind === "wrong line")
    throw fault(`its line ${result.line} is no JSON, but must be an object as the lines before it are`);
  if (/^[^{}\r\n]+\.(geo)?json$/i.test(text))
    throw fault(
      `${inspectValue(text)} is no JSON; give the text of that file: readFileSync(${inspectValue(text)}, "utf8")`,
    );
  throw fault(`${inspectValue(text)} is no JSON`);
}
