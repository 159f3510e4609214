/**
 * Whether the user has asked the engine to stop, or has killed it. At the first Ctrl-C the engine waits for what is
 * under way, however long it takes, and tells each provider's process so by a call that the Pulumi SDK answers and
 * passes on to nobody. Node.js publishes the calls that a process receives; where it does not yet (before 24.2), a set
 * goes on to its end.
 */
import { subscribe, unsubscribe } from "node:diagnostics_channel";

import { isObject } from "../json";
import type { Cancellation } from "../set/operations";
import { watchEngine } from "./engine-watch";

export function listenForCancellation(): Cancellation {
  const engine = watchEngine();
  let isAsked = false;
  const listener = (message: unknown) => {
    const { headers } = isObject(message) ? message : {};
    if (isObject(headers) && headers[":path"] === CANCEL) isAsked = true;
  };
  subscribe(CHANNEL, listener);
  return {
    isAsked: () => isAsked || engine.isGone(),
    close: () => {
      engine.close();
      unsubscribe(CHANNEL, listener);
    },
  };
}

const CHANNEL = "http2.server.stream.start";
const CANCEL = "/pulumirpc.ResourceProvider/Cancel";
