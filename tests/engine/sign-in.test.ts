/** A fault of the sign-in is told once, in one sentence, to all who wait for it, and nothing else is sent. */
import { expect } from "chai";
import type { Fault } from "pulumi-bluedot/emulator";

import { canary } from "../acceptance/canaries";
import { openHarness, operations, harnessOfSuite, type Harness } from "./fault-harness";
import { cut, durations, endingOf, passing, type FaultRow } from "./faults";
import { subjects } from "./subjects";

interface Row {
  readonly title: string;
  readonly fault: Fault | undefined;
  /** In place of the right one. */
  readonly password?: string;
  /** The number of attempts. */
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

/** Signing in twice is as good as once. */
function asOften(row: FaultRow): Row[] {
  return durations.map(({ title, times }) => {
    const { requests, says } = endingOf({ ...row, ofGet: "" }, "GET", times);
    return {
      title: `${row.title} that comes ${title}`,
      fault: { ...row.fault, times },
      requests,
      ...(says !== undefined && { says: `${signingIn}${says}` }),
    };
  });
}

const rows: readonly Row[] = [
  ...passing.flatMap(asOften),
  ...asOften({ ...cut, says: (tries) => cut.says(tries).replace("(200)", "(201)") }),
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
  const harness = harnessOfSuite();
  beforeEach(() => harness().renew());
  afterEach(() => {
    harness().recorder.requests.clear();
  });

  async function meets(
    { fault, requests, says }: Row,
    { recorder, provider, caseFor, failureOf, secretsIn }: Harness,
  ) {
    if (fault !== undefined) recorder.fault({ ...fault, path: /^\/sessions$/ });
    const work = subjects.map(async (subject) => {
      const one = await caseFor(subject, operations.create);
      return failureOf(provider.create(one.news));
    });
    const messages = (await Promise.all(work)).map((failure) => failure?.message);

    expect(messages).to.deep.equal(subjects.map(() => says?.replace("{url}", recorder.url)));
    expect(recorder.count({ path: "/sessions" })).to.equal(requests);
    // Then each has its list, and is made.
    const others = recorder.requests.filter(({ path }) => path !== "/sessions");
    const wanted = subjects.flatMap(({ collection }) => [`GET /${collection}`, `POST /${collection}`]);
    expect([...new Set(others.map(({ method, path }) => `${method} ${path}`))]).to.have.members(
      says === undefined ? wanted : [],
    );
    expect(secretsIn(messages.join(" ") + provider.printed())).to.deep.equal([]);
  }

  for (const row of rows) {
    it(`that meets ${row.title} is ${row.says === undefined ? "made again" : "told to every resource alike"}`, async () => {
      if (row.password === undefined) return meets(row, harness());
      const other = await openHarness({ given: row.password });
      try {
        return await meets(row, other);
      } finally {
        await other.close();
      }
    });
  }
});
