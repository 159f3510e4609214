import { expect } from "chai";

import { at, circle, ready, zoneOf, type Call } from "../client";

const header = "x-bluedot-paginationToken";

async function withZones(count: number, options: Parameters<typeof ready>[0] = {}) {
  const context = await ready(options);
  for (let index = 0; index < count; index += 1)
    context.emulator.zones.create({
      name: `Zone ${index}`,
      projectId: context.projectId,
      geofeatures: [circle],
    });
  return context;
}

async function page(call: Call, path: string, token?: string | null, name = header) {
  const { body, headers } = await call("GET", path, undefined, token ? { [name]: token } : {});
  return { names: namesOf(body), token: headers.get(header) };
}

async function everyPage(call: Call, path: string, between: (pages: number) => void = () => undefined) {
  const pages: string[][] = [];
  let token: string | null = null;
  do {
    const { names, token: next } = await page(call, path, token);
    pages.push(names);
    token = next;
    between(pages.length);
  } while (token !== null);
  return pages;
}

function namesOf(body: unknown): string[] {
  return Array.isArray(body) ? body.map((zone) => String(at(zone, "name")).replace("Zone ", "")) : [];
}

describe("a list", () => {
  it("comes by page, each item once", async () => {
    const { call, projectId } = await withZones(5, { pageSize: 2 });
    expect(await everyPage(call, `/zones?projectId=${projectId}`)).to.deep.equal([
      ["0", "1"],
      ["2", "3"],
      ["4"],
    ]);
  });

  it("has a hundred items on a page when not told otherwise", async () => {
    const { call, projectId } = await withZones(101);
    const pages = await everyPage(call, `/zones?projectId=${projectId}`);
    expect(pages.map((names) => names.length)).to.deep.equal([100, 1]);
  });

  it("ends with a full page", async () => {
    const { call, projectId } = await withZones(4, { pageSize: 2 });
    expect(await everyPage(call, `/zones?projectId=${projectId}`)).to.have.length(2);
  });

  it("ends with an empty page after a full one when told to", async () => {
    const { call, projectId } = await withZones(4, { pageSize: 2, emptyLastPage: true });
    expect((await everyPage(call, `/zones?projectId=${projectId}`)).at(-1)).to.deep.equal([]);
  });

  for (const name of ["paginationToken", "x-bluedot-paginationToken"]) {
    it(`goes on from the token in the header ${name}`, async () => {
      const { call, projectId } = await withZones(3, { pageSize: 2 });
      const first = await page(call, `/zones?projectId=${projectId}`);
      expect((await page(call, `/zones?projectId=${projectId}`, first.token, name)).names).to.deep.equal([
        "2",
      ]);
    });
  }

  it("neither repeats nor passes over an item when others go and come between pages", async () => {
    const { call, projectId, emulator } = await withZones(6, { pageSize: 2 });
    const zones = emulator.zones.list();
    const pages = await everyPage(call, `/zones?projectId=${projectId}`, (read) => {
      if (read === 1) emulator.zones.delete(zones[0]?._id ?? "");
      if (read === 2) emulator.zones.create({ name: "Zone 6", projectId, geofeatures: [circle] });
    });
    expect(pages.flat()).to.deep.equal(["0", "1", "2", "3", "4", "5", "6"]);
  });

  it("passes over an item when one goes between pages counted by offset", async () => {
    const { call, projectId, emulator } = await withZones(6, { pageSize: 2, paging: "offset" });
    const zones = emulator.zones.list();
    const pages = await everyPage(call, `/zones?projectId=${projectId}`, (read) => {
      if (read === 1) emulator.zones.delete(zones[0]?._id ?? "");
    });
    expect(pages.flat()).to.deep.equal(["0", "1", "3", "4", "5"]);
  });

  it("takes limit and offset", async () => {
    const { call, projectId } = await withZones(6);
    const first = await page(call, `/zones?projectId=${projectId}&limit=2&offset=3`);
    expect(first.names).to.deep.equal(["3", "4"]);
    const path = `/zones?projectId=${projectId}&limit=2&offset=3`;
    expect((await page(call, path, first.token)).names).to.deep.equal(["5"]);
  });

  for (const query of ["limit=0", "limit=x", "offset=-1", "limit=1.5"]) {
    it(`refuses ${query}`, async () => {
      const { call, projectId } = await withZones(1);
      expect((await call("GET", `/zones?projectId=${projectId}&${query}`)).status).to.equal(400);
    });
  }

  it("refuses a token it did not give", async () => {
    const { call, projectId } = await withZones(1);
    const reply = await call("GET", `/zones?projectId=${projectId}`, undefined, { [header]: "abc" });
    expect(reply.status).to.equal(400);
  });

  it("of projects comes by page too", async () => {
    const { call, emulator } = await ready({ pageSize: 2 });
    for (const name of ["b", "c"]) emulator.projects.create({ name });
    expect(await everyPage(call, "/projects")).to.deep.equal([["Shops", "b"], ["c"]]);
  });

  it("of ten thousand zones costs no more a page at its end than at its beginning", async () => {
    const { call, projectId } = await withZones(10_000, { additions: [] });
    const pages = await everyPage(call, `/zones?projectId=${projectId}`);
    expect(pages.flat()).to.have.length(10_000);
    expect(pages).to.have.length(100);
  });
});

