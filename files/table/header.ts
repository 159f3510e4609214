/** The header of a table: its columns by name. Case, blanks and underscores in a name say nothing. */
import { closestOf } from "../../provider/suggestions";
import type { Place, Report } from "../report";
import type { OptionName } from "../spelling";
import { Part } from "./part";
import type { Row } from "./rows";

export class Header {
  /** As in the file, without blanks around; a blank one names no column. */
  readonly names: readonly string[];
  readonly #row: Row;
  readonly #indexes = new Map<string, number>();
  readonly #asked = new Map<string, number>();

  constructor(row: Row, report: Report) {
    this.#row = row;
    this.names = row.texts.map((text) => text.trim());
    for (const [index, name] of this.names.entries()) {
      const plain = plainName(name);
      if (plain === "") continue;
      if (!this.#indexes.has(plain)) this.#indexes.set(plain, index);
      else report.warn(this.placeOf(index), `"${name}" is a column twice, and the first one is read`);
    }
  }

  indexOf(name: string): number | undefined {
    // A few names are asked for once a row.
    const known = this.#asked.get(name);
    if (known !== undefined) return known < 0 ? undefined : known;
    const index = this.#indexes.get(plainName(name));
    this.#asked.set(name, index ?? -1);
    return index;
  }

  has(name: string): boolean {
    return this.indexOf(name) !== undefined;
  }

  placeOf(index: number): Place {
    return new Part(this.#row.field(index, this.names[index] ?? ""));
  }

  /** The place of the whole. */
  get place(): Place {
    return { position: new Part(this.#row.field(0, "")).position };
  }

  /** The column that an option names; undefined after a fault. */
  columnOf(option: OptionName, name: string, report: Report): number | undefined {
    const index = this.indexOf(name);
    if (index === undefined) {
      report.fault(
        this.place,
        `there is no column "${name}", which ${report.option(option)} names; ${this.advice(name)}`,
      );
    }
    return index;
  }

  /** `did you mean "LAT"?`, or the columns that there are. */
  advice(name: string): string {
    const named = this.names.filter((each) => each !== "");
    const guess = closestOf(name, named);
    return guess === undefined ? `the columns are ${shown(named)}` : `did you mean "${guess}"?`;
  }
}

/** A long list is cut. */
export function shown(names: readonly string[]): string {
  const most = 30;
  const list = names.slice(0, most).map((name) => JSON.stringify(name));
  return names.length > most ? `${list.join(", ")} and ${names.length - most} more` : list.join(", ");
}

function plainName(name: string): string {
  return name.replaceAll(/[\s_-]/g, "").toLowerCase();
}
