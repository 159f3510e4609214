/** Reads the ExtendedData of a placemark: text by name. */
import type { Property } from "../feature";
import type { Report } from "../report";
import { childrenOf, type XmlDocument, type XmlElement } from "../xml";

/** Data with a value, SimpleData of a schema, and elements of other namespaces; of two of one name, the first. */
export function extendedDataOf(
  placemark: XmlElement,
  { positionAt }: XmlDocument,
  report: Report,
): Map<string, Property> {
  const properties = new Map<string, Property>();
  const add = (name: string | undefined, { text, textIndex }: XmlElement) => {
    if (name === undefined || name === "") return;
    const place = { position: positionAt(textIndex + (text.length - text.trimStart().length)) };
    if (properties.has(name)) {
      report.warnOnce("data twice", place, `the data "${name}" is there twice, and this one is passed over`);
    } else {
      properties.set(name, { value: text.trim(), place });
    }
  };
  for (const data of childrenOf(placemark, "ExtendedData").flatMap(({ children }) => children)) {
    if (data.name === "Data") {
      for (const value of childrenOf(data, "value").slice(0, 1)) add(data.attributes["name"], value);
    } else if (data.name === "SchemaData") {
      for (const simple of childrenOf(data, "SimpleData")) add(simple.attributes["name"], simple);
    } else {
      add(data.name, data);
    }
  }
  return properties;
}
