/** Mouse, fingers and keys on the map. */
import type { MapView } from "./map-view";

export interface Clicks {
  /** A click at a pixel of the canvas. */
  readonly onClick: (x: number, y: number) => void;
  /** The pointer rests or moves above a pixel; undefined when it leaves. */
  readonly onHover: (place: { x: number; y: number } | undefined) => void;
  readonly onFitAll: () => void;
}

const PAN_STEP = 90;
/** Levels of zoom a pixel of the wheel, and at most at once. */
const WHEEL = { level: 0.004, pinch: 0.012, line: 20, most: 0.8 };
/** A press that moves less is a click. */
const CLICK = 5;

export function listen(canvas: HTMLCanvasElement, map: MapView, clicks: Clicks): void {
  listenToPointers(canvas, map, clicks);
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : WHEEL.line);
      const level = -pixels * (event.ctrlKey ? WHEEL.pinch : WHEEL.level);
      map.zoom(Math.max(-WHEEL.most, Math.min(WHEEL.most, level)), event.offsetX, event.offsetY);
    },
    { passive: false },
  );
  canvas.addEventListener("dblclick", (event) =>
    map.zoomSmoothly(event.shiftKey ? -1 : 1, event.offsetX, event.offsetY),
  );
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 3 * PAN_STEP : PAN_STEP;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => map.pan(-step, 0),
      ArrowRight: () => map.pan(step, 0),
      ArrowUp: () => map.pan(0, -step),
      ArrowDown: () => map.pan(0, step),
      "+": () => map.zoomSmoothly(1),
      "=": () => map.zoomSmoothly(1),
      "-": () => map.zoomSmoothly(-1),
      _: () => map.zoomSmoothly(-1),
      "0": clicks.onFitAll,
      Home: clicks.onFitAll,
    };
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]?.();
  });
}

/** One pointer pans, two pinch, and one that hardly moves clicks. */
function listenToPointers(canvas: HTMLCanvasElement, map: MapView, clicks: Clicks): void {
  const down = new Map<number, { x: number; y: number }>();
  let wandered = 0;
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (down.size === 0) wandered = 0;
    down.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    canvas.setPointerCapture(event.pointerId);
    clicks.onHover(undefined);
  });
  canvas.addEventListener("pointermove", (event) => {
    const here = { x: event.offsetX, y: event.offsetY };
    const before = down.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === "mouse") clicks.onHover(here);
      return;
    }
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    down.set(event.pointerId, here);
    wandered += Math.hypot(here.x - before.x, here.y - before.y);
    if (other === undefined) {
      if (wandered > CLICK) map.pan(before.x - here.x, before.y - here.y);
      return;
    }
    wandered = Infinity;
    const apart = (place: { x: number; y: number }): number =>
      Math.max(1, Math.hypot(place.x - other.x, place.y - other.y));
    map.pan((before.x - here.x) / 2, (before.y - here.y) / 2);
    map.zoom(Math.log2(apart(here) / apart(before)), (here.x + other.x) / 2, (here.y + other.y) / 2);
  });
  for (const type of ["pointerup", "pointercancel"] as const) {
    canvas.addEventListener(type, (event) => {
      if (!down.delete(event.pointerId)) return;
      if (type === "pointerup" && wandered <= CLICK) clicks.onClick(event.offsetX, event.offsetY);
    });
  }
  canvas.addEventListener("pointerleave", () => clicks.onHover(undefined));
}
