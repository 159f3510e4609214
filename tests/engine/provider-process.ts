/** The dynamic-provider process of the installed @pulumi/pulumi, spoken to as the engine speaks to it. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

export type Properties = Record<string, JavaScriptValue>;

export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const urn = "urn:pulumi:test::test::pulumi-nodejs:dynamic/bluedot:Zone::cafe";

/** As the protocol counts them. */
const changesOf = { 0: "unknown", 1: "none", 2: "some" } as const;

export interface ProviderProcess {
  check(
    news: Properties,
    olds?: Properties,
  ): Promise<{ inputs: Properties; failures: { property: string; reason: string }[] }>;
  diff(
    id: string,
    olds: Properties,
    news: Properties,
  ): Promise<{ changes: "none" | "some" | "unknown"; replaces: string[] }>;
  create(news: Properties): Promise<{ id: string; properties: Properties }>;
  /** As a refresh asks: with the outputs of the last operation. */
  read(id: string, outputs: Properties): Promise<{ id: string; properties: Properties; inputs: Properties }>;
  /** As `get` asks: with inputs only. */
  get(id: string, inputs: Properties): Promise<{ id: string; properties: Properties; inputs: Properties }>;
  update(id: string, olds: Properties, news: Properties): Promise<Properties>;
  delete(id: string, outputs: Properties): Promise<void>;
  /** Tells it something, where what runs first in it listens; resolves with what it says when that is done. */
  tell(something: string | readonly string[]): Promise<unknown>;
  /** All that the process has printed. */
  printed(): string;
  stop(): Promise<void>;
}

/** A failed call: what the engine shows, and the partial state that came with it. */
export class CallFailed extends Error {
  readonly partialState: { id: string; properties: Properties; reasons: string[] } | undefined;

  constructor(error: ServiceError) {
    super(error.details);
    const details = error.metadata.get("grpc-status-details-bin")[0];
    this.partialState = details instanceof Buffer ? partialStateIn(details) : undefined;
  }
}

/** Starts the process in the repository's folder with this stack config. */
export async function startProvider(
  config: Record<string, string>,
  environment: NodeJS.ProcessEnv = {},
): Promise<ProviderProcess> {
  const script = require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
  const child = spawn(process.execPath, [script, "127.0.0.1:1"], {
    cwd: join(__dirname, "../.."),
    env: {
      PATH: process.env["PATH"],
      NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
      NODE_OPTIONS: process.env["NODE_OPTIONS"],
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  if (child.stdout === null || child.stderr === null) throw new Error("The process has no output.");
  let printed = "";
  let logged = 0;
  child.stderr.on("data", (text: Buffer) => (printed += text.toString()));
  const lines = createInterface(child.stdout);
  const [port] = (await once(lines, "line")).map(String);
  lines.on("line", (line) => (printed += `${line}\n`));
  const client = new ResourceProviderClient(`127.0.0.1:${port ?? ""}`, credentials.createInsecure());
  const configure = new messages.ConfigureRequest();
  try {
    configure.setArgs(Struct.fromJavaScript(config));
    await ask((done: Done<messages.ConfigureResponse>) => client.configure(configure, done));
  } catch (error) {
    await stop(child, client);
    throw error;
  }
  return {
    ...operations(client),
    tell: (something) => {
      const number = (logged += 1);
      return new Promise((resolve) => {
        const listen = (message: unknown) => {
          if (!Array.isArray(message) || message[0] !== number) return;
          child.off("message", listen);
          resolve(message[1]);
        };
        child.on("message", listen);
        child.send([number, something]);
      });
    },
    printed: () => printed,
    stop: () => stop(child, client),
  };
}

function operations(client: ResourceProviderClient): Omit<ProviderProcess, "tell" | "printed" | "stop"> {
  const read = async (id: string, properties?: Properties, inputs?: Properties) => {
    const request = new messages.ReadRequest();
    request.setUrn(urn);
    request.setId(id);
    if (properties) request.setProperties(Struct.fromJavaScript(properties));
    if (inputs) request.setInputs(Struct.fromJavaScript(inputs));
    const answer = await ask((done: Done<messages.ReadResponse>) => client.read(request, done));
    return {
      id: answer.getId(),
      properties: plain(answer.getProperties()),
      inputs: plain(answer.getInputs()),
    };
  };
  return {
    check: async (news, olds = {}) => {
      const request = new messages.CheckRequest();
      request.setUrn(urn);
      request.setOlds(Struct.fromJavaScript(olds));
      request.setNews(Struct.fromJavaScript(news));
      const answer = await ask((done: Done<messages.CheckResponse>) => client.check(request, done));
      const failures = answer
        .getFailuresList()
        .map((each) => ({ property: each.getProperty(), reason: each.getReason() }));
      return { inputs: plain(answer.getInputs()), failures };
    },
    diff: async (id, olds, news) => {
      const request = new messages.DiffRequest();
      request.setUrn(urn);
      request.setId(id);
      request.setOlds(Struct.fromJavaScript(olds));
      request.setNews(Struct.fromJavaScript(news));
      const answer = await ask((done: Done<messages.DiffResponse>) => client.diff(request, done));
      const changes = changesOf[answer.getChanges()];
      return { changes, replaces: answer.getReplacesList() };
    },
    create: async (news) => {
      const request = new messages.CreateRequest();
      request.setUrn(urn);
      request.setProperties(Struct.fromJavaScript(news));
      const answer = await ask((done: Done<messages.CreateResponse>) => client.create(request, done));
      return { id: answer.getId(), properties: plain(answer.getProperties()) };
    },
    read,
    get: (id, inputs) => read(id, undefined, inputs),
    update: async (id, olds, news) => {
      const request = new messages.UpdateRequest();
      request.setUrn(urn);
      request.setId(id);
      request.setOlds(Struct.fromJavaScript(olds));
      request.setNews(Struct.fromJavaScript(news));
      return plain(
        (await ask((done: Done<messages.UpdateResponse>) => client.update(request, done))).getProperties(),
      );
    },
    delete: async (id, outputs) => {
      const request = new messages.DeleteRequest();
      request.setUrn(urn);
      request.setId(id);
      request.setProperties(Struct.fromJavaScript(outputs));
      await ask((done: Done<unknown>) => client.delete(request, done));
    },
  };
}

type Done<Answer> = (error: ServiceError | null, answer: Answer) => void;

function ask<Answer>(call: (done: Done<Answer>) => unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    call((error, answer) => {
      if (error) reject(new CallFailed(error));
      else resolve(answer);
    });
  });
}

function plain(struct: Struct | undefined): Properties {
  return struct?.toJavaScript() ?? {};
}

/** The engine's own message is wrapped twice: a status, in it an Any, in it what we want. */
function partialStateIn(details: Buffer): CallFailed["partialState"] {
  const marker = Buffer.from("pulumirpc.ErrorResourceInitFailed");
  const at = details.indexOf(marker);
  if (at < 0) return undefined;
  // After the name: the field's tag, its length as a varint, and the message itself.
  let start = at + marker.length + 1;
  while (((details[start] ?? 0) & 0x80) !== 0) start += 1;
  const message = messages.ErrorResourceInitFailed.deserializeBinary(details.subarray(start + 1));
  return {
    id: message.getId(),
    properties: plain(message.getProperties()),
    reasons: message.getReasonsList(),
  };
}

async function stop(child: ChildProcess, client: ResourceProviderClient): Promise<void> {
  client.close();
  if (child.exitCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  await gone;
}
