/** The fixes of a GPX file: its tracks, or else its routes, or else its waypoints. */
import type { Report } from "../../files/report";
import { childrenOf, type XmlDocument, type XmlElement } from "../../files/xml";
import type { FixField, RawFix } from "./raw-fix";

export function fixesOfGpx({ root, positionAt }: XmlDocument, report: Report): RawFix[] {
  const kinds = [
    {
      name: "trk",
      segments: childrenOf(root, "trk").flatMap((trk) => childrenOf(trk, "trkseg")),
      point: "trkpt",
    },
    { name: "rte", segments: childrenOf(root, "rte"), point: "rtept" },
    { name: "wpt", segments: [root], point: "wpt" },
  ].map(({ name, segments, point }) => ({
    name,
    segments: segments.map((segment) => childrenOf(segment, point)).filter((points) => points.length > 0),
  }));
  const [taken, ...others] = kinds.filter(({ segments }) => segments.length > 0);
  if (taken === undefined) return [];
  for (const { name, segments } of others) {
    const count = segments.reduce((sum, points) => sum + points.length, 0);
    const place = { position: positionAt(segments[0]?.[0]?.index ?? 0) };
    report.warn(
      place,
      `${count} of <${name}> ${count === 1 ? "is" : "are"} passed over: the track is what <${taken.name}> holds`,
    );
  }
  return taken.segments.flatMap((points, segment) => points.map((point) => rawFix(point, segment)));

  function rawFix(point: XmlElement, segment: number): RawFix {
    const inside = insideOf(point);
    const values: Partial<Record<FixField, string>> = {};
    const { lat, lon } = point.attributes;
    if (lat !== undefined) values.latitude = lat;
    if (lon !== undefined) values.longitude = lon;
    for (const field of measures) {
      const text = inside.get(field)?.text;
      if (text !== undefined) values[field] = text;
    }
    return {
      values,
      placeOf: (field) => ({ position: positionAt(inside.get(field)?.textIndex ?? point.index) }),
      segment,
    };
  }
}

const measures = ["time", "speed", "course", "accuracy", "hdop"] as const;

/** The elements in a point by name, at any depth: extensions of every maker wrap them in elements of their own. */
function insideOf(point: XmlElement): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const visit = ({ children }: XmlElement) => {
    for (const child of children) {
      if (!found.has(child.name)) found.set(child.name, child);
      visit(child);
    }
  };
  visit(point);
  return found;
}
