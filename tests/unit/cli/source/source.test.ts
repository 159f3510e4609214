import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { readInput } from "../../../../cli/input";
import { readSource } from "../../../../cli/source";
import { plan, resource, state, step, zone } from "../../plan/plans";

const geojson = JSON.stringify({
  type: "FeatureCollection",
  features: ["A", "A", "B"].map((name, at) => ({
    type: "Feature",
    properties: { name, ...(at < 2 && { radius: 40 }) },
    geometry: { type: "Point", coordinates: [144.9 + at / 10, -37.8] },
  })),
});
const csv = "name,latitude,longitude,radius\nCafe,-37.8,144.9,40\n";
const aPlan = plan([step("create", { new: zone() })]);
const aStack = state([resource("cafe", zone())]);

/** Standard input that holds some bytes. */
function inputOf(bytes: Buffer | string, isTTY?: boolean) {
  const pieces: unknown[] = [Buffer.from(bytes).subarray(0, 7), Buffer.from(bytes).subarray(7)];
  return {
    ...(isTTY !== undefined && { isTTY }),
    // oxlint-disable-next-line typescript/require-await
    async *[Symbol.asyncIterator]() {
      yield* pieces;
    },
  };
}

async function read(source: string, input: Buffer | string = "", isTTY?: boolean, name?: string) {
  const warnings: string[] = [];
  const options = {
    command: "map",
    radius: 50,
    name,
    onWarning: (sentence: string) => warnings.push(sentence),
  } as const;
  const surroundings = {
    standardInput: inputOf(input, isTTY),
    standardError: { write: () => true },
    environment: {},
  };
  const found = await readSource(source, options, surroundings);
  return { ...found, labels: found.zones.map(({ label, change }) => `${label} ${change}`), warnings };
}

function sentenceOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "no error",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

describe("a source", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "source-"));
  });
  after(() => rm(folder, { recursive: true }));

  const kinds: [what: string, text: string | Buffer, kind: string, labels: string[]][] = [
    ["a plan", aPlan, "plan", ["cafe create"]],
    ["a plan that PowerShell wrote", Buffer.from(`\uFEFF${aPlan}`, "utf16le"), "plan", ["cafe create"]],
    ["a plan with a byte-order mark", `\uFEFF${aPlan}`, "plan", ["cafe create"]],
    ["a stack", aStack, "stack", ["cafe same"]],
    ["a file of zones", csv, "file", ["Cafe same"]],
  ];
  for (const [what, text, kind, labels] of kinds) {
    it(`is ${what} by its content, in a file of any name`, async () => {
      const path = join(folder, "x.dat");
      await writeFile(path, text);
      const found = await read(path);
      expect({ kind: found.kind, name: found.name, labels: found.labels }).to.deep.equal({
        kind,
        name: path,
        labels,
      });
    });

    it(`is ${what} from standard input`, async () => {
      const found = await read("-", text);
      expect({ kind: found.kind, name: found.name, labels: found.labels }).to.deep.equal({
        kind,
        name: "-",
        labels,
      });
    });
  }

  it("has zones of one name in a file only as the file's reader allows, and points with the option's radius", async () => {
    const one = geojson.replace('"name":"A","radius":40}', '"name":"C"}');
    const found = await read("-", one);
    expect(found.labels).to.deep.equal(["A same", "B same", "C same"]);
    expect(found.zones[1]?.after?.geofeatures[0]).to.deep.include({ type: "circle", radius: 50 });
  });

  it("names the zones of a file by a column or a template, and without one says how", async () => {
    const table = "store,city,lat,lon\n7,Rogers,1,2\n9,Harrison,3,4\n";
    expect((await read("-", table, false, "{city} {store}")).labels).to.deep.equal([
      "Harrison 9 same",
      "Rogers 7 same",
    ]);
    expect((await read("-", table)).warnings.join()).to.include("; --name names a property that has one");
    expect(await sentenceOf(read("-", table, false, "citty"))).to.include(
      '--name names; did you mean "city"?',
    );
  });

  it("warns of options that have no effect on a plan or a stack", async () => {
    expect((await read("-", aPlan, false, "city")).warnings).to.deep.equal([
      "Warning: --radius has no effect on a plan",
      "Warning: --name has no effect on a plan",
    ]);
    expect((await read("-", aStack)).warnings).to.deep.equal(["Warning: --radius has no effect on a stack"]);
  });

  it("warns of places alone, and not of what a file was taken for or its settings", async () => {
    const header = "description,type,tag,externalId,coordinates,radius";
    const found = await read("-", `${header}\nCafe,circle,shop,1,"[504.9,-37.8]",40\n`);
    expect(found.warnings).to.have.lengthOf(1);
    expect(found.warnings[0]).to.match(/504\.9.* is taken as 144\.9/);
  });

  const refused: [what: string, source: () => string, input: Buffer | string, sentence: RegExp][] = [
    [
      "that is not there",
      () => join(folder, "none.json"),
      "",
      /none\.json: there is no such file; looked for /,
    ],
    ["that is a folder", () => folder, "", /: this is a folder, and not a file; looked for /],
    ["that is empty", () => "-", "", /^standard input: it is empty; /],
    [
      "of events",
      () => "-",
      '{"sequence":0,"preludeEvent":{}}\n{}',
      /^standard input: these are the engine's events/,
    ],
    [
      "of text for people",
      () => "-",
      "Previewing update (test):\n",
      /^standard input: this is the text form/,
    ],
    ["that nobody knows", () => "-", '{"hello": 1}', /^standard input/],
    ["account without its project", () => "account:", "", /needs a project's id or exact name/],
    ["account without a sign-in", () => "account", "", /BLUEDOT_EMAIL.*`pulumi-bluedot map --help`/s],
  ];
  for (const [what, source, input, sentence] of refused) {
    it(`${what} is refused in a sentence`, async () => {
      expect(await sentenceOf(read(source(), input))).to.match(sentence);
    });
  }

  it("that nobody pipes in is refused in place of a wait", async () => {
    expect(await sentenceOf(read("-", "", true))).to.contain("what another command prints");
  });

  it("that is standard input is read once in a run", async () => {
    const standardInput = inputOf(csv);
    expect((await readInput("-", standardInput)).toString()).to.equal(csv);
    expect(await sentenceOf(readInput("-", standardInput))).to.match(
      /^standard input: `-` can be named once;/,
    );
  });

  it("that is larger than any text is refused", async () => {
    const path = join(folder, "large.json");
    await writeFile(path, "");
    await truncate(path, 501 * 2 ** 20);
    expect(await sentenceOf(read(path))).to.match(/large\.json: it is larger than 500 MB; split it$/);
  });

  it("that is an empty file is refused", async () => {
    await writeFile(join(folder, "empty.json"), "");
    expect(await sentenceOf(read(join(folder, "empty.json")))).to.match(/empty\.json: it is empty\.$/);
  });
});
