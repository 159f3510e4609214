/** Finds zones by their names, whatever the case and accents. */

/** Text without case and accents: `Café` and `CAFE` are `cafe`. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}

/** Returns a test of folded texts: each word of the query occurs in it. */
export function matcherOf(query: string): (text: string) => boolean {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  return (text) => words.every((word) => text.includes(word));
}
