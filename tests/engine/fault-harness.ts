/**
 * The shared parts of the fault tests: an API that knows the secrets it gave out, a provider without waits,
 * one resource at a time.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { canary, searchFor } from "../acceptance/canaries";
import { startRecorder, type Recorder } from "../acceptance/recorder";
import type { Method } from "./faults";
import { CallFailed, startProvider, type Properties, type ProviderProcess } from "./provider-process";
import { projectId, secrets, type Subject } from "./subjects";

/** A resource before an operation, and what the operation is given. */
export interface Case {
  /** Empty where it is to be created. */
  readonly id: string;
  readonly properties: Properties;
  readonly news: Properties;
}

export interface Operation {
  readonly title: string;
  /** Which of its requests meets the fault. */
  readonly method: Method;
  /** The path of that request. Default: that of the object, or of its collection where it is to be created. */
  readonly path?: string;
  /** The one kind of resource that does it. Default: every kind. */
  readonly noun?: string;
  /** True if the resource does not exist before the operation. Default: true for a POST only. */
  readonly creates?: boolean;
  readonly run: (provider: ProviderProcess, one: Case) => Promise<unknown>;
}

const update: Operation["run"] = (provider, { id, properties, news }) =>
  provider.update(id, properties, news);
const remove: Operation["run"] = (provider, { id, properties }) => provider.delete(id, properties);

export const operations = {
  create: { title: "a create", method: "POST", run: (provider, { news }) => provider.create(news) },
  refresh: {
    title: "a refresh",
    method: "GET",
    run: (provider, one) => provider.read(one.id, one.properties),
  },
  get: {
    title: "a get",
    method: "GET",
    run: (provider, { id, news }) => provider.get(id, { __provider: news["__provider"] ?? "" }),
  },
  look: { title: "an update that looks first", method: "GET", run: update },
  write: { title: "an update that writes", method: "PUT", run: update },
  count: {
    title: "a delete that counts zones",
    method: "GET",
    path: "/zones/count",
    noun: "Project",
    run: remove,
  },
  delete: { title: "a delete", method: "DELETE", run: remove },
} as const satisfies Record<string, Operation>;

export interface Harness {
  readonly recorder: Recorder;
  readonly provider: ProviderProcess;
  /** A resource of its own for an operation. */
  readonly caseFor: (subject: Subject, operation: Operation) => Promise<Case>;
  /** Lets the process forget all, as one that was just started: its sign-in, its lists, its budget for retries. */
  readonly renew: () => Promise<void>;
  /** The same resource for the process as it is now. */
  readonly known: (one: Case) => Case;
  /** Returns the error of an operation; undefined if it succeeds. Ends each silence as soon as it begins. */
  readonly failureOf: (work: Promise<unknown>) => Promise<CallFailed | undefined>;
  /** The secrets that a text holds, by name: all that were sent or given out so far. */
  readonly secretsIn: (text: string) => string[];
  /** The secrets that a resource is sent with, in one text, as an API would repeat them. */
  readonly sentBy: (subject: Subject) => string;
  readonly close: () => Promise<void>;
}

const email = "machine@example.com";
const password = canary("password");

const withoutWaits = {
  NODE_OPTIONS: `${process.env["NODE_OPTIONS"] ?? ""} --import=${pathToFileURL(join(__dirname, "without-waits.mts")).href}`,
};

export interface HarnessOptions {
  /** The password that the provider has. Default: the right one. */
  readonly given?: string;
  /** The endpoint that the provider is configured with. Default: the API's address. */
  readonly endpoint?: string;
  readonly environment?: NodeJS.ProcessEnv;
}

