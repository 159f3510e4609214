/** Reads the text of a coordinates element: `longitude,latitude[,altitude]`, with white space between positions. */
import type { Axes } from "../../geojson/positions";
import { beyondDegrees } from "../../geometry/degrees";
import type { Point } from "../../geometry/point";
import { placeOnEarth } from "../lng-lat";
import { numberIn } from "../number";
import type { Place, Report } from "../report";
import type { XmlDocument, XmlElement } from "../xml";

/** The part that is the same for all coordinates of a file. */
export interface CoordinateReading {
  readonly document: XmlDocument;
  readonly axes: Axes;
  readonly report: Report;
}

/** The points, without their altitudes; undefined after a fault. White space around a comma is accepted. */
export function pointsOf(element: XmlElement, reading: CoordinateReading): Point[] | undefined {
  const plain = reading.axes === "lng,lat" ? plainPointsIn(element.text) : undefined;
  if (plain !== undefined) return plain;
  const points: Point[] = [];
  let count = 0;
  for (const numbers of positionsOf(element)) {
    count += 1;
    const point = pointOf(numbers, reading);
    if (point !== undefined) points.push(point);
  }
  return points.length === count ? points : undefined;
}

/** The points where nothing needs a word, as in almost all files: several times as fast as to look at each number. */
function plainPointsIn(text: string): Point[] | undefined {
  const pattern = /\s*([+-]?\d+(?:\.\d+)?),([+-]?\d+(?:\.\d+)?)(?:,[+-]?\d+(?:\.\d+)?)?(?=\s|$)/y;
  const points: Point[] = [];
  let end = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    // Minus nought is nought.
    const point = { longitude: Number(match[1]) + 0, latitude: Number(match[2]) + 0 };
    if (beyondDegrees(point) !== undefined || Math.abs(point.longitude) > 180) return undefined;
    points.push(point);
    end = pattern.lastIndex;
  }
  return text.slice(end).trim() === "" ? points : undefined;
}

/** A number in the file. */
interface Token {
  readonly text: string;
  /** The index in the file. Entities and CDATA before it in the element shift it. */
  readonly index: number;
}

/** The numbers of each position. Where one is missing beside a comma, its text is empty. */
function* positionsOf({ text, textIndex }: XmlElement): Generator<Token[]> {
  const pattern = /[^\s,]+|,/g;
  let numbers: Token[] = [];
  let isAfterComma = true;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const token = { text: match[0], index: textIndex + match.index };
    if (token.text === ",") {
      if (isAfterComma) numbers.push({ text: "", index: token.index });
      isAfterComma = true;
      continue;
    }
    if (!isAfterComma) {
      yield numbers;
      numbers = [];
    }
    numbers.push(token);
    isAfterComma = false;
  }
  if (isAfterComma && numbers.length > 0)
    numbers.push({ text: "", index: textIndex + text.trimEnd().length });
  if (numbers.length > 0) yield numbers;
}

const names = ["longitude", "latitude", "altitude"] as const;

function pointOf(numbers: readonly Token[], reading: CoordinateReading): Point | undefined {
  const { document, axes, report } = reading;
  const [east, north] = numbers;
  if (east === undefined) return undefined;
  const place = placeOf(east, document);
  if (north === undefined) {
    report.fault(
      place(),
      `"${shown(east)}" is a longitude without a latitude; a position is longitude,latitude`,
    );
    return undefined;
  }
  if (numbers.length > names.length) {
    report.fault(
      place(),
      `a position of ${numbers.length} numbers; it is longitude,latitude or longitude,latitude,altitude, with a blank between positions`,
    );
    return undefined;
  }
  const wrong = numbers.findIndex(({ text }) => numberIn(text) === undefined);
  const token = numbers[wrong];
  if (token !== undefined) {
    report.fault(placeOf(token, document)(), notNumber(names[wrong] ?? "altitude", token));
    return undefined;
  }
  return placeOnEarth(
    Number(east.text),
    Number(north.text),
    `${east.text},${north.text}`,
    { format: "KML", axes, report },
    place,
  );
}

function notNumber(name: string, token: Token): string {
  return token.text === ""
    ? `the ${name} of a position is missing beside a comma`
    : `${name} "${shown(token)}" must be a number, such as "${name === "longitude" ? "144.9631" : "-37.8136"}"`;
}

function shown({ text }: Token): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Computed when a fault asks for it. */
function placeOf({ index }: Token, { positionAt }: XmlDocument): () => Place {
  return () => ({ position: positionAt(index) });
}
