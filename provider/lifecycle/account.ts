import { readConfiguration, type ConfigurationSource } from "../configuration";
import { sessionFor } from "../api";
import { listCacheFor } from "./list-cache";
import type { Account } from "./context";

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
