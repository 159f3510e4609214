/** The zones that the map does not draw, with the reason, and the notes on the source. */
import type { HiddenZone } from "../../plan/zone-source";
import type { MapModel } from "../model";
import { make, symbolOf } from "./dom";
import { kindOf } from "./kinds";
import { shortened } from "./words";

const MOST = 500;
const MOST_LETTERS = 120;

const reasons: Readonly<Record<HiddenZone["reason"], string>> = {
  secret: "holds a secret, which the plan hides",
  "known after up": "has values that are known after up",
  "beacons only": "has beacons only, which have no place",
  unreadable: "could not be read",
};

export function fillNotes(notes: HTMLElement, sentences: readonly string[]): void {
  notes.hidden = sentences.length === 0;
  notes.replaceChildren(
    ...sentences.map((sentence) => {
      // A line that ends within an option, after its two dashes, is hard to read.
      const parts = shortened(sentence, 1000).split(/(--[a-z]+(?:-[a-z]+)*)/);
      return make("p", "", ...parts.map((part, at) => (at % 2 === 1 ? make("code", "", part) : part)));
    }),
  );
  // What scrolls is reached by the Tab key, or those without a mouse could not read its end.
  if (notes.scrollHeight > notes.clientHeight) notes.tabIndex = 0;
}

/** Open at first only where nothing else is there to be seen. */
export function fillHidden(section: HTMLDetailsElement, { hidden, zones }: MapModel): void {
  section.hidden = hidden.length === 0;
  section.open = zones.length === 0;
  const items = hidden.slice(0, MOST).map(({ label, change, reason }) => {
    const name = make("b", "", shortened(label, MOST_LETTERS));
    name.dir = "auto";
    return make("li", "", symbolOf(kindOf(change)), make("span", "", name, ` ${reasons[reason]}`));
  });
  if (hidden.length > MOST)
    items.push(make("li", "", `and ${(hidden.length - MOST).toLocaleString("en")} more`));
  const summary = make("summary", "", `Not drawn: ${hidden.length.toLocaleString("en")}`);
  section.replaceChildren(summary, make("ul", "", ...items));
}
