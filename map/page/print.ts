/** On paper, where nothing scrolls or opens, the listed zones stand in a table, and what is not drawn is open. */
import { make, symbolOf } from "./dom";
import { shortened } from "./words";
import type { DrawnZone } from "./zones";

const MOST = 500;

export function printListed(
  section: HTMLElement,
  zones: readonly DrawnZone[],
  listed: () => readonly number[],
  notDrawn: HTMLDetailsElement,
): void {
  let wasOpen = false;
  window.addEventListener("beforeprint", () => {
    wasOpen = notDrawn.open;
    notDrawn.open = true;
    const places = listed();
    const rows = places.slice(0, MOST).flatMap((at) => {
      const zone = zones[at];
      return zone ? [rowOf(zone)] : [];
    });
    section.replaceChildren(make("table", "", make("tbody", "", ...rows)));
    if (places.length > MOST) {
      section.append(
        make("p", "", `and ${(places.length - MOST).toLocaleString("en")} more, which are not printed`),
      );
    }
  });
  window.addEventListener("afterprint", () => {
    notDrawn.open = wasOpen;
    section.replaceChildren();
  });
}

function rowOf({ model, kind }: DrawnZone): HTMLElement {
  const details = [...model.details, ...model.settings.map(({ property }) => property)].join(" · ");
  const name = make("td", "", symbolOf(kind, false), ` ${shortened(model.name, 120)}`);
  return make("tr", "", name, make("td", "", kind.word), make("td", "", shortened(details, 400)));
}
