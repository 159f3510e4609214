/** Tells the user what is being done, every 20 seconds for how long, and how it ended. */
import type { EngineTools } from "./engine";
import { reasonOf } from "./reason";

const INTERVAL = 20_000;

export async function withProgress<T>(what: string, tools: EngineTools, work: () => Promise<T>): Promise<T> {
  const began = tools.now();
  const seconds = () => `${Math.round((tools.now() - began) / 1000)} s`;
  tools.say(what);
  const stop = tools.every(INTERVAL, () => {
    tools.say(`${what}: ${seconds()} so far`);
  });
  try {
    const result = await work();
    tools.say(`${what}: done in ${seconds()}`);
    return result;
  } catch (error) {
    tools.say(`${what}: failed, ${reasonOf(error)}`);
    throw error;
  } finally {
    stop();
  }
}
