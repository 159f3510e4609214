/** Sequences of what programs, people and networks do, against a model that knows what must come of them. */
import { expect } from "chai";
import * as fc from "fast-check";
import type { Fault } from "pulumi-bluedot/emulator";

import { isObject, type JsonObject } from "../../provider/json";
import type { Transport } from "../../provider/session/transport";
import { openPlugin, openService, type Plugin, type Service } from "./fast-plugin";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const keys = ["cafe", "bar", "shop", "dock", "mall"] as const;
type Key = (typeof keys)[number];

/** What sequences change of a zone. */
interface Values {
  readonly minimumRetriggerTime: number;
  readonly radius: number;
}

/** What must be: the resources of the stack with what their state records, and what the API holds. */
interface Model {
  readonly stack: Map<Key, Values>;
  readonly held: Map<Key, Values>;
  /** How many zones others have made. */
  foreign: number;
}

interface Recorded {
  readonly id: string;
  /** What the program declares. */
  readonly news: JsonObject;
  readonly outs: JsonObject;
}

/** What is: the API, the stack's state, and the process of the provider. */
interface Real {
  readonly service: Service;
  readonly state: Map<Key, Recorded>;
  plugin: Plugin;
  /** Where the process ends: after the work of so many more requests of a method, before the answer comes. */
  crash: { readonly method: string; readonly fell: () => void } | undefined;
}

/** So long after its answer the API may still do the work, in milliseconds. */
const LATEST = 45_000;

function declared(key: Key, { minimumRetriggerTime, radius }: Values): JsonObject {
  return {
    projectId,
    name: key,
    minimumRetriggerTime,
    geofeatures: [{ type: "circle", name: "door", center: { latitude: -37.5, longitude: 144.5 }, radius }],
    triggerOnExit: false,
  };
}

function valuesIn({ minimumRetriggerTime, geofeatures }: Readonly<Record<string, unknown>>): Values {
  const door: unknown = Array.isArray(geofeatures) ? geofeatures[0] : undefined;
  return {
    minimumRetriggerTime: Number(minimumRetriggerTime),
    radius: isObject(door) ? Number(door["radius"]) : 0,
  };
}

async function begin(): Promise<{ model: Model; real: Real }> {
  const service = await openService({ pageSize: 3 });
  service.emulator.seed({ projects: [{ _id: projectId, name: "coffee", nextRuleUpdateInterval: 300 }] });
  const real: Real = {
    service,
    state: new Map(),
    plugin: pluginOf(service, service.carry),
    crash: undefined,
  };
  restart(real);
  return { model: { stack: new Map(), held: new Map(), foreign: 0 }, real };
}

function pluginOf({ emulator, clock }: Service, transport: Transport): Plugin {
  return openPlugin({ account: emulator, clock, transport });
}

/** Another process, told of every resource of the program as the engine does; not of one that was taken out of it. */
function restart(real: Real, without?: Key): void {
  const transport: Transport = async (request) => {
    const outcome = await real.service.carry(request);
    if (real.crash?.method !== request.method || request.url.endsWith("/sessions")) return outcome;
    const { fell } = real.crash;
    real.crash = undefined;
    fell();
    return new Promise(() => undefined);
  };
  real.plugin = pluginOf(real.service, transport);
  for (const [key, { id, outs, news }] of real.state) {
    if (key === without) continue;
    real.plugin.check(news, news);
    real.plugin.diff(id, outs, news);
  }
}

/** What a person can do with a failed run: clear the trouble away and run again. */
async function inTheEnd<Result>(real: Real, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch {
    real.crash = undefined;
    real.service.emulator.clearFaults();
    await real.service.clock.sleep(LATEST);
    restart(real);
    return work();
  }
}

/** The process dies when the work is done and no answer has come; then the same is run again. */
async function dying<Result>(real: Real, method: string, work: () => Promise<Result>): Promise<Result> {
  const fallen = new Promise<"fallen">((resolve) => {
    real.crash = { method, fell: () => resolve("fallen") };
  });
  const first = work();
  first.catch(() => undefined);
  const result = await Promise.race([first, fallen]);
  real.crash = undefined;
  if (result !== "fallen") return result;
  // What the dead run asked for and the API still works on cannot be seen by the next, however it looks.
  await real.service.clock.sleep(LATEST);
  restart(real);
  return work();
}

type Command = fc.AsyncCommand<Model, Real>;
type How = "well" | "dying";

function onOne(how: How, real: Real, method: string) {
  return <Result>(work: () => Promise<Result>) =>
    inTheEnd(real, () => (how === "well" ? work() : dying(real, method, work)));
}

