/** A server on this machine for the time of a test, and a session that asks it. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Server as SocketServer } from "node:net";

import { openSession, type Session } from "../../../provider/api";
import { account } from "../../unit/provider/api/stage";

export async function listening(server: SocketServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** The session and URL of a test, and the number of requests without sign-ins. */
export interface Asked {
  readonly session: Session;
  readonly url: string;
  readonly requests: () => number;
}

/** Signs everybody in, and leaves all else to the listener. */
export async function withServer<Result>(
  listener: RequestListener,
  test: (asked: Asked) => Promise<Result>,
): Promise<Result> {
  let requests = 0;
  const server = createServer((request, response) => {
    if (request.url === "/sessions") {
      response.writeHead(201).end('{"accessToken":"token"}');
      return;
    }
    requests += 1;
    listener(request, response);
  });
  const url = `http://127.0.0.1:${await listening(server)}`;
  try {
    return await test({
      session: openSession({ ...account, baseUrl: url }, { warn: () => undefined }),
      url,
      requests: () => requests,
    });
  } finally {
    await closed(server);
  }
}
