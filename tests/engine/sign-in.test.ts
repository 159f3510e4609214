/** A fault of the sign-in is told once, in one sentence, to all who wait for it, and nothing else is sent. */
import { expect } from "chai";
import type { Fault } from "pulumi-bluedot/emulator";

import { canary } from "../acceptance/canaries";
import { failureOf, openStage, operations } from "./fault-stage";
import { subjects } from "./subjects";

interface Row {
  readonly title: string;
  readonly fault: Fault | undefined;
  /** In place of the right one. */
  readonly password?: string;
  /** How often it is tried. */
  readonly requests: number;
  /** The whole sentence, `{url}` for the endpoint; undefined where all goes well. */
  readonly says?: string;
}

const forever = { times: "forever" } as const;
const status = (code: number, more: object = {}): Fault => ({ kind: "status", status: code, ...more });
const signingIn = "Signing in to Bluedot as machine@example.com: POST /sessions";
const endpoint = "check bluedot:endpoint or bluedot:region, which lead to {url}";
const refused = (words: string) =>
  `Bluedot refused to sign in machine@example.com at {url} (${words}); ` +
  "check the config keys bluedot:email and bluedot:password, or BLUEDOT_EMAIL and BLUEDOT_PASSWORD of the environment " +
  "where those are not set, and that bluedot:region (BLUEDOT_REGION) is where the account lives; " +
  "if the password was changed since the last `pulumi up`, `pulumi refresh` and `pulumi destroy` still use the one " +
  "recorded then, and so does all that refreshes first (`refresh: always`): run `pulumi refresh --run-program`.";
const noToken =
  "The sign-in of machine@example.com at {url} brought no accessToken (status 201), as when the account asks for a " +
  "second factor or single sign-on; use a machine user with a password alone in bluedot:email and bluedot:password.";

const rows: readonly Row[] = [
  { title: "500 that is over", fault: status(500), requests: 2 },
  { title: "429 that is over", fault: status(429), requests: 2 },
  { title: "a connection that ends", fault: { kind: "close", when: "after" }, requests: 2 },
  { title: "an answer that is cut", fault: { kind: "truncate", how: "cut" }, requests: 2 },
  {
    title: "a wrong password",
    fault: undefined,
    password: canary("a wrong password"),
    requests: 1,
    says: refused("403 PermissionError: Incorrect username or password"),
  },
  {
    title: "400 in the API's words",
    fault: status(400, forever),
    requests: 1,
    says: refused("400 ValidationError: Bad request"),
  },
  {
    title: "no access token",
    fault: status(201, { ...forever, body: { json: { session: "MFA" } } }),
    requests: 1,
    says: noToken,
  },
  {
    title: "503 for ever",
    fault: status(503, forever),
    requests: 5,
    says: `${signingIn}: the API could not answer after 5 attempts (503 Service Unavailable); run again later.`,
  },
  {
    title: "a page for ever",
    fault: { kind: "html", ...forever },
    requests: 5,
    says: `${signingIn} was answered with something that is not JSON after 5 attempts (200 Service); ${endpoint}.`,
  },
  {
    title: "a gateway's 404",
    fault: status(404, { ...forever, body: "gateway" }),
    requests: 1,
    says: `${signingIn} was answered by something that does not look like the Config API (404 Not found); ${endpoint}.`,
  },
  {
    title: "a redirect",
    fault: status(302, {
      ...forever,
      headers: { location: "https://login.example.com/?a=1" },
      body: "empty",
    }),
    requests: 1,
    says: `${signingIn} was redirected to login.example.com (302) and not followed, so that no password or token goes there; ${endpoint}.`,
  },
];

describe("a sign-in, in the dynamic-provider process,", function () {
  this.timeout(60_000);

  for (const { title, fault, password, requests, says } of rows) {
    it(`that meets ${title} is ${says === undefined ? "made again" : "told to every resource alike"}`, async () => {
      const stage = await openStage(password);
      const { witness, provider } = stage;
      try {
        if (fault !== undefined) witness.fault({ ...fault, path: /^\/sessions$/ });
        const work = subjects.map(async (subject) => {
          const one = await stage.caseFor(subject, operations.create);
          return failureOf(provider.create(one.news));
        });
        const messages = (await Promise.all(work)).map((failure) => failure?.message);

        expect(messages).to.deep.equal(subjects.map(() => says?.replace("{url}", witness.url)));
        expect(witness.count({ path: "/sessions" })).to.equal(requests);
        expect(witness.requests).to.have.length(requests + (says === undefined ? subjects.length : 0));
        expect(stage.secretsIn(messages.join(" ") + provider.printed())).to.deep.equal([]);
      } finally {
        await stage.close();
      }
    });
  }
});
