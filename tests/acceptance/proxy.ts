/** An emulator behind a door: whoever stands at it sees each request before and after its work. */
import { once } from "node:events";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Emulator } from "pulumi-bluedot/emulator";

/** Handles a request. `work` has the emulator answer it. */
export type Passing = (request: Request, work: () => Promise<Response>) => Promise<Response>;

export interface Proxy {
  readonly url: string;
  /** Closes the emulator too. */
  readonly close: () => Promise<void>;
}

export async function openProxy(emulator: Emulator, pass: Passing): Promise<Proxy> {
  const listener = getRequestListener(
    async (request, bindings) => {
      const whole = await arrived(request);
      return await pass(whole, async () => emulator.app.fetch(whole, bindings));
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer({ keepAliveTimeout: IDLE }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: async () => {
      const ended = once(server, "close");
      server.close();
      server.closeAllConnections();
      await ended;
      await emulator.close();
    },
  };
}

/** The request with all of its body, so that its work can be done also when whoever sent it is gone. */
async function arrived(request: Request): Promise<Request> {
  const { url, method, headers } = request;
  const body = await request.arrayBuffer();
  return new Request(url, { method, headers, ...(body.byteLength === 0 ? {} : { body }) });
}

/** Longer than a client keeps a connection, in milliseconds, so that it never meets one that is just being closed. */
const IDLE = 75_000;
