import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";

import { expect } from "chai";

import type { ApiRequest } from "../../../provider/api";
import { openSession } from "../../../provider/api";
import { listAll } from "../../../provider/api/pagination";
import { LARGEST_ANSWER, openTransport, TIME_LIMITS } from "../../../provider/api/http";
import { account, answer, complaintOf, get, stage, text, START } from "../../unit/provider/api/stage";
import { withServer } from "./server";

const call = (method: ApiRequest["method"]): ApiRequest => ({
  method,
  path: "/zones/1",
  ...(method === "POST" || method === "PUT" ? { body: { name: "cafe" } } : {}),
  subject: 'Zone "cafe"',
});

describe("an answer that contradicts itself", () => {
  const refused = {
    errorType: "ValidationError",
    errorMessages: { errorDescription: "radius is too small" },
  };

  for (const method of ["GET", "POST", "PUT", "DELETE"] as const) {
    it(`A14: a ${method} with an \`errorType\` under 200 is an error, and is not sent again`, async () => {
      const { tools, requests } = stage({ outcomes: [answer(200, refused)] });
      const error = await complaintOf(openSession(account, tools).send(call(method)));
      expect(error.message).to.match(
        /^Zone "cafe": \w+ \/zones\/1 was answered with an error .*\(200 ValidationError: radius is too small\)/,
      );
      expect(error).to.include({ kind: "refused", maybeDone: method !== "GET" });
      expect(requests).to.have.length(1);
    });
  }

  it("A14: a sign-in with an `errorType` under 200 is an error, once for all", async () => {
    const { tools, signIns } = stage({ signIns: [answer(200, { ...refused, accessToken: "token" })] });
    const session = openSession(account, tools);
    expect((await complaintOf(get(session))).message).to.include("200 ValidationError: radius is too small");
    await complaintOf(get(session));
    expect(signIns).to.have.length(1);
  });

  it("A14: a page of a list with an `errorType` under 200 is an error", async () => {
    const { tools } = stage({ outcomes: [answer(200, refused)] });
    const listing = { path: "/zones", subject: "getZones", idOf: () => undefined };
    const error = await complaintOf(listAll(openSession(account, tools), listing));
    expect(error.message).to.include("ValidationError: radius is too small");
  });
});

describe("a list", () => {
  const endless = (items: number, size: number) => {
    let pages = 0;
    const send = () => {
      pages += 1;
      const headers = { "x-bluedot-paginationtoken": `page-${pages}` };
      const body = Array.from({ length: items }, (_, at) => ({ _id: `${pages}-${at}` }));
      return Promise.resolve({ status: 200, body, headers, size });
    };
    const listing = { path: "/zones", subject: "getZones", idOf: (item: unknown) => JSON.stringify(item) };
    return { work: listAll({ send }, listing), pages: () => pages };
  };

  it("B1: whose pages never end is an error after 10,000 of them", async () => {
    const { work, pages } = endless(1, 100);
    expect((await complaintOf(work)).message).to.match(/^getZones: GET \/zones has more pages after 10000 /);
    expect(pages()).to.equal(10_000);
  });

  it("B1: is an error after a million items", async () => {
    const { work, pages } = endless(20_000, 100);
    expect((await complaintOf(work)).message).to.include("with 1000000 items");
    expect(pages()).to.equal(50);
  });

  it("B1: is an error after 512 MB", async () => {
    const { work, pages } = endless(1, LARGEST_ANSWER);
    expect((await complaintOf(work)).kind).to.equal("unreadable");
    expect(pages()).to.equal(16);
  });
});

