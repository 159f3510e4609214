/** Symbols for zones that are too small to be seen as shapes: one of its own outline for each change. */
import type { Change } from "../../plan/zone-source";
import { kinds } from "./kinds";
import type { Theme } from "./theme";

const PADDED = 20;

export class Symbols {
  private readonly images = new Map<string, HTMLCanvasElement>();

  constructor(theme: Theme, pixelRatio: number) {
    for (const { change, symbol, mark } of kinds) {
      const color = theme.kinds.get(change) ?? theme.ink;
      this.images.set(change, drawn(symbol, mark, color, theme.halo, pixelRatio));
      this.images.set(`old ${change}`, drawn(symbol, "", color, theme.halo, pixelRatio, true));
    }
  }

  /** @param size 1 is 16 pixels */
  paint(
    context: CanvasRenderingContext2D,
    change: Change,
    { x, y, isOld }: { readonly x: number; readonly y: number; readonly isOld: boolean },
    size: number,
  ): void {
    const image = this.images.get(isOld ? `old ${change}` : change);
    const side = PADDED * size;
    if (image) context.drawImage(image, x - side / 2, y - side / 2, side, side);
  }
}

function drawn(
  symbol: string,
  mark: string,
  color: string,
  halo: string,
  pixelRatio: number,
  isOld = false,
): HTMLCanvasElement {
  const image = document.createElement("canvas");
  image.width = image.height = PADDED * pixelRatio;
  const context = image.getContext("2d");
  if (context === null) return image;
  context.scale(pixelRatio, pixelRatio);
  context.translate(2, 2);
  context.lineJoin = context.lineCap = "round";
  const body = new Path2D(symbol);
  context.strokeStyle = halo;
  context.lineWidth = 3;
  context.stroke(body);
  context.fillStyle = isOld ? halo : color;
  context.fill(body);
  if (isOld) {
    context.strokeStyle = color;
    context.lineWidth = 1.6;
    context.setLineDash([2.5, 2.2]);
    context.stroke(body);
    return image;
  }
  context.strokeStyle = halo;
  context.lineWidth = 1.8;
  context.stroke(new Path2D(mark));
  return image;
}
