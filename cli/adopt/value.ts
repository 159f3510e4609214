/** The values of generated arguments: JSON, and expressions for references. */

const code: unique symbol = Symbol("code");

/** TypeScript code that is inserted unchanged. */
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
