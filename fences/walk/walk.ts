/** Walks a track over zones: which triggers come, which do not, and why. */
import type { Ground, LabelledZone } from "../ground";
import { secondsBetween, type Fix } from "../track/fix";
import { isTimeZone } from "../track/time";
import { Judge } from "./conditions";
import type { Walk, WalkEvent } from "./event";
import { notesOf } from "./notes";
import { walkDefaults, type WalkOptions, type WalkRules } from "./options";
import { isIn, partMeeting, Surroundings, type PlacedFence } from "./surroundings";
import { ZoneWalk, type Contact, type Step } from "./visit";

/**
 * The triggers of a phone that goes along a track. It is geometry, not a phone: docs/walk.md has a table of all that is
 * assumed, each of which is an option.
 *
 * @throws an error where `dwell` names no zone, `timeZone` is none, or a number is below 0
 * @example
 * const { events } = walk(groundOf(zonesAfter(source)), readTrack("monday.gpx"), { timeZone: "Australia/Melbourne" });
 */
export function walk(ground: Ground, track: readonly Fix[], options: WalkOptions = {}): Walk {
  const rules = rulesOf(options, ground.zones);
  const events: WalkEvent[] = [];
  const walker = new Walker(ground, rules, (event) => events.push(event));
  const ends = walker.walk(track);
  return { events, notes: notesOf(ground.zones, track, ends) };
}

function rulesOf(options: WalkOptions, zones: readonly LabelledZone[]): WalkRules {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const rules: WalkRules = { ...walkDefaults, ...Object.fromEntries(given) };
  if (rules.timeZone !== undefined && !isTimeZone(rules.timeZone))
    throw new Error(`timeZone "${rules.timeZone}" is no time zone, such as "Australia/Melbourne"`);
  for (const name of ["exitDistance", "shortestStep", "breakAfter"] as const) {
    if (!(rules[name] >= 0)) throw new Error(`${name} is ${rules[name]}; it must be 0 or more`);
  }
  const labels = new Set(zones.map(({ label }) => label));
  for (const [label, seconds] of Object.entries(rules.dwell)) {
    if (!labels.has(label)) throw new Error(`dwell names "${label}", and there is no such zone`);
    if (!(seconds > 0)) throw new Error(`dwell of "${label}" is ${seconds}; it must be above 0 seconds`);
  }
  return rules;
}

/** One phone. */
class Walker {
  readonly #surroundings: Surroundings;
  readonly #zoneWalks: ZoneWalk[];
  /** The zones with an open visit. */
  readonly #open = new Set<number>();
  readonly #breakAfter: number;
  /** For each fence, the last fix that was in it. */
  readonly #lastInside: Int32Array;

  constructor(ground: Ground, rules: WalkRules, emit: (event: WalkEvent) => void) {
    this.#surroundings = new Surroundings(ground);
    const judge = new Judge(rules);
    const byZone = Map.groupBy(ground.fences, ({ zone }) => zone);
    this.#zoneWalks = ground.zones.map(
      (zone, at) => new ZoneWalk(zone, byZone.get(at) ?? [], rules, judge, emit),
    );
    this.#breakAfter = rules.breakAfter;
    this.#lastInside = new Int32Array(ground.fences.length).fill(never);
  }

  /** Answers the zones in which the track ends. */
  walk(track: readonly Fix[]): number[] {
    let prior: Fix | undefined;
    let isStart = true;
    for (const [index, fix] of track.entries()) {
      const gap = prior === undefined ? undefined : secondsBetween(prior, fix);
      if (gap !== undefined && gap > this.#breakAfter) {
        isStart = true;
        this.#breakOff({ fix, index, before: undefined, isStart }, gap);
      }
      const before = isStart || prior?.segment !== fix.segment ? undefined : prior;
      this.#move({ fix, index, before, isStart });
      prior = fix;
      isStart = false;
    }
    return [...this.#open].filter((zone) => this.#zoneWalks[zone]?.isEntered === true).sort((a, b) => a - b);
  }

  #breakOff(step: Step, gap: number): void {
    for (const zone of ascending(this.#open)) this.#zoneWalks[zone]?.breakOff(step, gap);
    this.#open.clear();
    this.#lastInside.fill(never);
  }

  #move(step: Step): void {
    const { fix, before } = step;
    const near = this.#surroundings.near((before ?? fix).point, fix.point);
    if (near.length === 0 && this.#open.size === 0) return;
    const contacts = this.#contacts(near, step);
    // A phone that leaves a zone for another one is out of the first before it is in the second.
    for (const zone of ascending(this.#open)) {
      if (contacts.has(zone)) continue;
      this.#zoneWalks[zone]?.leave(step);
      this.#note(zone);
    }
    const isLeaving = (zone: number) => contacts.get(zone)?.inside.length === 0 && this.#open.has(zone);
    const zones = ascending(contacts.keys());
    for (const zone of [...zones.filter(isLeaving), ...zones.filter((each) => !isLeaving(each))]) {
      const contact = contacts.get(zone);
      if (contact !== undefined) this.#zoneWalks[zone]?.move(contact, step);
      this.#note(zone);
    }
  }

  #note(zone: number): void {
    if (this.#zoneWalks[zone]?.isOpen === true) this.#open.add(zone);
    else this.#open.delete(zone);
  }

  #contacts(near: readonly PlacedFence[], { fix, index, before }: Step): Map<number, Contact> {
    const contacts = new Map<number, OpenContact>();
    for (const fence of near) {
      const wasInside = this.#lastInside[fence.place] === index - 1;
      const isInside = isIn(fence, fix.point);
      if (isInside) this.#lastInside[fence.place] = index;
      if (isInside) contactWith(contacts, fence).inside.push(fence);
      const part =
        wasInside || before === undefined ? undefined : partMeeting(fence, before.point, fix.point);
      if (part === undefined && (wasInside || !isInside)) continue;
      const contact = contactWith(contacts, fence);
      contact.parts.push({ fence, part: part ?? 1 });
      if (!isInside) (fence.shape.kind === "line" ? contact.lines : contact.passed).push(fence);
    }
    for (const { parts, crossed } of contacts.values())
      crossed.push(...parts.sort((a, b) => a.part - b.part).map(({ fence }) => fence));
    return contacts;
  }
}

/** A fix that comes before the one before the first. */
const never = -2;

type OpenContact = { readonly [Name in keyof Contact]: PlacedFence[] } & {
  readonly parts: { readonly fence: PlacedFence; readonly part: number }[];
};

function contactWith(contacts: Map<number, OpenContact>, { zone }: PlacedFence): OpenContact {
  let contact = contacts.get(zone);
  if (contact === undefined) {
    contact = { inside: [], crossed: [], lines: [], passed: [], parts: [] };
    contacts.set(zone, contact);
  }
  return contact;
}

function ascending(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}
