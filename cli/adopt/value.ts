/** What a program's arguments are made of: JSON, and expressions where it refers to something. */

const code: unique symbol = Symbol("code");

/** A piece of TypeScript that stands as it is. */
export interface Expression {
  readonly [code]: string;
}

export type Value = null | boolean | number | string | Expression | Value[] | Parts;

/** A value made of named parts. */
export interface Parts {
  [key: string]: Value;
}

export function expression(text: string): Expression {
  return { [code]: text };
}

/** The text of an expression; undefined for any other value. */
export function textOf(value: Value): string | undefined {
  return isExpression(value) ? value[code] : undefined;
}

export function isParts(value: Value): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isExpression(value);
}

function isExpression(value: Value): value is Expression {
  return typeof value === "object" && value !== null && code in value;
}
