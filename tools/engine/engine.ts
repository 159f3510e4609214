/** The types of an engine, and of everything outside this process that the search for one touches. */
import type { Environment, RunCommand } from "./command";

/** The version of the `pulumi` CLI that is downloaded or built, and the oldest one accepted on PATH. */
export const ENGINE_VERSION = "3.259.0";

/** A `pulumi` CLI that can run programs written for Node.js. */
export interface Engine {
  /** The folder of `pulumi`, to be put first on a child's PATH; `pulumi-language-nodejs` and `pulumi-resource-pulumi-nodejs` stand there or on PATH. */
  folder: string;
  /** The full path of the `pulumi` executable. */
  pulumi: string;
  /** Its version, without a leading `v`, such as `3.259.0`. */
  version: string;
  /** The origin of the engine in this run. */
  origin: "path" | "cache" | "download" | "build";
}

/** The result of one way of getting an engine: the engine, or one sentence that says why there is none. */
export type Attempt = { engine: Engine } | { answer: string };

/** The world as the search for an engine sees it; a test replaces any part. */
export interface EngineTools {
  platform: string;
  arch: string;
  environment: Environment;
  /** The user's home folder. */
  homeFolder: string;
  run: RunCommand;
  fetch: typeof fetch;
  /** Address of the folder that holds the official archives and their checksums. */
  downloadBase: string;
  /** Milliseconds a server may take to begin its answer, name lookup and connect included. */
  answerLimit: number;
  /** Milliseconds a download may stand still. */
  stallLimit: number;
  /** Folder of the Go modules `cli` and `language-host`. */
  goModules: string;
  /** Folder that holds the launcher of dynamic providers: the root of the npm package `@pulumi/pulumi`. */
  launcherFolder: string;
  /** Tells the user one line of progress. */
  say(line: string): void;
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Calls back again and again until the function it returns is called. */
  every(milliseconds: number, call: () => void): () => void;
}