export async function openHarness({
  given = password,
  endpoint,
  environment = {},
}: HarnessOptions = {}): Promise<Harness> {
  const recorder = await startRecorder(email, password);
  recorder.seed({ projects: [{ _id: projectId, name: "held", nextRuleUpdateInterval: 300 }] });
  const provider = await startProvider(
    {
      "bluedot:endpoint": endpoint ?? recorder.url,
      "bluedot:email": email,
      "bluedot:password": given,
    },
    { ...withoutWaits, ...environment },
  );
  const ofTheAccount = () => ({ given, ...recorder.tokens });
  let made = 0;
  let processes = 1;
  // The process evaluates a string that it has not met before.
  const named = (properties: Properties): Properties => {
    const { __provider } = properties;
    const [handler] = typeof __provider === "string" ? __provider.split(" //") : [];
    return { ...properties, __provider: `${handler ?? ""} // ${processes}` };
  };
  return {
    recorder,
    provider,
    caseFor: async ({ declare, change }, { method, creates }) => {
      made += 1;
      const declared = named(declare(made));
      if (creates ?? method === "POST") return { id: "", properties: {}, news: declared };
      const { id, properties } = await provider.create(declared);
      // An object that was created moments ago is looked for again, in requests that no row counts.
      const aged = Object.fromEntries(Object.entries(properties).filter(([key]) => key !== "__created"));
      return { id, properties: aged, news: { ...declared, ...change } };
    },
    renew: async () => {
      await provider.tell("renew");
      processes += 1;
    },
    known: ({ id, properties, news }) => ({ id, properties: named(properties), news: named(news) }),
    failureOf: async (work) => {
      // Each once: told again, the process would take it for the end of the request that comes next.
      const ended = new Set<unknown>();
      const watch = setInterval(() => {
        const silent = recorder.requests.find(
          (each) => each.faults.includes("silence") && each.milliseconds === undefined && !ended.has(each),
        );
        if (silent === undefined) return;
        ended.add(silent);
        void provider.tell("end the silence");
      }, 5);
      return failureOf(work).finally(() => {
        clearInterval(watch);
      });
    },
    secretsIn: (text) => searchFor({ ...secrets, ...ofTheAccount() })(text),
    sentBy: ({ noun }) =>
      Object.values({ ...(noun === "Project" ? secrets : {}), ...ofTheAccount() }).join(" and "),
    close: async () => {
      await provider.stop();
      await recorder.close();
    },
  };
}

/** One for all tests of a suite; no fault outlives the test that armed it. */
export function harnessOfSuite(): () => Harness {
  let harness: Harness;
  before(async () => {
    harness = await openHarness();
  });
  after(() => harness.close());
  afterEach(() => {
    harness.recorder.clearFaults();
  });
  return () => harness;
}

/** The path of the request of an operation that meets a fault. */
export function pathOf({ collection }: Subject, { path }: Operation, { id }: Case): string {
  return path ?? (id === "" ? `/${collection}` : `/${collection}/${encodeURIComponent(id)}`);
}

/** Returns the beginning of the errors about that request. */
export function beginningOf(subject: Subject, operation: Operation, one: Case): string {
  const name = operation.title === operations.get.title ? one.id : `"${titleOf(subject, one)}"`;
  return `${subject.noun} ${name}: ${operation.method} ${pathOf(subject, operation, one)}`;
}

/** Returns the name by which messages call the resource. */
export function titleOf({ title }: Subject, { news }: Case): string {
  const name = news[title];
  return typeof name === "string" ? name : "";
}

/** Returns the error of an operation; undefined if it succeeds. */
async function failureOf(work: Promise<unknown>): Promise<CallFailed | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof CallFailed) return error;
    throw error;
  }
}

/** Returns the beginning of the errors about the list that holds the object. */
export function beginningOfList({ noun, collection }: Subject): string {
  const of = noun === "Zone" ? ` of project ${projectId}` : "";
  return `The list of ${collection}${of}: GET /${collection}`;
}

/** Those kinds of resources that do it. */
export function doing({ noun }: Operation, all: readonly Subject[]): readonly Subject[] {
  return all.filter((subject) => noun === undefined || noun === subject.noun);
}
