/** Parts of JSON by their path, such as `geofeatures[0].center.latitude`. */

function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== "");
}

export function valueAt(target: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (part, step) =>
      typeof part === "object" && part !== null
        ? Object.entries(part).find(([key]) => key === step)?.[1]
        : undefined,
    target,
  );
}

/** Puts a value where the path leads; undefined takes away what is there. */
export function setAt(target: object, path: string, value: unknown): void {
  const steps = stepsOf(path);
  const last = steps.pop() ?? "";
  const parent = valueAt(target, steps.join("."));
  if (typeof parent !== "object" || parent === null) throw new Error(`Nothing stands at ${steps.join(".")}`);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
}
