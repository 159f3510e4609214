/** The steps of `pulumi preview --json`, by resource: the versions of its inputs, and what the engine plans for it. */
import { STATE_KEYS } from "../provider/dynamic/state-contract";
import { isObject, isString, type Json, type JsonObject } from "../provider/json";

/** A resource in each version that a plan has of it. */
export interface ResourceVersions {
  readonly urn: string;
  /** The inputs that the state had before the plan looked at the account; absent without `--refresh`. */
  readonly recorded?: JsonObject;
  /** The inputs as they are. */
  readonly current?: JsonObject;
  readonly declared?: JsonObject;
  /** `none`: the engine only looked at it, or at one that the program looks up. */
  readonly step: "same" | "create" | "update" | "delete" | "none";
  /** True if the program looks the object up; `declared` is then as it was found, where the plan has it. */
  readonly isLookedUp: boolean;
  /** True if the resource takes over an object by the option `import`, which changes nothing of it. */
  readonly isImported: boolean;
  /** True if another object takes the place of this one, which is deleted. */
  readonly isReplaced: boolean;
  /** True if the object stays in the account, by `retainOnDelete`. */
  readonly isRetained: boolean;
  /** The paths that differ by the engine. */
  readonly paths: readonly string[];
}

export interface Steps {
  readonly resources: readonly ResourceVersions[];
  /** Operation → the number of its steps, also of resources that are not ours. */
  readonly ops: ReadonlyMap<string, number>;
  /** Operations that this version does not know. */
  readonly unknownOps: readonly string[];
  /** True if the stack had resources before. */
  readonly isDeployed: boolean;
}

/** Operation of the engine → what it does to the object. */
const deeds: Readonly<Record<string, ResourceVersions["step"]>> = {
  same: "same",
  create: "create",
  update: "update",
  delete: "delete",
  import: "same",
  "import-replacement": "same",
  // A replacement is one step or three, and one update of what people see.
  replace: "update",
  "create-replacement": "update",
  "delete-replaced": "update",
  refresh: "none",
  read: "none",
  "read-replacement": "none",
  discard: "none",
  "discard-replaced": "none",
  "remove-pending-replace": "none",
};

const replacements: ReadonlySet<string> = new Set(["replace", "create-replacement", "delete-replaced"]);

/** @param steps the `steps` of a plan; @param isOurs true for the types of resource to keep */
export function readSteps(steps: readonly Json[], isOurs: (urn: string) => boolean): Steps {
  const resources = new Map<string, ResourceVersions>();
  const ops = new Map<string, number>();
  let isDeployed = false;
  for (const step of steps) {
    if (!isObject(step) || !isString(step["op"]) || !isString(step["urn"])) continue;
    const { op, urn } = step;
    ops.set(op, (ops.get(op) ?? 0) + 1);
    if (isObject(step["oldState"])) isDeployed = true;
    if (!isOurs(urn)) continue;
    resources.set(urn, merged(resources.get(urn) ?? renamed(resources, urn, step), op, step));
  }
  return {
    resources: [...resources.values()],
    ops,
    unknownOps: [...ops.keys()].filter((op) => !Object.hasOwn(deeds, op)).sort(),
    isDeployed,
  };
}

/** A resource that the plan looked at by the name that it had before, which `aliases` has; or one that is new in the plan. */
function renamed(resources: Map<string, ResourceVersions>, urn: string, step: JsonObject): ResourceVersions {
  const before = isObject(step["oldState"]) ? step["oldState"]["urn"] : undefined;
  const known = isString(before) && before !== urn ? resources.get(before) : undefined;
  if (known === undefined || known.step !== "none") return untouched(urn);
  resources.delete(known.urn);
  return { ...known, urn };
}

function untouched(urn: string): ResourceVersions {
  const flags = { isLookedUp: false, isImported: false, isReplaced: false, isRetained: false };
  return { urn, step: "none", ...flags, paths: [] };
}

function merged(resource: ResourceVersions, op: string, step: JsonObject): ResourceVersions {
  const old = inputsIn(step["oldState"]);
  const declared = inputsIn(step["newState"]);
  if (op === "refresh") return { ...resource, ...(old && { recorded: old }) };
  const deed = deeds[op] ?? "same";
  if (op === "read" || op === "read-replacement") {
    const found = outputsIn(step["newState"]) ?? outputsIn(step["oldState"]);
    return { ...resource, ...(found && { declared: found }), isLookedUp: true };
  }
  if (deed === "none") return resource;
  // The engine knows no import of our resources, and calls it a create.
  if (op === "create" && declared !== undefined && isObject(declared[STATE_KEYS.import]))
    return { ...resource, current: declared, declared, step: "same", isImported: true };
  return {
    ...resource,
    ...(old && { current: old }),
    // The last step of a replacement has the old state in both places.
    ...(declared && op !== "delete-replaced" && deed !== "delete" && { declared }),
    step: deed,
    isReplaced: replacements.has(op),
    isRetained: isObject(step["oldState"]) && step["oldState"]["retainOnDelete"] === true,
    paths: [...resource.paths, ...pathsIn(step)],
  };
}

function inputsIn(state: Json | undefined): JsonObject | undefined {
  return isObject(state) && isObject(state["inputs"]) ? state["inputs"] : undefined;
}

function outputsIn(state: Json | undefined): JsonObject | undefined {
  return isObject(state) && isObject(state["outputs"]) ? state["outputs"] : undefined;
}

function pathsIn({ detailedDiff, diffReasons }: JsonObject): string[] {
  if (isObject(detailedDiff)) return Object.keys(detailedDiff);
  return Array.isArray(diffReasons) ? diffReasons.filter(isString) : [];
}
