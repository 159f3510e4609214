/** The legend: what each change looks like, how many zones have it, and a switch for it. */
import type { Change } from "../../plan/zone-source";
import type { MapModel } from "../model";
import { make, symbolOf } from "./dom";
import { kinds, type Kind } from "./kinds";
import { emptyStrokes, StrokePainter } from "./strokes";
import { readTheme } from "./theme";

const SWATCH = { width: 38, height: 22 };

/** Fills the legend; changes that no zone has are left out. */
export function fillLegend(
  legend: HTMLElement,
  counts: MapModel["counts"],
  isPlan: boolean,
  shown: Set<Change>,
  onChange: () => void,
): void {
  for (const kind of kinds.filter(({ change }) => counts[change] > 0)) {
    const box = make("input", "");
    box.type = "checkbox";
    box.checked = shown.has(kind.change);
    box.dataset["change"] = kind.change;
    box.addEventListener("change", () => {
      if (box.checked) shown.add(kind.change);
      else shown.delete(kind.change);
      onChange();
    });
    const swatch = make("canvas", "swatch");
    swatch.dataset["change"] = kind.change;
    const words = make("span", "words", isPlan ? kind.word : "zones");
    if (isPlan) words.append(" ", make("small", "", kind.explanation));
    const count = make("span", "count", counts[kind.change].toLocaleString("en"));
    legend.append(make("label", "kind", box, symbolOf(kind, false), swatch, words, count));
  }
}

/** Adds a switch for what the user gave beside the zones. */
export function addExtra(
  legend: HTMLElement,
  words: string,
  count: string,
  onSwitch: (isOn: boolean) => void,
): void {
  const box = make("input", "");
  box.type = "checkbox";
  box.checked = true;
  box.addEventListener("change", () => onSwitch(box.checked));
  legend.append(
    make(
      "label",
      "kind",
      box,
      make("span", `extra ${words}`),
      make("span", "words", words),
      make("span", "count", count),
    ),
  );
}

/** Draws the samples of all changes in the colours of the moment. */
export function paintSwatches(legend: HTMLElement): void {
  const ratio = Math.max(1, window.devicePixelRatio);
  const painter = new StrokePainter(readTheme(legend), ratio);
  for (const swatch of legend.querySelectorAll("canvas")) {
    const kind = kinds.find(({ change }) => change === swatch.dataset["change"]);
    if (kind) paintSwatch(swatch, kind, painter, ratio);
  }
}

function paintSwatch(
  swatch: HTMLCanvasElement,
  { change }: Kind,
  painter: StrokePainter,
  ratio: number,
): void {
  swatch.width = SWATCH.width * ratio;
  swatch.height = SWATCH.height * ratio;
  const context = swatch.getContext("2d");
  if (context === null) return;
  context.scale(ratio, ratio);
  const strokes = emptyStrokes();
  const middle = SWATCH.height / 2;
  if (change === "move") {
    strokes.old.arc(11, middle, 7.5, 0, 2 * Math.PI);
    strokes.areas.arc(27, middle, 8, 0, 2 * Math.PI);
  } else {
    for (const path of [strokes.areas, strokes.patterned]) {
      path.roundRect(5, 3, SWATCH.width - 10, SWATCH.height - 6, 5);
    }
  }
  painter.paint(context, change, strokes);
}
