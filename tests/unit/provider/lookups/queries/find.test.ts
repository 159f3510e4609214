import { expect } from "chai";

import type { BluedotError } from "../../../../../provider/errors";
import { byId, byName, list, type Query } from "../../../../../provider/lookups/queries/find";
import { destination } from "../../../../../provider/destination/definition";
import { zone } from "../../../../../provider/zone/definition";
import type { Json } from "../../../../../provider/json";
import { openSession } from "../../../../../provider/api";
import type { HttpResponse, HttpRequest } from "../../../../../provider/api/http";
import { account, answer, apiError, complaintOf, stage } from "../../api/stage";

const place = { query: { projectId: "p" }, words: "the project p" };

/** A function that asks an API which answers so. */
function asking(answers: (request: HttpRequest) => HttpResponse): { asking: Query; urls: string[] } {
  const { tools, requests } = stage({ answers });
  return {
    asking: { name: "getZone", session: openSession(account, tools) },
    get urls() {
      return requests.map(({ url }) => url.slice(account.baseUrl.length));
    },
  };
}

const cafe: Json = { _id: "1", name: "Cafe (North)", projectId: "p" };

describe("finding an object", () => {
  it("looks through the whole list where the API's search refuses a name", async () => {
    const api = asking(({ url }) =>
      url.includes("textSearchTerm")
        ? apiError(400, "ValidationError", "no such search")
        : answer(200, [cafe]),
    );
    expect(await byName(api.asking, zone, "Cafe (North)", place, { searched: true })).to.deep.equal(cafe);
    expect(api.urls).to.deep.equal([
      "/zones?projectId=p&textSearchTerm=Cafe+%28North%29",
      "/zones?projectId=p",
    ]);
  });

  it("fails where the search fails in another way", async () => {
    const api = asking(() => apiError(403, "PermissionError", "not yours"));
    const { kind } = await complaintOf(byName(api.asking, zone, "cafe", place, { searched: true }));
    expect(kind).to.equal("not-allowed");
    expect(api.urls).to.have.length(1);
  });

  it("passes over what is another project's, where the API does not know the filter", async () => {
    const here = { destinationId: "1", name: "shop", projectId: "p" };
    const anywhere = { destinationId: "2", name: "kiosk" };
    const api = asking(() => answer(200, [{ ...here, destinationId: "3", projectId: "q" }, here, anywhere]));
    expect(await list(api.asking, destination, { projectId: "p" })).to.deep.equal([here, anywhere]);
  });

  it("encodes an id, and refuses one that leads elsewhere", async () => {
    const api = asking(() => answer(200, { destinationId: "a/b c" }));
    await byId(api.asking, destination, "a/b c");
    expect(api.urls).to.deep.equal(["/destinations/a%2Fb%20c"]);
    const { message } = await complaintOf(byId(api.asking, destination, ".."));
    expect(message).to.include("is not a path of the Config API");
  });

  const unreadable: [title: string, body: Json | undefined][] = [
    ["a list", []],
    ["text", "zone"],
    ["nothing", undefined],
  ];
  for (const [title, body] of unreadable) {
    it(`is an error where the answer is ${title} in place of an object`, async () => {
      const error: BluedotError = await complaintOf(byId(asking(() => answer(200, body)).asking, zone, "1"));
      expect([error.kind, error.message]).to.deep.equal([
        "unreadable",
        "getZone: the answer to GET /zones/1 is not the zone of that id.",
      ]);
    });
  }
});
