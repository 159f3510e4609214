/** The zones of a resource in a plan, each with its versions. */
import { STATE_KEYS } from "../provider/dynamic/state-contract";
import { isObject, isString, type Json, type JsonObject } from "../provider/json";
import { isSameZone } from "./canonical";
import { placeholderOf, type Placeholder } from "./placeholder";
import type { ResourceVersions } from "./steps";
import type { ZoneStates } from "./versions";
import { labelInSet, openSet, partsOf } from "./zone-resources";
import type { HiddenZone } from "./zone-source";

/** The zones of a resource; those that stay in the account although it lets go of them have their labels here alone. */
export interface ResourceZones {
  readonly zones: readonly ZoneStates[];
  readonly hidden: readonly HiddenZone[];
  readonly retained: readonly string[];
}

/** @param label the resource's name, unique in the plan */
export function zoneStatesOf(resource: ResourceVersions, label: string): ResourceZones {
  const { step, recorded, current, declared, paths, isRetained } = resource;
  // A new zone that is no target of the plan is unchanged, in that it does not come to be.
  if (step === "none" || (current === undefined && declared === undefined)) return nothing;
  if (step === "delete" && isRetained) return { ...nothing, retained: [label] };
  const properties = paths.flatMap((path) => /^[^.[]+/.exec(path)?.[0] ?? []);
  const named = new Set(properties);
  const secret = secretProperties([recorded, current, declared]);
  const name = partsOf(resource.urn).name;
  return { ...nothing, zones: [{ label, name, recorded, current, declared, step, named, secret }] };
}

const nothing: ResourceZones = { zones: [], hidden: [], retained: [] };

/** The properties of which a part is secret: the state lists their paths, such as `geofeatures.center`. */
function secretProperties(versions: readonly (JsonObject | undefined)[]): Set<string> {
  const paths = versions.flatMap((version) => version?.[STATE_KEYS.secret] ?? []);
  return new Set(paths.filter(isString).flatMap((path) => path.split(".")[0] ?? []));
}

/** The zones of a set, or one hidden zone that stands for all of them. */
export function setStatesOf(resource: ResourceVersions, label: string): ResourceZones {
  const { step } = resource;
  if (step === "none") return nothing;
  const open = openSet();
  const zonesIn = (inputs: JsonObject | undefined): Zones | Placeholder =>
    inputs === undefined ? new Map<string, Json>() : open(inputs);
  const recorded = zonesIn(resource.recorded);
  const current = zonesIn(resource.current);
  const declared = zonesIn(resource.declared);
  if (isString(declared)) return { ...nothing, hidden: [{ label, change: step, reason: declared }] };
  if (isString(current)) return { ...nothing, hidden: [{ label, change: step, reason: current }] };
  if (isString(recorded)) return { ...nothing, hidden: [{ label, change: step, reason: recorded }] };
  const keysBefore = renamedKeys(current, declared);
  const renamed = new Set(keysBefore.values());
  const gone = [...current.keys()].filter((key) => !declared.has(key) && !renamed.has(key));
  const isKept = resource.declared?.["retainOnRemove"] === true || (step === "delete" && resource.isRetained);
  const keys = [...declared.keys(), ...(isKept ? [] : gone)];
  const differing = keysIn(resource.paths);
  const zones = keys.map((key) => {
    const keyBefore = keysBefore.get(key) ?? key;
    const versions = {
      recorded: recorded.get(keyBefore),
      current: current.get(keyBefore),
      declared: declared.get(key),
    };
    const isNamed = differing === "all" || differing.has(key);
    return {
      label: labelInSet(label, key),
      name: key,
      ...versions,
      step: step === "update" ? stepOf(versions, isNamed, resource.isReplaced) : step,
      named: new Set<string>(),
      secret: new Set<string>(),
    };
  });
  return { ...nothing, zones, retained: isKept ? gone.map((key) => labelInSet(label, key)) : [] };
}

type Zones = ReadonlyMap<string, Json>;

/** New key → old key, for each zone whose key alone changed: its name is in both versions. */
function renamedKeys(current: Zones, declared: Zones): Map<string, string> {
  const nameOf = (zones: Zones) => (key: string) => {
    const zone = zones.get(key);
    return isObject(zone) && isString(zone["name"]) ? zone["name"] : "";
  };
  const gone = Map.groupBy(
    [...current.keys()].filter((key) => !declared.has(key)),
    nameOf(current),
  );
  return new Map(
    [...declared.keys()].flatMap((key): [string, string][] => {
      if (current.has(key)) return [];
      const name = nameOf(declared)(key);
      // A hidden zone has no name to know it by.
      const [before, another] = name === "" ? [] : (gone.get(name) ?? []);
      return before === undefined || another !== undefined ? [] : [[key, before]];
    }),
  );
}

/** The keys of zones that differ by the engine: `zones.cafe`, `zones["store-1"]`. */
function keysIn(paths: readonly string[]): ReadonlySet<string> | "all" {
  if (paths.includes("zones")) return "all";
  return new Set(
    paths.flatMap((path) => {
      const [, plain, quoted] = /^zones(?:\.([^.[\]]+)|\["((?:[^"\\]|\\.)*)"\])/.exec(path) ?? [];
      return plain ?? quoted?.replaceAll(/\\(.)/g, "$1") ?? [];
    }),
  );
}

/** The change of a zone by the update of its set. */
function stepOf(
  { current, declared }: Pick<ZoneStates, "current" | "declared">,
  isNamed: boolean,
  isReplaced: boolean,
): ZoneStates["step"] {
  if (declared === undefined) return "delete";
  if (current === undefined) return "create";
  if (isReplaced) return "update";
  const isHidden = placeholderOf(current) !== undefined || placeholderOf(declared) !== undefined;
  if (isHidden) return isNamed ? "update" : "same";
  return isSameZone(current, declared) ? "same" : "update";
}
