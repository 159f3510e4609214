/** Points and a track that the user gave beside the zones, such as stores and a walk. */
import type { MapModel } from "../model";
import { nearestCopy, worldX, worldY } from "./mercator";
import { lineThrough, type Outline } from "./outline";
import type { Theme } from "./theme";
import { frameOf, trace } from "./trace";
import { toScreen, type View } from "./view";

export class ExtraLayer {
  /** What the legend has switched on. */
  readonly shows = { points: true, track: true };
  private readonly points: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  private readonly track: Outline | undefined;

  constructor({ points, track }: MapModel) {
    this.points = points.map(({ name, point }) => ({
      name,
      x: worldX(point.longitude),
      y: worldY(point.latitude),
    }));
    this.track = lineThrough(track);
  }

  get outlines(): readonly Outline[] {
    const points = this.points.map(({ x, y }): Outline => {
      return { type: "circle", x, y, radius: 0, box: { west: x, north: y, east: x, south: y } };
    });
    return this.track ? [...points, this.track] : points;
  }

  paint(context: CanvasRenderingContext2D, view: View, theme: Theme): void {
    if (this.track && this.shows.track) this.paintTrack(context, this.track, view, theme);
    if (!this.shows.points) return;
    context.fillStyle = theme.ink;
    context.strokeStyle = theme.halo;
    context.lineWidth = 1.4;
    context.beginPath();
    const taken = new Set<number>();
    for (const point of this.points) {
      const { x, y } = this.placeOf(point, view);
      if (x < -5 || y < -5 || x > view.width + 5 || y > view.height + 5) continue;
      // Of 100,000 points, those of one place are drawn once.
      const cell = Math.round((x + 5) / 2) * 8192 + Math.round((y + 5) / 2);
      if (taken.has(cell)) continue;
      taken.add(cell);
      context.moveTo(x + 3.4, y);
      context.arc(x, y, 3.4, 0, 2 * Math.PI);
    }
    context.stroke();
    context.fill();
  }

  /** The name of the point at a pixel. */
  nameAt(view: View, x: number, y: number): string | undefined {
    if (!this.shows.points) return undefined;
    return this.points.find((point) => {
      const place = this.placeOf(point, view);
      return Math.hypot(place.x - x, place.y - y) <= 6;
    })?.name;
  }

  private placeOf(point: { x: number; y: number }, view: View): { x: number; y: number } {
    return toScreen(view, nearestCopy(point.x, view.x), point.y);
  }

  private paintTrack(context: CanvasRenderingContext2D, track: Outline, view: View, theme: Theme): void {
    const path = new Path2D();
    const middle = (track.box.west + track.box.east) / 2;
    trace(path, track, nearestCopy(middle, view.x) - middle, frameOf(view));
    context.lineJoin = context.lineCap = "round";
    for (const [color, width] of [
      [theme.halo, 5],
      [theme.ink, 2],
    ] as const) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.stroke(path);
    }
  }
}
