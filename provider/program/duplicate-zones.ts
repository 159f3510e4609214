/** Finds a zone that a program declares twice: of two equal ones nobody could tell which object is whose. */
import { isString } from "../json";
import { ProgramError } from "./usage-error";
import { isLater } from "../zone/points";

/** One declaration of a zone, not registered yet. */
export interface ZoneDeclaration {
  /** The resource's name in the program; of a zone of a set with its key: `stores/17`. */
  readonly name: string;
  /** `Zone "cafe"`, by which messages call it. */
  readonly subject: string;
  readonly args: object;
  /** The object that the option `import` names. */
  readonly imported?: string;
}

/** The zones that one program has declared so far. */
export class DeclaredZones {
  readonly #zones = new Map<unknown, Map<string, Known[]>>();

  /** @throws ProgramError where the program has declared the same zone already */
  add(declaration: ZoneDeclaration): void {
    const { projectId, name = declaration.name } = partsOf(declaration.args);
    if (!isString(name)) return;
    const ofProject = this.#zones.get(spelt(projectId)) ?? new Map<string, Known[]>();
    this.#zones.set(spelt(projectId), ofProject);
    const named = ofProject.get(name) ?? [];
    const known: Known = { declaration };
    const other = named.find((each) => isSameObject(each, known));
    if (other !== undefined) throw new ProgramError(sentence(name, other.declaration, declaration));
    named.push(known);
    ofProject.set(name, named);
  }
}

function sentence(name: string, other: ZoneDeclaration, { subject }: ZoneDeclaration): string {
  return `${subject}: it is the same zone as ${other.subject}, of the name "${name}" in one project and equal in all; declare it once, or give one of the two another name.`;
}

interface Known {
  readonly declaration: ZoneDeclaration;
  /** Made for the first other of its name. */
  text?: string;
}

/** Two that are imported from different objects are different however equal they are. */
function isSameObject(one: Known, other: Known): boolean {
  const [{ imported: from }, { imported: otherFrom }] = [one.declaration, other.declaration];
  if (from !== undefined && otherFrom !== undefined && from !== otherFrom) return false;
  return textOf(one) === textOf(other);
}

/** The properties that the search goes by, and one that is no state. */
const apart = new Set(["name", "projectId", "shouldSync"]);

function textOf(known: Known): string {
  known.text ??= textOfZone(partsOf(known.declaration.args));
  return known.text;
}

function textOfZone({ conditions, geofeatures, ...others }: Parts): string {
  const when = written(conditions, "conditions");
  // A sequence in which they are to be crossed is all that the order of geofeatures says.
  const fences = written(geofeatures, when.includes('"sequential":true') ? "" : "geofeatures");
  const rest = Object.entries(others).filter(([key]) => !apart.has(key));
  return [when, fences, written(Object.fromEntries(rest), "")].join("\n");
}

/** One text for what the API takes for one: order counts in vertices and actions alone, and what is empty is absent. */
function written(value: unknown, key: string): string {
  if (isLater(value)) return `#${numberOf(value)}`;
  if (value === null || value === undefined || value === false || value === "") return "";
  if (typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) {
    const parts = value.map((element: unknown) => written(element, ""));
    return parts.length === 0 ? "" : `[${(unordered.has(key) ? parts.sort() : parts).join()}]`;
  }
  const parts = Object.entries(value)
    .map(([part, each]: [string, unknown]) => [part, written(each, part)] as const)
    .filter(([, text]) => text !== "")
    .map(([part, text]) => `${JSON.stringify(part)}:${text}`);
  return parts.length === 0 ? "" : `{${parts.sort().join()}}`;
}

const unordered = new Set(["geofeatures", "conditions", "tags"]);

/** What is not known yet is equal to itself alone. */
function numberOf(later: object): number {
  const known = numbers.get(later) ?? ++lastNumber;
  numbers.set(later, known);
  return known;
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function spelt(id: unknown): unknown {
  return isString(id) ? id.toLowerCase() : id;
}

interface Parts {
  readonly [key: string]: unknown;
}

function partsOf(args: object): Parts {
  return { ...args };
}
