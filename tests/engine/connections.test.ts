/** A request without a connection was not sent. It is retried if that may help. The error is one sentence. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { expect } from "chai";

import {
  beginningOf,
  beginningOfList,
  openHarness,
  operations,
  type Case,
  type Operation,
  type Harness,
} from "./fault-harness";
import { projectId, subjects, type Subject } from "./subjects";

const host = "config.example.com";
const certificate = (name: string) => join(__dirname, "certificates", `${name}.pem`);

/** The addresses that a lookup may return, all on one port. The key names what a client meets there. */
const places = { right: "127.0.0.1", nobody: "127.0.0.2", stranger: "127.0.0.3", noTls: "127.0.0.4" };

interface Row {
  readonly title: string;
  /** The result of one lookup of the host's name. */
  readonly lookup: string;
  /** True if another attempt may succeed. */
  readonly passes: boolean;
  readonly says: (tries: string) => string;
}

const advice = "check bluedot:endpoint or bluedot:region, which lead to {url}, and";
const network = "the network; where it is reached through a proxy, set HTTPS_PROXY";
const rows: readonly Row[] = [
  {
    title: "a name that is not found",
    lookup: "ENOTFOUND",
    passes: false,
    says: () => `: there is no host ${host} (ENOTFOUND); ${advice} ${network}.`,
  },
  {
    title: "a name server that does not answer",
    lookup: "EAI_AGAIN",
    passes: true,
    says: (tries) => `: no connection to {host}${tries} (EAI_AGAIN); ${advice} ${network}.`,
  },
  {
    title: "a connection that is refused",
    lookup: places.nobody,
    passes: true,
    says: (tries) => `: no connection to {host}${tries} (ECONNREFUSED); ${advice} ${network}.`,
  },
  {
    title: "a certificate that is not trusted",
    lookup: places.stranger,
    passes: false,
    says: () =>
      `: no secure connection to {host} (DEPTH_ZERO_SELF_SIGNED_CERT); ${advice} what stands between (a proxy, a certificate of your own in NODE_EXTRA_CA_CERTS).`,
  },
  {
    title: "a server that speaks no TLS",
    lookup: places.noTls,
    passes: false,
    says: () =>
      `: no secure connection to {host} (EPROTO); ${advice} what stands between (a proxy, a certificate of your own in NODE_EXTRA_CA_CERTS).`,
  },
];

describe("a connection that does not come about, in the dynamic-provider process,", function () {
  this.timeout(60_000);
  const open: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];
  let harness: Harness;
  let url: string;

  before(async () => {
    const secure = (name: string) => {
      const pem = readFileSync(certificate(name));
      const listener = getRequestListener(
        (request, bindings) => harness.recorder.app.fetch(request, bindings),
        {
          overrideGlobalObjects: false,
        },
      );
      return createTlsServer(
        { key: pem, cert: pem },
        (incoming, outgoing) => void listener(incoming, outgoing),
      );
    };
    const trusted = secure("trusted");
    const port = await listening(trusted, places.right, 0);
    const plain = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await listening(secure("stranger"), places.stranger, port);
    await listening(plain, places.noTls, port);
    url = `https://${host}:${port}`;
    harness = await openHarness({
      endpoint: url,
      environment: { NODE_EXTRA_CA_CERTS: certificate("trusted"), BRIEF_CONNECTIONS: "true" },
    });
  });
  after(async () => {
    await harness.close();
    const closed = open.map(({ server, sockets }) => {
      const end = once(server.close(), "close");
      for (const socket of sockets) socket.destroy();
      return end;
    });
    await Promise.all(closed);
  });
  beforeEach(() => harness.renew());

  async function listening(server: Server, address: string, port: number): Promise<number> {
    const sockets = new Set<Socket>();
    server.on("connection", (socket: Socket) => sockets.add(socket));
    open.push({ server, sockets });
    server.listen(port, address);
    await once(server, "listening");
    const at: AddressInfo | string | null = server.address();
    return typeof at === "object" && at !== null ? at.port : 0;
  }

  /** Which lookup of the process is that of the request: what is asked before has connections of its own. */
  interface Met {
    readonly operation: Operation;
    readonly before: number;
    readonly begins: (subject: Subject, operation: Operation, one: Case) => string;
  }
  const met: readonly (Met & { readonly title: string })[] = [
    ...Object.values(operations)
      .filter((operation) => operation !== operations.count)
      .map((operation) => ({
        title: operation.title,
        operation,
        // A create reads the list first, and an update that writes has looked.
        before: operation === operations.create || operation === operations.write ? 1 : 0,
        begins: beginningOf,
      })),
    {
      title: "a create that reads the list first",
      operation: operations.create,
      before: 0,
      begins: beginningOfList,
    },
  ];

  let turn = 0;
  for (const { title, lookup, passes, says } of rows) {
    for (const times of passes ? [1, 2, 4, 5] : [1]) {
      const isTold = !passes || times === 5;
      for (const { title: doing, operation, before, begins } of met) {
        it(`such as ${title}, ${times === 1 ? "once" : `${times} times`}, ${isTold ? "is told by" : "does not stop"} ${doing}`, async () => {
          const { recorder, provider, caseFor, failureOf } = harness;
          const subject = subjects[(turn += 1) % subjects.length] ?? expect.fail();
          await signedIn();
          const one = await caseFor(subject, operation);
          const size = recorder[subject.collection].size();
          recorder.requests.clear();
          await provider.tell([
            ...Array<string>(before).fill(places.right),
            ...Array<string>(times).fill(lookup),
          ]);
          const failure = await failureOf(operation.run(provider, one));
          const sentence = says(passes ? " after 5 attempts" : "")
            .replace("{url}", url)
            .replace("{host}", new URL(url).host);
          expect(failure?.message).to.equal(
            isTold ? `${begins(subject, operation, one)}${sentence}` : undefined,
          );
          expect(recorder.requests.length, "requests that arrived").to.be.greaterThanOrEqual(before);
          if (isTold) expect(recorder.requests).to.have.length(before);
          if (operation === operations.create)
            expect(recorder[subject.collection].size() - size).to.equal(isTold ? 0 : 1);
          await provider.tell([]);
        });
      }

      it(`such as ${title}, ${times === 1 ? "once" : `${times} times`}, ${isTold ? "is told by" : "does not stop"} a sign-in`, async () => {
        const { recorder, provider, caseFor, failureOf } = harness;
        const all = await Promise.all(subjects.map((subject) => caseFor(subject, operations.create)));
        recorder.requests.clear();
        await provider.tell(Array<string>(times).fill(lookup));
        const failures = await Promise.all(all.map(({ news }) => failureOf(provider.create(news))));
        const sentence = says(passes ? " after 5 attempts" : "")
          .replace("{url}", url)
          .replace("{host}", new URL(url).host);
        const logged = `Signing in to Bluedot as machine@example.com: POST /sessions${sentence}`;
        expect(failures.map((failure) => failure?.message)).to.deep.equal(
          subjects.map(() => (isTold ? logged : undefined)),
        );
        expect(recorder.count({ path: "/sessions" })).to.equal(isTold ? 0 : 1);
        await provider.tell([]);
      });
    }
  }

  /** A process that has asked for something has its sign-in behind it. */
  async function signedIn(): Promise<void> {
    const { provider, caseFor } = harness;
    const project = subjects.find(({ noun }) => noun === "Project") ?? expect.fail();
    const { news } = await caseFor(project, operations.create);
    await provider.get(projectId, { __provider: news["__provider"] ?? "" });
  }
});
