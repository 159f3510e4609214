/** Values as TypeScript: what a person would have written. */
import { printable } from "../../provider/printable";
import { isParts, textOf, type Value } from "./value";

const width = 100;

/** `indent` is how far the line is in already; `lead` how much stands on it before the value. */
export function sourceOf(value: Value, indent = "", lead = 0): string {
  const flat = flatOf(value);
  if (indent.length + lead + flat.length <= width || !(Array.isArray(value) || isParts(value))) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return ["[", ...value.map((element) => `${inner}${sourceOf(element, inner)},`), `${indent}]`].join("\n");
  }
  const lines = Object.entries(value).map(([key, part]) => {
    if (textOf(part) === key) return `${inner}${key},`;
    const name = `${keyOf(key)}: `;
    return `${inner}${name}${sourceOf(part, inner, name.length)},`;
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

/** A key as it stands before the colon. */
export function keyOf(key: string): string {
  // As it stands this one would be no property.
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

/** Text between the quotes that leave more of it as it is, on one line, with nothing in it that does not show. */
export function quoted(text: string): string {
  const plain = printable(JSON.stringify(text));
  if ((text.match(/"/g) ?? []).length <= (text.match(/'/g) ?? []).length) return plain;
  const inner = plain
    .slice(1, -1)
    .replace(/\\(.)/g, (pair, escaped: string) => (escaped === '"' ? escaped : pair))
    .replaceAll("'", "\\'");
  return `'${inner}'`;
}