describe("a filter", () => {
  let call: Call;
  let projectId: string;

  before(async () => {
    ({ call, projectId } = await ready({ pageSize: 2 }));
    const shops = [
      { name: "North shop", tags: ["big", "new"], customData: { city: "Cairns", size: "L" } },
      { name: "South cafe", tags: ["small"], customData: { city: "Hobart", size: "S" } },
      { name: "Other", description: "the NORTHERN depot", tags: ["big"] },
      { name: "Fiji shop", geofeatures: [{ ...circle, center: { latitude: -17.8, longitude: 179.9 } }] },
    ];
    for (const shop of shops) await call("POST", "/zones", zoneOf(projectId, shop));
  });

  for (const [query, names] of [
    ["tags=big", ["North shop", "Other"]],
    ["tags=new,small", ["North shop", "South cafe"]],
    ["tags=missing", []],
    ["textSearchTerm=north", ["North shop", "Other"]],
    ["textSearchTerm=cafe,fiji", ["South cafe", "Fiji shop"]],
    ["textSearchTerm=north&tags=new", ["North shop"]],
    ["customDataKey=city&customDataValue=Hobart", ["South cafe"]],
    ["customDataKey=size&customDataValue=Hobart", []],
    ["customDataKey=size", ["North shop", "South cafe"]],
    ["customDataValue=L", ["North shop"]],
    ["northeast=-17,-179&southwest=-18,179", ["Fiji shop"]],
    ["northeast=-17,179&southwest=-18,178", []],
    ["northeast=90,180&southwest=-90,-180", ["North shop", "South cafe", "Other", "Fiji shop"]],
  ] as const) {
    it(`of ${query} finds ${names.length} of 4 zones, and counts them`, async () => {
      const pages = await everyPage(call, `/zones?projectId=${projectId}&${query}`);
      expect(pages.flat()).to.deep.equal(names);
      const { body } = await call("GET", `/zones/count?projectId=${projectId}&${query}`);
      expect(body).to.deep.equal({ count: names.length });
    });
  }

  for (const [title, path, status] of [
    ["no project", "/zones", 400],
    ["a project id that is none", "/zones?projectId=x", 400],
    ["a project that is not there", "/zones?projectId=00000000-0000-4000-8000-000000000000", 404],
    ["one corner", "/zones?northeast=1,1&projectId=", 400],
    ["corners with the longitude first", "/zones?northeast=144,-37&southwest=143,-38&projectId=", 400],
  ] as const) {
    it(`of ${title} is refused with ${status}`, async () => {
      const whole = path.endsWith("projectId=") ? path + projectId : path;
      expect((await call("GET", whole)).status).to.equal(status);
    });
  }
});
