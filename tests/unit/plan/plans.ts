/** Makes plans and states, as the engine writes them. */
import type { Json, JsonObject } from "../../../provider/json";

export const secret = "[secret]";
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const ciphertext = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext: "v1:A",
};

const stack = "urn:pulumi:test::shop::pulumi:pulumi:Stack::shop-test";

export function urnOf(name: string, noun = "Zone", parents = ""): string {
  return `urn:pulumi:test::shop::${parents}pulumi-nodejs:dynamic/bluedot:${noun}::${name}`;
}

export function circle(radius: Json = 40, more: JsonObject = {}): JsonObject {
  return { type: "circle", name: "door", center: { latitude: -37.8, longitude: 144.9 }, radius, ...more };
}

/** A zone in the form of a program's arguments. */
export function zone(more: JsonObject = {}): JsonObject {
  return { name: "cafe", minimumRetriggerTime: 600, geofeatures: [circle()], triggerOnExit: false, ...more };
}

/** A set's inputs, whose zones are texts, or placeholders. */
export function set(zones: Record<string, JsonObject | string>, more: JsonObject = {}): JsonObject {
  const texts = Object.entries(zones).map(([key, each]): [string, Json] => [
    key,
    typeof each === "string" ? each : JSON.stringify(each),
  ]);
  return { projectId: "project-1", zones: Object.fromEntries(texts), ...more };
}

interface Versions {
  readonly old?: JsonObject;
  readonly new?: JsonObject;
  /** The paths of the engine's diff. */
  readonly paths?: readonly string[];
  readonly urn?: string;
  /** Further properties of the old state. */
  readonly state?: JsonObject;
}

export function step(op: string, versions: Versions): JsonObject {
  const { urn = urnOf("cafe"), paths, state } = versions;
  return {
    op,
    urn,
    ...(versions.old && { oldState: { urn, inputs: versions.old, ...state } }),
    ...(versions.new && { newState: { urn, inputs: versions.new } }),
    detailedDiff:
      paths === undefined ? null : Object.fromEntries(paths.map((path) => [path, { kind: "update" }])),
  };
}

/** The text of a plan with the step of the stack, which every plan has. */
export function plan(steps: readonly JsonObject[], more: JsonObject = {}): string {
  const same = { op: "same", urn: stack, oldState: { urn: stack }, newState: { urn: stack } };
  return JSON.stringify({ steps: [same, ...steps], diagnostics: [], changeSummary: { same: 1 }, ...more });
}

export function state(resources: readonly JsonObject[]): string {
  return JSON.stringify({
    version: 3,
    deployment: { manifest: {}, resources: [{ urn: stack, type: "x" }, ...resources] },
  });
}

export function resource(name: string, inputs: JsonObject, more: JsonObject = {}): JsonObject {
  return { urn: urnOf(name), type: "pulumi-nodejs:dynamic/bluedot:Zone", id: `id-${name}`, inputs, ...more };
}