describe("the size of an answer", () => {
  const tooLarge = /^Zone "cafe": GET \/zones\/1: the answer is larger than 32 MB, and is not read; /;

  it("B2: is bounded after decompression, and such a request is not retried", async () => {
    const bomb = gzipSync(Buffer.alloc(2 * LARGEST_ANSWER, " "));
    await withServer(
      (_request, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
      async ({ session, requests }) => {
        const error = await complaintOf(session.send(call("GET")));
        expect(error.message).to.match(tooLarge);
        expect(error.kind).to.equal("unreadable");
        expect(requests()).to.equal(1);
      },
    );
  });

  it("B2: is bounded where the answer never ends, and the connection is given up", async () => {
    const chunk = Buffer.alloc(1024 * 1024, " ");
    await withServer(
      (_request, response) => {
        const more = () => {
          if (!response.destroyed) response.write(chunk, () => setImmediate(more));
        };
        more();
      },
      async ({ session, requests }) => {
        expect((await complaintOf(session.send(call("GET")))).message).to.match(tooLarge);
        expect(requests()).to.equal(1);
      },
    );
  });

  it("B2: a POST whose answer is too large may have been done", async () => {
    await withServer(
      (_request, response) => response.writeHead(201).end(Buffer.alloc(LARGEST_ANSWER + 1, " ")),
      async ({ session }) => {
        expect((await complaintOf(session.send(call("POST")))).maybeDone).to.equal(true);
      },
    );
  });

  it("B2: as much as is allowed is read", async () => {
    const padded = Buffer.concat([Buffer.from("{}"), Buffer.alloc(LARGEST_ANSWER - 2, " ")]);
    await withServer(
      (_request, response) => response.end(padded),
      async ({ session }) => expect((await session.send(call("GET"))).body).to.deep.equal({}),
    );
  });

  for (const [what, open, close] of [
    ["lists", "[", "]"],
    ["objects", '{"a":', "}"],
  ] as const) {
    it(`B2: ${what} 100,000 levels deep are one clear error, and are not retried`, async () => {
      const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
      const { tools, requests } = stage({ outcomes: [text(200, deep)] });
      expect((await complaintOf(get(openSession(account, tools)))).message).to.match(
        /^Zone "cafe": GET \/zones\/1 was answered with JSON of more than 100 levels \(200\), which is not read; /,
      );
      expect(requests).to.have.length(1);
    });
  }

  it("B2: a refusal 100,000 levels deep is an error without its words", async () => {
    const { tools } = stage({ outcomes: [text(400, `${"[".repeat(100_000)}${"]".repeat(100_000)}`)] });
    expect((await complaintOf(get(openSession(account, tools)))).message).to.include("was refused (400)");
  });
});

describe("the time of a request", () => {
  it("B3: is bounded as a whole, however its bytes trickle", async () => {
    const trickle: RequestListener = (_request, response) => {
      const timer = setInterval(() => response.write(" "), 10);
      response.on("close", () => {
        clearInterval(timer);
      });
    };
    await withServer(trickle, async ({ url }) => {
      const transport = openTransport(1, { ...TIME_LIMITS, whole: 200 });
      const outcome = await transport({ method: "GET", url: `${url}/zones`, headers: {} });
      expect(outcome).to.deep.equal({ code: "ETIMEDOUT", sent: true });
    });
  });

  it("B3: is up after two minutes, since no attempt begins when those before took one", async () => {
    const { tools, pass } = stage();
    let requests = 0;
    const transport: typeof tools.transport = (request) => {
      if (request.url.endsWith("/sessions")) return tools.transport(request);
      requests += 1;
      pass(requests === 1 ? 59_000 : 60_000);
      return Promise.resolve({ code: "ETIMEDOUT", sent: true });
    };
    const error = await complaintOf(get(openSession(account, { ...tools, transport })));
    expect(error.message).to.include("no whole answer came in time after 2 attempts (ETIMEDOUT)");
    expect(tools.now() - START).to.be.at.most(121_000);
  });

  it("B3: leaves all attempts to answers that fail soon", async () => {
    const { tools, requests } = stage({ outcomes: [answer(503)] });
    await complaintOf(get(openSession(account, tools)));
    expect(requests).to.have.length(5);
  });
});
