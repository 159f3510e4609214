import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

import { assert } from "chai";

import type { Configuration } from "../../../../provider/configuration";
import { openSession } from "../../../../provider/session";
import { account as anywhere, get, HOUR, START } from "./stage";

describe("a thousand operations", () => {
  let server: Server;
  let account: Configuration;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  before(async () => {
    server = createServer((request, response) => {
      answer(request, response);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    account = { ...anywhere, baseUrl: `http://127.0.0.1:${address.port}/prod1` };
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  /** The API as it is: every token for one hour of the clock. */
  function api(now: () => number) {
    const issued = new Map<string, number>();
    const counts = { signIns: 0, refused: 0, atOnce: 0, most: 0 };
    const send = (response: ServerResponse, status: number, body: object) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    answer = ({ method, url, headers }, response) => {
      if (method === "POST" && url === "/prod1/sessions") {
        counts.signIns += 1;
        issued.set(`Bearer token-${counts.signIns}`, now() + HOUR);
        const accessToken = `token-${counts.signIns}`;
        send(response, 201, { statusCode: 201, accessToken, idToken: "i", refreshToken: "r" });
        return;
      }
      counts.atOnce += 1;
      counts.most = Math.max(counts.most, counts.atOnce);
      setImmediate(() => {
        counts.atOnce -= 1;
        const isValid = now() < (issued.get(headers.authorization ?? "") ?? 0);
        if (!isValid) counts.refused += 1;
        if (isValid) send(response, 200, { _id: "1" });
        else send(response, 401, { message: "The incoming token has expired" });
      });
    };
    return counts;
  }

  const moments: [title: string, passed: number][] = [
    ["shortly before the hour ends", HOUR - 30_000],
    ["after the hour has ended", HOUR + 1],
  ];
  for (const [title, passed] of moments) {
    it(`at the token's end make exactly one sign-in: ${title}`, async () => {
      let now = START;
      const counts = api(() => now);
      const session = openSession(account, { now: () => now });
      await get(session);
      now += passed;
      await Promise.all(Array.from({ length: 1000 }, () => get(session)));
      assert.equal(counts.signIns, 2);
      assert.equal(counts.refused, 0);
      assert.isAtMost(counts.most, account.maxConcurrency);
    });
  }

  it("with a token that the API ended early make exactly one sign-in", async () => {
    let ours = START;
    let theirs = START;
    const counts = api(() => theirs);
    const session = openSession(account, { now: () => ours });
    await get(session);
    theirs += HOUR;
    ours += 1;
    await Promise.all(Array.from({ length: 1000 }, () => get(session)));
    assert.equal(counts.signIns, 2);
    assert.isAtMost(counts.refused, account.maxConcurrency);
  });
});
