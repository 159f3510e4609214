/** The visit of a phone to one zone, and its triggers. */
import { metresTo } from "../../geometry/near";
import type { Fence, LabelledZone } from "../ground";
import { secondsBetween, type Fix } from "../track/fix";
import type { Judge } from "./conditions";
import type { Trigger, WalkEvent } from "./event";
import type { WalkRules } from "./options";
import type { PlacedFence } from "./surroundings";
import { Crossings } from "./travel-path";

/** A fix of the walk, for all zones that it concerns. */
export interface Step {
  readonly fix: Fix;
  /** The place of the fix in the track. */
  readonly index: number;
  /** The fix before, where a step leads from it to this one. */
  readonly before: Fix | undefined;
  /** True at the first fix, and at the first one after a gap. */
  readonly isStart: boolean;
}

/** The fences of one zone that a step concerns. */
export interface Contact {
  /** The areas that the fix is in. */
  readonly inside: readonly PlacedFence[];
  /** All that the step enters, crosses or goes through, in the order in which it does. */
  readonly crossed: readonly PlacedFence[];
  /** The geolines that the step crosses. */
  readonly lines: readonly PlacedFence[];
  /** The areas that the step goes through, without a fix in them. */
  readonly passed: readonly PlacedFence[];
}

/**
 * `waiting`: conditions do not hold. `suppressed`: the `minimumRetriggerTime` did not let it in. `started inside`: it waits
 * for the next visit.
 */
type Entry = "entered" | "waiting" | "suppressed" | "started inside";

interface Visit {
  entry: Entry;
  /** The fix of the entry, or else the first of the visit. */
  since: Fix;
  lastInside: Fix;
  geofeature: string;
  isDwellOver: boolean;
}

export class ZoneWalk {
  readonly #label: string;
  readonly #zone: LabelledZone["zone"];
  readonly #areas: readonly Fence[];
  readonly #rules: WalkRules;
  readonly #judge: Judge;
  readonly #emit: (event: WalkEvent) => void;
  readonly #crossings: Crossings | undefined;
  #visit: Visit | undefined;
  #lastEntry: Fix | undefined;

  constructor(
    { label, zone }: LabelledZone,
    fences: readonly Fence[],
    rules: WalkRules,
    judge: Judge,
    emit: (event: WalkEvent) => void,
  ) {
    this.#label = label;
    this.#zone = zone;
    this.#areas = fences.filter(({ shape }) => shape.kind !== "line");
    this.#rules = rules;
    this.#judge = judge;
    this.#emit = emit;
    const timeOuts = (zone.conditions ?? []).flatMap((each) =>
      each.type === "travelPath" ? [each.timeOutSeconds] : [],
    );
    this.#crossings = timeOuts.length === 0 ? undefined : new Crossings(Math.max(...timeOuts));
  }

  get isOpen(): boolean {
    return this.#visit !== undefined;
  }

  /** True if the visit that is open has begun with an entry. */
  get isEntered(): boolean {
    return this.#visit?.entry === "entered";
  }

  /** A step that concerns the zone. */
  move(contact: Contact, step: Step): void {
    const { inside, crossed, lines, passed } = contact;
    const seconds = step.fix.time === undefined ? undefined : step.fix.time / 1000;
    for (const { place } of crossed) this.#crossings?.add(place, seconds);
    const wasOpen = this.isOpen;
    const area = crossed.find((each) => inside.includes(each)) ?? inside[0];
    if (area !== undefined) this.#beInside(area, crossed, step);
    else if (wasOpen) this.leave(step);
    const [line] = lines;
    if (line !== undefined && area === undefined) this.#cross(line, step);
    const [between] = passed;
    if (between !== undefined && area === undefined && !wasOpen && line === undefined)
      this.#pass(between, step);
  }

  /** A fix that is in no area of the zone, while a visit is open. */
  leave(step: Step): void {
    const visit = this.#visit;
    if (visit === undefined || this.#isNear(step.fix)) return;
    this.#visit = undefined;
    const { geofeature, since, lastInside } = visit;
    const dwell = this.#dwellSeconds;
    if (visit.entry === "entered" && dwell !== undefined && !visit.isDwellOver && since.time !== undefined) {
      const stay = secondsBetween(since, lastInside) ?? 0;
      this.#miss(
        "dwell",
        geofeature,
        step,
        `the last fix in the zone is ${stay} s after the entry, of ${dwell} s`,
      );
    }
    const seconds = secondsBetween(since, step.fix);
    const isTold = visit.entry === "entered" || this.#rules.exitWithoutEntry === "exit";
    if (this.#zone.triggerOnExit !== true) {
      if (visit.entry === "entered") this.#miss("exit", geofeature, step, "triggerOnExit is off");
    } else if (isTold) this.#trigger("exit", geofeature, step, seconds);
    else this.#miss("exit", geofeature, step, "the visit had no entry");
  }

  /** The track has a gap. */
  breakOff(step: Step, gap: number): void {
    const visit = this.#visit;
    this.#visit = undefined;
    if (visit?.entry !== "entered") return;
    const reason = `the track has a gap of ${Math.round(gap)} s, so that the visit is broken off`;
    this.#miss("exit", visit.geofeature, step, reason);
  }

