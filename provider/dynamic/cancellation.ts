/**
 * Detects that the user cancels the run or kills the engine. At the first Ctrl-C the engine waits for running operations,
 * and sends each provider the call `Cancel`, which the Pulumi SDK does not pass on. Node.js publishes the calls that a
 * process receives; before Node.js 24.2 it does not, and a set goes on to its end.
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
