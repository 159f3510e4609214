/** The page: reads its data, draws the map, and joins legend, search, list and details. */
import { BaseLayer } from "./base-layer";
import { decodePage, isPageData, type PageData, type PageTiles } from "./data";
import { fillDetails } from "./details";
import { find } from "./dom";
import { ExtraLayer } from "./extra-layer";
import { listen } from "./gestures";
import { countsOf, headlineOf, kinds } from "./kinds";
import { addExtra, fillLegend, paintSwatches } from "./legend";
import { ZoneList } from "./list";
import { paintLocator } from "./locator";
import { MapView, type Covered } from "./map-view";
import { pointAt } from "./mercator";
import { fillHidden, fillNotes } from "./notes";
import { printListed } from "./print";
import { TileLayer } from "./tile-layer";
import { scaleOf, type View } from "./view";
import { metres, scaleLength, shortened } from "./words";
import { drawnZones, shownAtFirst, ZoneFinder } from "./zones";

const EQUATOR = 40_075_016.686;
const SCALE_BAR = 150;
/** A short pause in typing: each letter would else search 10,000 names. */
const TYPING = 120;

const data = readData();
const model = decodePage(data);
const zones = drawnZones(model);
const isPlan = model.kind === "plan";
/** Of the zones in the page: an option may leave out those of some changes. */
const counts = countsOf(model.zones);
const changes = shownAtFirst({ kind: model.kind, counts });
const everyChange = new Set(kinds.map(({ change }) => change));
const finder = new ZoneFinder(zones);

document.documentElement.dataset["source"] = model.kind;
const canvas = find("map", HTMLCanvasElement);
const locator = find("locator", HTMLCanvasElement);
const panel = find("details", HTMLElement);
const tip = find("tip", HTMLElement);
const search = find("search", HTMLInputElement);
const listBox = find("list", HTMLElement);
const legend = find("legend", HTMLFieldSetElement);

const base = new BaseLayer(find("base-map", HTMLScriptElement).text);
const extra = new ExtraLayer(model);
const map = new MapView(canvas, zones, base, extra);
const list = new ZoneList(listBox, zones, { onSelect: (at) => select(at), onOpen: (at) => open(at) });
let listed: readonly number[] = [];
let selected: number | undefined;
let typing = 0;

start();

function start(): void {
  find("source", HTMLElement).textContent = shortened(model.source, 200);
  find("summary", HTMLElement).textContent = headlineOf(model);
  fillLegend(legend, counts, isPlan, changes, filter);
  offerExtra();
  legend.hidden = legend.querySelector("label") === null;
  paintSwatches(legend);
  const isSameOff = counts.same > 0 && !changes.has("same");
  const off = isSameOff
    ? [`The ${counts.same.toLocaleString("en")} unchanged zones are off at first: switch them on below.`]
    : [];
  fillNotes(find("notes", HTMLElement), [...model.notes, ...off]);
  const notDrawn = find("hidden", HTMLDetailsElement);
  fillHidden(notDrawn, model);
  printListed(find("print", HTMLElement), zones, () => listed, notDrawn);
  map.onPaint = (view) => {
    paintScale(view);
    paintLocator(locator, base, view);
  };
  filter();
  map.fit(worthSeeing(), true);
  listenToPage();
  if (data.tiles) offerTiles(data.tiles);
}

function offerExtra(): void {
  const switchFor = (layer: "points" | "track") => (isOn: boolean) => {
    extra.shows[layer] = isOn;
    map.draw();
  };
  const { points, track } = model;
  if (points.length > 0) addExtra(legend, "points", points.length.toLocaleString("en"), switchFor("points"));
  const fixes = track.reduce((count, line) => count + line.length, 0);
  if (fixes > 0) addExtra(legend, "track", fixes.toLocaleString("en"), switchFor("track"));
}

/** The zones that change; where none does, all that are shown. */
function worthSeeing(): readonly number[] {
  const changed = listed.filter((at) => zones[at]?.kind.change !== "same");
  return changed.length > 0 ? changed : listed;
}

function filter(): void {
  listed = finder.find(changes, search.value);
  list.show(listed);
  map.show(listed);
  find("found", HTMLElement).textContent = foundInWords();
  if (selected !== undefined && !listed.includes(selected)) close();
}

/** Tells also what the search would find among the changes that are off, such as an unchanged zone of many. */
function foundInWords(): string {
  const all = `${zones.length.toLocaleString("en")} ${zones.length === 1 ? "zone" : "zones"}`;
  if (listed.length === zones.length) return all;
  const found = `${listed.length.toLocaleString("en")} of ${all} ${listed.length === 1 ? "is" : "are"} listed`;
  const others = search.value === "" ? 0 : finder.find(everyChange, search.value).length - listed.length;
  return others === 0 ? found : `${found}; ${others.toLocaleString("en")} more found, but switched off above`;
}

