/** From the versions of a zone to what `pulumi up` would do to it. */
import { isEqual, isObject, type Json } from "../provider/json";
import { differingProperties, haveSameShapes, isSameZone } from "./canonical";
import { secretText, placeholderIn } from "./placeholder";
import { drawnProperties, isBeaconsOnly, plainZoneOf, type ZoneReading } from "./plain-zone-of";
import { changedSettings } from "./settings";
import type { Change, HiddenZone, ZoneVersions } from "./zone-source";

/** A zone in the form of a program's arguments, in each version that a plan has of it. */
export interface ZoneStates {
  readonly label: string;
  /** The name of a version without one of its own. */
  readonly name: string;
  /** As the state had it before the plan looked at the account; absent without `--refresh`. */
  readonly recorded?: Json | undefined;
  /** As it is in the account, or in the state where the plan did not look. */
  readonly current?: Json | undefined;
  readonly declared?: Json | undefined;
  readonly step: "same" | "create" | "update" | "delete";
  /** The properties that differ by the engine, which compares secrets too. */
  readonly named: ReadonlySet<string>;
  /** The properties that the program marks as secret, or a part of them. */
  readonly secret: ReadonlySet<string>;
}

export type ZoneOrHidden = { readonly zone: ZoneVersions } | { readonly hidden: HiddenZone };

export function versionsOf(states: ZoneStates): ZoneOrHidden {
  const { label, current, declared, name, secret } = states;
  const before = current === undefined ? undefined : reading(current, name, secret);
  const after = isEqual(current, declared)
    ? before
    : declared === undefined
      ? undefined
      : reading(declared, name, secret);
  const differing = states.step === "update" ? differencesOf(states) : [];
  const change = changeOf(states, differing, { before, after });
  const readings = [after, before].filter((each) => each !== undefined);
  const reason = [...readings, ...secretBefore(states)].find((each) => "hidden" in each)?.hidden;
  if (reason !== undefined) return { hidden: { label, change, reason } };
  const zones = readings.flatMap((each) => ("zone" in each ? [each.zone] : []));
  if (zones.every(isBeaconsOnly)) return { hidden: { label, change, reason: "beacons only" } };
  const isMoved = isMove({ before, after });
  const settings = differing.filter((property) => property !== "geofeatures" || !isMoved);
  return {
    zone: {
      label,
      change,
      isDrifted: isDrifted(states),
      ...(before !== undefined && "zone" in before && { before: before.zone }),
      ...(after !== undefined && "zone" in after && { after: after.zone }),
      settings: changedSettings(settings, { before: current, after: declared }, secret),
    },
  };
}

/** A zone of a source of one version. */
export function singleVersion(label: string, value: unknown, name: string): ZoneOrHidden {
  const read = plainZoneOf(value, name);
  if ("hidden" in read) return { hidden: { label, change: "same", reason: read.hidden } };
  if (isBeaconsOnly(read.zone)) return { hidden: { label, change: "same", reason: "beacons only" } };
  return { zone: { label, change: "same", isDrifted: false, after: read.zone, settings: [] } };
}

/** In a version of another run than that which marked it, the value of a secret can be in clear. */
function reading(value: Json, name: string, secret: ReadonlySet<string>): ZoneReading {
  const marked = drawnProperties.filter((property) => secret.has(property) && property !== "name");
  if (marked.length === 0 || !isObject(value)) return plainZoneOf(value, name);
  return plainZoneOf({ ...value, ...Object.fromEntries(marked.map((each) => [each, secretText])) }, name);
}

/** A value that was secret in the state stays so, also where the account shows it in clear. */
function secretBefore({ recorded }: ZoneStates): { hidden: "secret" }[] {
  const drawn = isObject(recorded) ? drawnProperties.map((property) => recorded[property]) : recorded;
  return placeholderIn(drawn) === "secret" ? [{ hidden: "secret" }] : [];
}

interface Readings {
  readonly before: ZoneReading | undefined;
  readonly after: ZoneReading | undefined;
}

function changeOf(states: ZoneStates, differing: readonly string[], readings: Readings): Change {
  const { step } = states;
  if (step === "same" || step === "delete") return step;
  if (isDrifted(states) && !isChangedByProgram(states)) return "drift";
  if (step === "create") return "create";
  if (isMove(readings)) return "move";
  // Of a hidden zone the engine alone knows whether its shapes differ, and of a hidden zone of a set not even that.
  const isHidden = [readings.before, readings.after].some((each) => each !== undefined && "hidden" in each);
  const isOpen = isObject(states.current) && isObject(states.declared);
  return isHidden && isOpen && differing.includes("geofeatures") ? "move" : "update";
}

function isMove({ before, after }: Readings): boolean {
  if (
    before === undefined ||
    after === undefined ||
    before === after ||
    "hidden" in before ||
    "hidden" in after
  )
    return false;
  return !haveSameShapes(before.zone, after.zone);
}

/** A zone that is recorded, and that the plan creates again, was deleted elsewhere. */
function isDrifted({ recorded, current, step, name }: ZoneStates): boolean {
  if (recorded === undefined) return false;
  if (current === undefined) return step === "create";
  return !isSameZone(recorded, current, name);
}

function isChangedByProgram(states: ZoneStates): boolean {
  const { recorded, declared, name } = states;
  if (recorded === undefined || declared === undefined) return true;
  return !isSameZone(recorded, declared, name) || namedPlaceholders(states).length > 0;
}

function differencesOf(states: ZoneStates): string[] {
  const { current, declared, name } = states;
  const differing = differingProperties(current, declared, name);
  return [...new Set([...differing, ...namedPlaceholders(states)])].filter((property) => property !== "");
}

/** Two secrets look the same in a plan; the engine says whether they are. */
function namedPlaceholders({ current, declared, named }: ZoneStates): string[] {
  return [...named].filter((property) =>
    [current, declared].some((zone) => isObject(zone) && placeholderIn(zone[property]) !== undefined),
  );
}
