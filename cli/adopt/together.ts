/** Pieces of work that wait for somebody else, some at a time. */

/**
 * What comes of each piece, in their order. After the first that fails none is begun, and those under way are let end:
 * what they read is kept.
 *
 * @param places how many are under way at once
 */
export async function together<Result>(
  works: readonly (() => Promise<Result>)[],
  places: number,
): Promise<Result[]> {
  const waiting = [...works.entries()].reverse();
  const results: Result[] = [];
  const place = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [at, work] = next;
      try {
        results[at] = await work();
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: places }, place));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
}
