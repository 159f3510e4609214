/** The active faults, and the choice of those that act on a request. */
import type { Fault } from "./fault";
import { randomFrom } from "../random";
import { take, type Bucket, type Rate } from "./rate";

/** A fault in force. */
export interface ArmedFault {
  readonly fault: Fault;
  /** The number of requests that matched. */
  readonly matched: number;
  /** The number of requests that it acted on. */
  readonly acted: number;
  /** Ends it. */
  readonly remove: () => void;
}

/** A fault that acts on a request; `waitMs` is the wait that a rate limit demands. */
export interface Claim {
  readonly fault: Fault;
  readonly waitMs: number;
}

interface Armed {
  readonly fault: Fault;
  matched: number;
  acted: number;
  bucket?: Bucket;
}

export class Faults {
  #armed: Armed[] = [];
  #random: () => number;
  #tokens = 0;
  /** The time until which a new object is hidden, by its path. */
  readonly hidden = new Map<string, number>();
  /** Counts up. */
  readonly tokens = (): number => (this.#tokens += 1);

  constructor(
    readonly seed: number,
    readonly now: () => number,
  ) {
    this.#random = randomFrom(seed);
  }

  arm(fault: Fault): ArmedFault {
    const armed: Armed = { fault, matched: 0, acted: 0 };
    this.#armed.push(armed);
    return this.#seen(armed);
  }

  list(): ArmedFault[] {
    return this.#armed.map((armed) => this.#seen(armed));
  }

  clear(): void {
    this.#armed = [];
    this.hidden.clear();
    this.#random = randomFrom(this.seed);
  }

  /** The faults that act on a request, chosen at its arrival; none after the first that ends it. */
  claim(request: { method: string; path: string }): Claim[] {
    const claims: Claim[] = [];
    for (const armed of this.#armed) {
      if (!matches(armed.fault, request)) continue;
      armed.matched += 1;
      if (!isDue(armed) || !this.#happens(armed.fault)) continue;
      const waitMs = this.#wait(armed);
      if (waitMs === 0) continue;
      armed.acted += 1;
      claims.push({ fault: armed.fault, waitMs: waitMs ?? 0 });
      if (endsRequest(armed.fault)) break;
    }
    return claims;
  }

  /** The wait of a rate limit; undefined for any other fault. */
  #wait(armed: Armed): number | undefined {
    const { fault } = armed;
    if (fault.kind !== "rateLimit") return undefined;
    const now = this.now();
    const rate: Rate = {
      perSecond: fault.requestsPerSecond,
      burst: fault.burst ?? Math.max(1, fault.requestsPerSecond),
    };
    const taken = take(armed.bucket ?? { tokens: rate.burst, at: now }, rate, now);
    armed.bucket = taken.bucket;
    return taken.waitMs;
  }

  #happens({ probability = 1 }: Fault): boolean {
    return probability >= 1 || this.#random() < probability;
  }

  #seen(armed: Armed): ArmedFault {
    return {
      fault: armed.fault,
      get matched() {
        return armed.matched;
      },
      get acted() {
        return armed.acted;
      },
      remove: () => {
        this.#armed = this.#armed.filter((other) => other !== armed);
      },
    };
  }
}

function matches(fault: Fault, { method, path }: { method: string; path: string }): boolean {
  const methods = [fault.method ?? methodsOf(fault) ?? method].flat();
  const pattern = fault.path ?? (sparesSessions(fault) ? "^/(?!sessions$)" : "");
  // A copy, since a pattern with the flag g keeps its last position.
  return methods.some((one) => one.toUpperCase() === method) && new RegExp(pattern).test(path);
}

function isDue({ fault, matched, acted }: Armed): boolean {
  const times = fault.times ?? (LASTING.includes(fault.kind) ? "forever" : 1);
  return matched > (fault.skip ?? 0) && (times === "forever" || acted < times);
}

function endsRequest({ kind }: Fault): boolean {
  return !CONTINUING.includes(kind);
}

/** The default methods of a fault. */
function methodsOf({ kind }: Fault): readonly string[] | undefined {
  if (kind === "otherBody") return ["GET", "PUT", "POST"];
  if (kind === "readLag") return ["GET", "POST"];
  if (kind === "normalize") return ["PUT", "POST"];
  return kind === "endlessPages" ? ["GET"] : undefined;
}

function sparesSessions({ kind }: Fault): boolean {
  return kind === "unauthorized" || (kind !== "delay" && CONTINUING.includes(kind));
}

const CONTINUING: readonly Fault["kind"][] = [
  "delay",
  "expireTokens",
  "otherBody",
  "readLag",
  "normalize",
  "endlessPages",
];

const LASTING: readonly Fault["kind"][] = ["rateLimit", "readLag", "normalize", "endlessPages"];
