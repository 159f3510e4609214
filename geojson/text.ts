/** Parses a GeoJSON text: one JSON, or one on each line, as in large files and streams. */
import { inspectValue } from "../provider/program/usage-error";

/**
 * @param fault makes an error of a message
 * @returns a list if each line is an object (newline-delimited GeoJSON, RFC 8142)
 */
export function parseGeoJson(text: string, fault: (message: string) => Error): unknown {
  const unmarked = text.replace(/^\uFEFF/, "");
  const whole = parsed(unmarked);
  if (whole !== undefined) return whole;
  const lines = unmarked.split(/[\r\n\u001e]+/);
  const objects = lines.filter((line) => line.trim() !== "").map((line) => parsed(line));
  if (objects.length > 1 && objects[0] !== undefined) {
    const wrong = lines.findIndex((line) => line.trim() !== "" && parsed(line) === undefined);
    if (wrong < 0) return objects;
    throw fault(`its line ${wrong + 1} is no JSON, but must be an object as the lines before it are`);
  }
  if (/^[^{}\r\n]+\.(geo)?json$/i.test(text))
    throw fault(
      `${inspectValue(text)} is no JSON; give the text of that file: readFileSync(${inspectValue(text)}, "utf8")`,
    );
  throw fault(`${inspectValue(text)} is no JSON`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
