export interface ConcurrencyOptions {
  readonly atOnce: number;
  /** Default: never. */
  readonly isStopped?: () => boolean;
}

/**
 * Works on many things, so many at once; begins no more once it is to stop, and waits for what is under way. Rejects
 * with what goes wrong first, and begins no more then either.
 */
export async function forEachConcurrent<Thing>(
  things: readonly Thing[],
  { atOnce, isStopped = () => false }: ConcurrencyOptions,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const rest = things.values();
  let hasFailed = false;
  const worker = async () => {
    while (!hasFailed && !isStopped()) {
      const { value, done } = rest.next();
      if (done === true) return;
      try {
        await work(value);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker));
}
