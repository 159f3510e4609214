/** Readable names for a program, made from the API's. */

export interface Named {
  /** The API's name. */
  readonly name: string;
  readonly id: string;
  /** Goes before the name where another one has the same. Default: nothing. */
  readonly of?: string;
}

/**
 * A name for each, all different also where case does not count, in the order of names: the same objects get the same
 * names in whatever order they come.
 */
export function namesFor<T extends Named>(things: readonly T[], noun: string): [name: string, thing: T][] {
  const sorted = [...things].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  const slugged = sorted.map((thing) => ({ thing, slug: slugOf(thing.name, noun) }));
  const counts = new Map<string, number>();
  for (const { slug } of slugged) counts.set(caseless(slug), (counts.get(caseless(slug)) ?? 0) + 1);
  const isAlone = (slug: string) => counts.get(caseless(slug)) === 1;
  const taken = new Set(slugged.flatMap(({ slug }) => (isAlone(slug) ? [caseless(slug)] : [])));
  return slugged.map(({ thing, slug }) => {
    if (isAlone(slug)) return [slug, thing];
    const base = thing.of === undefined ? slug : `${thing.of}-${slug}`;
    return [unique(base, taken, "-"), thing];
  });
}

/**
 * What stands for a name: its letters and digits in lower case, those of the Latin script without accents, joined by
 * hyphens; at most 50 characters. `otherwise` stands for a name without any.
 */
export function slugOf(name: string, otherwise: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{Mn}\p{Mc}\p{Nd}]+/gu, "-")
    // A mark with no letter before it would stand on the hyphen.
    .replace(/(^|-)\p{M}+/gu, "$1")
    .replace(/^-+/, "");
  const slug = Array.from(plain).slice(0, longest).join("").replace(/-+$/, "");
  if (slug === "") return otherwise;
  return device.test(slug) ? `${slug}-${otherwise}` : slug;
}

/** A file system takes 255 bytes, and a letter is up to four. */
const longest = 50;

/** No file may have these names on Windows, whatever comes after a dot. */
const device = /^(con|prn|aux|nul|(com|lpt)\d)$/;

/** By code units, so that no machine's language changes the order. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names for the variables of one file, all different: `coffee-house` → `coffeeHouse`. */
export function identifiersFor(slugs: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(slugs.map((slug) => [slug, unique(identifierOf(slug), taken, "_")]));
}

function identifierOf(slug: string): string {
  const camel = slug
    .replace(/-+(.)/gu, (_hyphen, next: string) => next.toUpperCase())
    .replace(/[^\p{ID_Continue}]/gu, "")
    .replace(newLetters, "");
  return /^\p{ID_Start}/u.test(camel) && !reserved.has(camel) ? camel : `_${camel}`;
}

/** Letters that this machine may know, and the TypeScript that reads the program not yet: it knows an older Unicode. */
const newLetters = /[\u{10000}-\u{10ffff}\u1c80-\u1c8f\ua7c0-\ua7ff]/gu;

/** The name, or the name with a number, that is not taken yet, and is from now on. */
function unique(base: string, taken: Set<string>, hyphen: string): string {
  let name = base;
  for (let number = 2; taken.has(caseless(name)); number++) name = `${base}${hyphen}${number}`;
  taken.add(caseless(name));
  return name;
}

/** What file systems that do not tell case apart may take for the same. */
function caseless(name: string): string {
  return name.toUpperCase().toLowerCase();
}

/** Words of the language, and those that every program of ours uses. */
const reserved = new Set(
  (
    "arguments as async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null of package private " +
    "protected public return static super switch this throw true try typeof undefined var void while with yield " +
    "bluedot pulumi readData"
  ).split(" "),
);
