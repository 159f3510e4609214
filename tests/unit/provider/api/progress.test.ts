import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { expect } from "chai";

import { openSession, type Session } from "../../../../provider/api";
import { openProgress, progress } from "../../../../provider/api/progress";
import type { Outcome, Transport } from "../../../../provider/api/http";
import { openTime, tokenBucket } from "./simulation";
import { account, answer, START, stage } from "./stage";

type Line = [second: number, line: string];

function openStage() {
  const time = openTime();
  const lines: Line[] = [];
  const progress = openProgress({
    now: time.now,
    show: (line) => lines.push([Math.round((time.now() - START) / 1000), line]),
    startTimer: (run, milliseconds) => {
      time.at(milliseconds, run);
    },
  });
  return { time, lines, progress };
}

describe("long work", () => {
  it("shows a line after 10 s, and then every 10 s until it ends", async () => {
    const { time, lines, progress } = openStage();
    let done = 0;
    const work = time.sleep(35_000).then(() => "result");
    const result = await time.until(progress.reportWhile(work, () => `${(done += 1)} of many`));
    await time.until(time.sleep(60_000));
    expect(result).to.equal("result");
    expect(lines).to.deep.equal([
      [10, "1 of many"],
      [20, "2 of many"],
      [30, "3 of many"],
    ]);
  });

  it("shows nothing if it takes less", async () => {
    const { time, lines, progress } = openStage();
    await time.until(progress.reportWhile(time.sleep(9_999), () => "long"));
    await time.until(time.sleep(60_000));
    expect(lines).to.deep.equal([]);
  });

  it("takes turns with other work, never two lines in 10 s", async () => {
    const { time, lines, progress } = openStage();
    const a = progress.reportWhile(time.sleep(45_000), () => "a");
    const b = time.sleep(3_000).then(() => progress.reportWhile(time.sleep(42_000), () => "b"));
    await time.until(Promise.all([a, b]));
    expect(lines).to.deep.equal([
      [10, "a"],
      [20, "b"],
      [30, "a"],
      [40, "b"],
    ]);
  });

  it("that fails shows no more lines, and keeps its error", async () => {
    const { time, lines, progress } = openStage();
    const work = time.sleep(15_000).then(() => Promise.reject(new Error("no")));
    const failed = progress.reportWhile(work, () => "long").catch((error: unknown) => String(error));
    expect(await time.until(failed)).to.equal("Error: no");
    await time.until(time.sleep(60_000));
    expect(lines).to.have.length(1);
  });

  it("counts as one if it is interrupted for less than a second, and as new after that", async () => {
    const { time, lines, progress } = openStage();
    const watch = progress.watch(() => "long");
    async function work() {
      for (const gap of [900, 900, 900, 5_000]) {
        watch.begin();
        await time.sleep(4_000);
        watch.end();
        await time.sleep(gap);
      }
      watch.begin();
      await time.sleep(9_000);
      watch.end();
    }
    await time.until(work());
    expect(lines).to.deep.equal([[10, "long"]]);
  });

  it("that is short shows nothing and gives its result", async () => {
    expect(await progress.reportWhile(Promise.resolve("result"), () => "long")).to.equal("result");
  });

  it("lets the process end", () => {
    const script = `
      const { progress } = require("./provider/api/progress");
      void progress.reportWhile(new Promise(() => undefined), () => "long");`;
    const output = execFileSync(process.execPath, ["-r", "tsx/cjs", "-e", script], {
      cwd: join(__dirname, "../../../.."),
      encoding: "utf8",
      timeout: 9_000,
    });
    expect(output).to.equal("");
  });
});

describe("a wait of requests", () => {
  /** The lines during this number of concurrent calls. */
  async function linesOf(zones: (now: number) => Outcome, calls: number, settings = {}): Promise<Line[]> {
    const { time, lines, progress } = openStage();
    const transport: Transport = async ({ url }) => {
      await time.sleep(100);
      return url.endsWith("/sessions") ? answer(201, { accessToken: "token-1" }) : zones(time.now());
    };
    const tools = {
      ...stage().tools,
      now: time.now,
      sleep: time.sleep,
      random: () => 0.5,
      transport,
      progress,
    };
    const session = openSession({ ...account, ...settings }, tools);
    await time.until(
      Promise.all(Array.from({ length: calls }, (_, at) => write(session, at).catch(() => undefined))),
    );
    return lines;
  }

  function write(session: Session, at: number) {
    const body = { webhooks: [{ headers: { authorization: "canary-header" } }] };
    return session.send({ method: "PUT", path: `/projects/${at}`, body, subject: "Project" });
  }

  it("that the API asked for shows its length, its reason, and the counts", async () => {
    let sent = 0;
    const zones = (now: number) => {
      sent += 1;
      return sent > 12 && now < START + 40_000
        ? answer(429, { message: "Too many canary-header" }, { "retry-after": "60" })
        : answer(200, {});
    };
    const line =
      "waiting 60 s since the API asked to (429 Too many [redacted]): 12 of 1,000 requests are done";
    const lines = await linesOf(zones, 1000);
    expect(lines.slice(0, 6)).to.deep.equal([10, 20, 30, 40, 50, 60].map((second) => [second, line]));
  });

  it("for the API's rate limit shows the estimated rate", async () => {
    const limit = tokenBucket(() => 10, 10);
    const lines = await linesOf((now) => (limit(now) === undefined ? answer(200, {}) : answer(429)), 400);
    expect(lines.length).to.be.within(3, 4);
    for (const [, line] of lines) {
      expect(line).to.match(
        /^sending (9|10|11|12)\.\d requests a second since the API takes no more \(429\): \d+ of 400 requests are done$/,
      );
    }
  });

  it("for the user's own limit names the setting", async () => {
    const lines = await linesOf(() => answer(200, {}), 25, { requestsPerSecond: 1 });
    expect(lines).to.deep.equal([
      [11, "keeping to bluedot:requestsPerSecond: 10 of 25 requests are done"],
      [21, "keeping to bluedot:requestsPerSecond: 20 of 25 requests are done"],
    ]);
  });

  it("that is short shows nothing", async () => {
    let sent = 0;
    const lines = await linesOf(() => ((sent += 1) % 5 === 0 ? answer(503) : answer(200, {})), 100);
    expect(lines).to.deep.equal([]);
  });
});
