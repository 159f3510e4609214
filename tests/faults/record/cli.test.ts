import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";
import { z } from "zod";

import { openStack, type TestStack } from "../../acceptance/stack";

const place = { latitude: -37.8, longitude: 144.9 };
const door = { type: "circle", name: "door", center: place, radius: 40 } as const;
const first = { tags: ["one"], customData: { floor: "1" } };
const sent: Partial<bluedot.ZoneArgs> = {
  tags: ["two"],
  actions: [{ type: "url", url: "https://example.com" }],
  conditions: [{ type: "speed", minimumSpeed: 5, maximumSpeed: 50 }],
};

/** A second address of the same account, which counts what comes. */
async function openSecondAddress(url: string): Promise<{ url: string; count: () => number; server: Server }> {
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    count += 1;
    const { method, headers, url: path = "/" } = incoming;
    const onward = request(`${url}${path}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${String(port)}`, count: () => count, server };
}

const deployment = z.looseObject({
  resources: z.array(z.looseObject({ outputs: z.looseObject({}).optional() })),
});

describe("what states record, on the real CLI", function () {
  this.timeout(300_000);
  let stack: TestStack;
  let second: Awaited<ReturnType<typeof openSecondAddress>>;
  let changes: Partial<bluedot.ZoneArgs> = first;
  let ofProvider = "";
  let isMoved = false;

  const declare = () => {
    const { email, password, url } = stack.emulator;
    const project = new bluedot.Project("coffee");
    const zone = { minimumRetriggerTime: 600, geofeatures: [door], ...changes };
    new bluedot.Zone("cafe", { projectId: project.id, ...zone });
    new bluedot.ZoneSet("stores", { projectId: project.id, zones: { bar: zone } });
    const provider = new bluedot.Provider("own", { email, password, endpoint: ofProvider || url });
    const other = new bluedot.Provider("other", { email, password, endpoint: second.url });
    new bluedot.Project("tea", {}, { provider: isMoved ? other : provider });
    return undefined;
  };
  /** Returns the output of work that must fail, without earlier output. */
  const failing = async (work: () => Promise<unknown>) => {
    const error = await work().then(() => "", String);
    expect(error, "it fails").to.not.equal("");
    return stack.printed();
  };
  const lines = (printed: string, part: string) =>
    new Set(printed.split("\n").filter((line) => line.trim().startsWith("error: ") && line.includes(part)))
      .size;
  const heldNow = () =>
    stack.emulator.zones
      .list()
      .map(({ name, tags = [], actions = [], conditions = [], customData = {} }) => [
        name,
        { tags, actions, conditions, customData },
      ]);

  before(async () => {
    stack = await openStack({ refreshAlways: false });
    second = await openSecondAddress(stack.emulator.url);
    stack.run(declare);
    await stack.up();
  });
  after(async () => {
    second.server.closeAllConnections();
    second.server.close();
    await stack.close();
  });

  it("A11: the changes of a lost update are taken back by a program that went back", async () => {
    stack.emulator.fault({ kind: "status", status: 504, when: "after", method: "PUT", times: "forever" });
    changes = sent;
    await failing(() => stack.up());
    expect(JSON.stringify(heldNow())).to.contain("https://example.com");
    stack.emulator.clearFaults();
    changes = first;
    expect((await stack.up({ refresh: true })).map(({ op }) => op)).to.deep.equal(["update", "update"]);
    const expected = { ...first, actions: [], conditions: [] };
    expect(heldNow()).to.have.deep.members([
      ["cafe", expected],
      ["bar", expected],
    ]);
    expect(await stack.preview()).to.deep.equal([]);
  });

  it("A8: a state of an older version has an empty plan, and records the account", async () => {
    const exported = await stack.stack.exportStack();
    const { resources, ...rest } = deployment.parse(exported.deployment);
    const older = resources.map(({ outputs, ...each }) => ({
      ...each,
      ...(outputs && {
        outputs: Object.fromEntries(Object.entries(outputs).filter(([key]) => key !== "__account")),
      }),
    }));
    await stack.stack.importStack({ ...exported, deployment: { ...rest, resources: older } });
    expect(await stack.preview()).to.deep.equal([]);
    const { changeSummary } = await stack.stack.preview({ refresh: true, expectNoChanges: true });
    expect(changeSummary).to.not.have.property("update");
    await stack.refresh();
    const text = JSON.stringify((await stack.stack.exportStack()).deployment);
    expect(text.split('"__account"')).to.have.length(1 + 4);
  });

  it("A8: a changed endpoint fails the plan, and asks for nothing there", async () => {
    await stack.configure("bluedot:endpoint", second.url);
    stack.printed();
    const sentence = `was made at ${stack.emulator.url}, and is not looked for at ${second.url}`;
    expect(lines(await failing(() => stack.preview()), sentence)).to.equal(1);
    expect(lines(await failing(() => stack.preview({ refresh: true })), sentence)).to.equal(1);
    expect(second.count()).to.equal(0);
    await stack.configure("bluedot:endpoint", stack.emulator.url);
  });

  it("A8: so do changed arguments of a Provider, and another provider of a resource", async () => {
    const sentence = `Project "tea" was made at ${stack.emulator.url}, and is not looked for at ${second.url}`;
    ofProvider = second.url;
    stack.printed();
    expect(lines(await failing(() => stack.preview()), sentence)).to.equal(1);
    ofProvider = "";
    isMoved = true;
    expect(lines(await failing(() => stack.preview()), sentence)).to.equal(1);
    isMoved = false;
    expect(second.count()).to.equal(0);
  });

  it("A8: with bluedot:movedFrom one run records the new address, and writes nothing", async () => {
    await stack.configure("bluedot:endpoint", second.url);
    await stack.configure("bluedot:movedFrom", stack.emulator.url);
    const writes = () => stack.emulator.requests.filter(({ method }) => method === "PUT").length;
    const written = writes();
    expect((await stack.up()).map(({ op, name }) => `${op} ${name}`).sort()).to.deep.equal([
      "update cafe",
      "update coffee",
      "update stores",
    ]);
    expect(writes()).to.equal(written);
    await stack.configure("bluedot:movedFrom", undefined);
    expect(await stack.preview()).to.deep.equal([]);
  });
});
