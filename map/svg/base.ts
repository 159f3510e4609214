/** The map below the zones: land, borders and graticule, and the scale bar above them. */
import { decodeBaseMap, type BaseMap } from "../page/base-map";
import { nearestCopy, pointAt, worldLength, worldX, worldY } from "../page/mercator";
import { boxOf, scaleOf, toScreen, type View } from "../page/view";
import { degreesInWords, graticuleStep, scaleLength } from "../page/words";
import { metresText } from "../words";
import { ringPath } from "./path";
import { escaped, short } from "./xml";

/** Nearer than this the coast, which is right to some kilometres, would mislead. */
const coastUntilZoom = 8.5;

/** The least pixels between two lines of the graticule. */
const linesApart = 130;

/** The most pixels of the scale bar. */
const scaleBar = 160;

export function landOf(view: View, baseMap: string): string {
  if (view.zoom > coastUntilZoom) return "";
  const { land } = decodeBaseMap(baseMap);
  const { west, east } = boxOf(view);
  // A ring that crosses the antimeridian begins in one copy of the world and ends in the next.
  const [first, last] = [Math.floor(west) - 1, Math.floor(east) + 1];
  const paths = land.flatMap((ring) => {
    const corners = seamless(ring);
    return Array.from({ length: last - first + 1 }, (_, at) => {
      const pixels = corners.map(([x, y]) => toScreen(view, x + first + at, y));
      return ringPath(
        view,
        pixels.map(({ x, y }) => [x, y] as const),
        1,
      );
    });
  });
  return `<rect class="sea" width="${view.width}" height="${view.height}"/><path class="land" d="${paths.join("")}"/>`;
}

/** In the square of Web Mercator, each corner beside the one before; the pole's edge stays as wide as the world. */
function seamless(ring: BaseMap["land"][number]): readonly (readonly [x: number, y: number])[] {
  let before: number | undefined;
  return ring.map(([longitude, latitude]) => {
    const x = worldX(longitude);
    before = before === undefined || Math.abs(latitude) > 80 ? x : nearestCopy(x, before);
    return [before, worldY(latitude)];
  });
}

export function graticuleOf(view: View): string {
  const { west, north, east, south } = boxOf(view);
  const step = graticuleStep((linesApart / scaleOf(view)) * 360);
  const lines: string[] = [];
  const texts: string[] = [];
  for (let at = Math.ceil((west * 360 - 180) / step); at * step <= east * 360 - 180; at += 1) {
    const { x } = toScreen(view, worldX(at * step), 0);
    lines.push(`M${short(x)} 0V${view.height}`);
    // A little eastward, so that rounding does not take the antimeridian for the other side.
    const { longitude } = pointAt(worldX(at * step) + 1e-12, 0.5);
    texts.push(textAt(x + 4, 12, degreesInWords(longitude, step, ["E", "W"])));
  }
  const [top, bottom] = [pointAt(0, north).latitude, pointAt(0, south).latitude];
  for (let at = Math.ceil(bottom / step); at * step <= top; at += 1) {
    const { y } = toScreen(view, 0, worldY(at * step));
    lines.push(`M0 ${short(y)}H${view.width}`);
    if (y > 24) texts.push(textAt(4, y + 12, degreesInWords(at * step, step, ["N", "S"])));
  }
  return `<path class="grid" d="${lines.join("")}"/><g class="degrees">${texts.join("")}</g>`;
}

/** True in the middle of the picture. */
export function scaleBarOf(view: View): string {
  const pixels = worldLength(1, pointAt(0, view.y).latitude) * scaleOf(view);
  const length = scaleLength(scaleBar / pixels);
  const [left, bottom] = [16, view.height - 14];
  const right = short(left + length * pixels);
  return (
    `<path class="bar" d="M${left} ${bottom - 6}V${bottom}H${right}V${bottom - 6}"/>` +
    textAt(left + 4, bottom - 5, metresText(length))
  );
}

function textAt(x: number, y: number, text: string): string {
  return `<text x="${short(x)}" y="${short(y)}">${escaped(text)}</text>`;
}
