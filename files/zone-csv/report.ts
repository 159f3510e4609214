/** Collects what is wrong with a file, so that all of it can be told at once. */
import type { FileFault, Position } from "../fault";

/** Something that a fault can point at. */
export interface Place {
  readonly position: Position;
  readonly columnName?: string;
}

export class Report {
  readonly faults: FileFault[] = [];
  readonly #warnings: FileFault[] = [];
  readonly #repeated = new Map<string, { first: FileFault; more: number }>();

  fault(place: Place, message: string): void {
    this.faults.push(faultAt(place, message));
  }

  /** What was put right. */
  warn(place: Place, message: string): void {
    this.#warnings.push(faultAt(place, message));
  }

  /** What is the same in many rows of a file is told once, at the first of them, with their number. */
  warnOnce(topic: string, place: Place, message: string): void {
    const told = this.#repeated.get(topic);
    if (told) told.more += 1;
    else this.#repeated.set(topic, { first: faultAt(place, message), more: 0 });
  }

  /** In the order of the file. */
  warnings(): FileFault[] {
    const once = [...this.#repeated.values()].map(({ first, more }) =>
      more === 0
        ? first
        : { ...first, message: `${first.message} (so in ${more} more row${more === 1 ? "" : "s"})` },
    );
    return inOrder([...this.#warnings, ...once]);
  }

  /** Every fault, in the order of the file. */
  faultsInOrder(): FileFault[] {
    return inOrder(this.faults);
  }
}

function faultAt({ position, columnName }: Place, message: string): FileFault {
  return {
    line: position.line,
    column: position.column,
    ...(columnName !== undefined && { columnName }),
    message,
  };
}

function inOrder(faults: readonly FileFault[]): FileFault[] {
  return faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
