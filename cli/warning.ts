/** Warnings of what was put right or passed over, as commands print them to standard error. */

export function warningText(sentence: string): string {
  return `Warning: ${sentence}`;
}
