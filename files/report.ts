/** Collects the faults of a file, so that all are reported together. */
import type { FileFault, Position } from "./fault";
import { programOption, type OptionName, type SpellOption } from "./spelling";

/** Something that a fault can point at. */
export interface Place {
  /** Absent in a format without lines of its own. */
  readonly position?: Position;
  readonly columnName?: string;
  /** `features[3] ("Carlton"): geometry.coordinates[0][2]` */
  readonly path?: string;
}

/** A fault or correction that repeats in a file. */
interface Repeated {
  readonly first: FileFault;
  more: number;
}

export class Report {
  readonly #spell: SpellOption;
  readonly #faults: FileFault[] = [];
  readonly #repeatedFaults = new Map<string, Repeated>();
  readonly #warnings: FileFault[] = [];
  readonly #repeatedWarnings = new Map<string, Repeated>();

  /** @param spell how sentences name the options that the user has */
  constructor(spell: SpellOption = programOption) {
    this.#spell = spell;
  }

  /** The name in sentences of an option that is given. */
  option(name: OptionName): string {
    return this.#spell(name) ?? name;
  }

  /** A part of a sentence that advises an option; blank where the user has no such option. */
  advise(name: OptionName, value: string | number | undefined, part: (option: string) => string): string {
    const option = this.#spell(name, value);
    return option === undefined ? "" : part(option);
  }

  fault(place: Place, message: string): void {
    this.#faults.push(faultAt(place, message));
  }

  /** A fault that all of a file has is shown once, at the first place, with the number of the others. */
  faultOnce(topic: string, place: Place, message: string): void {
    count(this.#repeatedFaults, topic, faultAt(place, message));
  }

  /** The corrections. */
  warn(place: Place, message: string): void {
    this.#warnings.push(faultAt(place, message));
  }

  /** As `faultOnce`, for what was put right. */
  warnOnce(topic: string, place: Place, message: string): void {
    count(this.#repeatedWarnings, topic, faultAt(place, message));
  }

  /** A warning that is nothing to who looks at places alone: a map, a check, a walk. */
  noteOnce(topic: string, place: Place, message: string): void {
    count(this.#repeatedWarnings, topic, { ...faultAt(place, message), isNote: true });
  }

  /** True if `warnOnce` has a warning of this topic. */
  hasWarned(topic: string): boolean {
    return this.#repeatedWarnings.has(topic);
  }

  get hasFaults(): boolean {
    return this.#faults.length + this.#repeatedFaults.size > 0;
  }

  /** In the order of the file. */
  warnings(): FileFault[] {
    return inOrder([...this.#warnings, ...once(this.#repeatedWarnings)]);
  }

  /** Every fault, in the order of the file. */
  faultsInOrder(): FileFault[] {
    return inOrder([...this.#faults, ...once(this.#repeatedFaults)]);
  }
}

function count(repeated: Map<string, Repeated>, topic: string, fault: FileFault): void {
  const known = repeated.get(topic);
  if (known) known.more += 1;
  else repeated.set(topic, { first: fault, more: 0 });
}

function once(repeated: ReadonlyMap<string, Repeated>): FileFault[] {
  return [...repeated.values()].map(({ first, more }) =>
    more === 0 ? first : { ...first, message: `${first.message} (and ${more} more like it)` },
  );
}

function faultAt({ position, columnName, path }: Place, message: string): FileFault {
  return {
    ...position,
    ...(columnName !== undefined && { columnName }),
    ...(path !== undefined && { path }),
    message,
  };
}

/** Faults without a line keep the order in which they were found, before all others. */
function inOrder(faults: readonly FileFault[]): FileFault[] {
  return faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
