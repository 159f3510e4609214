/** The map on its canvas: draws at most once a frame, moves, and says what lies under a pixel. */
import type { BaseLayer } from "./base-layer";
import { worldBox } from "./bounds";
import type { ExtraLayer } from "./extra-layer";
import { flightTo } from "./flight";
import { paintLabels } from "./label-layer";
import { nearestCopy } from "./mercator";
import type { Box } from "./outline";
import { pick, type Pickable } from "./pick";
import { StrokePainter } from "./strokes";
import { Symbols } from "./symbols";
import { readTheme, type Theme } from "./theme";
import type { TileLayer } from "./tile-layer";
import {
  fitted,
  panned,
  resized,
  scaleOf,
  toScreen,
  toWorld,
  zoomedAt,
  type Margins,
  type View,
} from "./view";
import { paintSelected, paintZones, type ZonePicture } from "./zone-layer";
import type { DrawnZone } from "./zones";

/** Finger and mouse meet a shape this many pixels beside it. */
const REACH = 7;
/** Names are written only where fewer zones are in the window, those of unchanged ones and all others alike. */
const FEW = 60;
const FIT_MARGIN = 64;

/** Pixels of the map below the panel of details. */
export interface Covered {
  readonly left: number;
  readonly bottom: number;
}

export class MapView {
  covered: Covered = { left: 0, bottom: 0 };
  /** Called after each picture. */
  onPaint: (view: View) => void = () => {};
  tiles: TileLayer | undefined;
  private view: View = { x: 0.5, y: 0.5, zoom: 0, width: 256, height: 256 };
  private shown: readonly number[] = [];
  private pickable: readonly (Pickable & { readonly at: number })[] = [];
  private selected: number | undefined;
  private theme: Theme;
  private painter: StrokePainter;
  private symbols: Symbols;
  private pixelRatio = 1;
  private asked = 0;
  private flying = 0;
  private pictures = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly zones: readonly DrawnZone[],
    private readonly base: BaseLayer,
    private readonly extra: ExtraLayer,
  ) {
    this.theme = readTheme(canvas);
    this.painter = new StrokePainter(this.theme, 1);
    this.symbols = new Symbols(this.theme, 1);
    this.resize();
  }

  /** Fits the canvas to its place, and reads the colours again. */
  resize(): void {
    const { clientWidth, clientHeight } = this.canvas;
    this.pixelRatio = Math.max(1, Math.min(3, window.devicePixelRatio));
    this.canvas.width = Math.round(clientWidth * this.pixelRatio);
    this.canvas.height = Math.round(clientHeight * this.pixelRatio);
    this.view = resized(this.view, Math.max(1, clientWidth), Math.max(1, clientHeight));
    this.theme = readTheme(this.canvas);
    this.painter = new StrokePainter(this.theme, this.pixelRatio);
    this.symbols = new Symbols(this.theme, this.pixelRatio);
    this.draw();
  }

  /** @param shown the most important first */
  show(shown: readonly number[]): void {
    this.shown = shown;
    this.pickable = shown.flatMap((at) => {
      const { box, before, after } = this.zones[at] ?? {};
      return box ? [{ at, box, outlines: [...(after?.outlines ?? []), ...(before?.outlines ?? [])] }] : [];
    });
    this.draw();
  }

  select(at: number | undefined): void {
    this.selected = at;
    this.draw();
  }

  /** Draws before the next frame, once, however often it is called. */
  draw(): void {
    if (this.asked !== 0) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      this.paint();
    });
  }

  pan(right: number, down: number): void {
    this.land();
    this.view = panned(this.view, right, down);
    this.draw();
  }

  zoom(by: number, x = this.view.width / 2, y = this.view.height / 2): void {
    this.land();
    this.view = zoomedAt(this.view, by, x, y);
    this.draw();
  }

  zoomSmoothly(by: number, x = this.view.width / 2, y = this.view.height / 2): void {
    this.fly(zoomedAt(this.view, by, x, y));
  }

  /** Shows zones whole, at once or on the way there. */
  fit(places: readonly number[], isAtOnce = false): void {
    const zones = places.flatMap((at) => this.zones[at]?.box ?? []);
    const box = worldBox(zones.length > 0 ? zones : this.extra.outlines.map((outline) => outline.box));
    if (box === undefined) return;
    const target = fitted(this.view, box, this.margins());
    if (!isAtOnce) return this.fly(target);
    this.view = target;
    this.draw();
  }

  /** Moves a zone in the window out from under the panel. A zone outside stays there until somebody asks for it. */
  reveal(at: number): void {
    const box = this.zones[at]?.box;
    if (box === undefined) return;
    const { left, top, right, bottom } = this.onScreen(box);
    const isOutside = right < 0 || left > this.view.width || bottom < 0 || top > this.view.height;
    const isFree = left >= this.covered.left && bottom <= this.view.height - this.covered.bottom;
    const fits =
      right - left < this.view.width - this.covered.left &&
      bottom - top < this.view.height - this.covered.bottom;
    if (isOutside || isFree || !fits) return;
    const space = 24;
    const side = this.covered.left > 0 ? Math.min(0, left - this.covered.left - space) : 0;
    const down =
      this.covered.bottom > 0 ? Math.max(0, bottom - this.view.height + this.covered.bottom + space) : 0;
    this.fly(panned(this.view, side, down));
  }

  /** The places of the shown zones at a pixel, the smallest first. */
  at(x: number, y: number): number[] {
    const place = toWorld(this.view, x, y);
    const found = pick(this.pickable, place.x, place.y, REACH / scaleOf(this.view));
    return found.flatMap((index) => this.pickable[index]?.at ?? []);
  }

  /** The name of the user's own point at a pixel. */
  pointAt(x: number, y: number): string | undefined {
    return this.extra.nameAt(this.view, x, y);
  }

  private margins(): Margins {
    const { left, bottom } = this.covered;
    const margin = Math.min(FIT_MARGIN, (this.view.width - left) / 6, (this.view.height - bottom) / 6);
    return { left: left + margin, right: margin, top: margin, bottom: bottom + margin };
  }

  /** The box in pixels, in the copy of the world nearest to the middle. */
  private onScreen({ west, north, east, south }: Box): {
    left: number;
    top: number;
    right: number;
    bottom: number;
  } {
    const by = nearestCopy((west + east) / 2, this.view.x) - (west + east) / 2;
    const from = toScreen(this.view, west + by, north);
    const to = toScreen(this.view, east + by, south);
    return { left: from.x, top: from.y, right: to.x, bottom: to.y };
  }

  private fly(to: View): void {
    this.land();
    const flight = flightTo(this.view, to);
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const began = performance.now();
    const step = (now: number): void => {
      const part = isStill ? 1 : Math.min(1, Math.max(0, now - began) / Math.max(1, flight.milliseconds));
      this.view = flight.at(part);
      this.flying = part < 1 ? requestAnimationFrame(step) : 0;
      this.draw();
    };
    this.flying = requestAnimationFrame(step);
  }

  /** Ends a flight where it is. */
  private land(): void {
    cancelAnimationFrame(this.flying);
    this.flying = 0;
  }

  private paint(): void {
    const context = this.canvas.getContext("2d");
    if (context === null) return;
    const { view, theme } = this;
    const began = performance.now();
    context.setTransform(this.pixelRatio, 0, 0, this.pixelRatio, 0, 0);
    this.base.paint(context, view, theme);
    this.tiles?.paint(context, view);
    const selected = this.selected === undefined ? undefined : this.zones[this.selected];
    if (selected) paintSelected(context, selected, view, theme);
    const picture = paintZones(context, this.zones, this.shown, view, this.painter, this.symbols);
    this.extra.paint(context, view, theme);
    paintLabels(context, this.labels(picture), picture.marks, view, theme);
    this.tell(picture, performance.now() - began);
    this.onPaint(view);
  }

  /** The selected zone first, then those that change; unchanged ones where there are few. */
  private labels({ marks, drawn }: ZonePicture): { text: string; mark: ZonePicture["marks"][number] }[] {
    const isNamed = (at: number): boolean => drawn.same < FEW || this.zones[at]?.kind.change !== "same";
    const first = marks.filter(({ at }) => at === this.selected);
    const others = marks.filter(({ at }) => at !== this.selected && isNamed(at));
    return [...first, ...(others.length < FEW ? others : [])].map((mark) => ({
      text: this.zones[mark.at]?.model.name ?? "",
      mark,
    }));
  }

  /** The content of the picture, as attributes: a canvas has nothing else that a test, or a tool, could read. */
  private tell({ drawn, old }: ZonePicture, milliseconds: number): void {
    this.pictures += 1;
    const { dataset } = this.canvas;
    dataset["drawn"] = JSON.stringify({ ...drawn, old });
    dataset["view"] = JSON.stringify({ x: this.view.x, y: this.view.y, zoom: this.view.zoom });
    dataset["pictures"] = String(this.pictures);
    dataset["painted"] = milliseconds.toFixed(1);
    if (this.flying === 0) delete dataset["flying"];
    else dataset["flying"] = "";
  }
}
