/** Reads XML into elements that know where they stand. */
import { SaxesParser } from "saxes";

import type { Position } from "./fault";
import { positionsIn } from "./position";
import type { Report } from "./report";

export interface XmlElement {
  /** Without a namespace's prefix: `coord` of `gx:coord`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text and CDATA directly in it, joined. */
  readonly text: string;
  /** The index in the file of the element's text, if there is any; of its end tag otherwise. */
  readonly textIndex: number;
  /** The index in the file of the `<` of its start tag. */
  readonly index: number;
}

export interface XmlDocument {
  readonly root: XmlElement;
  readonly positionAt: (index: number) => Position;
}

/** An element while it is open. */
interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
  textIndex: number;
}

/** Deeper files are no maps, and would exhaust the stack of whoever walks them. */
const mostDepth = 200;

/**
 * Parses a text whose lines end with `\n`. Entities of a DTD are not expanded: a reference to one is a fault.
 *
 * @returns undefined after a fault, of which the first one is reported: those after it are consequences
 */
export function parseXml(text: string, report: Report): XmlDocument | undefined {
  const positionAt = positionsIn(text);
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let start = 0;
  const state = { hasFault: false };
  const fault = (message: string) => {
    if (!state.hasFault) report.fault({ position: positionAt(Math.max(0, parser.position - 1)) }, message);
    state.hasFault = true;
  };

  parser.on("error", ({ message }) => {
    fault(`this is no well-formed XML: ${message.replace(/\.$/, "")}`);
  });
  parser.on("opentagstart", ({ name }) => {
    start = parser.position - name.length - 2;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: OpenElement = {
      name: name.slice(name.indexOf(":") + 1),
      attributes,
      children: [],
      text: "",
      textIndex: parser.position,
      index: start,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    if (open.length > mostDepth) fault(`more than ${mostDepth} elements lie within each other`);
  });
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element === undefined) return;
    if (element.text.trim() === "") element.text = "";
    element.text += more;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open.pop();
  });

  for (let at = 0; at < text.length && !state.hasFault; at += chunk) parser.write(text.slice(at, at + chunk));
  if (!state.hasFault) parser.close();
  return root === undefined || state.hasFault ? undefined : { root, positionAt };
}

/** Characters that are parsed at once, so that a fault at the beginning of a large file ends it there. */
const chunk = 65_536;

/** The elements of a name directly in an element. */
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The text of the first element of a name directly in an element, without blanks around. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text.trim();
}
