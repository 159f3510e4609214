/** Builds the engine from the Go module proxy, for where the official download is out of reach. */
import { chmod, copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { addToCache } from "./cache";
import { lastLines } from "./command";
import { ENGINE_VERSION, type Attempt, type EngineTools } from "./engine";
import { engineFiles } from "./executables";
import { withProgress } from "./progress";
import { codeOf } from "./reason";

export async function buildEngine(tools: EngineTools): Promise<Attempt> {
  if (!(await hasGo(tools))) return { answer: "go is not on PATH" };
  tools.say("a first build takes minutes and 3 GB of Go's caches, later ones less than a minute");
  const engine = await withProgress(`building pulumi ${ENGINE_VERSION} with Go`, tools, () =>
    addToCache("build", tools, async (workFolder) => {
      const folder = join(workFolder, "bin");
      await mkdir(folder);
      await buildExecutables(folder, tools);
      await copyLauncher(folder, tools);
      return folder;
    }),
  );
  return { engine };
}

async function hasGo(tools: EngineTools): Promise<boolean> {
  try {
    // Outside of the modules, so that no newer Go is fetched just to answer.
    await tools.run("go", ["version"], { cwd: tools.homeFolder, environment: tools.environment });
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

async function buildExecutables(folder: string, tools: EngineTools): Promise<void> {
  const files = engineFiles(tools);
  const cli = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
  const languageHost = "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs";
  await goBuild("cli", cli, join(folder, files.pulumi), tools);
  await goBuild("language-host", languageHost, join(folder, files.languageHost), tools);
}

async function goBuild(module: string, name: string, output: string, tools: EngineTools): Promise<void> {
  const version = `github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${ENGINE_VERSION}`;
  const flags = ["-mod=readonly", "-trimpath", "-buildvcs=false", "-ldflags", `-s -w -X ${version}`];
  const { code, stderr } = await tools.run("go", ["build", ...flags, "-o", output, name], {
    cwd: join(tools.goModules, module),
    // Neither a C compiler nor a go.work of the user's may decide whether it succeeds.
    environment: { ...tools.environment, CGO_ENABLED: "0", GOWORK: "off" },
  });
  if (code !== 0) throw new Error(`\`go build ${name}\` failed: ${lastLines(stderr, 5)}`);
}

/** Windows starts the `.cmd`; everywhere else it is a shell script. */
async function copyLauncher(folder: string, tools: EngineTools): Promise<void> {
  const { launcher } = engineFiles(tools);
  await copyFile(join(tools.launcherFolder, launcher), join(folder, launcher));
  await chmod(join(folder, launcher), 0o755);
}
