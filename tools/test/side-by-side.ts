/** Runs jobs in several lanes at once, each lane with the next job that nobody has begun. */
export async function sideBySide<Lane, Job, Result>(
  lanes: readonly Lane[],
  jobs: readonly Job[],
  run: (lane: Lane, job: Job) => Promise<Result>,
  /** Is given each result in the order of the jobs, as soon as those before it have ended. */
  onResult: (result: Result) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  const ended = new Map<number, Result>();
  const waiting = jobs.entries();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [at, job] of waiting) {
        ended.set(at, await run(lane, job));
        for (let next = ended.get(results.length); next !== undefined; next = ended.get(results.length)) {
          results.push(next);
          onResult(next);
        }
      }
    }),
  );
  return results;
}
