/** Names that are unique in a source. */
import { partsOf } from "./zone-resources";

/** A thing that may share its name with others. */
export interface Labelled {
  readonly name: string;
  /** The difference from others of its name: the types of its parents, or its id. */
  readonly more: string;
}

/** The name of each, with what tells it apart where it is not unique: `door (shop:index:Shop)`. */
export function uniqueLabels(things: readonly Labelled[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of things) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = new Set([...counts].flatMap(([name, count]) => (count === 1 ? [name] : [])));
  return things.map(({ name, more }) => {
    if (counts.get(name) === 1) return name;
    const long = more === "" ? name : `${name} (${more})`;
    let label = long;
    for (let number = 2; taken.has(label); number++) label = `${long} ${number}`;
    taken.add(label);
    return label;
  });
}

/** The names of resources, with the types of their parents where a name is not unique. */
export function resourceLabels(urns: readonly string[]): string[] {
  return uniqueLabels(
    urns.map((urn) => {
      const { type, name } = partsOf(urn);
      return { name, more: type.split("$").slice(0, -1).join(", ") };
    }),
  );
}
