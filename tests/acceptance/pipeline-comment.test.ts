import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { runCommand, type CommandResult } from "../../tools/engine/command";
import { CommentServer, ours } from "./comment-server";

const script = join(__dirname, "../../examples/pipeline/comment.mts");

describe("the comments of examples/pipeline", function () {
  this.timeout(30_000);

  const server = new CommentServer();
  let folder: string;

  before(async () => {
    await server.listen();
    folder = await mkdtemp(join(tmpdir(), "comment-test-"));
    await writeFile(join(folder, "map.md"), "3 moved");
    await writeFile(join(folder, "fences.md"), "all hold");
  });
  beforeEach(() => {
    server.comments.length = 0;
    server.requests.length = 0;
    server.tokens.clear();
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const comment = (environment: Record<string, string>, ...files: string[]): Promise<CommandResult> =>
    runCommand(process.execPath, [script, ...files], {
      cwd: folder,
      timeLimit: 20_000,
      environment: { PATH: process.env["PATH"] ?? "", STACK: "prod", ...environment },
    });

  const github = () => ({
    GITHUB_API_URL: server.url,
    GITHUB_REPOSITORY: "coffee/zones",
    PULL_REQUEST: "7",
    GH_TOKEN: "a-token",
    GITHUB_SERVER_URL: "https://git.example.com",
    GITHUB_RUN_ID: "99",
  });
  const gitlab = () => ({
    GITLAB_CI: "true",
    CI_API_V4_URL: server.url,
    CI_PROJECT_ID: "12",
    CI_MERGE_REQUEST_IID: "7",
    GITLAB_TOKEN: "a-token",
    CI_JOB_URL: "https://git.example.com/job/99",
  });
  const systems = [
    ["GitHub", github, "/repos/coffee/zones/issues/7/comments", "PATCH /repos/coffee/zones/issues/comments/"],
    ["GitLab", gitlab, "/projects/12/merge_requests/7/notes", "PUT /projects/12/merge_requests/7/notes/"],
  ] as const;

  for (const [system, environment, list, update] of systems) {
    const page = system === "GitHub" ? "coffee/zones/actions/runs/99" : "job/99";
    const files = `[Files of this run](https://git.example.com/${page})\n`;
    describe(`on a ${system === "GitHub" ? "pull" : "merge"} request of ${system}`, () => {
      it("are written one a file", async () => {
        expect(await comment(environment(), "map.md", "fences.md")).to.deep.equal({
          code: 0,
          stdout: "",
          stderr: "",
        });
        expect(server.comments.map(({ body }) => body)).to.deep.equal([
          `<!-- map.md prod -->\n3 moved\n${files}`,
          `<!-- fences.md prod -->\nall hold\n${files}`,
        ]);
        expect(server.requests.filter((request) => request !== "GET /user")).to.deep.equal([
          `GET ${list}?per_page=100`,
          `POST ${list}`,
          `GET ${list}?per_page=100`,
          `POST ${list}`,
        ]);
        expect([...server.tokens]).to.have.length(1);
      });

      it("are updated by the next run, also where they are on the second page", async () => {
        for (let id = 1; id <= 120; id++) server.comments.push({ id, body: `looks good ${id}`, ...ours });
        server.comments.push({ id: 121, body: "<!-- map.md prod -->\n2 moved", ...ours });
        const { code, stderr } = await comment(environment(), "map.md");
        expect(code, stderr).to.equal(0);
        expect(server.comments.at(-1)?.body).to.equal(`<!-- map.md prod -->\n3 moved\n${files}`);
        expect(server.requests.at(-1)).to.equal(`${update}121`);
        expect(server.comments).to.have.length(121);
      });

      it("leave those of another stack and of another author alone", async () => {
        const others = { user: { login: "somebody" }, author: { id: 5 } };
        server.comments.push(
          { id: 1, body: "<!-- map.md dev -->\n2 moved", ...ours },
          { id: 2, body: "<!-- map.md prod -->\nall is well", ...others },
        );
        await comment(environment(), "map.md");
        expect(server.comments.map(({ body }) => body)).to.deep.equal([
          "<!-- map.md dev -->\n2 moved",
          "<!-- map.md prod -->\nall is well",
          `<!-- map.md prod -->\n3 moved\n${files}`,
        ]);
      });
    });
  }

  const obstacles: [title: string, environment: () => Record<string, string>, stderr: RegExp][] = [
    ["a variable is not set", () => ({ ...github(), PULL_REQUEST: "" }), /PULL_REQUEST is not set\.\n$/],
    [
      "nobody answers",
      () => ({ ...github(), GITHUB_API_URL: "http://127.0.0.1:1" }),
      /^Could not comment: .+\n$/,
    ],
  ];
  for (const [title, environment, stderr] of obstacles) {
    it(`end with 1 and say why where ${title}`, async () => {
      const result = await comment(environment(), "map.md");
      expect({ code: result.code, stdout: result.stdout }).to.deep.equal({ code: 1, stdout: "" });
      expect(result.stderr).to.match(stderr).and.not.include("a-token");
    });
  }

  it("end with 1 where a file is too long for one", async () => {
    await writeFile(join(folder, "long.md"), "x".repeat(65_536));
    const { code, stderr } = await comment(github(), "long.md");
    expect({ code, stderr }).to.deep.equal({
      code: 1,
      stderr: "Could not comment: long.md has more than 65536 characters.\n",
    });
    expect(server.requests).to.deep.equal([]);
  });
});