  #beInside(area: PlacedFence, [crossed]: readonly PlacedFence[], step: Step): void {
    const { fix, isStart } = step;
    const visit = this.#visit;
    if (visit === undefined) {
      const isLate = isStart && this.#rules.whenStartsInside === "ignore";
      if (isLate) this.#miss("enter", area.name, step, "the track begins in the zone");
      const entry = isLate ? "started inside" : this.#attempt(area, step, undefined);
      this.#visit = { entry, since: fix, lastInside: fix, geofeature: area.name, isDwellOver: false };
      return;
    }
    visit.lastInside = fix;
    visit.geofeature = area.name;
    if (visit.entry !== "entered") {
      const isNew = this.#crossings !== undefined && crossed !== undefined;
      if (!isNew && !this.#triggersInside(visit.entry)) return;
      visit.entry = this.#attempt(crossed ?? area, step, isNew ? undefined : visit.entry);
      if (visit.entry === "entered") visit.since = fix;
    }
    this.#dwell(visit, step);
  }

  #triggersInside(entry: Entry): boolean {
    if (entry === "waiting") return this.#rules.whenInside === "trigger";
    return entry === "suppressed" && this.#rules.whenRetriggerTimeEnds === "trigger";
  }

  #cross(line: PlacedFence, step: Step): void {
    const visit = this.#visit;
    if (visit === undefined) {
      const entry = this.#attempt(line, step, undefined);
      if (entry === "entered" && this.#zone.triggerOnExit === true)
        this.#miss("exit", line.name, step, "an exit does not apply to a geoline");
    } else if (visit.entry === "entered")
      this.#miss("enter", line.name, step, "the phone is in the zone already");
  }

  /** @param known how the last attempt of this visit ended: its reason is given already */
  #attempt(fence: PlacedFence, step: Step, known: Entry | undefined): Entry {
    const { fix, before } = step;
    const moment = { fix, before, crossings: this.#crossings };
    const reasons = this.#judge.reasons(this.#zone.conditions ?? [], moment);
    const left = this.#secondsLeft(fix);
    if (reasons.length === 0 && left <= 0) {
      this.#trigger("enter", fence.name, step, undefined);
      this.#lastEntry = fix;
      return "entered";
    }
    const entry = reasons.length > 0 ? "waiting" : "suppressed";
    if (left > 0) reasons.push(`${left} s of minimumRetriggerTime ${left === 1 ? "is" : "are"} left`);
    if (entry !== known)
      this.#miss("enter", fence.name, step, reasons.join("; "), left > 0 ? left : undefined);
    return entry;
  }

  #secondsLeft(fix: Fix): number {
    const since = this.#lastEntry === undefined ? undefined : secondsBetween(this.#lastEntry, fix);
    return since === undefined ? 0 : Math.ceil((this.#zone.minimumRetriggerTime ?? 0) - since);
  }

  get #dwellSeconds(): number | undefined {
    return Object.hasOwn(this.#rules.dwell, this.#label) ? this.#rules.dwell[this.#label] : undefined;
  }

  #dwell(visit: Visit, step: Step): void {
    const dwell = this.#dwellSeconds;
    const seconds = secondsBetween(visit.since, step.fix);
    if (dwell === undefined || seconds === undefined || visit.isDwellOver) return;
    if (visit.entry !== "entered" || seconds < dwell) return;
    visit.isDwellOver = true;
    if (this.#zone.triggerOnExit === true) this.#trigger("dwell", visit.geofeature, step, seconds);
    else this.#miss("dwell", visit.geofeature, step, "a dwell event needs triggerOnExit, which is off");
  }

  #pass(area: PlacedFence, step: Step): void {
    const gap = step.before === undefined ? undefined : secondsBetween(step.before, step.fix);
    const apart = gap === undefined ? "" : ` ${gap} s apart`;
    this.#emit({
      ...this.#at(step),
      type: "passed",
      geofeature: area.name,
      ...(gap !== undefined && { seconds: gap }),
      reason: `it lies between two fixes${apart}; a phone may miss it`,
    });
  }

  #isNear({ point: { latitude, longitude } }: Fix): boolean {
    const { exitDistance } = this.#rules;
    if (exitDistance <= 0) return false;
    return this.#areas.some(({ shape }) => metresTo(shape, longitude, latitude) <= exitDistance);
  }

  #trigger(type: Trigger, geofeature: string, step: Step, seconds: number | undefined): void {
    this.#emit({ ...this.#at(step), type, geofeature, ...(seconds !== undefined && { seconds }) });
  }

  #miss(missing: Trigger, geofeature: string, step: Step, reason: string, seconds?: number): void {
    const left = seconds === undefined ? {} : { seconds };
    this.#emit({ ...this.#at(step), type: "none", missing, geofeature, ...left, reason });
  }

  #at({ fix: { time, point, line }, index }: Step) {
    return {
      ...(time !== undefined && { time }),
      zone: this.#label,
      fix: index,
      at: point,
      ...(line !== undefined && { line }),
    };
  }
}
