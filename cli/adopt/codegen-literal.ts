/** Generates TypeScript literals, formatted as a person would write them. */
import { printable } from "../../provider/printable";
import { isParts, textOf, type Value } from "./value";

const width = 100;

/** @param indent the indentation of the line; `lead` the number of characters before the value */
export function literal(value: Value, indent = "", lead = 0): string {
  const flat = flatOf(value);
  if (indent.length + lead + flat.length <= width || !(Array.isArray(value) || isParts(value))) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return ["[", ...value.map((element) => `${inner}${literal(element, inner)},`), `${indent}]`].join("\n");
  }
  const lines = Object.entries(value).map(([key, part]) => {
    if (textOf(part) === key) return `${inner}${key},`;
    const name = `${keyOf(key)}: `;
    return `${inner}${name}${literal(part, inner, name.length)},`;
  });
  return ["{", ...lines, `${indent}}`].join("\n");
}

function flatOf(value: Value): string {
  const text = textOf(value);
  if (text !== undefined) return text;
  if (Array.isArray(value)) return `[${value.map(flatOf).join(", ")}]`;
  if (typeof value === "string") return quoted(value);
  if (!isParts(value)) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) =>
    textOf(part) === key ? key : `${keyOf(key)}: ${flatOf(part)}`,
  );
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

/** A property name, quoted if needed. */
export function keyOf(key: string): string {
  // Without brackets it would set the prototype.
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

/** A string literal on one line, without invisible characters, in the quotes that need fewer escapes. */
export function quoted(text: string): string {
  const plain = printable(JSON.stringify(text));
  if ((text.match(/"/g) ?? []).length <= (text.match(/'/g) ?? []).length) return plain;
  const inner = plain
    .slice(1, -1)
    .replace(/\\(.)/g, (pair, escaped: string) => (escaped === '"' ? escaped : pair))
    .replaceAll("'", "\\'");
  return `'${inner}'`;
}
