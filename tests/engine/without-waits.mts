/**
 * Runs first in a provider's process where a test asks for it: what it waits for is over at once, its network is what
 * the test says, and it can begin anew without being started again.
 */
import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import { createRequire } from "node:module";
import v8 from "node:v8";
import vm from "node:vm";

/** The limit for an answer: it passes only when the test says so. */
const ANSWER_LIMIT = 35_000;
/** Shorter ones gather what comes at once, and longer ones are limits of time: no waits. */
const isWait = (delay: number) => delay >= 200 && delay < 9_000;

// The waits before a request is made again are a random part of some seconds.
Math.random = () => 0;

const now = Date.now;
const monotonic = performance.now.bind(performance);
let ahead = 0;
Date.now = () => now() + ahead;
performance.now = () => monotonic() + ahead;

const waiting = new Map<NodeJS.Timeout, () => void>();
const { setTimeout: after, clearTimeout: cancel } = globalThis;

function wait(task: (...given: unknown[]) => void, delay = 0, ...given: unknown[]): NodeJS.Timeout {
  const due = Date.now() + delay;
  const timer = isWait(delay)
    ? after(() => {
        ahead = Math.max(ahead, due - now());
        task(...given);
      }, 1)
    : after(task, delay, ...given);
  if (delay === ANSWER_LIMIT) {
    waiting.set(timer, () => {
      cancel(timer);
      task(...given);
    });
  }
  return timer;
}
Object.defineProperty(globalThis, "setTimeout", { value: wait, configurable: true, writable: true });
Object.defineProperty(globalThis, "clearTimeout", {
  value: (timer: NodeJS.Timeout) => {
    waiting.delete(timer);
    cancel(timer);
  },
  configurable: true,
  writable: true,
});

/**
 * The results of the next lookups of a name: addresses or error codes. Later lookups lead to the server of
 * the test.
 */
let lookups: string[] = [];
type Found = (error: NodeJS.ErrnoException | null, found?: unknown, family?: number) => void;
const lookup = (hostname: string, options: { all?: boolean }, found: Found) => {
  const next = lookups.shift() ?? "127.0.0.1";
  if (/^\d/.test(next)) {
    if (options.all === true) found(null, [{ address: next, family: 4 }]);
    else found(null, next, 4);
    return;
  }
  found(Object.assign(new Error(`getaddrinfo ${next} ${hostname}`), { code: next, syscall: "getaddrinfo" }));
};
Object.assign(dns, { lookup });

// Every request has a connection of its own, and so a lookup, where the test is about that.
class BriefHttp extends http.Agent {
  constructor(options: http.AgentOptions) {
    super({ ...options, keepAlive: false });
  }
}
class BriefHttps extends https.Agent {
  constructor(options: https.AgentOptions) {
    super({ ...options, keepAlive: false });
  }
}
if (process.env["BRIEF_CONNECTIONS"] !== undefined) {
  Object.assign(http, { Agent: BriefHttp });
  Object.assign(https, { Agent: BriefHttps });
}

/** So the next `require` reads the package again, as a process that was just started does. */
function renew(): void {
  const { cache } = createRequire(import.meta.url);
  for (const file of Object.keys(cache)) {
    if (!file.includes("node_modules") && /[\\/]dist[\\/]/.test(file)) Reflect.deleteProperty(cache, file);
  }
}

function endSilence(): void {
  const all = [...waiting.values()];
  waiting.clear();
  for (const end of all) end();
}

/** Frees the memory that is no longer used. */
function collect(): void {
  v8.setFlagsFromString("--expose-gc");
  const gc: unknown = vm.runInNewContext("gc");
  if (typeof gc === "function") Reflect.apply(gc, undefined, []);
}

function does(logged: unknown): unknown {
  if (logged === "renew") renew();
  else if (logged === "end the silence") endSilence();
  else if (Array.isArray(logged)) lookups = logged.map(String);
  else if (logged === "weigh") {
    collect();
    return process.memoryUsage().heapUsed;
  }
  return "done";
}

process.on("message", (message: unknown) => {
  if (Array.isArray(message)) process.send?.([message[0], does(message[1])]);
});
