/** Reads `pulumi preview --json`: the zones before and after `pulumi up`, and what it would do to them. */
import { isObject, type JsonObject } from "../provider/json";
import { engineJsonIn, refuseText, textOf, withoutColors } from "./engine-text";
import { resourceLabels } from "./labels";
import { PlanFileError } from "./plan-file-error";
import { readSteps, type ResourceVersions, type Steps } from "./steps";
import { sourceOf } from "./source-of";
import { versionsOf, type ZoneOrHidden } from "./versions";
import { kindOf, partsOf } from "./zone-resources";
import type { ZoneSource } from "./zone-source";
import { setStatesOf, zoneStatesOf } from "./zone-states";

/**
 * Reads a plan.
 *
 * @param text what `pulumi preview --json` printed, best with `--show-sames` and `--refresh`
 * @param name the file's name, for messages
 * @throws PlanFileError if it is no plan, its preview failed, or it holds no zones
 * @example
 * const { zones } = readPlan(readFileSync("plan.json", "utf8"), "plan.json");
 */
export function readPlan(text: string, name: string): ZoneSource {
  const engine = engineJsonIn(text, name);
  if (engine?.kind !== "plan") return refuseText(text, name, "plan");
  return planSource(engine.json, name);
}

export function planSource(json: JsonObject, name: string): ZoneSource {
  refuseFailed(json, name);
  const list = Array.isArray(json["steps"]) ? json["steps"] : [];
  const steps = readSteps(list, (urn) => kindOf(partsOf(urn).type) !== undefined);
  if (isOfRefresh(steps)) throw new PlanFileError(name, ofRefresh);
  const parts = zonesIn(steps.resources);
  const isWhole = sameIn(json) <= (steps.ops.get("same") ?? 0);
  const notes = [...partNotes(parts), ...(isWhole ? [] : [withoutSames(parts.zones)])];
  if (parts.zones.length === 0)
    throw new PlanFileError(name, ["the plan holds no zones of Bluedot.", ...notes].join(" "));
  return sourceOf("plan", name, parts.zones, [...notes, ...stepNotes(steps)]);
}

/** @throws PlanFileError with the errors of the preview, as the engine has them */
function refuseFailed({ diagnostics }: JsonObject, name: string): void {
  const errors = (Array.isArray(diagnostics) ? diagnostics : [])
    .filter(isObject)
    .filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const lines = errors.flatMap(({ urn, message }) => {
    const resource = partsOf(textOf(urn)).name;
    const shown = withoutColors(textOf(message))
      .split("\n")
      .filter((line) => line.trim() !== "" && !/^\s+at /.test(line));
    return shown.map((line, at) => `  ${at === 0 && resource !== "" ? `${resource}: ` : ""}${line}`);
  });
  throw new PlanFileError(
    name,
    ["the plan broke off, so that it does not hold all changes:", ...lines].join("\n"),
  );
}

/**
 * `pulumi refresh --preview-only` plans changes of the state, with the account in place of the program. It plans a change
 * or looks at a resource, where a preview first looks and then plans.
 */
function isOfRefresh({ resources, ops }: Steps): boolean {
  const planned = resources.filter(({ step }) => step !== "none");
  return (
    ops.has("refresh") &&
    planned.some(({ step }) => step === "update" || step === "delete") &&
    planned.every(({ recorded }) => recorded === undefined)
  );
}

const ofRefresh =
  "this is a plan of `pulumi refresh`, which does not look at the program; make it with `pulumi preview --json --show-sames --refresh`.";

interface Parts {
  readonly zones: readonly ZoneOrHidden[];
  /** The labels of zones that stay in the account although the program lets go of them. */
  readonly retained: readonly string[];
  readonly imported: readonly string[];
  readonly replaced: readonly string[];
  /** The labels of zones that are looked up, and not in the plan. */
  readonly absent: readonly string[];
}

function zonesIn(resources: readonly ResourceVersions[]): Parts {
  const labels = resourceLabels(resources.map(({ urn }) => urn));
  const parts = resources.map((resource, at) => partOf(resource, labels[at] ?? ""));
  return {
    zones: parts.flatMap(({ zones }) => zones),
    retained: parts.flatMap(({ retained }) => retained),
    imported: parts.flatMap(({ imported }) => imported),
    replaced: parts.flatMap(({ replaced }) => replaced),
    absent: parts.flatMap(({ absent }) => absent),
  };
}

function partOf(resource: ResourceVersions, label: string): Parts {
  const { urn, declared, isLookedUp, isImported, isReplaced } = resource;
  const empty: Parts = { zones: [], retained: [], imported: [], replaced: [], absent: [] };
  const { type, name } = partsOf(urn);
  if (isLookedUp) {
    if (declared?.["geofeatures"] === undefined) return { ...empty, absent: [label] };
    const found = { label, name, current: declared, declared };
    return { ...empty, zones: [versionsOf({ ...found, step: "same", named: new Set(), secret: new Set() })] };
  }
  const states = kindOf(type) === "ZoneSet" ? setStatesOf(resource, label) : zoneStatesOf(resource, label);
  return {
    zones: [...states.zones.map(versionsOf), ...states.hidden.map((hidden) => ({ hidden }))],
    retained: states.retained,
    imported: isImported ? [label] : [],
    replaced: isReplaced ? [label] : [],
    absent: [],
  };
}

function partNotes({ retained, imported, replaced, absent }: Parts): string[] {
  return [
    ...noteOf(retained, "the program lets go of, and that stay in the account"),
    ...noteOf(imported, "are taken over by the option `import`, without a change"),
    ...noteOf(replaced, "are replaced, and get another id"),
    ...noteOf(absent, "the program looks up, and that are not in the plan"),
  ];
}

function noteOf(labels: readonly string[], words: string): string[] {
  if (labels.length === 0) return [];
  return [`Zones that ${words}: ${firstOf([...labels].sort())}.`];
}

/** The number of labels that a note names. */
const named = 10;

function firstOf(labels: readonly string[]): string {
  const more = labels.length - named;
  return more <= 0 ? labels.join(", ") : `${labels.slice(0, named).join(", ")} and ${more} more`;
}

function stepNotes({ ops, unknownOps, isDeployed }: Steps): string[] {
  return [
    ...(isDeployed && !ops.has("refresh") ? [withoutRefresh] : []),
    ...unknownOps.map(
      (op) => `The plan has an operation that this version does not know, and shows as unchanged: ${op}.`,
    ),
  ];
}

/** A set that changes is in the plan with all its zones. */
function withoutSames(zones: readonly ZoneOrHidden[]): string {
  const hasSome = zones.some((each) => ("zone" in each ? each.zone : each.hidden).change === "same");
  return hasSome
    ? "The plan has only some unchanged zones, such as those of sets that change; add --show-sames."
    : "Unchanged zones are not in the plan; add --show-sames.";
}

const withoutRefresh = "The plan goes by the recorded state, so that drift is not in it; add --refresh.";

/** The number of unchanged resources, which the summary counts also where the steps leave them out. */
function sameIn({ changeSummary }: JsonObject): number {
  const count = isObject(changeSummary) ? changeSummary["same"] : undefined;
  return typeof count === "number" ? count : 0;
}
