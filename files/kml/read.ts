/** Reads the placemarks of a KML file, as Google Earth and My Maps write it. */
import type { Axes } from "../../geojson/positions";
import type { Feature, Property } from "../feature";
import { areFew } from "../limits";
import type { Place, Report } from "../report";
import { childrenOf, parseXml, textOf, type XmlDocument, type XmlElement } from "../xml";
import { extendedDataOf } from "./extended-data";
import { notKml } from "./not-kml";
import { passOver } from "./passed-over";
import { geocodeFirst, shapesOf, type Shapes } from "./shapes";
import { stylesOf, type Styles } from "./styles";

/**
 * The placemarks of a KML text, in its order. Folders and documents with a name are the folders of a feature. Altitudes
 * are dropped: a fence has none. Network links are faults, since nothing is fetched; icons, images, 3-D models and HTML
 * are passed over with a warning each. A placemark with a fault is left out.
 *
 * @param text with lines that end with `\n`
 */
export function readKml(text: string, axes: Axes, report: Report): Feature[] {
  const reason = notKml(text);
  if (reason !== undefined) {
    report.fault({ position: { line: 1, column: 1 } }, reason);
    return [];
  }
  const document = parseXml(text, report);
  if (document === undefined) return [];
  const { root, positionAt } = document;
  const reading: Reading = { document, axes, report, styles: stylesOf(document, report), features: [] };
  if (root.name === "kml") readContainer(root, [], reading);
  // Fragments are passed on too: what Google Earth copies of a folder.
  else if (fragments.has(root.name)) readContainer({ ...root, children: [root] }, [], reading);
  else report.fault({ position: positionAt(root.index) }, `this is XML of <${root.name}> and no KML`);
  return areFew(reading.features.length, "placemarks", report) ? reading.features : [];
}

const fragments: ReadonlySet<string> = new Set(["Document", "Folder", "Placemark"]);

interface Reading {
  readonly document: XmlDocument;
  readonly axes: Axes;
  readonly report: Report;
  readonly styles: Styles;
  readonly features: Feature[];
}

/** Reads a Document, a Folder or the root. */
function readContainer(container: XmlElement, folders: readonly string[], reading: Reading): void {
  for (const child of container.children) {
    switch (child.name) {
      case "Document":
      case "Folder":
        readContainer(child, [...folders, ...filled(textOf(child, "name"))], reading);
        break;
      case "Placemark":
        readPlacemark(child, folders, reading);
        break;
      case "NetworkLink":
        refuseLink(child, reading);
        break;
      default:
        passOver(child, placeOf(child, reading), reading.report);
    }
  }
}

function readPlacemark(placemark: XmlElement, folders: readonly string[], reading: Reading): void {
  const { report, styles, features } = reading;
  const place = placeOf(placemark, reading);
  const [name] = filled(textOf(placemark, "name"));
  const drawn = shapesOf(placemark, reading);
  if (drawn.hasFaults) return;
  if (drawn.shapes.length === 0) {
    reportMissing(placemark, drawn, name, place, report);
    return;
  }
  const properties = propertiesOf(placemark, reading);
  const color = spelt(styles.colorOf(placemark), properties.get("color"));
  features.push({
    ...(name !== undefined && { name }),
    folders,
    properties,
    shapes: drawn.shapes,
    ...(color !== undefined && { color }),
    place,
  });
}

/** A style has no letters of its own for a color; `writeZones` keeps them in the data. */
function spelt(color: string | undefined, data: Property | undefined): string | undefined {
  const text = String(data?.value);
  return text.toUpperCase() === color ? text : color;
}

/** Says why a placemark is no feature. */
function reportMissing(
  placemark: XmlElement,
  { hasOthers }: Shapes,
  name: string | undefined,
  place: Place,
  report: Report,
): void {
  const which = name === undefined ? "a placemark" : `the placemark "${name}"`;
  if (filled(textOf(placemark, "address")).length > 0) {
    report.fault(place, `${which} has an address and no coordinates: ${geocodeFirst}`);
  } else if (!hasOthers) {
    report.warnOnce("no shape", place, `${which} has no shape, and is passed over`);
  }
}

/** The extended data, and the texts of a placemark's own that may serve as a name or as custom data. */
function propertiesOf(placemark: XmlElement, reading: Reading): Map<string, Property> {
  const properties = extendedDataOf(placemark, reading.document, reading.report);
  for (const child of placemark.children) {
    if (child.name !== "description" && child.name !== "address") continue;
    const place = placeOf(child, reading);
    const value = child.text.trim();
    if (value === "" || properties.has(child.name)) continue;
    if (/<[a-z!/]/i.test(value)) {
      reading.report.noteOnce("html", place, `the HTML of a ${child.name} is passed over`);
    } else {
      properties.set(child.name, { value, place });
    }
  }
  return properties;
}

function refuseLink(link: XmlElement, reading: Reading): void {
  const href = [...childrenOf(link, "Link"), ...childrenOf(link, "Url")]
    .flatMap((each) => filled(textOf(each, "href")))
    // A sign-in or a key within an address is nobody's business.
    .map((address) => ` to ${address.replace(/\/\/[^/@]*@/, "//").replace(/[?#].+$/s, "?…")}`)[0];
  reading.report.fault(
    placeOf(link, reading),
    `the network link${href ?? ""} is not followed; download that file and read it instead`,
  );
}

function placeOf({ index }: XmlElement, { document }: Reading): Place {
  return { position: document.positionAt(index) };
}

/** A text that is there and not blank, as a list of none or one. */
function filled(text: string | undefined): string[] {
  return text === undefined || text === "" ? [] : [text];
}
