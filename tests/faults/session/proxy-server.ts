/** A proxy that leads every CONNECT to one server on this machine, and an API that speaks TLS as config.example.com. */
import { readFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, type Socket } from "node:net";
import { join } from "node:path";

import { closed, listening } from "./server";

export const certificate = join(__dirname, "../../engine/certificates/trusted.pem");

export interface ProxyStage {
  /** `127.0.0.1:3128` */
  readonly proxy: string;
  /** The base URL of the API, whose host only the proxy finds. */
  readonly api: string;
  /** The target of each connection that the proxy was asked for. */
  readonly tunnels: string[];
  /** The credentials that came with each. */
  readonly credentials: (string | undefined)[];
  /** The status with which it refuses; undefined where it connects. */
  refusal: number | undefined;
  readonly close: () => Promise<void>;
}

export async function openProxyStage(): Promise<ProxyStage> {
  const pem = readFileSync(certificate);
  const api = createTlsServer({ key: pem, cert: pem }, ({ url = "" }, response) => {
    const isList = /^\/[a-z]+$/.test(url) && url !== "/sessions";
    response
      .writeHead(url === "/sessions" ? 201 : 200)
      .end(isList ? "[]" : '{"accessToken":"token","_id":"1"}');
  });
  const apiPort = await listening(api);
  const sockets = new Set<Socket>();
  const server = createHttpServer();
  const stage: ProxyStage = {
    proxy: `127.0.0.1:${await listening(server)}`,
    api: `https://config.example.com:${apiPort}`,
    tunnels: [],
    credentials: [],
    refusal: undefined,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([closed(server), closed(api)]);
    },
  };
  server.on("connect", (request, client: Socket) => {
    stage.tunnels.push(request.url ?? "");
    stage.credentials.push(request.headers["proxy-authorization"]);
    if (stage.refusal !== undefined) {
      client.end(`HTTP/1.1 ${stage.refusal} No\r\ncontent-length: 2\r\n\r\n{}`);
      return;
    }
    const upstream = connect(apiPort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      client.pipe(upstream).pipe(client);
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
  });
  return stage;
}
