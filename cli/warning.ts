/** What was put right or passed over, as commands print it to standard error. */

export function warningText(sentence: string): string {
  return `Warning: ${sentence}`;
}
