/** Finds the `pulumi` CLI that the demo and the tests run on, and gets it where it is absent. */
import { buildEngine } from "./build";
import { cachedEngine } from "./cache";
import { downloadEngine } from "./download";
import { ENGINE_VERSION, type Attempt, type Engine, type EngineTools } from "./engine";
import { engineOnPath } from "./path";
import { reasonOf } from "./reason";
import { engineTools } from "./tools";

interface Way {
  name: string;
  attempt: (tools: EngineTools) => Promise<Attempt>;
}

const WAYS: readonly Way[] = [
  { name: "on PATH", attempt: engineOnPath },
  { name: "in the cache", attempt: cachedEngine },
  { name: "by download", attempt: downloadEngine },
  { name: "by a build", attempt: buildEngine },
];

/**
 * A `pulumi` CLI that runs programs written for Node.js, the first that is found of:
 * one on PATH (version 3.259.0 or newer of major 3), version 3.259.0 in the cache folder of the npm package
 * `pulumi` (`$PULUMI_HOME/versions/3.259.0/bin`, by default below `~/.pulumi`), its official download, and a
 * build from the Go module proxy. The last two are kept in that cache folder; nothing else of the user's is
 * read or written.
 *
 * @param tools the parts of the world to replace; by default none
 * @throws EngineNotFound when all four ways fail
 * @example
 * const engine = await findEngine();
 * console.log(engine.folder, engine.origin);
 */
export async function findEngine(tools: Partial<EngineTools> = {}): Promise<Engine> {
  const world = engineTools(tools);
  const tried: string[] = [];
  for (const way of WAYS) {
    const attempt = await way.attempt(world).catch((error: unknown) => ({ answer: reasonOf(error) }));
    if ("engine" in attempt) return attempt.engine;
    tried.push(`${way.name}: ${attempt.answer}`);
  }
  throw new EngineNotFound(tried);
}

/** No way led to an engine; the message lists each way, what it came to, and what to install. */
export class EngineNotFound extends Error {
  constructor(readonly tried: readonly string[]) {
    super(
      [
        `The pulumi CLI ${ENGINE_VERSION} could not be found, downloaded or built. Tried:`,
        ...tried.map((line) => `  ${line.replaceAll("\n", "\n    ")}`),
        `Install the pulumi CLI ${ENGINE_VERSION} or newer (https://www.pulumi.com/docs/install/),` +
          " or Go 1.26 or newer (https://go.dev/dl/) with access to a Go module proxy, and try again.",
      ].join("\n"),
    );
    this.name = "EngineNotFound";
  }
}
