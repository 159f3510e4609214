/** Controls of a running emulator. */
import type { DirectAccess, Seed, Seeded } from "./admin-api";
import type { ArmedFault } from "./faults/fault-queue";
import type { Fault } from "./faults/fault";
import type { AccountSize } from "./sample/account";
import type { RequestLog, RequestMatch } from "./requests";

export interface EmulatorControls {
  /** The email address of the first account. */
  readonly email: string;
  /** Its password. */
  readonly password: string;
  /** Every request so far, oldest first, but for those to the control routes. */
  readonly requests: RequestLog;
  /**
   * The number of requests that match.
   *
   * @example emulator.count({ method: "POST", path: /^\/zones$/ })
   */
  readonly count: (match?: RequestMatch) => number;
  /** The projects, read and changed without a request. */
  readonly projects: DirectAccess["projects"];
  /** The zones, read and changed without a request. */
  readonly zones: DirectAccess["zones"];
  /** The destinations, read and changed without a request. */
  readonly destinations: DirectAccess["destinations"];
  /** The beacons, read and changed without a request. */
  readonly beacons: DirectAccess["beacons"];
  /** The users, read and changed without a request. */
  readonly users: DirectAccess["users"];
  /** Adds entities of every kind and gives them back as they are held. */
  readonly seed: (seed: Seed) => Seeded;
  /**
   * Fills the emulator with a made-up account and gives it back as it is held: zones of every kind, awkward names,
   * webhooks, keys, destinations, beacons, users, and fields that only a newer API would know. Throws an
   * `EmulatorError` when the same account is there already.
   *
   * @example emulator.seedAccount({ zones: 1000, projects: 3 });
   */
  readonly seedAccount: (size?: AccountSize) => Seeded;
  /**
   * Makes something go wrong from now on. Throws an `EmulatorError` for what is no fault.
   *
   * @example emulator.fault({ kind: "close", method: "POST", path: /^\/zones$/, when: "after", times: 2 });
   */
  readonly fault: (fault: Fault) => ArmedFault;
  /** The faults in force, those that are used up included. */
  readonly faults: () => ArmedFault[];
  /** Ends every fault. */
  readonly clearFaults: () => void;
  /** Refuses every access token issued so far. */
  readonly expireTokens: () => void;
  /** Forgets everything: entities, sessions, faults, requests. */
  readonly reset: () => void;
  /** Writes every change so far to the data file, as every answer does before it leaves. */
  readonly durable: () => Promise<void>;
  /** Ends what is under way and writes what is left to the data file. Closing twice is closing once. */
  readonly close: () => Promise<void>;
}
