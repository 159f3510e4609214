/** The looks of the shapes of each change: by colour, and also by line and filling. */
import type { Change } from "../../plan/zone-source";
import { faded, type Theme } from "./theme";

/** The shapes of one change, collected so that each style is set once a picture. */
export interface Strokes {
  /** The versions that go away where another one stays. */
  readonly old: Path2D;
  readonly areas: Path2D;
  /** Areas that are large enough for a pattern to be seen, which takes long to draw. */
  readonly patterned: Path2D;
  /** Areas that somebody also changed elsewhere. */
  readonly drifted: Path2D;
  readonly lines: Path2D;
  /** From an old place to the new one. */
  readonly arrows: Path2D;
}

interface Look {
  readonly width: number;
  readonly dash: readonly number[];
  readonly opacity: number;
  readonly filling?: Filling;
}

type Filling = "dots" | "hatch" | "cross-hatch";

const looks: Readonly<Record<Change, Look>> = {
  create: { width: 3.5, dash: [], opacity: 0.24 },
  move: { width: 2.2, dash: [], opacity: 0.2 },
  update: { width: 1.8, dash: [], opacity: 0.14, filling: "dots" },
  delete: { width: 2, dash: [6, 4], opacity: 0.12, filling: "cross-hatch" },
  drift: { width: 1.8, dash: [], opacity: 0.14, filling: "hatch" },
  same: { width: 1.2, dash: [], opacity: 0.13 },
};
const OLD_DASH = [5, 4];
const PATTERN = 8;

export function emptyStrokes(): Strokes {
  return {
    old: new Path2D(),
    areas: new Path2D(),
    patterned: new Path2D(),
    drifted: new Path2D(),
    lines: new Path2D(),
    arrows: new Path2D(),
  };
}

/** Paints the shapes of changes. A pattern belongs to the map, so that it moves with the ground. */
export class StrokePainter {
  private readonly patterns = new Map<string, CanvasPattern>();

  constructor(
    private readonly theme: Theme,
    private readonly pixelRatio: number,
  ) {}

  paint(context: CanvasRenderingContext2D, change: Change, strokes: Strokes, originX = 0, originY = 0): void {
    const color = this.colorOf(change);
    const { width, dash, opacity, filling } = looks[change];
    const at = (name: Filling, of: string): CanvasPattern | string =>
      this.pattern(context, name, of, originX, originY);
    context.lineJoin = "round";
    context.fillStyle = faded(color, opacity);
    context.fill(strokes.areas);
    if (filling !== undefined) {
      context.fillStyle = at(filling, color);
      context.fill(strokes.patterned);
    }
    context.fillStyle = at("hatch", this.colorOf("drift"));
    context.fill(strokes.drifted);
    context.strokeStyle = color;
    context.setLineDash(OLD_DASH);
    context.lineWidth = 1.6;
    context.stroke(strokes.old);
    context.setLineDash([...dash]);
    context.lineWidth = width;
    context.stroke(strokes.areas);
    context.lineWidth = width + 1.4;
    context.stroke(strokes.lines);
    context.setLineDash([]);
    context.lineWidth = 1.4;
    context.stroke(strokes.arrows);
  }

  private colorOf(change: Change): string {
    return this.theme.kinds.get(change) ?? this.theme.ink;
  }

  private pattern(
    context: CanvasRenderingContext2D,
    filling: Filling,
    color: string,
    originX: number,
    originY: number,
  ): CanvasPattern | string {
    const key = `${filling} ${color}`;
    const pattern = this.patterns.get(key) ?? context.createPattern(this.tile(filling, color), "repeat");
    if (pattern === null) return "transparent";
    this.patterns.set(key, pattern);
    const move = new DOMMatrix([
      1 / this.pixelRatio,
      0,
      0,
      1 / this.pixelRatio,
      originX % PATTERN,
      originY % PATTERN,
    ]);
    pattern.setTransform(move);
    return pattern;
  }

  private tile(filling: Filling, color: string): HTMLCanvasElement {
    const tile = document.createElement("canvas");
    tile.width = tile.height = Math.round(PATTERN * this.pixelRatio);
    const context = tile.getContext("2d");
    if (context === null) return tile;
    context.scale(tile.width / PATTERN, tile.height / PATTERN);
    context.strokeStyle = context.fillStyle = faded(color, 0.75);
    context.lineWidth = 1;
    context.beginPath();
    if (filling === "dots") {
      context.arc(2, 2, 1.1, 0, 2 * Math.PI);
      context.arc(6, 6, 1.1, 0, 2 * Math.PI);
      context.fill();
      return tile;
    }
    for (const from of [-PATTERN, 0, PATTERN]) {
      context.moveTo(from - 1, PATTERN + 1);
      context.lineTo(from + PATTERN + 1, -1);
      if (filling !== "cross-hatch") continue;
      context.moveTo(from - 1, -1);
      context.lineTo(from + PATTERN + 1, PATTERN + 1);
    }
    context.stroke();
    return tile;
  }
}
