/** `minimumRetriggerTime` and `timeActive`. */
import type { TimeActiveRow } from "../zone-row";
import type { Part } from "../table/part";
import type { Report } from "../report";

const leastRetrigger = 60;
const mostRetrigger = 3_599_940;

/** `0:40`, `36:00` or, as spreadsheets write them, `0:40:00`: a length of time, in seconds. */
export function retriggerTimeOf(part: Part, report: Report): number | undefined {
  const [, hours, minutes, seconds = "0"] = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/.exec(part.text) ?? [];
  if (hours === undefined || minutes === undefined) {
    report.fault(part, `"${part.text}" must be hours and minutes, such as "0:40" or "36:00"`);
    return undefined;
  }
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (total < leastRetrigger) {
    report.fault(part, `${part.text} is below the least of 0:01 (60 s)`);
    return undefined;
  }
  if (total > mostRetrigger) {
    report.fault(part, `${part.text} is above the most of 999:59 (3,599,940 s)`);
    return undefined;
  }
  return total;
}

/** `09:00;17:30`; a first time after the second goes on past midnight. */
export function timeActiveOf(part: Part, report: Report): TimeActiveRow | undefined {
  const times = part.split(";");
  const [from, to] = times;
  if (!from || !to || times.length > 2) {
    report.fault(
      part,
      `"${part.text}" must be two times of day with a semicolon between, such as "09:00;17:30"`,
    );
    return undefined;
  }
  const fromTime = timeOfDay(from, report);
  const toTime = timeOfDay(to, report);
  return fromTime === undefined || toTime === undefined
    ? undefined
    : { type: "timeActive", fromTime, toTime };
}

function timeOfDay(part: Part, report: Report): string | undefined {
  const [, hours = "", minutes = "", seconds = "00"] =
    /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(part.text) ?? [];
  if (hours !== "") return `${hours.padStart(2, "0")}:${minutes}:${seconds}`;
  const meant = from12Hours(part.text);
  report.fault(
    part,
    meant === undefined
      ? `"${part.text}" must be a time of day from "00:00" to "23:59"`
      : `"${part.text}" is a time of the 12-hour clock; write "${meant}"`,
  );
  return undefined;
}

function from12Hours(text: string): string | undefined {
  const [, hours, minutes = "00", half] =
    /^(0?\d|1[0-2])(?::([0-5]\d))?(?::[0-5]\d)?\s*([ap])\.?m\.?$/i.exec(text) ?? [];
  if (hours === undefined || half === undefined) return undefined;
  const hour = (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}
