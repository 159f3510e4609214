import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

import { refuseToOverwrite } from "../../../../cli/map/write";
import { writeWhole } from "../../../../cli/write-whole";
import { geojsonOf } from "../../../../map/geojson";
import { htmlOf } from "../../../../map/html";
import { markdownOf } from "../../../../map/markdown";
import { modelOf } from "../../../../map/model-of";
import { svgOf } from "../../../../map/svg";
import { everyChange } from "../../map/sources";

const model = modelOf(everyChange());

describe("the file of a map", () => {
  let folder = "";
  let path = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "map-"));
    path = join(folder, "map.html");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const refusal = (force = false) =>
    refuseToOverwrite(path, force).then(
      () => undefined,
      (error: unknown) => String(error),
    );

  it("is written whole, with nothing left beside it", async () => {
    expect(await refusal()).to.equal(undefined);
    await writeWhole(path, "first");
    await writeWhole(path, "second");
    expect(await readFile(path, "utf8")).to.equal("second");
    expect(await readdir(folder)).to.deep.equal(["map.html"]);
  });

  for (const [what, text] of [
    ["a map in HTML", htmlOf(model)],
    ["a map in Markdown", markdownOf(model)],
    ["a map in SVG", svgOf(model)],
    ["a map in GeoJSON", geojsonOf(model)],
    ["nothing", ""],
  ] as const) {
    it(`may be overwritten when it holds ${what}`, async () => {
      await writeFile(path, text);
      expect(await refusal()).to.equal(undefined);
    });
  }

  it("is not overwritten when somebody else wrote it, unless by force", async () => {
    await writeFile(path, "<!doctype html>my homepage");
    expect(await refusal()).to.match(/map\.html exists and was not written by this command; .* --force\.$/);
    expect(await refusal(true)).to.equal(undefined);
  });

  for (const [what, text] of [
    ["a text on the command", "# Shop\n\nRun `pulumi-bluedot map plan.json` to see the zones.\n"],
    ["a script that runs it", '{"scripts":{"map":"pulumi-bluedot map account"}}'],
  ] as const) {
    it(`is not overwritten when it holds ${what}`, async () => {
      await writeFile(path, text);
      expect(await refusal()).to.match(/was not written by this command/);
    });
  }

  it("is not a folder, nor in one that is missing", async () => {
    await mkdir(path);
    expect(await refusal(true)).to.match(/map\.html is not a file; choose another one with --out\.$/);
    const inMissing = await writeWhole(join(folder, "missing", "map.html"), "").catch(String);
    expect(inMissing).to.match(/map\.html cannot be written: ENOENT: no such file or directory\.$/);
    expect(await readdir(folder)).to.deep.equal(["map.html"]);
  });
});
