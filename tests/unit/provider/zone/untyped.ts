/** Calls a helper as a program without types would, or one that reads what it passes on from a file. */
export function untyped(helper: (...given: never[]) => unknown, ...given: unknown[]): unknown {
  return Reflect.apply(helper, undefined, given);
}
