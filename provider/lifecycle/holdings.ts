/**
 * Which objects the resources of a stack have, as far as one process has heard: so that none is taken over by two,
 * and what was taken over is not deleted with the resource that had it before.
 */
import { BluedotError } from "../errors";
import { stableText, type JsonObject } from "../json";
import type { Clock } from "./clock";
import { adoptionOf, type Adoption } from "./import-option";
import { openTurns, type Turns } from "./turns";

export interface Holdings extends Turns {
  /** Hears of a resource of the program. */
  checked(olds: JsonObject, news: JsonObject): void;
  /**
   * Hears that a resource of the program has the object `id`.
   *
   * @param replaces whether another object is to take its place. Default: none
   * @throws BluedotError where another one asks for it
   */
  compared(id: string, olds: JsonObject, news: JsonObject, replaces?: boolean): void;
  /** Why a resource that is new to the stack may not take over what it asks for. */
  clash(news: JsonObject): string | undefined;
  /** What a resource that is new to the stack has to take over, if anything. @throws BluedotError where another has it. */
  toTakeOver(news: JsonObject): Adoption | undefined;
  /** Keeps what the API holds from the look at it to the taking over. */
  found(id: string, found: JsonObject): void;
  takeFound(id: string): JsonObject | undefined;
  /** Hears that it has been taken over. */
  taken(adoption: Adoption): void;
  /** Hears that what exists just as it is declared has been taken over, and by whom: `Zone "cafe"`. */
  tookTwin(id: string, subject: string): void;
  /** Hears that it was not taken over after all. */
  gaveBack(id: string): void;
  /** Hears of a resource of the state: if its object is gone, it is made anew and not taken over again. */
  known(properties: JsonObject): void;
  /**
   * Who has the object and keeps it, whoever else in the state had it before.
   *
   * @param set the id of the set that is about to delete it; undefined for a resource of its own
   */
  keeperOf(id: string, set?: string): string | undefined;
  /**
   * Hears what a resource of the program is declared with. What is compared after that is one that the program goes on
   * having; a refresh compares those too that it has no longer.
   *
   * @param isNew whether the stack has none yet, or has another one made in its place
   */
  declared(inputs: JsonObject, isNew: boolean): void;
  /** Whether the program declares just that, as far as has been heard. */
  isDeclared(inputs: JsonObject): boolean;
  /**
   * Hears that a set of the program has these objects and goes on having them. A set is known by its id: one that is
   * still to be deleted may have had the same name.
   */
  inSet(ids: Iterable<string>, set: { readonly id: string; readonly subject: string }): void;
  /** Hears that a resource of the program has made it. */
  made(id: string): void;
  /** Whether a resource of the program has it, as far as has been heard. */
  has(id: string): boolean;
  /** Whether it is asked for the first time. */
  once(what: string): boolean;
}

