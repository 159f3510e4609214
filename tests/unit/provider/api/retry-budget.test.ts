import { expect } from "chai";

import { openSession } from "../../../../provider/api";
import { openRetryBudget } from "../../../../provider/api/retry-policy";
import type { Outcome, Transport } from "../../../../provider/api/http";
import { openTime } from "./simulation";
import { account, answer, apiError, complaintOf, failure, get, post, stage, START } from "./stage";

/** The number of retries that the budget allows after the same outcome. */
function allowed(budget: ReturnType<typeof openRetryBudget>, outcome: Outcome): number {
  let count = 0;
  while (budget.take(outcome) !== undefined) count += 1;
  return count;
}

describe("the budget of retries", () => {
  const costs: [title: string, outcome: Outcome, retries: number][] = [
    ["a 429", answer(429), 100],
    ["a 503", answer(503), 35],
    ["a reset", failure("ECONNRESET", { sent: true }), 35],
  ];
  for (const [title, outcome, retries] of costs) {
    it(`lasts for ${retries} retries after ${title}`, () => {
      expect(allowed(openRetryBudget(), outcome)).to.equal(retries);
    });
  }

  it("gets back the cost of a request's retries if it succeeds in the end", () => {
    const budget = openRetryBudget();
    allowed(budget, answer(429));
    budget.succeeded(28);
    expect(allowed(budget, answer(503))).to.equal(2);
  });

  it("gets a little for a success at the first attempt", () => {
    const budget = openRetryBudget();
    allowed(budget, answer(429));
    for (let success = 0; success < 13; success += 1) budget.succeeded(0);
    expect(allowed(budget, answer(503))).to.equal(0);
    budget.succeeded(0);
    expect(allowed(budget, answer(503))).to.equal(1);
  });

  it("is never more than full", () => {
    const budget = openRetryBudget();
    for (let success = 0; success < 1000; success += 1) budget.succeeded(0);
    expect(allowed(budget, answer(429))).to.equal(100);
  });
});

describe("an outage", () => {
  const busy = apiError(503, "ServerError", "no more today");
  const everything = (count: number, session: ReturnType<typeof openSession>) =>
    Promise.all(Array.from({ length: count }, (_, at) => complaintOf(at % 2 ? get(session) : post(session))));

  it("ends within a minute, after little more than one request for each of a thousand operations", async () => {
    const time = openTime();
    let sent = 0;
    const transport: Transport = async ({ url }) => {
      sent += 1;
      await time.sleep(200);
      return url.endsWith("/sessions") ? answer(201, { accessToken: "t" }) : busy;
    };
    const session = openSession(account, { ...stage().tools, now: time.now, sleep: time.sleep, transport });
    const errors = await time.until(everything(1000, session));
    expect(new Set(errors.map(({ kind }) => kind))).to.deep.equal(new Set(["unavailable"]));
    expect(sent).to.be.within(1001, 1100);
    expect(time.now() - START).to.be.below(60_000);
  });

  it("of the sign-in too fails every request with the error of the sign-in", async () => {
    const { tools, requests, signIns } = stage({ outcomes: [busy], signIns: [busy] });
    const errors = await everything(1000, openSession(account, tools));
    expect(new Set(errors.map(({ message }) => message)).size).to.equal(1);
    expect(errors[0]?.message).to.include(`Signing in to Bluedot as ${account.email}`);
    expect(requests).to.deep.equal([]);
    expect(signIns).to.have.length(5);
  });

  it("draws on one budget for requests and sign-ins", async () => {
    const { tools, signIns, pass } = stage({
      outcomes: [busy],
      signIns: [answer(201, { accessToken: "t" }), busy],
    });
    const session = openSession(account, tools);
    await everything(100, session);
    pass(3_600_000);
    await complaintOf(get(session));
    expect(signIns).to.have.length(2);
  });

  it("shows one summary, when the budget of retries is used up", async () => {
    const { tools, warnings } = stage({
      answers: ({ url }) => (url.endsWith("/2") ? answer(200, {}) : busy),
    });
    const session = openSession(account, tools);
    for (let at = 0; at < 3; at += 1)
      await session.send({ method: "GET", path: "/zones/2", subject: "Zone" });
    await everything(200, session);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(
      /^The API fails too often \(503 ServerError: no more today\): 3 requests succeeded and \d+ failed so far in this run, and retries are kept few\. What is done is in the state; .* run the same command again to go on\.$/,
    );
  });

  it("shows no summary if every request succeeds in the end, after any number of retries", async () => {
    const { tools, requests, warnings } = stage({
      answers: ({ url }) =>
        requests.filter((request) => request.url === url).length === 1 ? busy : answer(200, {}),
    });
    const session = openSession(account, tools);
    for (let at = 0; at < 200; at += 1)
      await session.send({ method: "GET", path: `/zones/${at}`, subject: "Zone" });
    expect(requests).to.have.length(400);
    expect(warnings).to.deep.equal([]);
  });

  it("that is over lets requests be retried", async () => {
    let isOut = true;
    const { tools, requests } = stage({ answers: () => (isOut ? busy : answer(200, {})) });
    const session = openSession(account, tools);
    await everything(100, session);
    isOut = false;
    for (let at = 0; at < 10; at += 1) await get(session);
    isOut = true;
    const before = requests.length;
    await complaintOf(get(session));
    expect(requests.length - before).to.equal(2);
  });

  it("shows no secret of a call", async () => {
    const body = { webhooks: [{ url: "u", headers: { authorization: "canary-header" } }] };
    const { tools, warnings } = stage({ outcomes: [answer(503, { message: "no canary-header today" })] });
    const session = openSession(account, tools);
    const put = () =>
      complaintOf(session.send({ method: "PUT", path: "/projects/1", body, subject: "Project" }));
    await Promise.all(Array.from({ length: 40 }, put));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include("no [redacted] today");
  });

  it("with a Retry-After lets all requests wait, also after a POST that is not retried", async () => {
    const outcomes = [answer(503, {}, { "retry-after": "7" }), answer(201, {})];
    const { tools, requests, waits } = stage({ outcomes });
    const session = openSession({ ...account, maxConcurrency: 1 }, tools);
    const [first] = await Promise.all([complaintOf(post(session)), post(session)]);
    expect(first.maybeDone).to.equal(true);
    expect(first.message)
      .to.include("it asks to wait 7 s")
      .and.to.include("it may have been created all the same");
    expect(requests).to.have.length(2);
    expect(waits).to.deep.equal([7500]);
  });
});
