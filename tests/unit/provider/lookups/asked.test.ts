import { expect } from "chai";

import type { RunningEmulator } from "../../../../emulator";
import type { StartOptions } from "../../../../emulator/options";
import type { GetZonesArgs } from "../../../../provider/lookups/args";
import { getBeacon } from "../../../../provider/lookups/beacon";
import { getDestination } from "../../../../provider/lookups/destination";
import { getProject, getProjects } from "../../../../provider/lookups/project";
import { getTags, getZone, getZoneCount, getZones } from "../../../../provider/lookups/zone";
import { untyped } from "../zone/untyped";
import { complaintOf, configure, linesOf, startAccount } from "./account";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const nowhere = "00000000-0000-4000-8000-000000000000";

function zoneNamed(name: string, more: object = {}) {
  const geofeatures = [{ type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 40 }];
  return { name, projectId, minimumRetriggerTime: 60, geofeatures, ...more };
}

describe("a function", () => {
  let emulator: RunningEmulator;

  /** An account with a project that holds zones of these names. */
  async function start(options: StartOptions, ...names: string[]): Promise<void> {
    emulator = await startAccount(options);
    configure(emulator);
    emulator.seed({
      projects: [{ _id: projectId, name: "coffee", nextRuleUpdateInterval: 600 }],
      zones: names.map((name) => zoneNamed(name)),
    });
  }
  afterEach(() => emulator.close());

  it("reads all pages of a list with one sign-in and one request a page", async () => {
    await start({ pageSize: 3 }, "a", "b", "c", "d", "e", "f", "g");
    const zones = await getZones({ projectId });
    expect(zones.map(({ name }) => name)).to.deep.equal(["a", "b", "c", "d", "e", "f", "g"]);
    const page = `GET /zones?projectId=${projectId}`;
    expect(linesOf(emulator)).to.deep.equal(["POST /sessions", page, page, page]);
  });

  it("shares one sign-in with all that ask at the same time", async () => {
    await start({}, "a");
    await Promise.all([
      getProjects(),
      getZones({ projectId }),
      getZoneCount({ projectId }),
      getTags({ projectId }),
    ]);
    expect(emulator.count({ path: "/sessions" })).to.equal(1);
    expect(emulator.requests).to.have.length(5);
  });

  it("asks again where the API is busy, as a resource does", async () => {
    await start({}, "a");
    emulator.fault({ kind: "status", status: 503, path: "/zones/count" });
    expect(await getZoneCount({ projectId })).to.equal(1);
    expect(emulator.count({ path: "/zones/count" })).to.equal(2);
  });

  it("looks through all zones where the search of the API finds none of that name", async () => {
    await start({ pageSize: 2 }, "Cafe, North", "cafe", "cafeteria");
    // The emulator's search takes a name with a comma for two terms, and finds either.
    expect((await getZone({ projectId, name: "Cafe, North" })).name).to.equal("Cafe, North");
    emulator.requests.clear();
    await complaintOf(getZone({ projectId, name: "pub" }));
    expect(linesOf(emulator)).to.deep.equal([
      `GET /zones?projectId=${projectId}&textSearchTerm=pub`,
      `GET /zones?projectId=${projectId}`,
      `GET /zones?projectId=${projectId}`,
    ]);
  });

  const filters: [title: string, filter: Omit<GetZonesArgs, "projectId">, query: Record<string, string>][] = [
    ["tags", { tags: ["a", "b c"] }, { tags: "a,b c" }],
    ["no tags", { tags: [] }, {}],
    ["words", { textSearchTerm: "cafe,pub" }, { textSearchTerm: "cafe,pub" }],
    [
      "a pair of customData",
      { customDataKey: "k", customDataValue: "v" },
      { customDataKey: "k", customDataValue: "v" },
    ],
    [
      "a box, latitude first",
      { northEast: [2, 3], southWest: "-1.5, -2" },
      { northeast: "2,3", southwest: "-1.5,-2" },
    ],
    [
      "a box near zero, without an exponent",
      { northEast: [1e-7, 1], southWest: { latitude: -1, longitude: -1e-9 } },
      { northeast: "0.000000100000,1", southwest: "-1,-0.000000001000" },
    ],
  ];
  for (const [title, filter, query] of filters) {
    it(`filters by ${title}, in lists and counts alike`, async () => {
      await start({});
      await getZones({ projectId, ...filter });
      await getZoneCount({ projectId, ...filter });
      const asked = emulator.requests
        .slice(1)
        .map(({ path, query: sent, status }) => ({ path, sent, status }));
      const sent = { ...query, projectId };
      expect(asked).to.deep.equal([
        { path: "/zones", sent, status: 200 },
        { path: "/zones/count", sent, status: 200 },
      ]);
    });
  }

  const missing: [title: string, ask: () => Promise<unknown>, sentence: string][] = [
    [
      "no project of an id",
      () => getProject({ id: nowhere }),
      `getProject: there is no project ${nowhere} in this account and region; correct the id.`,
    ],
    [
      "no project of a name",
      () => getProject({ name: "cofee" }),
      'getProject: no project of the account is called "cofee"; the nearest names are "coffee".',
    ],
    [
      "a name in another case",
      () => getProject({ name: "Coffee" }),
      'getProject: no project of the account is called "Coffee"; the nearest names are "coffee".',
    ],
    [
      "no zone of an id",
      () => getZone({ id: nowhere }),
      `getZone: there is no zone ${nowhere} in this account and region; correct the id.`,
    ],
    [
      "no zone of a name",
      () => getZone({ projectId, name: "caff" }),
      `getZone: no zone of the project ${projectId} is called "caff"; the nearest names are "cafe", "cafe 2", "pub".`,
    ],
    [
      "no project to look for a zone in",
      () => getZone({ projectId: nowhere, name: "cafe" }),
      `getZone: there is no project ${nowhere} in this account and region; correct the id.`,
    ],
    [
      "no project to list",
      () => getZones({ projectId: nowhere }),
      `getZones: there is no project ${nowhere} in this account and region; correct the id.`,
    ],
    [
      "no project to count",
      () => getZoneCount({ projectId: nowhere }),
      `getZoneCount: there is no project ${nowhere} in this account and region; correct the id.`,
    ],
    [
      "no project with tags",
      () => getTags({ projectId: nowhere }),
      `getTags: there is no project ${nowhere} in this account and region; correct the id.`,
    ],
    [
      "no destination of an id",
      () => getDestination({ destinationId: "store-1" }),
      "getDestination: there is no destination store-1 in this account and region; correct the id.",
    ],
    [
      "no destination at all",
      () => getDestination({ name: "shop" }),
      'getDestination: no destination of the account is called "shop"; it has no destinations.',
    ],
    [
      "no beacon of an id",
      () => getBeacon({ id: nowhere }),
      `getBeacon: there is no beacon ${nowhere} in this account and region; correct the id.`,
    ],
    [
      "no beacon at all",
      () => getBeacon({ name: "door" }),
      'getBeacon: no beacon of the account is called "door"; it has no beacons.',
    ],
  ];
  for (const [title, ask, sentence] of missing) {
    it(`says so where there is ${title}`, async () => {
      await start({}, "pub", "cafe", "cafeteria", "cafe 2");
      const { kind, message } = await complaintOf(ask());
      expect([kind, message]).to.deep.equal(["missing", sentence]);
    });
  }

  it("lists the ids where several have the name, over all pages", async () => {
    await start({ pageSize: 1 }, "cafe", "pub", "cafe");
    const ids = emulator.zones.list().flatMap(({ name, _id }) => (name === "cafe" ? [_id] : []));
    const { kind, message } = await complaintOf(getZone({ projectId, name: "cafe" }));
    expect([kind, message]).to.deep.equal([
      "conflict",
      `getZone: 2 zones of the project ${projectId} are called "cafe": ${ids.join(", ")}; ask for one by its id.`,
    ]);
  });

  it("takes a list that is not found for an empty one, where the project is there", async () => {
    await start({}, "a");
    emulator.fault({ kind: "status", status: 404, path: "^/zones$" });
    expect(await getZones({ projectId })).to.deep.equal([]);
    expect(linesOf(emulator).slice(1)).to.deep.equal([
      `GET /zones?projectId=${projectId}`,
      `GET /projects/${projectId}`,
    ]);
  });

  // All rules for arguments are in tests/limits.
  const mistaken: [title: string, helper: (...given: never[]) => unknown, args: object, sentence: string][] =
    [
      [
        "nothing to find a project by",
        getProject,
        {},
        "getProject: needs an id or a name, and nothing else.",
      ],
      ["an empty id, which would be the list", getBeacon, { id: "" }, "getBeacon: id must not be empty."],
      [
        "a destination's id by another name",
        getDestination,
        { id: "store-1" },
        "getDestination: needs a destinationId, or a name and perhaps a projectId, and nothing else.",
      ],
      ["no project", getTags, {}, "getTags: projectId must be text."],
      [
        "one corner of a box",
        getZoneCount,
        { projectId, northEast: "1, 2" },
        "getZoneCount: northEast and southWest are given together or not at all.",
      ],
      [
        "a corner off the earth, and an empty word",
        getZones,
        { projectId, northEast: [91, 2], southWest: [1, 2], textSearchTerm: "" },
        "getZones: textSearchTerm must not be empty; northEast.latitude must be 90 degrees or less.",
      ],
    ];
  for (const [title, helper, args, sentence] of mistaken) {
    it(`sends nothing where it is given ${title}`, async () => {
      await start({});
      const { kind, message } = await complaintOf(Promise.resolve(untyped(helper, args)));
      expect([kind, message]).to.deep.equal(["refused", sentence]);
      expect(emulator.requests).to.have.length(0);
    });
  }

  it("refuses at once a corner that is no point", async () => {
    await start({});
    expect(() => getZones({ projectId, northEast: "north", southWest: "1, 2" })).to.throw(
      'getZones: northEast "north" is no point, such as',
    );
  });

  it("says in one sentence, without the password, that it was refused", async () => {
    await start({});
    configure({ ...emulator, password: "canary-wrong" });
    const { kind, message, stack } = await complaintOf(getProjects());
    expect(kind).to.equal("authentication");
    expect(message).to.match(/^Bluedot refused to sign in dev\d+@example\.com at .*[^.]\.$/);
    expect(`${message}${stack}`).to.not.include("canary");
    await complaintOf(getProjects());
    expect(emulator.count({ path: "/sessions" })).to.equal(1);
  });
});