export function openHoldings(noun: string, clock: Clock): Holdings {
  /** Resources of the stack whose option has done its work: one that is replaced makes a new object. */
  const settled = new Set<string>();
  /** Those of them that are about to be replaced. */
  const remade = new Set<string>();
  /** Which resource has an object that it took over in an earlier run. */
  const holders = new Map<string, Adoption>();
  const had = new Set<string>();
  const asked = new Map<string, string>();
  const looks = new Map<string, JsonObject>();
  const takers = new Map<string, string>();
  const inSets = new Map<string, { readonly id: string; readonly subject: string }>();
  const others = new Set<string>();
  const declared = new Set<string>();
  /** What resources of the program have, and whether they are to keep it. */
  const own = new Set<string>();
  const kept = new Set<string>();
  const comparedAs = new Map<string, Set<string>>();
  const told = new Set<string>();
  const turns = openTurns(clock);
  const keyOf = ({ id, as }: Adoption) => JSON.stringify([id, as]);
  const inTheStack = ({ id, as }: Adoption) =>
    `${noun} ${id} belongs to another resource of the stack, and "${as}" cannot take it over; remove the option \`import\` of "${as}", use the option \`aliases\` where it was only renamed, or take the other resource out of the program and the state (\`pulumi state delete\`).`;
  const toTakeOver = (news: JsonObject) => {
    const adoption = adoptionOf(news);
    return adoption === undefined || settled.has(keyOf(adoption)) ? undefined : adoption;
  };
  const clash = (adoption: Adoption) => {
    const { id, as } = adoption;
    const first = takers.get(id) ?? inQuotes(asked.get(id) ?? as);
    return had.has(id) || inSets.has(id) || first !== inQuotes(as) ? inTheStack(adoption) : undefined;
  };

  return {
    ...turns,
    checked(olds, news) {
      turns.heard();
      const adoption = adoptionOf(news);
      if (adoption === undefined) return;
      if (Object.keys(olds).length > 0) settled.add(keyOf(adoption));
      else if (settled.has(keyOf(adoption))) remade.add(adoption.id);
      else if (!settled.has(keyOf(adoption)) && !asked.has(adoption.id)) asked.set(adoption.id, adoption.as);
    },
    compared(id, olds, news, replaces = false) {
      turns.heard();
      had.add(id);
      const text = textOf(news);
      if (declared.has(text) && !replaces) {
        own.add(id);
        kept.add(id);
        comparedAs.set(text, (comparedAs.get(text) ?? new Set()).add(id));
      }
      const adoption = adoptionOf(news);
      if (adoption !== undefined && adoption.id !== id && adoptionOf(olds)?.id !== adoption.id) {
        throw new BluedotError(
          "conflict",
          `"${adoption.as}" is in the stack already as ${noun} ${id}, but its option \`import\` names ${adoption.id}; remove the option, or take the resource out of the state first (\`pulumi state delete\`).`,
        );
      }
      if (adoption?.id === id) holders.set(id, adoption);
      const as = asked.get(id);
      if (as !== undefined && as !== adoption?.as) throw new BluedotError("conflict", inTheStack({ id, as }));
    },
    clash(news) {
      const adoption = toTakeOver(news);
      return adoption && clash(adoption);
    },
    toTakeOver(news) {
      const adoption = toTakeOver(news);
      if (adoption === undefined) return undefined;
      const reason = clash(adoption);
      if (reason !== undefined) throw new BluedotError("conflict", reason);
      return adoption;
    },
    known(properties) {
      const adoption = adoptionOf(properties);
      if (adoption !== undefined) settled.add(keyOf(adoption));
    },
    found: (id, found) => {
      looks.set(id, found);
    },
    takeFound(id) {
      const found = looks.get(id);
      looks.delete(id);
      return found;
    },
    taken: ({ id, as }) => {
      takers.set(id, inQuotes(as));
    },
    tookTwin: (id, subject) => {
      takers.set(id, subject);
    },
    gaveBack: (id) => {
      takers.delete(id);
    },
    keeperOf(id, set) {
      const taker = takers.get(id);
      if (taker !== undefined) return taker;
      const inSet = inSets.get(id);
      if (inSet !== undefined && inSet.id !== set) return inSet.subject;
      const importer = asked.get(id);
      if (set !== undefined && importer !== undefined) return inQuotes(importer);
      const holder = remade.has(id) ? undefined : holders.get(id);
      if (holder !== undefined) return inQuotes(holder.as);
      return kept.has(id) ? "another resource of the program" : undefined;
    },
    declared(inputs, isNew) {
      turns.heard();
      const text = textOf(inputs);
      declared.add(text);
      // The engine asks a second time about one that it replaces, whose object is to go.
      if (isNew) for (const id of comparedAs.get(text) ?? []) kept.delete(id);
    },
    isDeclared: (inputs) => declared.has(textOf(inputs)),
    inSet(ids, set) {
      turns.heard();
      for (const id of ids) inSets.set(id, set);
    },
    made: (id) => {
      others.add(id);
    },
    has: (id) => own.has(id) || takers.has(id) || inSets.has(id) || others.has(id),
    once(what) {
      const isFirst = !told.has(what);
      told.add(what);
      return isFirst;
    },
  };
}

/** What is compared has the handler's string always, and what is checked not yet. */
function textOf(inputs: JsonObject): string {
  return stableText({ ...inputs, __provider: null });
}

/** A resource by its name in the program, in a sentence. */
export function inQuotes(name: string): string {
  return `"${name}"`;
}