function select(at: number): void {
  const zone = zones[at];
  if (zone === undefined) return;
  selected = at;
  list.select(at);
  map.select(at);
  panel.hidden = false;
  panel.scrollTop = 0;
  fillDetails(panel, zone, isPlan, { onClose: close, onShow: () => map.fit([at]) });
  map.covered = coveredByPanel();
  map.reveal(at);
}

/** The part of the map that the panel hides: its left side, or on a narrow window its lower part. */
function coveredByPanel(): Covered {
  const [map, box] = [canvas.getBoundingClientRect(), panel.getBoundingClientRect()];
  const isBeside = box.right < map.left + map.width * 0.7;
  return isBeside ? { left: box.right - map.left, bottom: 0 } : { left: 0, bottom: map.bottom - box.top };
}

/** Selects a zone and flies there. */
function open(at: number): void {
  select(at);
  map.fit([at]);
}

function close(): void {
  const hadFocus = panel.contains(document.activeElement);
  selected = undefined;
  panel.hidden = true;
  map.covered = { left: 0, bottom: 0 };
  list.select(undefined);
  map.select(undefined);
  if (hadFocus) listBox.focus();
}

function listenToPage(): void {
  listen(canvas, map, { onClick: click, onHover: hover, onFitAll: () => map.fit(worthSeeing()) });
  find("zoom-in", HTMLButtonElement).addEventListener("click", () => map.zoomSmoothly(1));
  find("zoom-out", HTMLButtonElement).addEventListener("click", () => map.zoomSmoothly(-1));
  find("fit", HTMLButtonElement).addEventListener("click", () => map.fit(worthSeeing()));
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(filter, TYPING);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      listBox.focus();
      const [first] = listed;
      if (selected === undefined && first !== undefined) select(first);
    }
    if (event.key === "Enter" && listed.length > 0) map.fit(listed);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") escape();
    if (event.key !== "/" || event.target === search || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    search.focus();
  });
  new ResizeObserver(() => map.resize()).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    map.resize();
    paintSwatches(legend);
  });
}

/** Closes the details; where they are closed, empties the search. */
function escape(): void {
  if (!panel.hidden) return close();
  if (search.value === "") return;
  search.value = "";
  filter();
}

/** A second click at one place selects the zone below. */
function click(x: number, y: number): void {
  const found = map.at(x, y);
  const next = selected === undefined ? -1 : found.indexOf(selected);
  const at = found[(next + 1) % Math.max(1, found.length)];
  if (at === undefined) close();
  else select(at);
}

function hover(place: { x: number; y: number } | undefined): void {
  const found = place ? map.at(place.x, place.y) : [];
  const first = found[0] === undefined ? undefined : zones[found[0]];
  const point = place && map.pointAt(place.x, place.y);
  canvas.classList.toggle("over", first !== undefined);
  const text = point ?? first?.model.name;
  tip.hidden = text === undefined;
  if (text === undefined || place === undefined) return;
  const more = point === undefined && found.length > 1 ? ` and ${found.length - 1} more` : "";
  const word = point === undefined && first && isPlan ? `, ${first.kind.word}` : "";
  tip.textContent = `${shortened(text, 60)}${word}${more}`;
  const isRight = place.x > canvas.clientWidth - 260;
  tip.style.left = isRight ? "" : `${place.x + 14}px`;
  tip.style.right = isRight ? `${canvas.clientWidth - place.x + 14}px` : "";
  tip.style.top = `${Math.max(4, place.y - 30)}px`;
}

function paintScale(view: View): void {
  const { latitude } = pointAt(view.x, view.y);
  const metresAPixel = (EQUATOR * Math.cos((latitude * Math.PI) / 180)) / scaleOf(view);
  const length = scaleLength(SCALE_BAR * metresAPixel);
  const bar = find("scale", HTMLElement);
  bar.textContent = length >= 1000 ? `${(length / 1000).toLocaleString("en")} km` : metres(length);
  bar.style.width = `${length / metresAPixel}px`;
}

/** A click, and nothing before it, tells the tiles' host where the zones are. */
function offerTiles(tiles: PageTiles): void {
  const credits = find("credits", HTMLElement);
  const button = find("streets", HTMLButtonElement);
  const failed = (): void => {
    credits.textContent = `Some tiles of ${tiles.host} did not load. ${tiles.attribution}`;
  };
  const layer = new TileLayer(tiles, () => map.draw(), failed);
  const words = (): string => (layer.isOn ? "Hide streets" : `Show streets from ${tiles.host}`);
  const ours = credits.textContent;
  map.tiles = layer;
  button.hidden = false;
  button.textContent = words();
  button.title = `Asks ${tiles.host} for the tiles in sight: it learns which places you look at.`;
  button.addEventListener("click", () => {
    layer.isOn = !layer.isOn;
    button.textContent = words();
    button.setAttribute("aria-pressed", String(layer.isOn));
    credits.textContent = layer.isOn ? tiles.attribution : ours;
    map.draw();
  });
}

function readData(): PageData {
  const value: unknown = JSON.parse(find("data", HTMLScriptElement).text);
  if (!isPageData(value)) throw new Error("The data of this page is of another version.");
  return value;
}
