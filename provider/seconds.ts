/** Durations as people write them. */
import { usageError, inspectValue } from "./program/usage-error";

const TEXT = /^((?<days>\d+)d)?\s*((?<hours>\d+)h)?\s*((?<minutes>\d+)m)?\s*((?<rest>\d+)s)?$/;

/**
 * A duration in the seconds that arguments take: days, hours, minutes and seconds as whole numbers, each at most once
 * and in this order.
 *
 * @throws an error at once where the text is no such duration
 * @example
 * seconds("24h") // 86400
 * seconds("1h 30m") // 5400
 */
export function seconds(duration: string): number {
  const text = duration.trim();
  const parts = TEXT.exec(text)?.groups;
  const { days = 0, hours = 0, minutes = 0, rest = 0 } = parts ?? {};
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(rest);
  if (text === "" || parts === undefined || !Number.isSafeInteger(total))
    throw usageError(
      seconds,
      `: ${inspectValue(duration)} is no duration of whole days, hours, minutes and seconds, such as "24h", "1h 30m" or "45s".`,
    );
  return total;
}