class Create implements Command {
  constructor(
    readonly key: Key,
    readonly values: Values,
    readonly how: How,
  ) {}
  check = ({ stack, held }: Readonly<Model>) => !stack.has(this.key) && !held.has(this.key);
  async run(model: Model, real: Real): Promise<void> {
    const { key, values, how } = this;
    const news = declared(key, values);
    const made = await onOne(
      how,
      real,
      "POST",
    )(() => {
      real.plugin.check({}, news);
      return real.plugin.create(news);
    });
    real.state.set(key, { ...made, news });
    model.stack.set(key, values);
    model.held.set(key, values);
    agree(model, real);
  }
  toString = () => `create ${this.key} ${shown(this.values)} ${this.how}`;
}

class Update implements Command {
  constructor(
    readonly key: Key,
    readonly values: Values,
    readonly how: How,
  ) {}
  check = ({ stack }: Readonly<Model>) => stack.has(this.key);
  async run(model: Model, real: Real): Promise<void> {
    const { key, values, how } = this;
    const { id, outs } = recorded(real, key);
    const news = declared(key, values);
    const held = model.held.get(key);
    if (held === undefined) {
      real.service.emulator.clearFaults();
      const refusal = await real.plugin.update(id, outs, news).catch(String);
      expect(refusal).to.match(/no longer exists; run `pulumi up --refresh`/);
      return;
    }
    const before = model.stack.get(key);
    real.plugin.warnings.length = 0;
    const done = await onOne(how, real, "PUT")(() => real.plugin.update(id, outs, news));
    // What a process that died has written is what the next one finds: changed, as far as it knows, by somebody else.
    if (how === "well") {
      const told = real.plugin.warnings.length > 0;
      expect(told, "what others changed and is written over is told").to.equal(
        before !== undefined && isWrittenOver(before, held, values),
      );
    }
    real.state.set(key, { id, outs: done.outs, news });
    model.stack.set(key, values);
    model.held.set(key, values);
    agree(model, real);
  }
  toString = () => `update ${this.key} ${shown(this.values)} ${this.how}`;
}

class Delete implements Command {
  constructor(
    readonly key: Key,
    readonly how: How,
  ) {}
  check = ({ stack }: Readonly<Model>) => stack.has(this.key);
  async run(model: Model, real: Real): Promise<void> {
    const { key, how } = this;
    const { id, outs } = recorded(real, key);
    await onOne(
      how,
      real,
      "DELETE",
    )(() => {
      restart(real, key);
      return real.plugin.delete(id, outs);
    });
    real.state.delete(key);
    model.stack.delete(key);
    model.held.delete(key);
    agree(model, real);
  }
  toString = () => `delete ${this.key} ${this.how}`;
}

/** All resources at once, by a process of its own, as `pulumi refresh` is one. */
class Refresh implements Command {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    await inTheEnd(real, async () => {
      restart(real);
      const all = [...real.state].map(async ([key, { id, outs, news }]) => ({
        key,
        news,
        seen: await real.plugin.read(id, outs),
      }));
      for (const { key, seen, news } of await Promise.all(all)) {
        const held = model.held.get(key);
        expect(seen.id !== undefined, `${key} is there`).to.equal(held !== undefined);
        if (held === undefined || seen.props === undefined) {
          real.state.delete(key);
          model.stack.delete(key);
          continue;
        }
        expect(valuesIn(seen.inputs ?? {}), key).to.deep.equal(held);
        real.state.set(key, { id: seen.id ?? "", outs: seen.props, news });
        model.stack.set(key, held);
      }
    });
    agree(model, real);
  }
  toString = () => "refresh";
}

class Edit implements Command {
  constructor(
    readonly key: Key,
    readonly values: Values,
  ) {}
  check = ({ stack, held }: Readonly<Model>) => stack.has(this.key) && held.has(this.key);
  run(model: Model, real: Real): Promise<void> {
    const { key, values } = this;
    real.service.emulator.zones.update(recorded(real, key).id, (zone) => ({
      ...zone,
      minimumRetriggerTime: values.minimumRetriggerTime,
      geofeatures: zone.geofeatures.map((each) => ({ ...each, radius: values.radius })),
    }));
    model.held.set(key, values);
    agree(model, real);
    return Promise.resolve();
  }
  toString = () => `console edits ${this.key} ${shown(this.values)}`;
}

class Remove implements Command {
  constructor(readonly key: Key) {}
  check = ({ stack, held }: Readonly<Model>) => stack.has(this.key) && held.has(this.key);
  run(model: Model, real: Real): Promise<void> {
    expect(real.service.emulator.zones.delete(recorded(real, this.key).id)).to.equal(true);
    model.held.delete(this.key);
    agree(model, real);
    return Promise.resolve();
  }
  toString = () => `console deletes ${this.key}`;
}

