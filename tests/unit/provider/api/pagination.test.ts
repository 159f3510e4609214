import { expect } from "chai";

import { BluedotError } from "../../../../provider/errors";
import { isObject, isString, type Json } from "../../../../provider/json";
import type { ApiRequest } from "../../../../provider/api";
import { listAll, type Listing } from "../../../../provider/api/pagination";
import { complaintOf } from "./stage";

interface Page {
  readonly items?: Json;
  readonly token?: string;
  readonly status?: number;
}

/** A session that answers by a script; the last page is repeated. */
function script(...pages: Page[]) {
  const calls: ApiRequest[] = [];
  const send = (call: ApiRequest) => {
    calls.push(call);
    const { items = [], token, status = 200 } = pages[Math.min(calls.length, pages.length) - 1] ?? {};
    const headers: Record<string, string> = token === undefined ? {} : { "x-bluedot-paginationtoken": token };
    return Promise.resolve({ status, body: items, headers });
  };
  return { calls, send };
}

const items = (...ids: string[]): Json[] => ids.map((id) => ({ _id: id }));

const listing: Listing = {
  path: "/zones",
  query: { projectId: "p" },
  subject: "getZones",
  idOf: (item) => (isObject(item) && isString(item["_id"]) ? item["_id"] : undefined),
};

describe("a list of the API", () => {
  const read: [title: string, pages: Page[], ids: string[], requests: number][] = [
    ["has one page where there is no token", [{ items: items("a", "b") }], ["a", "b"], 1],
    ["has no item where the first page is empty", [{ items: [] }], [], 1],
    [
      "has as many pages as there are tokens",
      [{ items: items("a"), token: "1" }, { items: items("b"), token: "2" }, { items: items("c") }],
      ["a", "b", "c"],
      3,
    ],
    [
      "holds an item once that is on two pages",
      [{ items: items("a", "b"), token: "1" }, { items: items("b", "c") }],
      ["a", "b", "c"],
      2,
    ],
    ["holds an item once that is on one page twice", [{ items: items("a", "a") }], ["a"], 1],
    [
      "ends with an empty page, whatever its token says",
      [{ items: items("a"), token: "1" }, { items: [], token: "2" }, { items: items("b") }],
      ["a"],
      2,
    ],
    ["ends where a token is empty", [{ items: items("a"), token: "" }, { items: items("b") }], ["a"], 1],
    [
      "ends where a token is repeated after a page with something new",
      [{ items: items("a"), token: "1" }, { items: items("b"), token: "1" }, { items: items("c") }],
      ["a", "b"],
      2,
    ],
    [
      "goes on after a page that moved back as a whole",
      [{ items: items("a"), token: "1" }, { items: items("a"), token: "2" }, { items: items("b") }],
      ["a", "b"],
      3,
    ],
  ];
  for (const [title, pages, ids, requests] of read) {
    it(title, async () => {
      const session = script(...pages);
      expect(await listAll(session, listing)).to.deep.equal(items(...ids));
      expect(session.calls).to.have.length(requests);
    });
  }

  it("holds an item that is on two pages in its first place, as the later page has it", async () => {
    const older = [
      { _id: "a", name: "old" },
      { _id: "b", name: "b" },
    ];
    const newer = [
      { _id: "c", name: "c" },
      { _id: "a", name: "new" },
    ];
    const read = await listAll(script({ items: older, token: "1" }, { items: newer }), listing);
    expect(read).to.deep.equal([
      { _id: "a", name: "new" },
      { _id: "b", name: "b" },
      { _id: "c", name: "c" },
    ]);
  });

  it("keeps items without an id, each of them", async () => {
    const session = script({ items: ["x", "x"], token: "1" }, { items: ["x"] });
    expect(await listAll(session, listing)).to.deep.equal(["x", "x", "x"]);
  });

  it("sends its query with each page, and the token under both its names", async () => {
    const session = script({ items: items("a"), token: "1" }, { items: items("b") });
    await listAll(session, listing);
    const call = { method: "GET", path: "/zones", query: { projectId: "p" }, subject: "getZones" };
    expect(session.calls).to.deep.equal([
      { ...call, headers: {} },
      { ...call, headers: { "x-bluedot-paginationToken": "1", paginationToken: "1" } },
    ]);
  });

  it("reports its progress after each page", async () => {
    const logged: [pages: number, items: number][] = [];
    const session = script({ items: items("a", "b"), token: "1" }, { items: items("b", "c") });
    await listAll(session, { ...listing, onPage: (...progress) => logged.push(progress) });
    expect(logged).to.deep.equal([
      [1, 2],
      [2, 3],
    ]);
  });

  it("is undefined if the API does not have it", async () => {
    expect(await listAll(script({ status: 404, items: { errorType: "NotFoundError" } }), listing)).to.equal(
      undefined,
    );
  });

  const circles = Array.from({ length: 10 }, (_, index): Page => ({ items: items("a"), token: `${index}` }));
  const broken: [title: string, pages: Page[], sentence: string, requests: number][] = [
    [
      "that gives the same page with the same token",
      [{ items: items("a"), token: "1" }],
      "getZones: the pages of GET /zones go in circles (2 were read), so it is not known whole; run again.",
      2,
    ],
    [
      "that gives the same page with ever new tokens",
      circles,
      "getZones: the pages of GET /zones go in circles (6 were read), so it is not known whole; run again.",
      6,
    ],
    [
      "whose next page is not there",
      [
        { items: items("a"), token: "1" },
        { status: 404, items: {} },
      ],
      "getZones: page 2 of GET /zones is not there (404), so it is not known whole; run again.",
      2,
    ],
    [
      "whose page is no list",
      [{ items: { zones: [] } }],
      "getZones: page 1 of GET /zones is not a list, so it is not known whole; run again.",
      1,
    ],
  ];
  for (const [title, pages, sentence, requests] of broken) {
    it(`is an error where it is one ${title}`, async () => {
      const session = script(...pages);
      const { message, kind } = await complaintOf(listAll(session, listing));
      expect([kind, message]).to.deep.equal(["unreadable", sentence]);
      expect(session.calls).to.have.length(requests);
    });
  }

  it("is an error as a whole if one page fails", async () => {
    const first = script({ items: items("a"), token: "1" });
    const failure = new BluedotError("throttled", "Too often.");
    const send = (call: ApiRequest) =>
      first.calls.length === 0 ? first.send(call) : Promise.reject(failure);
    expect(await complaintOf(listAll({ send }, listing))).to.equal(failure);
  });
});
