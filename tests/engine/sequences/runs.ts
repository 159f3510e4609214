/** The runs of a stack: each is a process, which may fail, or die and be run again. */
import type { Transport } from "../../../provider/api/http";
import { openPlugin, openService, type Plugin, type Service } from "../fast-plugin";
import {
  projectId,
  stackNames,
  type Key,
  type Model,
  type ModelOfStack,
  type Real,
  type Stack,
  type StackName,
} from "./fixtures";

export type How = "well" | "dying";

/** The time after its answer, in milliseconds, within which the API may still do the work. */
const LATEST = 45_000;

export async function begin(): Promise<{ model: Model; real: Real }> {
  const service = await openService({ pageSize: 3 });
  service.emulator.seed({ projects: [{ _id: projectId, name: "coffee", nextRuleUpdateInterval: 300 }] });
  const stackOf = (name: StackName): Stack => ({
    state: new Map(),
    plugin: pluginOf(service, name, service.carry),
  });
  const modelOf = (): ModelOfStack => ({ recorded: new Map(), held: new Map(), open: new Map() });
  const real: Real = { service, first: stackOf("first"), second: stackOf("second"), crash: undefined };
  for (const name of stackNames) restart(real, name);
  return { model: { first: modelOf(), second: modelOf(), foreign: [] }, real };
}

function pluginOf(
  { emulator, clock }: Service,
  name: StackName,
  transport: Transport,
  settings?: Settings,
): Plugin {
  return openPlugin({
    account: emulator,
    clock,
    transport,
    ...(settings !== undefined && { settings }),
    ...(name === "second" && { projects: { ownerOf: () => undefined } }),
  });
}

type Settings = Readonly<Record<string, string>>;

interface Run {
  /** The resource that the program does not declare, or that is new or replaced. Default: none. */
  readonly without?: Key;
  /** Default: none. */
  readonly settings?: Settings;
}

/** Another process of a stack, in which the engine checks and compares the resources of the program. */
export function restart(real: Real, name: StackName, { without, settings }: Run = {}): Plugin {
  const transport: Transport = async (request) => {
    const outcome = await real.service.carry(request);
    if (real.crash?.method !== request.method || request.url.endsWith("/sessions")) return outcome;
    const { fell } = real.crash;
    real.crash = undefined;
    fell();
    return new Promise(() => undefined);
  };
  const stack = real[name];
  stack.plugin = pluginOf(real.service, name, transport, settings);
  for (const [key, { id, outs, news }] of stack.state) {
    if (key === without) continue;
    stack.plugin.check(news, news);
    stack.plugin.diff(id, outs, news);
  }
  return stack.plugin;
}

/** Runs the work. After a failure it does what a person can do: clears the trouble away and runs again. */
export async function inTheEnd<Result>(
  real: Real,
  name: StackName,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch {
    real.crash = undefined;
    await untroubled(real);
    restart(real, name);
    return work();
  }
}

/** The trouble is over, and so is the work that the API does late. */
export async function untroubled({ service }: Real): Promise<void> {
  service.emulator.clearFaults();
  await service.clock.sleep(LATEST);
}

/** The process dies when the work is done and no answer has come; then the same is run again. */
async function dying<Result>(
  real: Real,
  name: StackName,
  method: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const fallen = new Promise<"fallen">((resolve) => {
    real.crash = { method, fell: () => resolve("fallen") };
  });
  const first = work();
  first.catch(() => undefined);
  const result = await Promise.race([first, fallen]);
  real.crash = undefined;
  if (result !== "fallen") return result;
  // The next run cannot see work that the dead run requested and the API still does, however it looks.
  await real.service.clock.sleep(LATEST);
  restart(real, name);
  return work();
}

export function onOne(how: How, real: Real, name: StackName, method: string) {
  return <Result>(work: () => Promise<Result>) =>
    inTheEnd(real, name, () => (how === "well" ? work() : dying(real, name, method, work)));
}
