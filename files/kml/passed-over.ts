/** The parts of a KML file that make no fence. */
import type { Place, Report } from "../report";
import type { XmlElement } from "../xml";

const reasons = new Map([
  ["Track", "a track is no fence"],
  ["MultiTrack", "a track is no fence"],
  ["Model", "it is a 3-D model"],
  ["GroundOverlay", "it is an image"],
  ["PhotoOverlay", "it is an image"],
  ["ScreenOverlay", "it is an image"],
  ["Tour", "a tour is no fence"],
  ["IconStyle", "a fence has a color and no icon"],
  ["BalloonStyle", "a fence has no balloon"],
]);

/** Elements that draw nothing by themselves. */
const looks: ReadonlySet<string> = new Set(["IconStyle", "BalloonStyle"]);

/** Warns of an element that is passed over, once for all of its name. True if it is one. */
export function passOver({ name }: XmlElement, place: Place, report: Report): boolean {
  const reason = reasons.get(name);
  if (reason === undefined) return false;
  const message = `<${name}> is passed over: ${reason}`;
  if (looks.has(name)) report.noteOnce(`passed over: ${name}`, place, message);
  else report.warnOnce(`passed over: ${name}`, place, message);
  return true;
}
