/** A map as a picture: one SVG without a script, which loads nothing. */
import type { MapModel } from "./model";
import { baseMap } from "./page-assets.generated";
import { worldBox } from "./page/bounds";
import { kinds } from "./page/kinds";
import { worldX, worldY } from "./page/mercator";
import { piecesOf, type Box } from "./page/outline";
import { fitted, type View } from "./page/view";
import { graticuleOf, landOf, scaleBarOf } from "./svg/base";
import { labelsOf } from "./svg/labels";
import { definitions } from "./svg/looks";
import { pathOf, placed } from "./svg/path";
import { escaped, short } from "./svg/xml";
import { drawnZoneOf, pathElement, zonesOf, type Coarseness, type DrawnZone } from "./svg/zones";
import { grouped, marker, summaryOf } from "./words";

const width = 1200;
const heights = { head: 36, map: 700, legend: 56 };

const margins = { left: 60, right: 60, top: 60, bottom: 60 };

/** Characters: a picture of 10,000 zones stays below it. */
const mostCharacters = 1_000_000;

/** More changed zones have no titles of their own. */
const mostTitles = 500;

/**
 * The picture. It shows the changed zones whole, with what is unchanged around them; where nothing is changed, all zones.
 *
 * @example
 * writeFileSync("map.svg", svgOf(modelOf(source)));
 */
export function svgOf(model: MapModel): string {
  const zones = model.zones.map(drawnZoneOf);
  const view = viewOf(model, zones);
  const changed = zones.filter(({ zone }) => zone.change !== "same");
  const isTitled = changed.length <= mostTitles;
  const ground = `<rect class="ground" width="${view.width}" height="${view.height}"/>`;
  const below = ground + landOf(view, baseMap) + graticuleOf(view);
  const above = pointsOf(view, model) + trackOf(view, model) + labelsOf(view, changed) + scaleBarOf(view);
  const pictures = coarsenesses(isTitled).map(
    (coarseness) => () => framed(model, below + zonesOf(view, zones, coarseness) + above),
  );
  return firstBelow(mostCharacters, pictures);
}

/** From the finest: each draws more zones as dots. */
function coarsenesses(isTitled: boolean): Coarseness[] {
  return [3, 6, 12, 24, 48, Infinity].map((dot) => ({ dot, step: Math.min(dot / 3, 8), isTitled }));
}

function firstBelow(most: number, pictures: readonly (() => string)[]): string {
  let text = "";
  for (const picture of pictures) {
    text = picture();
    if (text.length <= most) return text;
  }
  return text;
}

/** The points of a track in one piece of a path. */
const piece = 1000;

function viewOf(model: MapModel, zones: readonly DrawnZone[]): View {
  const boxes = (drawn: readonly DrawnZone[]): Box[] => drawn.flatMap(({ box }) => box ?? []);
  const changed = boxes(zones.filter(({ zone }) => zone.change !== "same"));
  const track = model.track.flatMap((line) => piecesOf(line, piece)).map(({ box }) => box);
  const box = worldBox([...(changed.length > 0 ? changed : boxes(zones)), ...track]);
  const world: View = { x: 0.5, y: 0.5, zoom: 0, width, height: heights.map };
  return fitted(world, box ?? { west: 0, north: 0.2, east: 1, south: 0.8 }, margins);
}

function framed(model: MapModel, map: string): string {
  const { head, map: middle, legend } = heights;
  const height = head + middle + (model.kind === "plan" ? legend : 0);
  const title = `Map of ${escaped(model.source)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"` +
      ` role="img" aria-labelledby="bluedot-title bluedot-desc">`,
    `<!-- ${marker} -->`,
    `<title id="bluedot-title">${title}</title>`,
    `<desc id="bluedot-desc">${summaryOf(model)}</desc>`,
    definitions(),
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text class="head" x="12" y="23">${escaped(model.source)}: ${summaryOf(model)}</text>`,
    `<svg y="${head}" width="${width}" height="${middle}">${map}</svg>`,
    model.kind === "plan" ? legendOf(model, head + middle) : "",
    "</svg>",
    "",
  ].join("\n");
}

function legendOf({ counts }: MapModel, top: number): string {
  return kinds
    .filter(({ change }) => counts[change] > 0)
    .map(({ change, word, explanation }, at) => {
      const left = 12 + at * 198;
      return (
        `<use href="#bluedot-${change}" x="${left}" y="${top + 18}"/>` +
        `<text class="head" x="${left + 24}" y="${top + 24}">${grouped(counts[change])} ${word}</text>` +
        `<text class="small" x="${left + 24}" y="${top + 40}">${explanation}</text>`
      );
    })
    .join("");
}

/** A cross each; those within a pixel are one. */
function pointsOf(view: View, { points }: MapModel): string {
  const crosses = points.map(({ point }) => {
    const { x, y } = placed(view, worldX(point.longitude), worldY(point.latitude));
    const isShown = x > -4 && x < view.width + 4 && y > -4 && y < view.height + 4;
    return isShown ? `M${Math.round(x) - 3} ${short(Math.round(y))}h6m-3-3v6` : "";
  });
  return pathElement("points", [...new Set(crosses)].join(""));
}

function trackOf(view: View, { track }: MapModel): string {
  const pieces = track.flatMap((line) => piecesOf(line, piece)).map((line) => pathOf(view, line, 1));
  return pieces.length === 0 ? "" : pathElement("track", pieces.join(""));
}
