import { expect } from "chai";

import { collectionNames, type CollectionName } from "../../../../emulator/entities/kinds";
import { at, beacon, ready, user, zoneOf } from "../client";

const unknownId = "00000000-0000-4000-8000-000000000000";
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

interface Example {
  readonly noun: string;
  /** A body, the n-th of many different ones. */
  readonly body: (projectId: string, n: number) => Record<string, unknown>;
  /** The field in a path. */
  readonly key?: string;
  /** An optional field, which a PUT that leaves it out removes. */
  readonly optional: Record<string, unknown>;
  /** A term that finds the second of three. */
  readonly term: string;
}

const examples: Record<CollectionName, Example> = {
  projects: {
    noun: "Project",
    body: (_, n) => ({ name: `Project ${n}`, nextRuleUpdateInterval: 600 }),
    optional: { firebaseApiKey: "key" },
    term: "PROJECT 2",
  },
  zones: {
    noun: "Zone",
    body: (projectId, n) => zoneOf(projectId, { name: `Zone ${n}` }),
    optional: { tags: ["a"] },
    term: "zone 2",
  },
  destinations: {
    noun: "Destination",
    body: (_, n) => ({ destinationId: `store-${n}`, name: "Store", address: `${n} High Street` }),
    key: "destinationId",
    optional: { email: "store@example.com" },
    term: "2 HIGH",
  },
  beacons: {
    noun: "Beacon",
    body: (_, n) => ({ ...beacon, name: `Beacon ${n}`, minor: n, macAddress: `00-00-00-00-00-0${n}` }),
    optional: { description: "at the door" },
    term: "beacon 2,door",
  },
  users: {
    noun: "User",
    body: (_, n) => ({
      ...user,
      firstName: `Ann ${n}`,
      email: `a${n}@b.example`,
      username: `a${n}@b.example`,
    }),
    optional: { phoneNumber: "1" },
    term: "a2@",
  },
};

for (const collection of collectionNames) {
  const { noun, body, key = "_id", optional, term } = examples[collection];
  const withOne = async (options: Parameters<typeof ready>[0] = {}) => {
    const context = await ready(options);
    const sent = { ...body(context.projectId, 1), ...optional, extra: { a: [1] } };
    const reply = await context.call("POST", `/${collection}`, sent);
    const id = String(at(reply.body, key));
    return { ...context, sent, reply, id, path: `/${collection}/${id}` };
  };

  describe(`/${collection}, as every collection`, () => {
    it("makes one with 201 and keeps what it does not know", async () => {
      const { reply, sent, emulator } = await withOne();
      expect(reply.status).to.equal(201);
      expect(at(reply.body, "extra")).to.deep.equal(sent.extra);
      expect(emulator[collection].list().at(-1)).to.deep.equal(reply.body);
    });

    it("adds what it is told to add", async () => {
      const { reply } = await withOne();
      expect(reply.body).to.include.keys("accountId", "createdAt", "updatedAt");
      const bare = await withOne({ additions: [] });
      expect(bare.reply.body).not.to.have.any.keys("accountId", "createdAt", "updatedAt");
    });

    it("gives one back", async () => {
      const { call, path, reply } = await withOne();
      expect(await call("GET", path)).to.deep.include({ status: 200, body: reply.body });
    });

    it("replaces one as a whole", async () => {
      const { call, path, projectId, id, reply } = await withOne();
      const replaced = await call("PUT", path, body(projectId, 1));
      expect(replaced.status).to.equal(200);
      expect(replaced.body).not.to.have.any.keys(...Object.keys(optional), "extra");
      expect(at(replaced.body, key)).to.equal(id);
      expect(at(replaced.body, "createdAt")).to.equal(at(reply.body, "createdAt"));
      expect((await call("GET", path)).body).to.deep.equal(replaced.body);
    });

    it("takes the whole answer of a GET as the body of a PUT", async () => {
      const { call, path, reply } = await withOne();
      const { status, body: again } = await call("PUT", path, reply.body);
      expect(status, JSON.stringify(again)).to.equal(200);
      expect(again).to.deep.equal({ ...Object(reply.body), updatedAt: at(again, "updatedAt") });
    });

    it("refuses a PUT whose id is another one", async () => {
      const { call, path, projectId } = await withOne();
      const reply = await call("PUT", path, { ...body(projectId, 1), [key]: unknownId });
      expect(reply.status).to.equal(400);
      expect(at(reply.body, "errorMessages", key)).to.equal("is not the id of the path");
    });

    it("deletes one and answers without a body", async () => {
      const { call, path, emulator, id } = await withOne();
      const { status, body: nothing } = await call("DELETE", path);
      expect({ status, nothing }).to.deep.equal({ status: 200, nothing: "" });
      expect((await call("GET", path)).status).to.equal(404);
      expect(emulator[collection].get(id)).to.equal(undefined);
    });

    for (const method of ["GET", "PUT", "DELETE"]) {
      it(`answers ${method} of one that is not there with 404`, async () => {
        const { call, projectId } = await ready();
        const sent = method === "PUT" ? body(projectId, 1) : undefined;
        const reply = await call(method, `/${collection}/${unknownId}`, sent);
        expect(reply).to.deep.include({
          status: 404,
          body: {
            errorType: "NotFoundError",
            errorMessages: { errorDescription: `${noun} ${unknownId} was not found` },
          },
        });
      });
    }

    it("answers PATCH with 415", async () => {
      const { call, path } = await withOne();
      expect((await call("PATCH", path, [])).status).to.equal(415);
    });

    it("asks for a token", async () => {
      const { emulator, path } = await withOne();
      for (const asked of [`/${collection}`, path])
        expect((await emulator.app.request(asked)).status).to.equal(401);
    });

    it("lists all by page, in the order of creation, and those that a term finds", async () => {
      const { call, emulator, projectId } = await ready({ pageSize: 2 });
      if (collection === "projects") emulator.projects.delete(projectId);
      for (const n of [1, 2, 3]) await call("POST", `/${collection}`, body(projectId, n));
      const keys = emulator[collection].list().map((one) => at(one, key));
      const query = collection === "zones" ? `?projectId=${projectId}&` : "?";

      const first = await call("GET", `/${collection}${query}`);
      const token = first.headers.get("x-bluedot-paginationToken") ?? "";
      const second = await call("GET", `/${collection}${query}`, undefined, { paginationToken: token });
      const read = [at(first.body, 0), at(first.body, 1), at(second.body, 0)];
      expect(read.map((one) => at(one, key))).to.deep.equal(keys);
      expect(second.headers.get("x-bluedot-paginationToken")).to.equal(null);

      const found = await call("GET", `/${collection}${query}textSearchTerm=${encodeURIComponent(term)}`);
      expect(found.body).to.have.length(1);
      expect(at(found.body, 0, key)).to.equal(keys[1]);
    });

    if (key === "_id")
      it("makes ids that are UUIDs, and answers any other with 400", async () => {
        const { call, id } = await withOne();
        expect(id).to.match(idPattern);
        const reply = await call("GET", `/${collection}/mine`);
        expect(reply.status).to.equal(400);
        expect(at(reply.body, "errorMessages")).to.have.property(`${collection.slice(0, -1)}Id`);
      });
  });
}
