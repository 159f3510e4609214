/** Ends the command on a Node.js that is too old: it is imported first, before anything that fails on it is evaluated. */
import { nodeFault } from "../provider/node-version";

const fault = nodeFault(process.versions.node);
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}
