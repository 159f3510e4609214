import { assert } from "chai";

import { decideRetry, type RetryDecision, type RetryInput } from "../../../../provider/api/retry-policy";
import { answer, failure, text } from "./stage";

const NOW = Date.UTC(2026, 5, 1, 12, 0, 0);
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1000);
const facts: Omit<RetryInput, "outcome"> = { repeatable: true, attempt: 1, spent: 0, random: 1, date: NOW };
const never: RetryDecision = { retry: false };
const after = (wait: number): RetryDecision => ({ retry: true, wait, pausesAll: false });
const pausingAll = (wait: number): RetryDecision => ({ retry: true, wait, pausesAll: true });

describe("the retry policy", () => {
  const cases: [
    title: string,
    outcome: RetryInput["outcome"],
    repeatable: RetryDecision,
    once: RetryDecision,
  ][] = [
    ["a 200 is an answer", answer(200, {}), never, never],
    ["a 400 is an answer", answer(400), never, never],
    ["a 401 is not for this policy", answer(401), never, never],
    ["a 404 is an answer", answer(404), never, never],
    ["a 409 is an answer", answer(409), never, never],
    ["a redirect is an answer", answer(302), never, never],
    ["a 501 will be the same next time", answer(501), never, never],
    ["a 429 says that nothing was done", answer(429), pausingAll(1000), pausingAll(1000)],
    ["a 429 with Retry-After", answer(429, {}, { "retry-after": "7" }), pausingAll(7500), pausingAll(7500)],
    [
      "a 503 with Retry-After may have been done, and all requests wait",
      answer(503, {}, { "retry-after": "7" }),
      pausingAll(7500),
      { retry: false, retryAfter: 7000, pause: 7500 },
    ],
    ["a 503 without Retry-After may have been done", answer(503), after(1000), never],
    [
      "a 503 with a Retry-After that says nothing",
      answer(503, {}, { "retry-after": "soon" }),
      after(1000),
      never,
    ],
    ["a 500 may have been done", answer(500), after(1000), never],
    ["a 502 may have been done", answer(502), after(1000), never],
    ["a 504 may have been done", answer(504), after(1000), never],
    ["a refused connection", failure("ECONNREFUSED", { sent: false }), after(1000), after(1000)],
    ["a name service that is busy", failure("EAI_AGAIN", { sent: false }), after(1000), after(1000)],
    [
      "a connection that takes too long to make",
      failure("ETIMEDOUT", { sent: false }),
      after(1000),
      after(1000),
    ],
    ["an answer that takes too long", failure("ETIMEDOUT", { sent: true }), after(1000), never],
    ["a reset connection", failure("ECONNRESET", { sent: true }), after(1000), never],
    [
      "an answer that is cut",
      failure("ERR_HTTP_CONTENT_LENGTH_MISMATCH", { sent: true }),
      after(1000),
      never,
    ],
    ["an unknown host", failure("ENOTFOUND", { sent: false }), never, never],
    ["a certificate that is over", failure("CERT_HAS_EXPIRED", { sent: false }), never, never],
    ["a certificate of one's own", failure("DEPTH_ZERO_SELF_SIGNED_CERT", { sent: false }), never, never],
    ["a certificate of nobody's", failure("UNABLE_TO_VERIFY_LEAF_SIGNATURE", { sent: false }), never, never],
    ["no TLS at the other end", failure("ERR_SSL_WRONG_VERSION_NUMBER", { sent: false }), never, never],
  ];
  for (const [title, outcome, repeatable, once] of cases) {
    it(`${title}: an idempotent request`, () => {
      assert.deepEqual(decideRetry({ ...facts, outcome }), repeatable);
    });
    it(`${title}: a POST`, () => {
      assert.deepEqual(decideRetry({ ...facts, outcome, repeatable: false }), once);
    });
  }

  it("retries an idempotent request after a 2xx that is not readable", () => {
    const outcome = text(200, "<html>");
    assert.deepEqual(decideRetry({ ...facts, outcome }), after(1000));
    assert.deepEqual(decideRetry({ ...facts, outcome, repeatable: false }), never);
  });

  const waits: [attempt: number, random: number, wait: number][] = [
    [1, 0, 0],
    [1, 0.5, 500],
    [2, 1, 2000],
    [3, 1, 4000],
    [4, 1, 5000],
    [4, 0.25, 1250],
  ];
  for (const [attempt, random, wait] of waits) {
    it(`waits ${wait} ms after attempt ${attempt} with the random number ${random}`, () => {
      assert.deepEqual(decideRetry({ ...facts, outcome: answer(502), attempt, random }), after(wait));
    });
  }

  it("gives up after the fifth attempt", () => {
    assert.deepEqual(decideRetry({ ...facts, outcome: answer(502), attempt: 5 }), never);
  });

  const retryAfter: [title: string, header: string, decision: RetryDecision][] = [
    ["seconds", "3", pausingAll(3000)],
    ["none", "0", pausingAll(0)],
    ["as much as may be", "120", pausingAll(120_000)],
    ["more than may be", "121", { retry: false, retryAfter: 121_000 }],
    ["a date", inSeconds(9).toUTCString(), pausingAll(9000)],
    ["a date of the old form", "Monday, 01-Jun-26 12:00:09 GMT", pausingAll(9000)],
    ["a date of C's form", "Mon Jun  1 12:00:09 2026", pausingAll(9000)],
    ["a date that is past", inSeconds(-9).toUTCString(), pausingAll(0)],
    ["a date too far away", inSeconds(600).toUTCString(), { retry: false, retryAfter: 600_000 }],
    ["a fraction, which is not allowed", "1.5", pausingAll(0)],
    ["a negative number", "-5", pausingAll(0)],
    ["nothing", "", pausingAll(0)],
  ];
  for (const [title, header, decision] of retryAfter) {
    it(`understands a Retry-After of ${title}`, () => {
      const outcome = answer(429, {}, { "retry-after": header });
      assert.deepEqual(decideRetry({ ...facts, outcome, random: 0 }), decision);
    });
  }
});
