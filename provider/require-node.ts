/** Refuses a Node.js that is too old: entry points import it first, before anything that fails on it is evaluated. */
import { BluedotError } from "./errors";
import { nodeFault } from "./node-version";

const fault = nodeFault(process.versions.node);
if (fault !== undefined) throw new BluedotError("configuration", fault);
