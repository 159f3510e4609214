/** Generates readable names for a program from the names in the API. */

export interface Named {
  /** The API's name. */
  readonly name: string;
  readonly id: string;
  /** The prefix of a name that is not unique. Default: none. */
  readonly of?: string;
}

/**
 * A unique name for each, also without regard to case, in the order of names: the same objects get the same names in any
 * order.
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
 * The slug of a name: its letters and digits in lower case, Latin ones without accents, joined by hyphens; at most 50
 * characters. `otherwise` is the slug of a name without letters or digits.
 */
export function slugOf(name: string, otherwise: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{Mn}\p{Mc}\p{Nd}]+/gu, "-")
    // A combining mark without a letter would attach to the hyphen.
    .replace(/(^|-)\p{M}+/gu, "$1")
    .replace(/^-+/, "");
  const slug = Array.from(plain).slice(0, longest).join("").replace(/-+$/, "");
  if (slug === "") return otherwise;
  return device.test(slug) ? `${slug}-${otherwise}` : slug;
}

/** File systems allow 255 bytes, and a letter takes up to four. */
const longest = 50;

/** Windows reserves these file names, with any extension. */
const device = /^(con|prn|aux|nul|(com|lpt)\d)$/;

/** Compares code units, independent of the machine's language. */
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

/** Letters of newer Unicode versions, which the TypeScript of the program may not know. */
const newLetters = /[\u{10000}-\u{10ffff}\u1c80-\u1c8f\ua7c0-\ua7ff]/gu;

/** The name, with a number if it is taken; adds it to `taken`. */
function unique(base: string, taken: Set<string>, hyphen: string): string {
  let name = base;
  for (let number = 2; taken.has(caseless(name)); number++) name = `${base}${hyphen}${number}`;
  taken.add(caseless(name));
  return name;
}

/** Equal for names that are one on a case-insensitive file system. */
function caseless(name: string): string {
  return name.toUpperCase().toLowerCase();
}

/** Words of the language and of every generated program. */
const reserved = new Set(
  (
    "arguments as async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null of package private " +
    "protected public return static super switch this throw true try typeof undefined var void while with yield " +
    "bluedot pulumi readData"
  ).split(" "),
);
