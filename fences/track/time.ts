/** The times of a track: ISO 8601, or a number of seconds or milliseconds since 1970. */

const iso =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(?:([Zz])|([+-])(\d\d):?(\d\d)?)?$/;

/** Numbers below are seconds, and from here on milliseconds: seconds up to the year 5138, milliseconds from 1973. */
const leastMilliseconds = 1e11;

/** Numbers from here on are microseconds or nanoseconds: as milliseconds they would be after the year 5138. */
const leastMicroseconds = 1e14;

/**
 * Milliseconds since 1970, or a sentence with the fault.
 *
 * @param timeZone of a time that says none, such as `Australia/Melbourne`
 */
export function timeOf(value: string | number, timeZone: string | undefined): number | string {
  const text = String(value).trim();
  if (/^\d{9,}(\.\d+)?$/.test(text)) {
    const number = Number(text);
    if (number >= leastMicroseconds)
      return `time ${JSON.stringify(text.slice(0, 40))} must be seconds or milliseconds since 1970`;
    return Math.round(number < leastMilliseconds ? number * 1000 : number);
  }
  const [, year, month, day, hour, minute, second = "0", part = "", zulu, sign, hours, minutes = "0"] =
    iso.exec(text) ?? [];
  if (year === undefined)
    return `time ${JSON.stringify(text.slice(0, 40))} must be a date and a time, such as "2026-11-30T09:00:00Z"`;
  const milliseconds = Number(`${part}000`.slice(0, 3));
  const fields = [year, month, day, hour, minute, second].map(Number);
  const local = utcOf(fields);
  if (local === undefined) return `time "${text}" does not exist in the calendar`;
  if (zulu !== undefined) return local + milliseconds;
  if (sign !== undefined) {
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
    return local + milliseconds - offset * 60_000;
  }
  if (timeZone === undefined)
    return `time "${text}" says no time zone; write it with Z or an offset such as +10:00, or say of which time zone it is`;
  return atLocalTime(local, timeZone) + milliseconds;
}

/** As if the fields were of UTC; undefined where no such day or time exists. */
function utcOf(fields: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(time);
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return isReal ? time : undefined;
}

/**
 * The moment at which the clocks of a time zone show a time; where they show it twice, the first one, and where they
 * never do, the moment as many minutes after the clocks were put forward.
 *
 * @param local as if it were of UTC
 */
function atLocalTime(local: number, timeZone: string): number {
  const day = 86_400_000;
  const candidates = [local - day, local + day].map((near) => local - offsetAt(near, timeZone));
  const right = candidates.filter((each) => each + offsetAt(each, timeZone) === local);
  return Math.min(...(right.length > 0 ? right : [Math.max(...candidates)]));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the clocks of a time zone are ahead of UTC. */
export function offsetAt(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(time / 1000) * 1000;
}

/** True for a name such as `Australia/Melbourne`, `UTC` or `+10:00`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
