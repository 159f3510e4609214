/** The colors of placemarks: of the styles in them, else of those that they name. */
import type { Report } from "../report";
import { childrenOf, textOf, type XmlDocument, type XmlElement } from "../xml";
import { passOver } from "./passed-over";

/** The colors of a style. */
interface Colors {
  readonly area?: string | undefined;
  readonly line?: string | undefined;
}

export interface Styles {
  /** `#RRGGBB`: of the area, else of the line; of an area that is not filled, the line's first. */
  readonly colorOf: (placemark: XmlElement) => string | undefined;
}

export function stylesOf(document: XmlDocument, report: Report): Styles {
  const shared = new Map<string, XmlElement>();
  collectShared(document.root, shared);
  const known = new Map<XmlElement, Colors>();
  const context: Context = { document, report, shared, known };
  return {
    colorOf: (placemark) => {
      const { area, line } = colorsIn(placemark, context, 0);
      return area ?? line;
    },
  };
}

interface Context {
  readonly document: XmlDocument;
  readonly report: Report;
  readonly shared: ReadonlyMap<string, XmlElement>;
  /** The colors of styles that were read before. */
  readonly known: Map<XmlElement, Colors>;
}

/** Style maps lead to styles; a chain that is longer leads in a circle. */
const longestChain = 8;

function collectShared({ children }: XmlElement, shared: Map<string, XmlElement>): void {
  for (const child of children) {
    const { id } = child.attributes;
    if ((child.name === "Style" || child.name === "StyleMap") && id !== undefined) shared.set(id, child);
    if (child.name === "Document" || child.name === "Folder") collectShared(child, shared);
  }
}

/** The colors of a placemark, or of a pair of a style map: an inline style goes before a named one, part by part. */
function colorsIn(element: XmlElement, context: Context, depth: number): Colors {
  const own = element.children
    .filter(({ name }) => name === "Style" || name === "StyleMap")
    .map((style) => colorsOfStyle(style, context, depth));
  const named = colorsOfUrl(element, context, depth);
  return {
    area: own.find(({ area }) => area !== undefined)?.area ?? named.area,
    line: own.find(({ line }) => line !== undefined)?.line ?? named.line,
  };
}

function colorsOfUrl(element: XmlElement, context: Context, depth: number): Colors {
  const url = textOf(element, "styleUrl");
  if (url === undefined || url === "" || depth > longestChain) return {};
  const style = context.shared.get(url.replace(/^#/, ""));
  if (style !== undefined) return colorsOfStyle(style, context, depth);
  const reason = /^#?[^#/]*$/.test(url) ? "there is no style of that id" : "it is in another file";
  warn(context, "style", element, `the style ${url} has no effect: ${reason}`);
  return {};
}

function colorsOfStyle(style: XmlElement, context: Context, depth: number): Colors {
  const before = context.known.get(style);
  if (before !== undefined) return before;
  const pairs = childrenOf(style, "Pair");
  const normal = pairs.find((pair) => textOf(pair, "key") === "normal") ?? pairs[0];
  const colors =
    style.name === "Style"
      ? colorsOfParts(style, context)
      : normal === undefined
        ? {}
        : colorsIn(normal, context, depth + 1);
  context.known.set(style, colors);
  return colors;
}

function colorsOfParts(style: XmlElement, context: Context): Colors {
  for (const part of style.children) {
    passOver(part, { position: context.document.positionAt(part.index) }, context.report);
  }
  const [area] = childrenOf(style, "PolyStyle");
  const [line] = childrenOf(style, "LineStyle");
  const areaColor = area && colorOf(area, context);
  const lineColor = line && colorOf(line, context);
  const isFilled = area === undefined || textOf(area, "fill") !== "0";
  return { area: isFilled ? areaColor : (lineColor ?? areaColor), line: lineColor };
}

/** KML has the colors from the back: opacity, blue, green, red. */
function colorOf(part: XmlElement, context: Context): string | undefined {
  const text = textOf(part, "color");
  if (text === undefined || text === "") return undefined;
  const [, blue = "", green = "", red = ""] =
    /^#?[\da-f]{2}([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text) ?? [];
  if (red !== "") return `#${red}${green}${blue}`.toUpperCase();
  warn(
    context,
    "color",
    part,
    `the color "${text}" has no effect: it must be 8 digits, such as "ff0000ff" for red`,
  );
  return undefined;
}

function warn({ document, report }: Context, topic: string, { index }: XmlElement, message: string): void {
  report.warnOnce(topic, { position: document.positionAt(index) }, message);
}
