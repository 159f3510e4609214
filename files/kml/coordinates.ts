/** Reads the text of a coordinates element: `longitude,latitude[,altitude]`, with white space between positions. */
import { wrappedLongitude, type Point } from "../../geometry/point";
import type { Place, Report } from "../report";
import type { XmlDocument, XmlElement } from "../xml";

/** The points, without their altitudes; undefined after a fault. White space around a comma is accepted. */
export function pointsOf(element: XmlElement, document: XmlDocument, report: Report): Point[] | undefined {
  const points: Point[] = [];
  let count = 0;
  for (const numbers of positionsOf(element)) {
    count += 1;
    const point = pointOf(numbers, document, report);
    if (point !== undefined) points.push(point);
  }
  return points.length === count ? points : undefined;
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

function pointOf(numbers: readonly Token[], document: XmlDocument, report: Report): Point | undefined {
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
  const wrong = numbers.findIndex(({ text }) => !isNumber(text));
  const token = numbers[wrong];
  if (token !== undefined) {
    report.fault(placeOf(token, document)(), notNumber(names[wrong] ?? "altitude", token));
    return undefined;
  }
  // Minus nought is nought.
  const point = { longitude: Number(east.text) + 0, latitude: Number(north.text) + 0 };
  return isBeyond(point, place, placeOf(north, document), report) ? undefined : wrapped(point, place, report);
}

function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));
}

function notNumber(name: string, token: Token): string {
  return token.text === ""
    ? `the ${name} of a position is missing beside a comma`
    : `${name} "${shown(token)}" must be a number, such as "${name === "longitude" ? "144.9631" : "-37.8136"}"`;
}

function shown({ text }: Token): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** A map that was moved once around the earth goes on counting. */
const mostLongitude = 540;

function isBeyond(
  { longitude, latitude }: Point,
  eastPlace: () => Place,
  northPlace: () => Place,
  report: Report,
): boolean {
  if (Math.abs(longitude) > mostLongitude || Math.abs(latitude) > 180) {
    const sentence = `the position ${longitude},${latitude} is in metres of a map projection and not in degrees; convert it to WGS 84 (EPSG:4326) first`;
    report.faultOnce("metres", eastPlace(), sentence);
  } else if (Math.abs(latitude) > 90 && Math.abs(longitude) <= 90) {
    const sentence = `the position ${longitude},${latitude} looks swapped; KML has the longitude first`;
    report.faultOnce("swapped", eastPlace(), sentence);
  } else if (Math.abs(latitude) > 90) {
    report.fault(northPlace(), `latitude ${latitude}° is not between -90 and 90`);
  } else {
    return false;
  }
  return true;
}

function wrapped(point: Point, place: () => Place, report: Report): Point {
  const { longitude, latitude } = point;
  const inside = wrappedLongitude(longitude);
  if (inside === longitude) return point;
  report.warnOnce(
    "wrapped",
    place(),
    `longitude ${longitude}° is not between -180 and 180, and is taken as ${inside}`,
  );
  return { longitude: inside, latitude };
}

/** Computed when a fault asks for it. */
function placeOf({ index }: Token, { positionAt }: XmlDocument): () => Place {
  return () => ({ position: positionAt(index) });
}
