/** Finds the kind of a text of the engine: a plan, a state, or one of its outputs that hold no zones, or secrets in clear. */
import { isObject, isString, type JsonObject } from "../provider/json";
import { PlanFileError } from "./plan-file-error";

export type EngineJson =
  | { readonly kind: "plan"; readonly json: JsonObject }
  | { readonly kind: "stack"; readonly json: JsonObject }
  /** JSON of another origin. */
  | { readonly kind: "other" };

const recipe = "`pulumi preview --json --show-sames --refresh`";

/**
 * Undefined where the text is no JSON.
 *
 * @throws PlanFileError if the engine wrote it, but not a plan or a state
 */
export function engineJsonIn(text: string, name: string): EngineJson | undefined {
  refuseEvents(text, name);
  refusePrinted(text, name);
  const json = parsed(text);
  if (json === undefined) return undefined;
  if (!isObject(json)) return { kind: "other" };
  if (isObject(json["resourcePlans"]))
    throw new PlanFileError(
      name,
      `this is the file of \`pulumi preview --save-plan\`, which holds no zones as they are; make the plan with ${recipe}.`,
    );
  if (isStack(json)) return { kind: "stack", json };
  return isPlan(json) ? { kind: "plan", json } : { kind: "other" };
}

/** @throws PlanFileError always: the text is no plan or state */
export function refuseText(text: string, name: string, wanted: "plan" | "state"): never {
  const command = wanted === "plan" ? recipe : "`pulumi stack export`";
  if (text.trim() === "")
    throw new PlanFileError(
      name,
      `it is empty; the ${wanted} comes from ${command}, whose errors are on the terminal.`,
    );
  if (!text.trimStart().startsWith("{"))
    throw new PlanFileError(name, `this is no JSON; the ${wanted} comes from ${command}.`);
  const place = jsonFault(text);
  throw new PlanFileError(
    name,
    place === undefined
      ? `this is JSON, but no ${wanted}; the ${wanted} comes from ${command}.`
      : `the JSON ${place}; make the ${wanted} again with ${command}.`,
  );
}

const event = /^\{"sequence":\s*\d+,\s*(?:"timestamp":\s*\d+,\s*)?"\w+Event":/;

/** Each line of the engine's events is an object of its own; `pulumi up --json` prints them after a plan. */
function refuseEvents(text: string, name: string): void {
  const start = '{"sequence":';
  const at = text.trimStart().startsWith(start) ? text.indexOf(start) : text.indexOf(`\n${start}`) + 1;
  if (!event.test(text.slice(at, at + 200))) return;
  throw new PlanFileError(
    name,
    `these are the engine's events, which hold secrets in clear; make the plan with ${recipe}, not with \`pulumi up --json\` or PULUMI_ENABLE_STREAMING_JSON_PREVIEW, and delete this file.`,
  );
}

const printed = /^(?:@ ?)?(?:Previewing|Updating|Refreshing|Destroying)\b[^{]*\(.*\)/i;

/** Output of the engine for people. */
function refusePrinted(text: string, name: string): void {
  const start = withoutColors(text.slice(0, 400)).trimStart();
  if (!printed.test(start)) return;
  throw new PlanFileError(name, `this is the text form, for people; make the plan with ${recipe}.`);
}

function isStack(json: JsonObject): boolean {
  return "deployment" in json && (isObject(json["deployment"]) || json["deployment"] === null);
}

/** A plan without steps is one in which nothing changes. */
function isPlan({ steps, changeSummary, diagnostics }: JsonObject): boolean {
  return Array.isArray(steps) || isObject(changeSummary) || Array.isArray(diagnostics);
}

/** Without the codes that colour a terminal. */
export function withoutColors(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/\u001b\[[\d;]*m/g, "");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the JSON breaks off or is broken; the parser's own message would show a part of the text. */
function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const end = text.trimEnd().length;
    const [, at] = /at position (\d+)/.exec(message) ?? [];
    const isCut = message.includes("end of JSON") || (at !== undefined && Number(at) >= end);
    if (isCut) return `breaks off ${placeOf(text, end)}`;
    return at === undefined ? "is broken" : `is broken ${placeOf(text, Number(at))}`;
  }
}

function placeOf(text: string, position: number): string {
  const before = text.slice(0, position);
  return `at line ${before.split("\n").length}, column ${position - before.lastIndexOf("\n")}`;
}

/** The text of a value that is one. */
export function textOf(value: unknown): string {
  return isString(value) ? value : "";
}
