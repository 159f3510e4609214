/** Refuses a Node.js that is too old: entry points import it first, before anything that fails on it is evaluated. */
import { nodeFault } from "./node-version";

const fault = nodeFault(process.versions.node);
// Without its stack, which the engine and Node.js would print.
if (fault !== undefined) throw Object.assign(new Error(fault), { stack: fault });
