/** Reads the latitude and longitude of a row. */
import { wrappedLongitude, type Point } from "../../geometry/point";
import { numberIn } from "../number";
import type { Report } from "../report";
import type { Cell } from "./cell";

/** Undefined after a fault. */
export function pointOfCells(latitude: Cell, longitude: Cell, report: Report): Point | undefined {
  const north = degreesOf(latitude, "latitude", report);
  const east = degreesOf(longitude, "longitude", report);
  if (north === undefined || east === undefined) return undefined;
  if (Math.abs(north) > 90 && Math.abs(north) <= 180 && Math.abs(east) <= 90) {
    const { columnName: first } = latitude;
    const { columnName: second } = longitude;
    report.faultOnce(
      "swapped",
      latitude,
      `latitude ${latitude.text}° is not between -90 and 90, and the two look swapped` +
        report.advise("latitude", second, (option) => `; ${option}`) +
        report.advise("longitude", first, (option) => ` with ${option} reads them the other way round`),
    );
    return undefined;
  }
  const isNorthGood = isWithin(latitude, north, "latitude", 90, 90, report);
  if (!isWithin(longitude, east, "longitude", 180, 540, report) || !isNorthGood) return undefined;
  const inside = wrappedLongitude(east);
  if (inside !== east) {
    report.warnOnce(
      "wrapped",
      longitude,
      `longitude ${longitude.text}° is not between -180 and 180, and is taken as ${inside}`,
    );
  }
  return { latitude: north, longitude: inside };
}

function degreesOf(cell: Cell, what: string, report: Report): number | undefined {
  const { text } = cell;
  if (text === "") {
    report.fault(cell, `the ${what} is blank`);
    return undefined;
  }
  const number = numberIn(text);
  if (number !== undefined) return number;
  if (/^[+-]?\d{1,3},\d+$/.test(text)) {
    report.warnOnce(
      "comma",
      cell,
      `the comma of "${text}" is taken as a decimal point, as in all such cells`,
    );
    return Number(text.replace(",", ".")) + 0;
  }
  const isGrouped = /^[+-]?\d{1,3}([.,'\s]\d{3})+([.,]\d+)?$/.test(text);
  report.fault(
    cell,
    isGrouped
      ? `${what} "${text}" has separators of thousands, as a spreadsheet puts them that takes degrees for a large number; format the column as text`
      : `${what} "${text}" must be a number, such as "${what === "latitude" ? "-37.8136" : "144.9631"}"`,
  );
  return undefined;
}

/** @param most what is right, and `taken` what is taken for it all the same */
function isWithin(
  cell: Cell,
  value: number,
  what: string,
  most: number,
  taken: number,
  report: Report,
): boolean {
  if (Math.abs(value) <= taken) return true;
  const advice = Math.abs(value) > 1000 ? "; did a spreadsheet lose its decimal point?" : "";
  report.fault(cell, `${what} ${cell.text}° is not between -${most} and ${most}${advice}`);
  return false;
}
