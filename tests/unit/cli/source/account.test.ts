import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { readSource } from "../../../../cli/source";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const other = "c7058934-f1e6-4176-8730-a0bd28e8e0a9";
const zoneIds = ["7e4aeb98-05b3-4b3f-b9ac-3b9a169e395c", "8e4aeb98-05b3-4b3f-b9ac-3b9a169e395c"] as const;
const circle = {
  type: "circle",
  name: "door",
  center: { latitude: -37.8, longitude: 144.9 },
  radius: 40,
  color: "#429BD5",
  _id: "9e4aeb98-05b3-4b3f-b9ac-3b9a169e395c",
} as const;

describe("an account as a source", () => {
  let emulator: RunningEmulator;
  before(async () => {
    emulator = await startEmulator();
    const zone = { projectId, minimumRetriggerTime: 600, geofeatures: [circle] };
    emulator.seed({
      projects: [
        { _id: projectId, name: "Coffee" },
        { _id: other, name: "Tea" },
      ],
      zones: [
        { ...zone, _id: zoneIds[0], name: "door", customData: { key: "canary" } },
        { ...zone, _id: zoneIds[1], name: "door", projectId: other },
      ],
    });
  });
  after(() => emulator.close());

  const read = (source: string) =>
    readSource(
      source,
      { command: "map", onWarning: () => undefined },
      {
        standardInput: process.stdin,
        standardError: { write: () => true },
        environment: {
          BLUEDOT_ENDPOINT: emulator.url,
          BLUEDOT_EMAIL: emulator.email,
          BLUEDOT_PASSWORD: emulator.password,
        },
      },
    );

  it("has the zones of all projects, told apart by their ids, in the form of a program", async () => {
    const { kind, zones } = await read("account");
    expect(kind).to.equal("account");
    expect(zones.map(({ label }) => label)).to.deep.equal(zoneIds.map((id) => `door (${id})`));
    const { _id, ...plain } = circle;
    expect(zones[0]?.after).to.deep.equal({ name: "door", minimumRetriggerTime: 600, geofeatures: [plain] });
    expect(JSON.stringify(zones)).to.not.contain("canary");
  });

  it("has those of one project by its name or id, and writes nothing", async () => {
    const byName = await read("account:Tea");
    expect(byName.zones.map(({ label }) => label)).to.deep.equal(["door"]);
    expect((await read(`account:${other}`)).zones).to.deep.equal(byName.zones);
    expect(emulator.requests.filter(({ method }) => method !== "GET").map(({ path }) => path)).to.deep.equal(
      emulator.requests.filter(({ path }) => path === "/sessions").map(({ path }) => path),
    );
  });

  it("is refused where the zones of a project cannot be read", async () => {
    emulator.fault({ kind: "status", status: 404, method: "GET", path: /^\/zones$/ });
    const sentence = await read("account").catch((error: unknown) => String(error));
    expect(sentence).to.match(
      /account: The zones of project "\w+": the API says that it has no such list\.$/,
    );
    emulator.clearFaults();
  });

  it("names the projects that there are for one that there is not", async () => {
    const sentence = await read("account:Coffe").catch((error: unknown) => String(error));
    expect(sentence).to.contain('no project "Coffe"').and.to.contain("Coffee");
  });
});
