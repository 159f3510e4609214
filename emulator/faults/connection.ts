/** Acts on a request's connection: on a socket, and without one. */
import { once } from "node:events";
import { IncomingMessage, ServerResponse } from "node:http";

import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";

/** The result of a request: the answer, and the status that a client may have seen. */
export interface Answer {
  readonly response: Response;
  readonly status: number | undefined;
}

export interface Connection {
  /** Ends it without an answer. */
  readonly drop: (reset: boolean) => Answer;
  /** Sends the first part of a body whose whole length is declared, then ends it. */
  readonly sendPart: (answer: Response, part: Buffer, declaredLength: number) => Promise<Answer>;
  /** Waits for the client to give up, or for the signal. */
  readonly silence: (signal: AbortSignal) => Promise<Answer>;
}

/** The bindings of node-server; empty without a socket. */
export interface Bindings {
  readonly incoming?: unknown;
  readonly outgoing?: unknown;
}

export function connectionOf(bindings: Bindings | undefined): Connection {
  const { incoming, outgoing } = bindings ?? {};
  if (!(incoming instanceof IncomingMessage) || !(outgoing instanceof ServerResponse)) return noSocket;
  const { socket } = incoming;
  const sent = (status?: number): Answer => ({ response: RESPONSE_ALREADY_SENT, status });
  return {
    drop: (reset) => {
      if (reset) socket.resetAndDestroy();
      else socket.destroy();
      return sent();
    },
    sendPart: async (answer, part, declaredLength) => {
      const headers = { ...Object.fromEntries(answer.headers), "content-length": String(declaredLength) };
      outgoing.writeHead(answer.status, headers);
      await new Promise((done) => outgoing.write(part, done));
      socket.destroy();
      return sent(answer.status);
    },
    silence: async (signal) => {
      if (!socket.destroyed) await once(socket, "close", { signal }).catch(() => undefined);
      socket.destroy();
      return sent();
    },
  };
}

/** Without a socket the request fails, as `fetch` does when the connection ends. */
const noSocket: Connection = {
  drop: () => {
    throw new ConnectionEnded();
  },
  sendPart: () => Promise.reject(new ConnectionEnded()),
  silence: async (signal) => {
    if (!signal.aborted) await once(signal, "abort");
    throw new ConnectionEnded();
  },
};

export class ConnectionEnded extends Error {
  override readonly name = "ConnectionEnded";

  constructor() {
    super("The connection was closed before the answer was complete.");
  }
}
