/** Finds a zone that a program declares twice: two equal declarations cannot be matched with their objects. */
import { isString } from "../json";
import { ProgramError } from "./usage-error";
import { isPending } from "../zone/points";

/** A declaration of a zone that is not registered yet. */
export interface ZoneDeclaration {
  /** The resource's name in the program; in a set with the zone's key: `stores/17`. */
  readonly name: string;
  /** The subject of messages: `Zone "cafe"`. */
  readonly subject: string;
  readonly args: object;
  /** The id in the option `import`. */
  readonly imported?: string;
}

/** The zones that one program has declared so far. */
export class DeclaredZones {
  readonly #zones = new Map<unknown, Map<string, Candidate[]>>();

  /** @throws ProgramError if the program has declared the same zone before */
  add(declaration: ZoneDeclaration): void {
    const { projectId, name = declaration.name } = partsOf(declaration.args);
    if (!isString(name)) return;
    const ofProject = this.#zones.get(normalizedId(projectId)) ?? new Map<string, Candidate[]>();
    this.#zones.set(normalizedId(projectId), ofProject);
    const named = ofProject.get(name) ?? [];
    const candidate: Candidate = { declaration };
    const other = named.find((each) => isSameObject(each, candidate));
    if (other !== undefined) throw new ProgramError(sentence(name, other.declaration, declaration));
    named.push(candidate);
    ofProject.set(name, named);
  }
}

function sentence(name: string, other: ZoneDeclaration, { subject }: ZoneDeclaration): string {
  return `${subject}: it is the same zone as ${other.subject}, of the name "${name}" in one project and equal in all; declare it once, or give one of the two another name.`;
}

interface Candidate {
  readonly declaration: ZoneDeclaration;
  /** Computed for the first comparison. */
  text?: string;
}

/** Zones that are imported from different objects are different. */
function isSameObject(one: Candidate, other: Candidate): boolean {
  const [{ imported: from }, { imported: otherFrom }] = [one.declaration, other.declaration];
  if (from !== undefined && otherFrom !== undefined && from !== otherFrom) return false;
  return textOf(one) === textOf(other);
}

/** Properties that are compared before, and one that is not part of the zone. */
const EXCLUDED = new Set(["name", "projectId", "shouldSync"]);

function textOf(candidate: Candidate): string {
  candidate.text ??= textOfZone(partsOf(candidate.declaration.args));
  return candidate.text;
}

function textOfZone({ conditions, geofeatures, ...others }: Parts): string {
  const ofConditions = normalizedText(conditions, "conditions");
  // The order of geofeatures counts only in a sequential travelPath.
  const ofGeofeatures = normalizedText(
    geofeatures,
    ofConditions.includes('"sequential":true') ? "" : "geofeatures",
  );
  const rest = Object.entries(others).filter(([key]) => !EXCLUDED.has(key));
  return [ofConditions, ofGeofeatures, normalizedText(Object.fromEntries(rest), "")].join("\n");
}

/** An equal text for equivalent values: order counts in vertices and actions only, and empty means absent. */
function normalizedText(value: unknown, key: string): string {
  if (isPending(value)) return `#${numberOf(value)}`;
  if (value === null || value === undefined || value === false || value === "") return "";
  if (typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) {
    const parts = value.map((element: unknown) => normalizedText(element, ""));
    return parts.length === 0 ? "" : `[${(UNORDERED.has(key) ? parts.sort() : parts).join()}]`;
  }
  const parts = Object.entries(value)
    .map(([part, each]: [string, unknown]) => [part, normalizedText(each, part)] as const)
    .filter(([, text]) => text !== "")
    .map(([part, text]) => `${JSON.stringify(part)}:${text}`);
  return parts.length === 0 ? "" : `{${parts.sort().join()}}`;
}

const UNORDERED = new Set(["geofeatures", "conditions", "tags"]);

/** A pending value equals only itself. */
function numberOf(pending: object): number {
  const number = numbers.get(pending) ?? ++lastNumber;
  numbers.set(pending, number);
  return number;
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function normalizedId(id: unknown): unknown {
  return isString(id) ? id.toLowerCase() : id;
}

interface Parts {
  readonly [key: string]: unknown;
}

export function partsOf(args: object): Parts {
  return { ...args };
}
