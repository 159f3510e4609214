import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { parse, unparse } from "papaparse";
import * as bluedot from "pulumi-bluedot";
import {
  byDestinationId,
  byName,
  readDestinations,
  readZones,
  ZoneFileError,
  zonesAround,
  type ReadZonesOptions,
} from "pulumi-bluedot/files";
import { z } from "zod";

import { countIn, filesIn, sampleFiles } from "./sample-files";
import { openStack, type Step, type TestStack } from "./stack";

const spare = mkdtempSync(join(tmpdir(), "sample-files-"));
after(() => rmSync(spare, { recursive: true }));
const { folder, readable, refused, shops } = sampleFiles(spare);
const shopCount = countIn(join(folder, shops));
const settings = { minimumRetriggerTime: 1800, onWarning: () => undefined };

describe("zones of a file go up as a set, have nothing left to do, and go down:", function () {
  this.timeout(240_000);

  let stack: TestStack;
  let planned: Step[];

  // One run for all files: each would take as long as all of them.
  before(async () => {
    stack = await openStack();
    stack.run(() => {
      for (const { file, options } of readable) declareZones(file, options);
      declareStores();
      return undefined;
    });
    await stack.up();
    stack.emulator.requests.clear();
    planned = await stack.preview({ refresh: true });
  });
  after(() => stack.close());

  for (const { file } of readable) {
    it(file, () => {
      expect(zonesOf(stack, file)).to.have.length(countIn(join(folder, file)));
      expect(planned.filter(({ name }) => name === file)).to.deep.equal([]);
    });
  }

  it(`${shops}, as destinations and zones by five statements`, () => {
    const { destinations } = stack.emulator;
    expect(destinations.size()).to.equal(shopCount);
    const ids = destinations.list().map(({ destinationId }) => destinationId);
    expect(zonesOf(stack, "stores").map(({ destinationId }) => destinationId)).to.have.members(ids);
    expect(planned).to.deep.equal([]);
  });

  it("reading one list of each, and nothing that is one of thousands, to see that nothing changed", () => {
    const { emulator } = stack;
    const pages = Math.ceil(shopCount / 100);
    const projectId = projectIdOf(stack, "stores");
    expect(emulator.requests.filter(({ query }) => query["projectId"] === projectId)).to.have.length(pages);
    expect(emulator.count({ path: "/destinations" })).to.equal(pages);
    expect(emulator.count({ path: /^\/destinations\/./ })).to.equal(0);
    expect(emulator.requests.filter(({ method }) => method !== "GET").map(({ path }) => path)).to.deep.equal([
      "/sessions",
    ]);
  });

  it("all of them", async () => {
    await stack.destroy();
    const { projects, zones, destinations } = stack.emulator;
    expect([projects.size(), zones.size(), destinations.size()]).to.deep.equal([0, 0, 0]);
  });
});

describe("a file that is no zones is refused with what to do:", () => {
  for (const { file, sentence } of refused) {
    it(file, () => {
      expect(() => readZones(join(folder, file), settings)).to.throw(
        ZoneFileError,
        `${join(folder, file)}${sentence}`,
      );
    });
  }

  it("and no file of the samples is left untried", () => {
    const tried = [...readable, ...refused].map(({ file }) => file);
    expect([...tried, shops]).to.have.members(filesIn(folder));
  });
});

describe("a list of shops with bad cells", () => {
  const row = z.record(z.string(), z.string());
  const rows = z
    .array(row)
    .parse(parse(readFileSync(join(folder, shops), "utf8"), { header: true, skipEmptyLines: true }).data);
  const key = (line: number) => rows[line - 2]?.["storenum"] ?? "";
  /** By the line of the file, whose first row is its header. */
  const bad: Record<number, Record<string, string>> = {
    3: { LAT: "" },
    5: { LON: "behind the mall" },
    8: { LAT: "995.5" },
    13: { storenum: key(12) },
    21: { LAT: "3n" },
  };
  const path = join(spare, "bad-cells.csv");

  before(() => {
    writeFileSync(path, unparse(rows.map((cells, at) => ({ ...cells, ...bad[at + 2] }))));
  });

  const readers: [what: string, read: () => unknown, twice: string][] = [
    [
      "read as destinations",
      () => readDestinations(path, { key: "storenum" }),
      "this key is that of the one on line 12 too, and each destination needs one of its own",
    ],
    [
      "read as zones",
      () => readZones(path, { name: "storenum", radius: 75, ...settings }),
      `"${key(12)}" is the name of the one on line 12 too, and each zone needs a name of its own`,
    ],
  ];
  for (const [what, read, twice] of readers) {
    it(`${what}, has a fault for each of them with its line, column and key, and no other`, () => {
      const faults = [
        `3:\\d+ (LAT): "${key(3)}": the latitude is blank`,
        `5:\\d+ (LON): "${key(5)}": longitude "behind the mall" must be a number, such as "144.9631"`,
        `8:\\d+ (LAT): "${key(8)}": latitude 995.5° is not between -90 and 90`,
        `13:\\d+ (storenum): "${key(12)}": ${twice}.*`,
        `21:\\d+ (LAT): "${key(21)}": latitude "3n" must be a number, such as "-37.8136"`,
      ];
      const lines = faults.map((fault) => `${path}:${fault.replaceAll(/[()]/g, "\\$&")}`);
      expect(read).to.throw(ZoneFileError, new RegExp(`^${lines.join("\n")}$`));
    });
  }
});

function declareZones(file: string, options: ReadZonesOptions): void {
  const project = new bluedot.Project(file);
  const zones = byName(readZones(join(folder, file), { ...settings, ...options }));
  new bluedot.ZoneSet(file, { projectId: project.id, zones });
}

// As docs/files.md has it.
function declareStores(): void {
  const project = new bluedot.Project("stores");
  const stores = readDestinations(join(folder, shops), { key: "storenum", address: "STREETADDR" });
  const zones = zonesAround(stores, { radius: 75, minimumRetriggerTime: 1800 });
  new bluedot.DestinationSet("stores", { destinations: byDestinationId(stores) });
  new bluedot.ZoneSet("stores", { projectId: project.id, zones: byName(zones) });
}

function projectIdOf({ emulator }: TestStack, project: string): string {
  return emulator.projects.list().find(({ name }) => name === project)?._id ?? "";
}

function zonesOf(stack: TestStack, project: string) {
  const id = projectIdOf(stack, project);
  return stack.emulator.zones.list().filter(({ projectId }) => projectId === id);
}
