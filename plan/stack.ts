/** Reads `pulumi stack export`: the zones of a stack, as its state records them. */
import { isObject, isString, type JsonObject } from "../provider/json";
import { engineJsonIn, refuseText } from "./engine-text";
import { resourceLabels } from "./labels";
import { PlanFileError } from "./plan-file-error";
import { sourceOf } from "./source-of";
import { singleVersion, type ZoneOrHidden } from "./versions";
import { kindOf, labelInSet, openSet, partsOf } from "./zone-resources";
import type { ZoneSource } from "./zone-source";

/**
 * Reads the state of a stack.
 *
 * @param text what `pulumi stack export` printed
 * @param name the file's name, for messages
 * @throws PlanFileError if it is no state, or holds no zones
 * @example
 * const { zones } = readStack(readFileSync("stack.json", "utf8"), "stack.json");
 */
export function readStack(text: string, name: string): ZoneSource {
  const engine = engineJsonIn(text, name);
  if (engine?.kind !== "stack") return refuseText(text, name, "state");
  return stackSource(engine.json, name);
}

export function stackSource(json: JsonObject, name: string): ZoneSource {
  const resources = stateResources(json).filter(
    ({ type, isReplaced }) => kindOf(type) !== undefined && !isReplaced,
  );
  const labels = resourceLabels(resources.map(({ urn }) => urn));
  const zones = resources.flatMap((resource, at) => zonesOf(resource, labels[at] ?? ""));
  if (zones.length === 0) throw new PlanFileError(name, "the stack holds no zones of Bluedot.");
  return sourceOf("stack", name, zones, []);
}

/** A resource of a state. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  /** Of a set, an id that the API does not know. */
  readonly id: string;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
  /** True if the program looks the object up, and does not manage it. */
  readonly isLookedUp: boolean;
  /** True if an unfinished replacement is still to delete the object. */
  readonly isReplaced: boolean;
}

/** The resources of a state, as `pulumi stack export` has it. */
export function stateResources({ deployment }: JsonObject): StateResource[] {
  const resources = isObject(deployment) ? deployment["resources"] : undefined;
  return (Array.isArray(resources) ? resources : []).filter(isObject).flatMap((resource) => {
    const { urn, type, id, inputs, outputs } = resource;
    if (!isString(urn) || !isString(type)) return [];
    return {
      urn,
      type,
      id: isString(id) ? id : "",
      inputs: isObject(inputs) ? inputs : {},
      outputs: isObject(outputs) ? outputs : {},
      isLookedUp: resource["external"] === true,
      isReplaced: resource["delete"] === true,
    };
  });
}

function zonesOf({ urn, type, inputs, outputs, isLookedUp }: StateResource, label: string): ZoneOrHidden[] {
  const { name } = partsOf(urn);
  if (kindOf(type) === "Zone") return [singleVersion(label, isLookedUp ? outputs : inputs, name)];
  const zones = openSet()(inputs);
  if (isString(zones)) return [{ hidden: { label, change: "same", reason: zones } }];
  return [...zones].map(([key, zone]) => singleVersion(labelInSet(label, key), zone, key));
}
