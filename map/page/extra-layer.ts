/** Points and a track that the user gave beside the zones, such as stores and a walk. */
import type { MapModel } from "../model";
import { nearestCopy, worldX, worldY } from "./mercator";
import { piecesOf, type Outline } from "./outline";
import type { Theme } from "./theme";
import { frameOf, trace } from "./trace";
import { boxOf, copiesIn, toScreen, type View } from "./view";

/** Points of a piece of the track. */
const PIECE = 500;
const POINT = { radius: 3.4, reach: 6 };
/** More points than this are drawn as small squares, which is quicker. */
const MANY_POINTS = 1500;

interface Place {
  readonly x: number;
  readonly y: number;
}

export class ExtraLayer {
  /** The layers that the legend has switched on. */
  readonly shows = { points: true, track: true };
  private readonly points: readonly (Place & { readonly name: string })[];
  private readonly track: readonly Outline[];

  constructor({ points, track }: MapModel) {
    this.points = points.map(({ name, point }) => ({
      name,
      x: worldX(point.longitude),
      y: worldY(point.latitude),
    }));
    this.track = track.flatMap((line) => piecesOf(line, PIECE));
  }

  get outlines(): readonly Outline[] {
    const points = this.points.map(({ x, y }): Outline => {
      return { type: "circle", x, y, radius: 0, box: { west: x, north: y, east: x, south: y } };
    });
    return [...points, ...this.track];
  }

  paint(context: CanvasRenderingContext2D, view: View, theme: Theme): void {
    if (this.shows.track) paintTrack(context, this.track, view, theme);
    if (this.shows.points) paintPoints(context, this.inSight(view), theme);
  }

  /** The name of the point at a pixel. */
  nameAt(view: View, x: number, y: number): string | undefined {
    if (!this.shows.points) return undefined;
    return this.points.find((point) => {
      const place = placeIn(view, point);
      return Math.hypot(place.x - x, place.y - y) <= POINT.reach;
    })?.name;
  }

  /** The points in the window, those of one place once. */
  private inSight(view: View): Place[] {
    const { width, height } = view;
    const margin = POINT.reach;
    const taken = new Set<number>();
    return this.points.flatMap((point) => {
      const { x, y } = placeIn(view, point);
      if (x < -margin || y < -margin || x > width + margin || y > height + margin) return [];
      const cell = Math.round((x + margin) / 2) * 8192 + Math.round((y + margin) / 2);
      if (taken.has(cell)) return [];
      taken.add(cell);
      return [{ x, y }];
    });
  }
}

function placeIn(view: View, { x, y }: Place): Place {
  return toScreen(view, nearestCopy(x, view.x), y);
}

function paintPoints(context: CanvasRenderingContext2D, places: readonly Place[], theme: Theme): void {
  context.fillStyle = theme.ink;
  if (places.length > MANY_POINTS) {
    for (const { x, y } of places) context.fillRect(x - 1.5, y - 1.5, 3, 3);
    return;
  }
  context.strokeStyle = theme.halo;
  context.lineWidth = 1.4;
  context.beginPath();
  for (const { x, y } of places) {
    context.moveTo(x + POINT.radius, y);
    context.arc(x, y, POINT.radius, 0, 2 * Math.PI);
  }
  context.stroke();
  context.fill();
}

function paintTrack(
  context: CanvasRenderingContext2D,
  pieces: readonly Outline[],
  view: View,
  theme: Theme,
): void {
  const [path, frame, window] = [new Path2D(), frameOf(view), boxOf(view, POINT.reach)];
  for (const piece of pieces) {
    for (const by of copiesIn(window, piece.box)) trace(path, piece, by, frame);
  }
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
