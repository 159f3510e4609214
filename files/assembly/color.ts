/** The colour of a feature: of its style, or of a property. */
import type { Feature } from "../feature";
import type { Report } from "../report";
import { propertyOf } from "./reading";
import { textOfValue } from "./text";

/** `#RRGGBB`; undefined without one. Other ways to write a colour are passed over with a warning. */
export function colorOf(feature: Feature, report: Report): string | undefined {
  // A style does not say how our own files spell a colour.
  if (feature.color !== undefined && propertyOf(feature, "color") === undefined) return feature.color;
  for (const name of ["color", "fill", "stroke"]) {
    const property = propertyOf(feature, name);
    const text = textOfValue(property?.value);
    if (property === undefined || text === undefined) continue;
    if (/^#[\da-f]{6}$/i.test(text)) return text;
    const [, short] = /^#([\da-f]{3})$/i.exec(text) ?? [];
    if (short !== undefined) return `#${short.replaceAll(/./g, "$&$&")}`;
    report.warnOnce(
      "color",
      property.place,
      `the ${name} ${JSON.stringify(text)} is passed over; a color of a zone is like "#429BD5"`,
    );
  }
  return undefined;
}
