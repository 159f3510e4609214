/**
 * Whether the user has asked the engine to stop. At the first Ctrl-C the engine waits for what is under way, however
 * long it takes, and tells each provider's process so by a call that the Pulumi SDK answers and passes on to nobody.
 * Node.js publishes the calls that a process receives; where it does not yet (before 24.2), a set goes on to its end.
 */
import { subscribe, unsubscribe } from "node:diagnostics_channel";

import { isObject } from "../json";

export interface Cancellation {
  isAsked(): boolean;
  /** No longer listens. */
  close(): void;
}

export function listenForCancellation(): Cancellation {
  let isAsked = false;
  const listener = (message: unknown) => {
    const { headers } = isObject(message) ? message : {};
    if (isObject(headers) && headers[":path"] === CANCEL) isAsked = true;
  };
  subscribe(CHANNEL, listener);
  return {
    isAsked: () => isAsked,
    close: () => {
      unsubscribe(CHANNEL, listener);
    },
  };
}

const CHANNEL = "http2.server.stream.start";
const CANCEL = "/pulumirpc.ResourceProvider/Cancel";
