/** An emulator with a socket. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";

import { getRequestListener } from "@hono/node-server";

import { createEmulator, type Emulator } from "./emulator";
import { EmulatorError } from "./errors";
import { isObject } from "./json";
import { settingsFrom, type StartOptions } from "./options";

/** An emulator that listens. */
export interface RunningEmulator extends Emulator {
  /** The URL to use as the Config API's base URL. */
  readonly url: string;
  /** The port it listens on. */
  readonly port: number;
}

/**
 * Starts an emulator of Bluedot's Config API on a loopback address. Throws an `EmulatorError` when an option is not
 * valid, the port is in use, or the data file cannot be used.
 *
 * @example
 * const emulator = await startEmulator();
 * // … BLUEDOT_ENDPOINT=emulator.url, BLUEDOT_EMAIL=emulator.email, BLUEDOT_PASSWORD=emulator.password
 * await emulator.close();
 */
export async function startEmulator(options: StartOptions = {}): Promise<RunningEmulator> {
  const { port, host, basePath } = settingsFrom(options);
  const emulator = await createEmulator(options);
  // The process is the caller's: its global Request and Response stay as they are.
  const listener = getRequestListener(emulator.app.fetch, { overrideGlobalObjects: false });
  const server = createServer({ keepAliveTimeout: idleConnectionMs }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  try {
    await listening(server, port, host);
  } catch (error) {
    await emulator.close();
    throw error;
  }
  let closed: Promise<void> | undefined;
  const actualPort = portOf(server);
  return {
    ...emulator,
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actualPort}${basePath}`,
    port: actualPort,
    close: () => {
      closed ??= closeDown(server, emulator);
      return closed;
    },
  };
}

/** Longer than a client keeps a connection, so that it never meets one that is just being closed. */
const idleConnectionMs = 75_000;

/** The number of connections that may wait to be accepted. */
const backlog = 4096;

async function listening(server: Server, port: number, host: string): Promise<void> {
  server.listen({ port, host, backlog });
  try {
    await once(server, "listening");
  } catch (error) {
    throw new EmulatorError(`The emulator cannot listen on ${host}, port ${port}: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
}

async function closeDown(server: Server, emulator: Emulator): Promise<void> {
  const ended = once(server, "close");
  server.close();
  server.closeAllConnections();
  await Promise.all([ended, emulator.close()]);
}

function reasonOf(error: unknown): string {
  if (isObject(error) && error["code"] === "EADDRINUSE")
    return "the port is in use; choose another one, or 0 for any that is free";
  return error instanceof Error ? error.message : String(error);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
