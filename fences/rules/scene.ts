/** The ground that rules are judged on: the zones as they will be, as they were, and those that cannot be seen. */
import type { HiddenZone } from "../../plan/zone-source";
import { groundOf, type Fence, type Ground, type LabelledZone } from "../ground";
import { keyIn, matching, type Matches } from "./selector";

export interface Scene {
  readonly after: Ground;
  /** Of a plan, or of two sources. */
  readonly before?: Ground;
  readonly hidden: readonly HiddenZone[];
}

export interface Versions {
  readonly after: readonly LabelledZone[];
  readonly before?: readonly LabelledZone[] | undefined;
  readonly hidden?: readonly HiddenZone[] | undefined;
}

export function sceneOf({ after, before, hidden = [] }: Versions): Scene {
  return {
    after: groundOf(after),
    ...(before !== undefined && { before: groundOf(before) }),
    // Beacons have no place on the ground, so that nothing is missing without them.
    hidden: hidden.filter(({ reason, change }) => reason !== "beacons only" && change !== "delete"),
  };
}

/** The zones of a version that a selector selects; all without one. */
export function selected(ground: Ground, selector: string | undefined): Uint8Array {
  const matches: Matches = selector === undefined ? () => true : matching(selector);
  return Uint8Array.from(ground.zones, (zone) => (matches(zone) ? 1 : 0));
}

/** Fences that have an inside, of the zones that a selector selects. */
export function areasOf(ground: Ground, selector: string | undefined): (fence: Fence) => boolean {
  const zones = selected(ground, selector);
  return ({ zone, shape }) => zones[zone] === 1 && shape.kind !== "line";
}

/** Hidden zones that a rule may be about, each with the reason: `"cafe" (secret)`. */
export function hiddenFor(scene: Scene, selector: string | undefined): string[] {
  return hiddenMeant(scene, selector).map(({ label, reason }) => `${JSON.stringify(label)} (${reason})`);
}

/**
 * Names and tags of hidden zones are not known, so that any of them may be meant, but for a selector that is the label of
 * another zone or the key in it.
 */
export function hiddenMeant(
  { after, before, hidden }: Scene,
  selector: string | undefined,
): readonly HiddenZone[] {
  const isMeant = ({ label }: { readonly label: string }) => label === selector || keyIn(label) === selector;
  const isSeen = [...after.zones, ...(before?.zones ?? [])].some(isMeant);
  const named = hidden.filter(isMeant);
  return isSeen || named.length > 0 ? named : hidden;
}
