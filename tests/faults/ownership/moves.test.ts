import { setTimeout as pause } from "node:timers/promises";

import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";
import type { StoredZone } from "pulumi-bluedot/emulator";

import { stackOfSteps, type RunOptions } from "../../acceptance/stack";
import { fails, zone } from "../../acceptance/stores";

/** Each has a set, and what happens to its zones at some step happens to those of no other. */
const projects = ["parallel", "parallel-kept", "paused", "paused-kept", "whole", "twice"] as const;
type Project = (typeof projects)[number];

const namesOf = (project: Project) =>
  Array.from({ length: 12 }, (_, at) => `${project}-${String(at + 1).padStart(2, "0")}`);
const half = (project: Project) => namesOf(project).slice(6);

/** The zones that are resources of their own, by project. */
type Alone = Partial<Record<Project, readonly string[]>>;

/** @param pauses what passes between the set and the zones, as a download in the program */
const program =
  (
    alone: Alone,
    { pauses = {}, other = false }: { pauses?: Record<string, () => Promise<unknown>>; other?: boolean } = {},
  ) =>
  () => {
    for (const name of projects) {
      const { id } = new bluedot.Project(name);
      const single = alone[name] ?? [];
      const inSet = namesOf(name).filter((each) => !single.includes(each));
      const zones = Object.fromEntries(inSet.map((each) => [each, zone()]));
      const retain = name.endsWith("kept") && { retainOnRemove: true };
      const sets =
        inSet.length > 0 ? [new bluedot.ZoneSet(`set-${name}`, { projectId: id, zones, ...retain })] : [];
      const passes = pauses[name];
      const projectId = passes === undefined ? id : id.apply((value) => passes().then(() => value));
      for (const each of single) new bluedot.Zone(each, { projectId, ...zone() });
      if (other && name === "twice") new bluedot.Zone("other", { projectId, ...zone() }, { dependsOn: sets });
    }
    return undefined;
  };

describe("steps of one stack: zones that leave a set", function () {
  const stack = stackOfSteps(this, { refreshAlways: false });
  const held = (of: Project) =>
    stack()
      .emulator.zones.list()
      .filter(({ projectId }) => stack().emulator.projects.get(projectId)?.name === of);
  let heldBefore: Record<string, StoredZone[]>;
  let printed: Record<"preview" | "up", string>;

  /** A preview and an `up`, of which the tests of the step tell. */
  const step = (title: string, next: () => undefined, options: RunOptions, tests: () => void) => {
    describe(title, () => {
      before(async () => {
        heldBefore = Object.fromEntries(projects.map((name) => [name, held(name)]));
        stack().run(next);
        stack().printed();
        await stack().preview();
        const preview = stack().printed();
        await stack().up(options);
        printed = { preview, up: stack().printed() };
      });
      tests();
      it("are all there, each once, and nothing is left to do", async () => {
        for (const name of projects)
          expect(held(name).map((each) => each.name)).to.have.members(namesOf(name));
        expect(await stack().preview()).to.deep.equal([]);
        expect(await stack().refresh()).to.deep.equal([]);
      });
    });
  };
  const areReplaced = (project: Project) => {
    expect(printed.preview).to.match(new RegExp(`6 to delete \\([^)]*${project}-07`));
    const ids = heldBefore[project]?.map(({ _id }) => _id);
    expect(held(project).filter(({ _id }) => ids?.includes(_id))).to.have.length(6);
  };
  const keepIds = (...of: Project[]) => {
    for (const project of of) expect(held(project)).to.deep.equal(heldBefore[project]);
  };

  before(async () => {
    stack().run(program({ twice: namesOf("twice") }));
    await stack().up();
  });

  const one: Alone = {
    parallel: half("parallel"),
    "parallel-kept": half("parallel-kept"),
    twice: namesOf("twice"),
  };
  step("one step of the engine at a time", program(one), { parallel: 1 }, () => {
    it("A4: are deleted by it and created as resources of their own, as the preview says", () => {
      areReplaced("parallel");
    });
    it("A5: keep their ids with retainOnRemove", () => {
      expect(printed.up).to.contain("lets go of parallel-kept-07");
      keepIds("parallel-kept");
    });
  });

  const two: Alone = {
    ...one,
    paused: half("paused"),
    "paused-kept": half("paused-kept"),
    whole: namesOf("whole"),
  };
  /** Until the set has deleted what it has no longer, which no preview does. */
  const untilDeleted = async () => {
    const deadline = Date.now() + 60_000;
    while (!pulumi.runtime.isDryRun() && held("paused").length > 6 && Date.now() < deadline) await pause(20);
  };
  const pauses = { paused: untilDeleted, "paused-kept": () => pause(500) };
  step("with a pause in the program", program(two, { pauses }), {}, () => {
    it("A5: are deleted by it and created as resources of their own, as the preview says", () => {
      areReplaced("paused");
    });
    it("A5: keep their ids with retainOnRemove", () => {
      expect(printed.up).to.contain("lets go of paused-kept-07");
      keepIds("paused-kept");
    });
    it("keep their ids where the whole set becomes resources of their own", () => {
      keepIds("whole");
    });
  });

  const { parallel, paused, twice } = two;
  step("back into their sets", program({ parallel, paused, twice }), {}, () => {
    it("A5: keep their ids with retainOnRemove", () => {
      keepIds("parallel-kept", "paused-kept");
    });
    it("keep their ids where all were resources of their own", () => {
      keepIds("whole");
    });
  });

  describe("at the end", () => {
    it("A9: a zone that two resources record after a run that failed stays with the one in the program", async () => {
      const before = held("twice");
      stack().run(program({ parallel, paused }, { other: true }));
      stack().emulator.fault({ kind: "status", status: 400, method: "POST", path: "^/zones$" });
      await fails(stack());
      stack().emulator.clearFaults();
      stack().printed();
      await stack().up();
      expect(stack().printed()).to.match(
        /Zone "twice-01" \(\S+\) is not deleted, since ZoneSet "set-twice" has it now/,
      );
      expect(held("twice").filter(({ name }) => name !== "other")).to.deep.equal(before);
      expect(await stack().preview()).to.deep.equal([]);
    });

    it("are deleted with the stack", async () => {
      await stack().destroy();
      expect(stack().emulator.zones.size()).to.equal(0);
    });
  });
});
