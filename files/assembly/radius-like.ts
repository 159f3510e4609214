/** Warns of radii that nobody reads, since they are under a name that is not quite the property's. */
import type { Feature } from "../feature";
import { propertyOf, type Assembly } from "./reading";

/** Looks at the first feature: the others of a file have the same names. */
export function warnOfRadiusLike([first]: readonly Feature[], { options, report }: Assembly): void {
  if (first === undefined || typeof options.radius !== "number" || propertyOf(first, "radius")) return;
  const name = [...first.properties.keys()].find((key) => /^radius/i.test(key) && propertyOf(first, key));
  if (name === undefined) return;
  report.warn(
    propertyOf(first, name)?.place ?? first.place,
    `${JSON.stringify(name)} is not read, and points have the ${options.radius} m of ${report.option("radius")}` +
      report.advise("radius", name, (option) => `; ${option} reads it`),
  );
}
