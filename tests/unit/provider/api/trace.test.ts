import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { openSession } from "../../../../provider/api";
import { account, answer, apiError, complaintOf, failure, get, post, stage } from "./stage";
import { inTraceFolder } from "./trace-folder";

describe("the trace", () => {
  let folder: string;
  let file: string;
  inTraceFolder((paths) => {
    ({ folder, file } = paths);
  });

  const lines = () =>
    readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));

  it("has a line for each request, sign-ins and retries too", async () => {
    const { tools } = stage({
      outcomes: [answer(503), failure("ECONNRESET", { sent: true }), answer(401), answer(200, { _id: "1" })],
    });
    await openSession({ ...account, trace: file }, tools).send({
      method: "PUT",
      path: "/zones/1",
      query: { projectId: "canary-query" },
      body: { name: "é" },
      subject: "Zone",
    });
    const zone = { method: "PUT", path: "/zones/1", ms: 0, sent: 13, received: 0 };
    const signIn = {
      method: "POST",
      path: "/sessions",
      status: 201,
      attempt: 1,
      ms: 0,
      sent: 65,
      received: 25,
    };
    expect(lines()).to.deep.equal([
      { at: "2026-06-01T12:00:00.000Z", ...signIn },
      { at: "2026-06-01T12:00:00.000Z", ...zone, status: 503, attempt: 1 },
      { at: "2026-06-01T12:00:01.000Z", ...zone, code: "ECONNRESET", attempt: 2 },
      { at: "2026-06-01T12:00:03.000Z", ...zone, status: 401, attempt: 3 },
      { at: "2026-06-01T12:00:03.000Z", ...signIn },
      { at: "2026-06-01T12:00:03.000Z", ...zone, status: 200, attempt: 4, received: 11 },
    ]);
  });

  it("holds the time a request took", async () => {
    const { tools, pass } = stage();
    const transport: typeof tools.transport = (request) => {
      pass(250);
      return tools.transport(request);
    };
    await get(openSession({ ...account, trace: file }, { ...tools, transport }));
    expect(lines()[1]).to.include({ ms: 250 });
  });

  it("holds no password, token, e-mail address, header, body or query", async () => {
    const { tools } = stage({
      outcomes: [apiError(400, "ValidationError", "canary-words")],
      signIns: [answer(201, { accessToken: "canary-token" }, { "set-cookie": "canary-cookie" })],
    });
    const session = openSession({ ...account, email: "canary@example.com", trace: file }, tools);
    await complaintOf(
      session.send({
        method: "POST",
        path: "/users/canary%40example.com",
        query: { email: "canary-query" },
        headers: { paginationToken: "canary-page" },
        body: { name: "canary-body" },
        subject: "User",
      }),
    );
    expect(lines()).to.have.length(2);
    expect(readFileSync(file, "utf8")).not.to.match(/canary/);
    expect(lines()[1]).to.include({ path: "/users/[email]", status: 400 });
  });

  it("is readable by its owner alone, and is appended to if it exists", async () => {
    for (let run = 0; run < 2; run += 1) await get(openSession({ ...account, trace: file }, stage().tools));
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    expect(lines()).to.have.length(4);
  });

  it("is not opened before the first request", () => {
    openSession({ ...account, trace: file }, stage().tools);
    expect(statSync(file, { throwIfNoEntry: false })).to.equal(undefined);
  });

  it("is named from the program's directory", async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      await get(openSession({ ...account, trace: "trace.jsonl" }, stage().tools));
    } finally {
      process.chdir(before);
    }
    expect(lines()).to.have.length(2);
  });

  it("that is not writable is one warning, and nothing fails", async () => {
    mkdirSync(file);
    const { tools, warnings } = stage();
    const session = openSession({ ...account, trace: file }, tools);
    await Promise.all([get(session), get(session), post(session)]);
    expect(warnings).to.deep.equal([
      `bluedot:trace: ${file} cannot be written (EISDIR); the requests are sent without a trace.`,
    ]);
  });

  it("has every line as a whole if the process is killed right after", () => {
    const script = `
      const { openTrace } = require("./provider/api/trace");
      const trace = openTrace(${JSON.stringify(file)}, "https://c.example", () => undefined);
      for (let attempt = 1; attempt <= 100; attempt += 1)
        trace({
          request: { method: "GET", url: "https://c.example/zones", headers: {} },
          outcome: { status: 200, headers: {}, text: "[]" },
          attempt, at: 0, took: 5,
        });
      process.kill(process.pid, "SIGKILL");`;
    try {
      execFileSync(process.execPath, ["-r", "tsx/cjs", "-e", script], {
        cwd: join(__dirname, "../../../.."),
      });
    } catch {
      // It was killed.
    }
    expect(lines()).to.have.length(100);
    expect(lines()[99]).to.include({ attempt: 100, received: 2 });
  });
});
