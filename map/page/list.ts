/** The list of zones: of 10,000 rows, those in sight exist. Keys walk it. */
import { make, symbolOf } from "./dom";
import { rowAfter, rowsInSight, scrolledTo } from "./rows";
import { shapeInWords, shortened } from "./words";
import type { DrawnZone } from "./zones";

/** Pixels, as in style.css. */
const ROW = 48;
const MOST_LETTERS = 120;

export interface ListActions {
  /** A row becomes the selected one. */
  readonly onSelect: (at: number) => void;
  /** Enter, or a click. */
  readonly onOpen: (at: number) => void;
}

export class ZoneList {
  private shown: readonly number[] = [];
  private selected: number | undefined;
  private readonly rows = make("div", "rows");

  constructor(
    private readonly list: HTMLElement,
    private readonly zones: readonly DrawnZone[],
    private readonly actions: ListActions,
  ) {
    list.append(this.rows);
    list.addEventListener("scroll", () => this.render(), { passive: true });
    list.addEventListener("keydown", (event) => this.onKey(event));
    this.rows.addEventListener("click", (event) => {
      const row = event.target instanceof Element ? event.target.closest("[data-at]") : null;
      if (row instanceof HTMLElement) actions.onOpen(Number(row.dataset["at"]));
    });
    new ResizeObserver(() => this.render()).observe(list);
  }

  show(shown: readonly number[]): void {
    this.shown = shown;
    this.rows.style.height = `${shown.length * ROW}px`;
    this.render();
  }

  /** Marks a zone and brings its row into sight. */
  select(at: number | undefined): void {
    this.selected = at;
    const row = this.row;
    if (row >= 0) this.list.scrollTop = scrolledTo(row, this.list.scrollTop, this.list.clientHeight, ROW);
    this.render();
  }

  private get row(): number {
    return this.selected === undefined ? -1 : this.shown.indexOf(this.selected);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && this.selected !== undefined && this.row >= 0) {
      event.preventDefault();
      return this.actions.onOpen(this.selected);
    }
    const page = Math.max(1, Math.floor(this.list.clientHeight / ROW) - 1);
    const next = rowAfter(event.key, this.row, page, this.shown.length);
    const at = next === undefined ? undefined : this.shown[next];
    if (at === undefined) return;
    event.preventDefault();
    this.actions.onSelect(at);
  }

  private render(): void {
    const { first, end } = rowsInSight(this.list.scrollTop, this.list.clientHeight, ROW, this.shown.length);
    const rows = this.shown.slice(first, end).flatMap((at, offset) => {
      const zone = this.zones[at];
      return zone ? [this.rowOf(zone, at, first + offset)] : [];
    });
    this.rows.replaceChildren(...rows);
    const active = `zone-${this.selected ?? ""}`;
    if (rows.some(({ id }) => id === active)) this.list.setAttribute("aria-activedescendant", active);
    else this.list.removeAttribute("aria-activedescendant");
  }

  private rowOf({ model, kind }: DrawnZone, at: number, row: number): HTMLElement {
    const name = make("span", "name", shortened(model.name, MOST_LETTERS));
    name.dir = "auto";
    const about = make("span", "about", shortened(aboutOf(model), MOST_LETTERS));
    about.dir = "auto";
    const element = make("div", "row", symbolOf(kind), make("span", "texts", name, about));
    element.id = `zone-${at}`;
    element.dataset["at"] = String(at);
    element.style.top = `${row * ROW}px`;
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", String(at === this.selected));
    element.setAttribute("aria-setsize", String(this.shown.length));
    element.setAttribute("aria-posinset", String(row + 1));
    return element;
  }
}

/** The most that one line says: what differs, else the label, else the shapes. */
function aboutOf({ details, settings, label, name, before, after }: DrawnZone["model"]): string {
  if (details.length > 0) return details.join(" · ");
  if (settings.length > 0) return settings.map(({ property }) => property).join(", ");
  if (label !== name) return label;
  return (after ?? before ?? []).map(shapeInWords).join(" · ");
}
