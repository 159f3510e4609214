/** The versions of zones that a command judges. */
import type { LabelledZone } from "../fences/ground";
import type { Versions } from "../fences/rules/scene";
import { counted } from "../fences/words";
import { isPlan, zonesAfter, zonesBefore, type HiddenZone, type ZoneSource } from "../plan/zone-source";

/**
 * @param earlier what `--before` names; a plan has a version before of its own
 * @throws an error if zones are missing, with which a rule might not hold
 */
export function versionsOf(source: ZoneSource, earlier: ZoneSource | undefined): Versions {
  for (const { name, isPartial = false } of [source, ...(earlier === undefined ? [] : [earlier])]) {
    if (isPartial)
      throw new Error(
        `${name}: unchanged zones are not in the plan, so that nothing can be judged by it; ` +
          "make it with `pulumi preview --json --show-sames`.",
      );
  }
  const after = zonesAfter(source);
  const { hidden } = source;
  if (earlier !== undefined) return { after, before: relabelled(zonesAfter(earlier), after), hidden };
  return { after, before: isPlan(source) ? zonesBefore(source) : undefined, hidden };
}

/** A sentence for each reason why zones could not be looked at. */
export function hiddenNotes({ hidden }: ZoneSource): string[] {
  const reasons = Map.groupBy(hidden, ({ reason }) => reason);
  return [...reasons].map(
    ([reason, zones]) => `${counted(zones.length, "zone")} could not be looked at: ${reasonTexts[reason]}.`,
  );
}

const reasonTexts: Readonly<Record<HiddenZone["reason"], string>> = {
  secret: "a value is secret",
  "known after up": "a value is known only after `pulumi up`",
  "beacons only": "beacons have no place on the ground",
  unreadable: "the shapes cannot be read",
};

/**
 * Sources of two kinds label a zone differently, and its name is the same. A name that several zones share does not say
 * which of them is meant.
 */
function relabelled(zones: readonly LabelledZone[], as: readonly LabelledZone[]): LabelledZone[] {
  const same = new Set(as.map(({ label }) => label));
  const kept = new Set(zones.flatMap(({ label }) => (same.has(label) ? [label] : [])));
  const namesakes = Map.groupBy(zones, ({ zone }) => zone.name);
  const theirs = Map.groupBy(as, ({ zone }) => zone.name);
  return zones.map(({ label, zone }) => {
    const [meant, another] = theirs.get(zone.name) ?? [];
    const isMeant = another === undefined && namesakes.get(zone.name)?.length === 1;
    if (kept.has(label) || meant === undefined || !isMeant || kept.has(meant.label)) return { label, zone };
    return { label: meant.label, zone };
  });
}
