/** Suggestions for a mistyped word, by edit distance. */
import { distance } from "fastest-levenshtein";

/** The word that was probably meant; undefined if none is close. */
export function closestOf(word: string, words: readonly string[]): string | undefined {
  const [best] = ranked(word, words);
  return best !== undefined && best.far <= Math.max(2, Math.floor(word.length / 4)) ? best.each : undefined;
}

/** The nearest three, as JSON texts, at any distance. */
export function nearestOf(word: string, words: readonly string[]): string[] {
  return ranked(word, words)
    .slice(0, 3)
    .map(({ each }) => JSON.stringify(each));
}

function ranked(word: string, words: readonly string[]): { each: string; far: number }[] {
  return [...new Set(words)]
    .map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
}
