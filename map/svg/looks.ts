/** The style sheet, patterns and symbols of an SVG: the looks of the page, in its light colours. */
import { kinds } from "../page/kinds";
import { colors } from "../style";

/** Definitions of a picture: everything in it is drawn with these. */
export function definitions(): string {
  return `<style>${sheet()}</style><defs>${patterns}${kinds.map(symbolOf).join("")}${arrow}</defs>`;
}

function sheet(): string {
  const byChange = kinds.map(({ change }) => `.${change}{--c:${colors[change]}}`.replace("--c:", "color:"));
  return [
    "text{font:12px system-ui,sans-serif;fill:#17202a}",
    ...byChange,
    "path{fill:none;stroke:currentColor;stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}",
    ".sea{fill:#dbe6ee}.ground,.land{fill:#f8f7f3;stroke:none}.grid{color:#6b7c8c;opacity:.2;stroke-width:1}",
    ".degrees text{font-size:10px;fill:#66727f}.bar{color:#17202a;stroke-width:1.4}",
    ".area{fill:currentColor;fill-opacity:.15}.create .area{stroke-width:3.5}",
    ".update .area{fill:url(#bluedot-dots);fill-opacity:1}.delete .area{fill:url(#bluedot-crosses);fill-opacity:1}",
    ".drift .area,.drifted{fill:url(#bluedot-lines);fill-opacity:1}.drifted{stroke:none}",
    ".delete path{stroke-dasharray:6 4}.old{stroke-dasharray:5 4;stroke-width:1.6}",
    ".line{stroke-width:3.2}.way{stroke-width:1.4;marker-end:url(#bluedot-arrow)}",
    ".same path{stroke-width:1.2}.same .dot{stroke-width:3}",
    "use path,.key path{stroke-dasharray:none;stroke-width:1}.body{fill:currentColor;stroke:#fff}",
    "use .mark,.mark{stroke:#fff;stroke-width:1.8}",
    ".labels text{font-weight:600;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:3px}",
    ".points{color:#17202a;stroke-width:1.4}.track{color:#17202a;stroke-width:2.5;stroke-dasharray:1 5}",
    ".head{font-weight:600}.small{font-size:11px;fill:#5a6673}",
  ].join("");
}

function symbolOf({ change, symbol, mark }: (typeof kinds)[number]): string {
  const upon = mark === "" ? "" : `<path class="mark" d="${mark}"/>`;
  return `<g id="bluedot-${change}" class="${change} key"><path class="body" d="${symbol}"/>${upon}</g>`;
}

const pattern = (name: string, color: string, content: string) =>
  `<pattern id="bluedot-${name}" width="8" height="8" patternUnits="userSpaceOnUse">` +
  `<g color="${color}" opacity=".7">${content}</g></pattern>`;

const patterns = [
  pattern("dots", colors.update, '<path d="M2 2h0M6 6h0" style="stroke-width:2"/>'),
  pattern("lines", colors.drift, '<path d="M-1 9L9-1M-1 1L1-1M7 9L9 7" style="stroke-width:1"/>'),
  pattern(
    "crosses",
    colors.delete,
    '<path d="M-1 9L9-1M-1-1L9 9" style="stroke-width:1;stroke-dasharray:none"/>',
  ),
].join("");

const arrow =
  '<marker id="bluedot-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">' +
  `<path d="M1 1L7 4L1 7" style="stroke-width:1.4" color="${colors.move}"/></marker>`;
