/** What can be done with an emulator while it runs. */
import type { DirectProjects, DirectZones } from "./direct";
import type { NewProject, StoredProject } from "./entities/project";
import type { NewZone, StoredZone } from "./entities/zone";
import type { ArmedFault } from "./faults/armed";
import type { Fault } from "./faults/fault";
import type { RequestLog, RequestMatch } from "./requests";

/** Entities to start from. */
export interface Seed<Project, Zone> {
  readonly projects?: Project[] | undefined;
  readonly zones?: Zone[] | undefined;
}

export interface EmulatorControls {
  /** The email address of the first account. */
  readonly email: string;
  /** Its password. */
  readonly password: string;
  /** Every request so far, oldest first, but for those to the control routes. */
  readonly requests: RequestLog;
  /**
   * How many requests match.
   *
   * @example emulator.count({ method: "POST", path: /^\/zones$/ })
   */
  readonly count: (match?: RequestMatch) => number;
  /** The projects, read and changed without a request. */
  readonly projects: DirectProjects;
  /** The zones, read and changed without a request. */
  readonly zones: DirectZones;
  /** Adds projects and zones and gives them back as they are held. */
  readonly seed: (seed: Seed<NewProject, NewZone>) => Required<Seed<StoredProject, StoredZone>>;
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
  /** Resolves when every change so far is in the data file. */
  readonly durable: () => Promise<void>;
  /** Ends what is under way, writes what is left and lets go of the data file. Closing twice is closing once. */
  readonly close: () => Promise<void>;
}
