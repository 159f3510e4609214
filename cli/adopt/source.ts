/** Values as TypeScript: what a person would have written. */
import { isParts, textOf, type Value } from "./value";

const width = 100;

/** `indent` is how far the line is in already; `lead` what stands on it before the value. */
export function sourceOf(value: Value, indent = "", lead = 0): string {
  const flat = flatOf(value);
  if (indent.length + lead + flat.length <= width || !(Array.isArray(value) || isParts(value))) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return ["[", ...value.map((element) => `${inner}${sourceOf(element, inner)},`), `${indent}]`].join("\n");
  }
  const lines = Object.entries(value).map(([key, part]) => {
    const name = `${keyOf(key)}: `;
    return `${inner}${name}${sourceOf(part, inner, name.length)},`;
  });
  return ["{", ...lines, `${indent}}`].join("\n");
}

function flatOf(value: Value): string {
  const text = textOf(value);
  if (text !== undefined) return text;
  if (Array.isArray(value)) return `[${value.map(flatOf).join(", ")}]`;
  if (!isParts(value)) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${keyOf(key)}: ${flatOf(part)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function keyOf(key: string): string {
  // As it stands this one would be no property.
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
