/** The panel of the selected zone: what differs, its settings, its shapes, and a link to the place. */
import type { PlainGeofeature } from "../../geometry/plain-zone";
import type { MapZone } from "../model";
import { make, symbolOf } from "./dom";
import { pointAt } from "./mercator";
import { centerOf } from "./outline";
import { shapeInWords, shortened } from "./words";
import type { DrawnZone } from "./zones";

const MOST_LETTERS = 400;
const MOST_SHAPES = 50;

export interface PanelActions {
  readonly onClose: () => void;
  readonly onShow: () => void;
}

export function fillDetails(
  panel: HTMLElement,
  zone: DrawnZone,
  isPlan: boolean,
  actions: PanelActions,
): void {
  const { model, kind } = zone;
  const name = make("h2", "", shortened(model.name, MOST_LETTERS));
  name.dir = "auto";
  const close = make("button", "close", "×");
  close.type = "button";
  close.setAttribute("aria-label", "Close the details");
  close.addEventListener("click", actions.onClose);
  panel.replaceChildren(make("header", "", symbolOf(kind, false), name, close), badgesOf(zone, isPlan));
  if (model.label !== model.name) panel.append(make("code", "label", shortened(model.label, MOST_LETTERS)));
  if (model.details.length > 0) panel.append(listOf(model.details, "phrases"));
  if (model.settings.length > 0) panel.append(settingsOf(model.settings));
  if (model.after) panel.append(...shapesOf(model.before ? "Shapes after" : "Shapes", model.after));
  if (model.before) panel.append(...shapesOf(model.after ? "Shapes before" : "Shapes", model.before));
  panel.append(linksOf(zone, actions));
}

function badgesOf({ model, kind }: DrawnZone, isPlan: boolean): HTMLElement {
  const badges = make("p", "badges");
  if (isPlan || model.change !== "same") badges.append(make("span", `badge ${kind.change}`, kind.word));
  if (model.isDrifted && model.change !== "drift") {
    badges.append(make("span", "badge drift", "also changed elsewhere"));
  }
  if (model.change === "drift") badges.append("Changed elsewhere; pulumi up puts it back.");
  return badges;
}

function settingsOf(settings: MapZone["settings"]): HTMLElement {
  const rows = settings.map(({ property, before, after }) => {
    const isNamedOnly = before === undefined && after === undefined;
    const cells = isNamedOnly
      ? [make("td", "muted", "differs")]
      : [make("td", "", valueOf(before)), make("td", "", valueOf(after))];
    if (isNamedOnly) cells.forEach((cell) => (cell.colSpan = 2));
    const title = make("th", "", property);
    title.scope = "row";
    return make("tr", "", title, ...cells);
  });
  const heads = ["Setting", "before", "after"].map((text) => {
    const head = make("th", "", text);
    head.scope = "col";
    return head;
  });
  return make("table", "settings", make("thead", "", make("tr", "", ...heads)), make("tbody", "", ...rows));
}

function valueOf(value: string | undefined): string {
  return value === undefined ? "–" : shortened(value, MOST_LETTERS);
}

function shapesOf(title: string, shapes: readonly PlainGeofeature[]): HTMLElement[] {
  const lines = shapes.slice(0, MOST_SHAPES).map((shape) => {
    const what = shapeInWords(shape);
    return shape.name === "" ? what : `${shortened(shape.name, 80)}: ${what}`;
  });
  if (shapes.length > MOST_SHAPES) lines.push(`and ${shapes.length - MOST_SHAPES} more`);
  return shapes.length === 0 ? [] : [make("h3", "", title), listOf(lines, "shapes")];
}

function listOf(lines: readonly string[], className: string): HTMLElement {
  const items = lines.map((line) => {
    const item = make("li", "", shortened(line, MOST_LETTERS));
    item.dir = "auto";
    return item;
  });
  return make("ul", className, ...items);
}

function linksOf({ after, before, model }: DrawnZone, { onShow }: PanelActions): HTMLElement {
  const box = (after ?? before)?.box;
  if (box === undefined) {
    const shapes = [...(model.after ?? []), ...(model.before ?? [])];
    return make("p", "muted", shapes.length === 0 ? "It has no shapes." : "It has no place on a map.");
  }
  const show = make("button", "", "Show on the map");
  show.type = "button";
  show.addEventListener("click", onShow);
  const { x, y } = centerOf(box);
  const { latitude, longitude } = pointAt(x, y);
  const [north, east] = [latitude.toFixed(5), longitude.toFixed(5)];
  const link = make("a", "", "Open in OpenStreetMap");
  link.href = `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=17/${north}/${east}`;
  link.rel = "noreferrer noopener";
  link.target = "_blank";
  return make("p", "links", show, link, make("span", "muted", `${north}, ${east}`));
}
