/** Land, borders and graticule: the map below the zones, which needs no network. */
import { decodeBaseMap } from "./base-map";
import { pointAt, worldX, worldY } from "./mercator";
import type { Theme } from "./theme";
import { boxOf, scaleOf, toScreen, type View } from "./view";
import { degreesInWords, graticuleStep } from "./words";

/** From the first zoom to the second the coast fades out: it is right to some kilometres only. */
const COAST_FADES = [7.5, 9.5] as const;
/** Pixels between two lines of the graticule. */
const LINES_APART = 130;

export class BaseLayer {
  private readonly land = new Path2D();
  private readonly borders = new Path2D();

  constructor(text: string) {
    const { land, borders } = decodeBaseMap(text);
    for (const [path, lines, isRing] of [
      [this.land, land, true],
      [this.borders, borders, false],
    ] as const) {
      for (const line of lines) {
        line.forEach(([longitude, latitude], at) => {
          const [x, y] = [worldX(longitude), worldY(latitude)];
          if (at === 0) path.moveTo(x, y);
          else path.lineTo(x, y);
        });
        if (isRing) path.closePath();
      }
    }
  }

  paint(context: CanvasRenderingContext2D, view: View, theme: Theme): void {
    const [first, last] = COAST_FADES;
    const coast = Math.max(0, Math.min(1, (last - view.zoom) / (last - first)));
    context.fillStyle = theme.land;
    context.fillRect(0, 0, view.width, view.height);
    if (coast > 0) this.paintCoast(context, view, theme, coast);
    paintGraticule(context, view, theme);
  }

  /** Sea, land and borders alone. */
  paintCoast(context: CanvasRenderingContext2D, view: View, theme: Theme, opacity: number): void {
    const scale = scaleOf(view);
    const { west, east } = boxOf(view);
    context.save();
    context.globalAlpha = opacity;
    context.fillStyle = theme.sea;
    context.fillRect(0, 0, view.width, view.height);
    // Land that crosses the antimeridian stands half in the next copy.
    for (let copy = Math.floor(west) - 1; copy <= Math.floor(east) + 1; copy += 1) {
      const origin = toScreen(view, copy, 0);
      context.save();
      context.transform(scale, 0, 0, scale, origin.x, origin.y);
      context.fillStyle = theme.land;
      context.fill(this.land, "evenodd");
      context.strokeStyle = theme.border;
      context.lineWidth = 0.8 / scale;
      context.stroke(this.borders);
      context.restore();
    }
    context.restore();
  }
}

function paintGraticule(context: CanvasRenderingContext2D, view: View, theme: Theme): void {
  const { west, north, east, south } = boxOf(view);
  const step = graticuleStep((LINES_APART / scaleOf(view)) * 360);
  context.strokeStyle = theme.grid;
  context.fillStyle = theme.muted;
  context.lineWidth = 1;
  context.font = `10px ${theme.font}`;
  context.textAlign = "left";
  context.textBaseline = "top";
  context.beginPath();
  for (let at = Math.ceil((west * 360 - 180) / step); at * step <= east * 360 - 180; at += 1) {
    const x = Math.round(toScreen(view, worldX(at * step), 0).x) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, view.height);
    const turn = pointAt(worldX(at * step) + 1e-12, 0.5).longitude;
    context.fillText(degreesInWords(turn, step, ["E", "W"]), x + 4, 4);
  }
  const [top, bottom] = [pointAt(0, north).latitude, pointAt(0, south).latitude];
  for (let at = Math.ceil(bottom / step); at * step <= top; at += 1) {
    const y = Math.round(toScreen(view, 0, worldY(at * step)).y) + 0.5;
    context.moveTo(0, y);
    context.lineTo(view.width, y);
    if (y > 24) context.fillText(degreesInWords(at * step, step, ["N", "S"]), 4, y + 3);
  }
  context.stroke();
}
