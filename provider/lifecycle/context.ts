/** What every operation on a resource is given. */
import type { Configuration } from "../configuration";
import type { Session } from "../api";
import type { ListCache } from "./list-cache";
import type { Clock } from "../clock";
import type { Definition } from "./definition";
import type { Ownership } from "../ownership/ownership";

/** The account of one process, opened at the first need and not before. */
export interface Account {
  readonly configuration: Configuration;
  readonly session: Session;
  /** The lists of this account that were read. */
  readonly lists: ListCache;
}

/** One resource of an account: what every operation is given. */
export interface Operation {
  readonly definition: Definition;
  /** Throws a BluedotError where the configuration is not complete. */
  readonly account: () => Account;
  /** What this process knows of who owns the objects of this kind. */
  readonly ownership: Ownership;
  /** Tells the user something that is not an error. */
  readonly warn: (message: string) => void;
  readonly clock: Clock;
  /** Milliseconds since 1970, as states record them. Default: by the machine's clock. */
  readonly timeOfDay?: () => number;
  /** The set that it is one object of: `ZoneSet "stores"`. Default: it is a resource of its own. */
  readonly set?: string;
  /** The id of that set; undefined while it is made. */
  readonly setId?: string | undefined;
  /** Whether the program marks something as secret, no matter what: then no value is told. Default: it is not known. */
  readonly isSecret?: boolean;
  /** Counts the objects that are adopted. Default: a warning names each. */
  readonly adopted?: (subject: string, id: string) => void;
}
