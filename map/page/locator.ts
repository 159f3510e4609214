/** A small map in a corner that says where on earth the window is, once the coast has faded from the large one. */
import type { BaseLayer } from "./base-layer";
import { readTheme } from "./theme";
import { toScreen, type View } from "./view";

/** The locator begins where the coast begins to fade, and shows a continent's part. */
const FROM_ZOOM = 8.5;
const OWN_ZOOM = 1.3;

export function paintLocator(canvas: HTMLCanvasElement, base: BaseLayer, view: View): void {
  canvas.hidden = view.zoom < FROM_ZOOM;
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext("2d");
  if (canvas.hidden || context === null || width === 0) return;
  const ratio = Math.max(1, window.devicePixelRatio);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.scale(ratio, ratio);
  const theme = readTheme(canvas);
  const own: View = { x: view.x, y: view.y, zoom: OWN_ZOOM, width, height };
  base.paintCoast(context, own, theme, 1);
  const { x, y } = toScreen(own, view.x, view.y);
  context.beginPath();
  context.arc(x, y, 4.5, 0, 2 * Math.PI);
  context.fillStyle = theme.accent;
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}
