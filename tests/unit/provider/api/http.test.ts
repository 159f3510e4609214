import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSocketServer, type AddressInfo } from "node:net";

import { assert } from "chai";

import { openSession } from "../../../../provider/api";
import { openTransport, TIME_LIMITS, type HttpRequest, type Outcome } from "../../../../provider/api/http";
import { account, answer, complaintOf, get, post } from "./stage";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of its own for the time of a test. */
async function withServer<Result>(handler: Handler, test: (url: string, server: Server) => Promise<Result>) {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await test(`http://127.0.0.1:${portOf(server)}`, server);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function portOf(server: { address(): string | AddressInfo | null }): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

async function unusedPort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const requestTo = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "GET",
  url,
  headers: {},
  ...more,
});
const short = { ...TIME_LIMITS, answer: 100, whole: 20_000 };

describe("the transport", () => {
  const heads = { "content-type": "application/json", "content-length": "1000" };
  const cases: [title: string, handler: Handler, outcome: Partial<Outcome>][] = [
    [
      "a connection that is reset",
      ({ socket }) => socket.resetAndDestroy(),
      { code: "ECONNRESET", sent: true },
    ],
    ["a connection that is closed", ({ socket }) => socket.destroy(), { code: "ECONNRESET", sent: true }],
    ["silence", () => undefined, { code: "ETIMEDOUT", sent: true }],
    [
      "an answer that is cut",
      (_, response) => void response.writeHead(200, heads).write("{", () => response.destroy()),
      { code: "ERR_HTTP_CONTENT_LENGTH_MISMATCH", sent: true },
    ],
    [
      "an answer in parts that is cut",
      (_, response) => void response.write("{", () => response.destroy()),
      { code: "ECONNRESET", sent: true },
    ],
    [
      "an answer that is no HTTP",
      ({ socket }) => socket.end("hello\r\n\r\n"),
      { code: "HPE_INVALID_CONSTANT", sent: true },
    ],
    [
      "a redirect",
      (_, response) => response.writeHead(302, { location: "/elsewhere" }).end(),
      { status: 302, text: "" },
    ],
    ["an error", (_, response) => response.writeHead(500).end("oh"), { status: 500, text: "oh" }],
    ["nothing", (_, response) => response.writeHead(204).end(), { status: 204, text: "" }],
  ];
  for (const [title, handler, expected] of cases) {
    it(`gives the outcome of ${title}`, async () => {
      const limits = title === "silence" ? short : TIME_LIMITS;
      const outcome = await withServer(handler, (url) => openTransport(1, limits)(requestTo(url)));
      assert.deepInclude(outcome, expected);
    });
  }

  it("gives a timeout for an answer that never ends", async () => {
    const handler: Handler = (_, response) => void response.write("{");
    const limits = { ...TIME_LIMITS, whole: 1000 };
    const outcome = await withServer(handler, (url) => openTransport(1, limits)(requestTo(url)));
    assert.deepEqual(outcome, { code: "ETIMEDOUT", sent: true });
  });

  it("gives the code of a refused connection, and nothing was sent", async () => {
    const outcome = await openTransport(1)(requestTo(`http://127.0.0.1:${await unusedPort()}`));
    assert.deepEqual(outcome, { code: "ECONNREFUSED", sent: false });
  });

  it("gives the code of an unknown host, and nothing was sent", async () => {
    const outcome = await openTransport(1)(requestTo("http://nowhere.invalid"));
    // Without a network the name service itself is what fails.
    assert.include(["ENOTFOUND", "EAI_AGAIN"], "code" in outcome ? outcome.code : "");
    assert.deepInclude(outcome, { sent: false });
  });

  it("gives the code of a server without TLS, and nothing was sent", async () => {
    const handler: Handler = (_, response) => response.end("{}");
    const outcome = await withServer(handler, (url) =>
      openTransport(1)(requestTo(url.replace("http:", "https:"))),
    );
    assert.match("code" in outcome ? outcome.code : "", /^(ERR_SSL_|EPROTO)/);
    assert.deepInclude(outcome, { sent: false });
  });

  it("gives a timeout for a TLS handshake that takes too long, and nothing was sent", async () => {
    const server = createSocketServer((socket) => socket.resume());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const limits = { ...TIME_LIMITS, connect: 100 };
      const outcome = await openTransport(1, limits)(requestTo(`https://127.0.0.1:${portOf(server)}`));
      assert.deepEqual(outcome, { code: "ETIMEDOUT", sent: false });
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  for (const method of ["GET", "POST", "PUT", "DELETE"] as const) {
    for (const body of method === "GET" ? [undefined] : [undefined, '{"name":"cafe"}']) {
      it(`sends a ${method} ${body === undefined ? "without a body" : "with its body"}`, async () => {
        const handler: Handler = (request, response) => {
          const { method, headers } = request;
          const chunks: Buffer[] = [];
          request.on("data", (chunk: Buffer) => chunks.push(chunk));
          request.on("end", () => {
            const coding = headers["transfer-encoding"] ?? "none";
            response.end(`${method ?? ""} ${coding} ${Buffer.concat(chunks).toString()}`);
          });
        };
        await withServer(handler, async (url) => {
          const outcome = await openTransport(1)(
            requestTo(url, { method, ...(body !== undefined && { body }) }),
          );
          assert.deepInclude(outcome, { status: 200, text: `${method} none ${body ?? ""}` });
        });
      });
    }
  }

  it("sends a user agent, and accepts JSON", async () => {
    let headers: IncomingMessage["headers"] = {};
    const handler: Handler = (request, response) => {
      headers = request.headers;
      response.end("{}");
    };
    await withServer(handler, (url) =>
      openTransport(1)(requestTo(url, { headers: { authorization: "Bearer t" } })),
    );
    assert.match(headers["user-agent"] ?? "", /^pulumi-bluedot\/\d+\.\d+\.\d+/);
    assert.deepInclude(headers, { accept: "application/json", authorization: "Bearer t" });
  });

  it("reuses connections, and opens no more than its limit", async () => {
    const ports = new Set<number | undefined>();
    const handler: Handler = (request, response) => {
      ports.add(request.socket.remotePort);
      response.end("{}");
    };
    await withServer(handler, async (url) => {
      const transport = openTransport(2);
      for (let round = 0; round < 3; round += 1) {
        await Promise.all([1, 2, 3, 4].map(() => transport(requestTo(url))));
      }
    });
    assert.equal(ports.size, 2);
  });
});

describe("a session over real sockets", () => {
  /** Signs in whoever asks, and counts the rest. */
  async function counted(handler: Handler, send: (baseUrl: string) => Promise<unknown>): Promise<number> {
    let count = 0;
    await withServer(
      (request, response) => {
        if (request.url === "/prod1/sessions") {
          response.writeHead(201).end('{"accessToken":"t"}');
        } else {
          count += 1;
          handler(request, response);
        }
      },
      (url) => send(`${url}/prod1`),
    );
    return count;
  }
  const sleep = () => Promise.resolve();
  /** Impatient where the test is about silence, and never with the sign-in. */
  function opened(baseUrl: string, limits = TIME_LIMITS) {
    const [patient, other] = [openTransport(4), openTransport(4, limits)];
    const transport = (request: HttpRequest) =>
      (request.url.endsWith("/sessions") ? patient : other)(request);
    return openSession({ ...account, baseUrl }, { sleep, transport });
  }

  const losses: [title: string, handler: Handler][] = [
    ["reset", ({ socket }) => socket.resetAndDestroy()],
    [
      "cut",
      (_, response) =>
        void response.writeHead(201, { "content-length": "9" }).write("{", () => response.destroy()),
    ],
    ["never given", () => undefined],
    ["a page", (_, response) => response.writeHead(200).end("<html>Hello</html>")],
  ];
  for (const [title, handler] of losses) {
    const limits = title === "never given" ? short : TIME_LIMITS;
    it(`sends a POST once whose answer is ${title}, and says that it may have been done`, async () => {
      const count = await counted(handler, async (baseUrl) => {
        assert.isTrue((await complaintOf(post(opened(baseUrl, limits)))).maybeDone);
      });
      assert.equal(count, 1);
    });

    it(`sends a GET five times whose answer is ${title}`, async () => {
      const count = await counted(handler, (baseUrl) => complaintOf(get(opened(baseUrl, limits))));
      assert.equal(count, 5);
    });
  }

  it("does not take the token to another host", async () => {
    let visits = 0;
    await withServer(
      (_, response) => {
        visits += 1;
        response.end("{}");
      },
      async (elsewhere) => {
        const handler: Handler = (_, response) =>
          response.writeHead(307, { location: `${elsewhere}/x` }).end();
        await counted(handler, async (baseUrl) => {
          const error = await complaintOf(get(opened(baseUrl)));
          assert.include(error.message, new URL(elsewhere).host);
        });
      },
    );
    assert.equal(visits, 0);
  });

  it("retries a POST whose connection was refused", async () => {
    let refusals = 2;
    const count = await counted(
      (_, response) => response.writeHead(201).end('{"_id":"1"}'),
      async (baseUrl) => {
        const real = openTransport(1);
        const closed = `http://127.0.0.1:${await unusedPort()}`;
        const transport = (request: HttpRequest) =>
          real(request.url.endsWith("/zones") && refusals-- > 0 ? { ...request, url: closed } : request);
        const made = await post(openSession({ ...account, baseUrl }, { sleep, transport }));
        assert.deepInclude(made, { status: answer(201).status });
      },
    );
    assert.equal(count, 1);
  });
});