/** Somebody else makes a zone of the same name, which differs from all that are declared. */
class Foreign implements Command {
  constructor(readonly key: Key) {}
  check = () => true;
  run(model: Model, real: Real): Promise<void> {
    const { emulator } = real.service;
    emulator.zones.create({
      projectId,
      name: this.key,
      minimumRetriggerTime: 61,
      geofeatures: [{ type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 77 }],
    });
    model.foreign += 1;
    agree(model, real);
    return Promise.resolve();
  }
  toString = () => `console makes another ${this.key}`;
}

class Trouble implements Command {
  constructor(readonly fault: Fault) {}
  check = () => true;
  run(_model: Model, real: Real): Promise<void> {
    real.service.emulator.fault(this.fault);
    return Promise.resolve();
  }
  toString = () => `trouble ${JSON.stringify(this.fault)}`;
}

class Restart implements Command {
  check = () => true;
  run(_model: Model, real: Real): Promise<void> {
    restart(real);
    return Promise.resolve();
  }
  toString = () => "another process";
}

class Expire implements Command {
  check = () => true;
  run(_model: Model, { service }: Real): Promise<void> {
    service.clock.pass(3_700_000);
    return Promise.resolve();
  }
  toString = () => "an hour passes";
}

function recorded({ state }: Real, key: Key): Recorded {
  return state.get(key) ?? expect.fail(`${key} is not in the state`);
}

/** Whether others have put something else in place of what was known, and it goes. */
function isWrittenOver(before: Values, held: Values, written: Values): boolean {
  const fields = ["minimumRetriggerTime", "radius"] as const;
  return fields.some((field) => held[field] !== before[field] && held[field] !== written[field]);
}

function shown({ minimumRetriggerTime, radius }: Values): string {
  return `(${minimumRetriggerTime}, ${radius})`;
}

/** Each object of the API is that of exactly one resource, or somebody else's; and all are as they must be. */
function agree({ stack, held, foreign }: Model, { state, service }: Real): void {
  expect([...state.keys()].sort()).to.deep.equal([...stack.keys()].sort());
  const ids = new Map([...state].map(([key, { id }]) => [id, key]));
  expect(ids.size).to.equal(state.size);
  const zones = service.emulator.zones.list();
  const ours = zones.filter(({ _id }) => ids.has(_id));
  expect(zones.length - ours.length, "zones that no resource has").to.equal(foreign);
  const found = Object.fromEntries(ours.map((zone) => [ids.get(zone._id) ?? "", valuesIn(zone)]));
  expect(found).to.deep.equal(Object.fromEntries(held));
  for (const [key, { outs }] of state) expect(valuesIn(outs), key).to.deep.equal(stack.get(key));
}

const key = fc.constantFrom(...keys);
const values = fc.record({
  minimumRetriggerTime: fc.constantFrom(60, 600, 900),
  radius: fc.constantFrom(40, 50),
});
const how: fc.Arbitrary<How> = fc.constantFrom("well", "well", "well", "dying");
const faults: readonly Fault[] = [
  ...(["before", "after"] as const).flatMap((when): Fault[] => [
    { kind: "close", when },
    { kind: "status", status: 500, when },
    { kind: "status", status: 504, when },
    { kind: "truncate", how: "cut", when },
  ]),
  { kind: "late", ms: 1 },
  { kind: "late", ms: 30_000 },
  { kind: "html" },
  { kind: "status", status: 429 },
  { kind: "status", status: 429, retryAfter: 3 },
  { kind: "status", status: 503 },
  { kind: "status", status: 503, retryAfter: 1 },
  { kind: "expireTokens" },
  { kind: "unauthorized" },
];
const trouble = fc
  .record({
    fault: fc.constantFrom(...faults),
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE", undefined),
    times: fc.constantFrom(1, 1, 2, 5, 7),
    skip: fc.nat(2),
  })
  .map(({ fault, method, times, skip }) => ({ ...fault, method, times, skip, path: "^/zones" }));

const sequences = fc.commands(
  [
    fc.tuple(key, values, how).map((each) => new Create(...each)),
    fc.tuple(key, values, how).map((each) => new Create(...each)),
    fc.tuple(key, values, how).map((each) => new Update(...each)),
    fc.tuple(key, how).map((each) => new Delete(...each)),
    fc.constant(new Refresh()),
    fc.tuple(key, values).map((each) => new Edit(...each)),
    key.map((each) => new Remove(each)),
    key.map((each) => new Foreign(each)),
    trouble.map((each) => new Trouble(each)),
    trouble.map((each) => new Trouble(each)),
    fc.constant(new Restart()),
    fc.constant(new Expire()),
  ],
  { maxCommands: 25, size: "max" },
);

/** Runs so many of them; a failure prints its seed. */
export async function runSequences(numRuns: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(sequences, async (commands) => {
      await fc.asyncModelRun(begin, commands);
    }),
    { numRuns, seed },
  );
}
