/** What the tests of faults share: an API that knows what secrets it gave out, a provider without waits, one resource at a time. */
import { canary, searchFor } from "../acceptance/canaries";
import { startWitness, type Witness } from "../acceptance/witness";
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

export interface Stage {
  readonly witness: Witness;
  readonly provider: ProviderProcess;
  /** A resource of its own for an operation. */
  readonly caseFor: (subject: Subject, operation: Operation) => Promise<Case>;
  /** The secrets that a text holds, by name: all that were sent or given out so far. */
  readonly secretsIn: (text: string) => string[];
  /** The secrets that a resource is sent with, in one text, as an API would repeat them. */
  readonly sentBy: (subject: Subject) => string;
  readonly close: () => Promise<void>;
}

const email = "machine@example.com";
const password = canary("password");

/** The waits before a request is made again are a random part of some seconds: of nothing, in such a process. */
const withoutWaits = { NODE_OPTIONS: '--import="data:text/javascript,Math.random=()=>0"' };

/** @param given the password that the provider has. Default: the right one. */
export async function openStage(given = password): Promise<Stage> {
  const witness = await startWitness(email, password);
  witness.seed({ projects: [{ _id: projectId, name: "held", nextRuleUpdateInterval: 300 }] });
  const provider = await startProvider(
    { "bluedot:endpoint": witness.url, "bluedot:email": email, "bluedot:password": given },
    withoutWaits,
  );
  const ofTheAccount = () => ({ given, ...witness.tokens });
  let made = 0;
  return {
    witness,
    provider,
    caseFor: async ({ declare, change }, { method }) => {
      made += 1;
      const declared = declare(made);
      if (method === "POST") return { id: "", properties: {}, news: declared };
      return { ...(await provider.create(declared)), news: { ...declared, ...change } };
    },
    secretsIn: (text) => searchFor({ ...secrets, ...ofTheAccount() })(text),
    sentBy: ({ noun }) =>
      Object.values({ ...(noun === "Project" ? secrets : {}), ...ofTheAccount() }).join(" and "),
    close: async () => {
      await provider.stop();
      await witness.close();
    },
  };
}

/** The path of the request of an operation that meets a fault. */
export function pathOf({ collection }: Subject, { path }: Operation, { id }: Case): string {
  return path ?? (id === "" ? `/${collection}` : `/${collection}/${encodeURIComponent(id)}`);
}

/** How errors about that request begin. */
export function beginningOf(subject: Subject, operation: Operation, one: Case): string {
  const name = operation.title === operations.get.title ? one.id : `"${titleOf(subject, one)}"`;
  return `${subject.noun} ${name}: ${operation.method} ${pathOf(subject, operation, one)}`;
}

/** What messages call it by. */
export function titleOf({ title }: Subject, { news }: Case): string {
  const name = news[title];
  return typeof name === "string" ? name : "";
}

/** What an operation failed with; undefined where it went well. */
export async function failureOf(work: Promise<unknown>): Promise<CallFailed | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof CallFailed) return error;
    throw error;
  }
}

/** Those kinds of resources that do it. */
export function doing({ noun }: Operation, all: readonly Subject[]): readonly Subject[] {
  return all.filter((subject) => noun === undefined || noun === subject.noun);
}
