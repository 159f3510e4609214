import { expect } from "chai";

import { readAccount, type Reading } from "../../../../cli/adopt/account";
import { BluedotError } from "../../../../provider/errors";
import type { Json } from "../../../../provider/json";
import type { ApiResponse, ApiRequest } from "../../../../provider/api";

const lists: Record<string, Json[]> = {
  "/projects": [
    { _id: "p1", name: "North" },
    { _id: "p2", name: "South" },
    { _id: "p3", name: "South" },
    { _id: "p4", name: "p1" },
  ],
  "/zones p1": [{ _id: "z1", destinationId: "d2" }],
  "/zones p2": [{ _id: "z2", projectId: "p2" }],
  "/destinations": [
    { destinationId: "d1", projectId: "p1" },
    { destinationId: "d2" },
    { destinationId: "d3", projectId: "p2" },
  ],
  "/beacons": [{ _id: "b1" }],
  "/users": [{ _id: "u1" }],
};

type Other = Record<string, Json | BluedotError>;

/** Reads an account from lists; `others` are answered in place of theirs, with no list where that is null. */
function reading(project?: string, others: Other = {}) {
  const asked: string[] = [];
  const atOnce: number[] = [];
  let underWay = 0;
  const said: string[] = [];
  const send = async ({ path, query }: ApiRequest): Promise<ApiResponse> => {
    const list = [path, ...Object.values(query ?? {})].join(" ");
    asked.push(list);
    atOnce.push((underWay += 1));
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    const body = others[list] === undefined ? (lists[list] ?? []) : others[list];
    if (body instanceof BluedotError) throw body;
    return { status: body === null ? 404 : 200, body, headers: {} };
  };
  const all: Reading = {
    session: { send },
    project,
    progress: { now: () => undefined, done: (line) => said.push(line) },
  };
  return { all, asked, atOnce, said };
}

const forbidden = new BluedotError("not-allowed", "Reading the users is not allowed.", { status: 403 });

async function complaintOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "no error",
    (error: unknown) => (error instanceof BluedotError ? error.message : String(error)),
  );
}

describe("an account that is read", () => {
  it("is each list once, the zones of each project among them", async () => {
    const { all, asked, said } = reading();
    const account = await readAccount(all);
    expect([...asked].sort()).to.deep.equal([
      "/beacons",
      "/destinations",
      "/projects",
      "/users",
      "/zones p1",
      "/zones p2",
      "/zones p3",
      "/zones p4",
    ]);
    expect(account.zones.map(({ _id }) => _id)).to.deep.equal(["z1", "z2"]);
    expect(account.unread).to.deep.equal([]);
    expect([...said].sort()).to.deep.equal([
      "beacons: 1",
      "destinations: 3",
      "projects: 4",
      "users: 1",
      "zones: 2",
    ]);
  });

  it("asks for all lists at once when it knows the projects", async () => {
    const { all, atOnce } = reading();
    await readAccount(all);
    expect(Math.max(...atOnce)).to.equal(7);
  });

  it("has the project in a zone that does not say it, since it was asked by it", async () => {
    const { zones } = await readAccount(reading().all);
    expect(zones.map(({ projectId }) => projectId)).to.deep.equal(["p1", "p2"]);
  });

  it("is one project by its name, with its destinations and those its zones lead to", async () => {
    const { all, asked } = reading("North");
    const { projects, destinations, users } = await readAccount(all);
    expect(projects.map(({ _id }) => _id)).to.deep.equal(["p1"]);
    expect(destinations.map(({ destinationId }) => destinationId)).to.deep.equal(["d1", "d2"]);
    expect(users).to.deep.equal([]);
    expect(asked).to.have.members(["/projects", "/zones p1", "/destinations"]);
  });

  it("is the project of an id, also where another one has that for a name", async () => {
    const { projects } = await readAccount(reading("p1").all);
    expect(projects.map(({ name }) => name)).to.deep.equal(["North"]);
  });

  const wrong: [what: string, project: string, words: string][] = [
    ["is not there", "East", 'There is no project "East"'],
    ["is not the only one of its name", "South", "give the id of one: p2, p3."],
  ];
  for (const [what, project, words] of wrong) {
    it(`is refused for a project that ${what}`, async () => {
      expect(await complaintOf(readAccount(reading(project).all))).to.contain(words);
    });
  }

  const unread: [what: string, others: Other, words: string][] = [
    ["users it may not see", { "/users": forbidden }, "The users: Reading the users is not allowed."],
    [
      "destinations the API does not have",
      { "/destinations": null },
      "The destinations: the API says that it has no such list.",
    ],
    [
      "zones of a project that is gone meanwhile",
      { "/zones p2": null },
      'The zones of project "South": the API says that it has no such list.',
    ],
  ];
  for (const [what, others, words] of unread) {
    it(`goes on without ${what}, and says so`, async () => {
      const account = await readAccount(reading(undefined, others).all);
      expect(account.unread).to.deep.equal([words]);
      expect(account.beacons).to.have.length(1);
    });
  }

  it("fails where zones may not be read", async () => {
    const { all } = reading(undefined, { "/zones p1": forbidden });
    expect(await complaintOf(readAccount(all))).to.equal("Reading the users is not allowed.");
  });
});
