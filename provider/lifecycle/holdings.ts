/**
 * Which objects the resources of a stack have, as far as one process has heard: so that none is taken over by two,
 * and what was taken over is not deleted with the resource that had it before.
 */
import { BluedotError } from "../errors";
import { stableText, type JsonObject } from "../json";
import type { Clock } from "./clock";
import { adoptionOf, type Adoption } from "./import-option";

export interface Holdings {
  /** Hears of a resource of the program. */
  checked(olds: JsonObject, news: JsonObject): void;
  /** Hears that a resource of the program has the object `id`. @throws BluedotError where another one asks for it. */
  compared(id: string, olds: JsonObject, news: JsonObject): void;
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
  /** Hears of a resource of the state: if its object is gone, it is made anew and not taken over again. */
  known(properties: JsonObject): void;
  /** Who has the object and keeps it, whoever else in the state had it before; asked by what is about to delete it. */
  keeperOf(id: string, asked?: Holder): string | undefined;
  /**
   * Hears what a resource of the program is declared with. What is compared after that is one that the program goes on
   * having; a refresh compares those too that it has no longer.
   */
  declared(inputs: JsonObject): void;
  /** Whether the program declares just that, as far as has been heard. */
  isDeclared(inputs: JsonObject): boolean;
  /** Hears that a set of the program has these objects and goes on having them. */
  inSet(ids: Iterable<string>, as: string): void;
  /** Hears that a resource of the program has made it. */
  made(id: string): void;
  /** Whether a resource of the program has it, as far as has been heard. */
  has(id: string): boolean;
  /** Does what is called by one name one after another. */
  oneByOne<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  /** Does what decides whether a resource takes something over. */
  deciding<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Waits until the engine has told of no other resource for a while. */
  quiet(): Promise<void>;
  /** Waits until, besides, nobody decides any more what to take over. */
  decided(): Promise<void>;
}

/** A resource that is one object, or a set of many. */
export type Holder = "resource" | "set";

/** The engine tells of one resource after another; nothing for so long, in milliseconds, is the end of them. */
const QUIET = 300;
/** But that end is not waited for longer than so many times that long. */
const MOST_WAITS = 100;

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
  const inSets = new Map<string, string>();
  const others = new Set<string>();
  const queues = new Map<string, Promise<void>>();
  const declared = new Set<string>();
  const kept = new Set<string>();
  let lastHeard = 0;
  let deciding = 0;
  const untilQuiet = async (isBusy: () => boolean) => {
    for (let waits = 0; waits < MOST_WAITS; waits++) {
      const left = lastHeard + QUIET - clock.now();
      if (left <= 0 && !isBusy()) return;
      await clock.sleep(Math.max(left, QUIET / 10));
    }
  };
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
    checked(olds, news) {
      lastHeard = clock.now();
      const adoption = adoptionOf(news);
      if (adoption === undefined) return;
      if (Object.keys(olds).length > 0) settled.add(keyOf(adoption));
      else if (settled.has(keyOf(adoption))) remade.add(adoption.id);
      else if (!settled.has(keyOf(adoption)) && !asked.has(adoption.id)) asked.set(adoption.id, adoption.as);
    },
    compared(id, olds, news) {
      lastHeard = clock.now();
      had.add(id);
      if (declared.has(textOf(news))) kept.add(id);
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
    keeperOf(id, asked = "resource") {
      const taker = takers.get(id);
      if (taker !== undefined) return taker;
      if (asked === "set") return kept.has(id) ? "a resource of its own" : undefined;
      const holder = remade.has(id) ? undefined : holders.get(id);
      return inSets.get(id) ?? (holder === undefined ? undefined : inQuotes(holder.as));
    },
    declared: (inputs) => {
      lastHeard = clock.now();
      declared.add(textOf(inputs));
    },
    isDeclared: (inputs) => declared.has(textOf(inputs)),
    inSet(ids, as) {
      lastHeard = clock.now();
      for (const id of ids) inSets.set(id, as);
    },
    made: (id) => {
      others.add(id);
    },
    has: (id) => kept.has(id) || takers.has(id) || inSets.has(id) || others.has(id),
    oneByOne(name, work) {
      const before = queues.get(name);
      const result = before === undefined ? work() : before.then(work);
      const ended = result.then(
        () => undefined,
        () => undefined,
      );
      queues.set(name, ended);
      void ended.then(() => {
        if (queues.get(name) === ended) queues.delete(name);
      });
      return result;
    },
    async deciding(work) {
      deciding += 1;
      try {
        return await work();
      } finally {
        deciding -= 1;
      }
    },
    quiet: () => untilQuiet(() => false),
    decided: () => untilQuiet(() => deciding > 0),
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
