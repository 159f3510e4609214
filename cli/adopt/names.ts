/** Readable names for a program, made from the API's. */

/** What stands for a name: letters and digits without accents, in lower case, joined by hyphens. */
export function slugOf(name: string, otherwise: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, longest)
    .replace(/-+$/, "");
  return plain === "" ? otherwise : plain;
}

const longest = 60;

export interface Named {
  /** The API's name. */
  readonly name: string;
  readonly id: string;
  /** Goes before the name where another one has the same. Default: nothing. */
  readonly of?: string;
}

/** A name for each, all different, in the order of names: the same objects get the same names in whatever order. */
export function namesFor<T extends Named>(things: readonly T[], noun: string): [name: string, thing: T][] {
  const sorted = [...things].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  const slugs = sorted.map((thing) => slugOf(thing.name, noun));
  const counts = new Map<string, number>();
  for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const taken = new Set(slugs.filter((slug) => counts.get(slug) === 1));
  return sorted.map((thing, at) => {
    const slug = slugs[at] ?? noun;
    if (counts.get(slug) === 1) return [slug, thing];
    const base = thing.of === undefined ? slug : `${thing.of}-${slug}`;
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}-${number}`;
    taken.add(name);
    return [name, thing];
  });
}

/** By code units, so that no machine's language changes the order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A name as TypeScript takes it for a variable: `coffee-house` → `coffeeHouse`. */
export function identifierOf(slug: string): string {
  const camel = slug.replace(/-+(.)/gu, (_hyphen, next: string) => next.toUpperCase());
  return /^[\p{L}_$]/u.test(camel) && !reserved.has(camel) ? camel : `_${camel}`;
}

const reserved = new Set(
  (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if implements import in instanceof interface let new null package private protected public return static " +
    "super switch this throw true try typeof var void while with yield bluedot pulumi config project destinations"
  ).split(" "),
);
