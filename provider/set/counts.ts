/** Counts and keys for messages, of a limited length. */

export function counted(count: number): string {
  return count.toLocaleString("en-US");
}

/** `store-7, store-8, and 2,988 more` */
export function firstOf(entries: readonly string[], separator = ", "): string {
  const more = entries.length - SHOWN;
  const shown = entries.slice(0, SHOWN);
  return [...shown, ...(more > 0 ? [`and ${counted(more)} more`] : [])].join(separator);
}

export const SHOWN = 10;

export function clipped(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

const LONGEST = 80;
