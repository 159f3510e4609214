/** Parses a GeoJSON text: one JSON, or one on each line (RFC 8142), as in large files and streams. */

export type ParsedText =
  | { readonly kind: "value"; readonly value: unknown }
  /** An object on each line but this one and those after it, from 1. */
  | ({ readonly kind: "wrong line"; readonly more: readonly WrongLine[] } & WrongLine)
  | { readonly kind: "no JSON"; readonly reason: string };

interface WrongLine {
  readonly line: number;
  readonly reason: string;
}

/** The value is a list where each line is an object. A byte-order mark and blank lines say nothing. */
export function parseText(text: string): ParsedText {
  const unmarked = text.replace(/^\uFEFF/, "");
  const whole = parsed(unmarked);
  if (whole.kind === "value") return whole;
  const lines = unmarked.split(/[\r\n\u001e]/);
  const values: unknown[] = [];
  const wrong: WrongLine[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const value = parsed(line);
    if (value.kind === "value") values.push(value.value);
    else if (values.length === 0) return whole;
    else wrong.push({ line: at + 1, reason: value.reason });
  }
  const [first, ...more] = wrong;
  if (first !== undefined) return { kind: "wrong line", ...first, more };
  return values.length > 1 ? { kind: "value", value: values } : whole;
}

function parsed(text: string): Exclude<ParsedText, { kind: "wrong line" }> {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: "value", value };
  } catch (error) {
    return { kind: "no JSON", reason: error instanceof Error ? error.message : String(error) };
  }
}
