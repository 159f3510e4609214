/** Gets the engine from Pulumi's official archive, verified against the published checksums. */
import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { addToCache } from "./cache";
import { lastLines } from "./command";
import { ENGINE_VERSION, type Attempt, type EngineTools } from "./engine";
import { engineFiles, isExecutable } from "./executables";
import { withProgress } from "./progress";
import { reasonOf } from "./reason";

export async function downloadEngine(tools: EngineTools): Promise<Attempt> {
  const archive = archiveName(tools);
  if (!archive) return { answer: `there is no official archive for ${tools.platform} on ${tools.arch}` };
  const address = `${tools.downloadBase}/${archive}`;
  try {
    const engine = await withProgress(`downloading ${archive}`, tools, async () => {
      const checksum = await publishedChecksum(archive, tools);
      return addToCache("download", tools, async (workFolder) => {
        await fetchFile(address, join(workFolder, archive), checksum, tools);
        return unpack(archive, workFolder, tools);
      });
    });
    return { engine };
  } catch (error) {
    return { answer: `${address}: ${reasonOf(error)}` };
  }
}

const SYSTEMS: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };

function archiveName({ platform, arch }: EngineTools): string | undefined {
  const system = SYSTEMS[platform];
  if (!system || !["x64", "arm64"].includes(arch)) return undefined;
  return `pulumi-v${ENGINE_VERSION}-${system}-${arch}.${platform === "win32" ? "zip" : "tar.gz"}`;
}

async function publishedChecksum(archive: string, tools: EngineTools): Promise<string> {
  const name = `pulumi-${ENGINE_VERSION}-checksums.txt`;
  let text = "";
  const decoder = new TextDecoder();
  for await (const piece of piecesOf(`${tools.downloadBase}/${name}`, tools)) {
    text += decoder.decode(piece, { stream: true });
  }
  for (const line of text.split(/\r?\n/)) {
    const [checksum, file] = line.trim().split(/\s+\*?/);
    if (file === archive && checksum && /^[0-9a-f]{64}$/i.test(checksum)) return checksum.toLowerCase();
  }
  throw new Error(`${name} gives no SHA-256 of ${archive}`);
}

async function fetchFile(address: string, file: string, checksum: string, tools: EngineTools): Promise<void> {
  const hash = createHash("sha256");
  const handle = await open(file, "w");
  try {
    for await (const piece of piecesOf(address, tools)) {
      hash.update(piece);
      await handle.writeFile(piece);
    }
  } finally {
    await handle.close();
  }
  const found = hash.digest("hex");
  if (found !== checksum) throw new Error(`its SHA-256 is ${found}, and ${checksum} was published`);
}

/** The body of an address, given up when the server is silent for too long. */
async function* piecesOf(address: string, tools: EngineTools): AsyncGenerator<Uint8Array> {
  const given = new AbortController();
  const giveUpAfter = (limit: number, what: string) =>
    setTimeout(() => {
      given.abort(new Error(`${what} within ${limit / 1000} s`));
    }, limit);
  let timer = giveUpAfter(tools.answerLimit, "no answer");
  try {
    const response = await tools.fetch(address, { signal: given.signal });
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    clearTimeout(timer);
    timer = giveUpAfter(tools.stallLimit, "nothing more came");
    for await (const piece of response.body ?? []) {
      yield piece;
      timer.refresh();
    }
  } finally {
    clearTimeout(timer);
    given.abort();
  }
}

/** The archive holds one folder `pulumi`, with the executables in it or, for Windows, in its `bin`. */
async function unpack(archive: string, workFolder: string, tools: EngineTools): Promise<string> {
  await mkdir(join(workFolder, "unpacked"));
  // A relative name, since GNU tar takes what stands before a colon for a host; Windows' own tar reads zip.
  const tar = tools.platform === "win32" ? systemTar(tools) : "tar";
  const { code, stderr } = await tools.run(tar, ["-xf", archive, "-C", "unpacked"], {
    cwd: workFolder,
    environment: tools.environment,
  });
  if (code !== 0) throw new Error(`tar could not unpack it (${lastLines(stderr, 3)})`);
  for (const inside of ["pulumi", join("pulumi", "bin")]) {
    const folder = join(workFolder, "unpacked", inside);
    if (await isExecutable(join(folder, engineFiles(tools).pulumi), tools)) return folder;
  }
  throw new Error("the archive holds no pulumi");
}

function systemTar(tools: EngineTools): string {
  return join(tools.environment["SystemRoot"] ?? "C:\\Windows", "System32", "tar.exe");
}
