interface ConcurrencyOptions {
  /** The number of things worked on at once. */
  readonly atOnce: number;
  /** No more work begins once this is true. Default: never. */
  readonly isStopped?: () => boolean;
}

/**
 * Works on many things, a limited number at once. After the first failure no more work begins; work under way ends
 * first, since others use its result, and then the call rejects with that failure.
 */
export async function forEachConcurrent<Thing>(
  things: readonly Thing[],
  { atOnce, isStopped = () => false }: ConcurrencyOptions,
  work: (thing: Thing, index: number) => Promise<void>,
): Promise<void> {
  const rest = things.entries();
  const failures: unknown[] = [];
  const worker = async () => {
    while (failures.length === 0 && !isStopped()) {
      const { value, done } = rest.next();
      if (done === true) return;
      const [index, thing] = value;
      try {
        await work(thing, index);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker));
  if (failures.length > 0) throw failures[0];
}
