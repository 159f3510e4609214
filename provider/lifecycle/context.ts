/** The context of every operation on a resource. */
import { readConfiguration, type Configuration, type ConfigurationSource } from "../configuration";
import { sessionFor, type Session } from "../api";
import { listCacheFor, type ListCache } from "./list-cache";
import type { Clock } from "../clock";
import type { Definition } from "./definition";
import type { Ownership } from "../ownership/ownership";

/** The account of one process, opened at the first need. */
export interface Account {
  readonly configuration: Configuration;
  readonly session: Session;
  /** The lists of this account, read once. */
  readonly lists: ListCache;
}

/** The account that the configuration names, found once, at the first need. */
export function accountOf(config: ConfigurationSource): () => Account {
  let account: Account | undefined;
  return () => {
    if (account !== undefined) return account;
    const configuration = readConfiguration(config, process.env);
    const session = sessionFor(configuration);
    account = { configuration, session, lists: listCacheFor(session) };
    return account;
  };
}

/** One resource of an account. */
export interface Operation {
  readonly definition: Definition;
  /** Throws a BluedotError if the configuration is not complete. */
  readonly account: () => Account;
  /** The owners of objects of this type, in this process. */
  readonly ownership: Ownership;
  /** Logs a warning. */
  readonly warn: (message: string) => void;
  readonly clock: Clock;
  /** Milliseconds since 1970, as states record them. Default: the machine's clock. */
  readonly timeOfDay?: () => number;
  /** The set that the object belongs to: `ZoneSet "stores"`. Default: it is a resource of its own. */
  readonly set?: string;
  /** The id of that set; undefined while it is created. */
  readonly setId?: string | undefined;
  /**
   * True if the program marks any value as secret: messages then show only values that identify an object.
   * Default: false.
   */
  readonly isSecret?: boolean;
  /** Called when an existing object was adopted. Default: a warning names it. */
  readonly adopted?: (subject: string, id: string) => void;
}
