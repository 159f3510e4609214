/** The fixes of a KML file: its `gx:Track`s, or else its lines, which have no times. */
import type { Report } from "../../files/report";
import { childrenOf, type XmlDocument, type XmlElement } from "../../files/xml";
import type { RawFix } from "./raw-fix";

export function fixesOfKml({ root, positionAt }: XmlDocument, report: Report): RawFix[] {
  const tracks = descendantsOf(root, "Track");
  const lines = descendantsOf(root, "LineString");
  if (tracks.length === 0) return lines.flatMap((line, segment) => fixesOfLine(line, segment));
  if (lines[0] !== undefined) {
    const place = { position: positionAt(lines[0].index) };
    report.warn(place, `${lines.length} of <LineString> are passed over: the track is what <gx:Track> holds`);
  }
  return tracks.flatMap((track, segment) => fixesOfTrack(track, segment));

  function fixesOfTrack(track: XmlElement, segment: number): RawFix[] {
    const times = childrenOf(track, "when");
    const places = childrenOf(track, "coord");
    if (times.length > 0 && times.length !== places.length) {
      const place = { position: positionAt(track.index) };
      report.fault(
        place,
        `this track has ${times.length} of <when> and ${places.length} of <gx:coord>; there must be one for each`,
      );
      return [];
    }
    return places.flatMap((coord, at) => {
      const time = times[at];
      const [longitude, latitude] = coord.text.trim().split(/\s+/);
      // The format leaves a place blank where the recorder had none.
      if (coord.text.trim() === "") {
        report.warnOnce(
          "blank",
          { position: positionAt(coord.index) },
          "a <gx:coord> is blank, and is left out",
        );
        return [];
      }
      return [
        {
          values: { ...given({ longitude, latitude }), ...(time !== undefined && { time: time.text }) },
          placeOf: (field) => ({
            position: positionAt(field === "time" ? (time ?? coord).textIndex : coord.textIndex),
          }),
          segment,
        },
      ];
    });
  }

  function fixesOfLine(line: XmlElement, segment: number): RawFix[] {
    const [coordinates] = childrenOf(line, "coordinates");
    if (coordinates === undefined) return [];
    return [...coordinates.text.matchAll(/\S+/g)].map((match) => {
      const [longitude, latitude] = match[0].split(",");
      const position = () => positionAt(coordinates.textIndex + match.index);
      return { values: given({ longitude, latitude }), placeOf: () => ({ position: position() }), segment };
    });
  }
}

function given({ longitude, latitude }: { longitude: string | undefined; latitude: string | undefined }) {
  return { ...(longitude !== undefined && { longitude }), ...(latitude !== undefined && { latitude }) };
}

function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : descendantsOf(child, name)));
}
