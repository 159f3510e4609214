/** A secret is nowhere but where it belongs: not in the state, not in a file of the engine, not on the screen. */
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";
import type { Fault } from "pulumi-bluedot/emulator";

import { canary, searchFolder, searchFor } from "./canaries";
import { withoutOutputs } from "./lean-command";
import { declare, declareAll, lookedUp, secrets, url } from "./secret-program";
import { openStack, type Program, type TestStack } from "./stack";
import { kindsOf, withNothing } from "./trace";
import { startRecorder, type Recorder } from "./recorder";

const email = "machine@example.com";
const password = canary("password");

interface Printed {
  /** The output that the user reads. */
  shown: string;
  /** The log of the engine, and of all that it starts, at the highest verbosity. */
  traced: string;
}

type Operation = "up" | "preview" | "refresh" | "destroy";

/** Runs the CLI as verbosely as it can; how it ends is for its caller to judge. */
async function run({ stack }: TestStack, operation: Operation, printed: Printed): Promise<boolean> {
  const options = {
    logVerbosity: 9,
    logToStdErr: true,
    logFlow: true,
    onOutput: (text: string) => (printed.shown += text),
    onError: (text: string) => (printed.traced += text),
  };
  const operations = {
    up: () => stack.up({ ...options, diff: true }),
    preview: () => stack.preview({ ...options, diff: true }),
    refresh: () => stack.refresh(options),
    destroy: () => stack.destroy(options),
  };
  try {
    await withoutOutputs<unknown>(operations[operation]);
    return true;
  } catch {
    return false;
  }
}

describe("a secret", function () {
  this.timeout(600_000);
  const open: { close: () => Promise<void> }[] = [];
  let recorder: Recorder;
  let theirId: string;
  /** The kinds of line in which the engine shows what any provider is given. */
  let ofTheEngine: string[];

  before(async () => {
    recorder = await startRecorder(email, password);
    open.push(recorder);
    theirId = recorder.projects.create({
      name: "theirs",
      nextRuleUpdateInterval: 300,
      ...structuredClone(lookedUp),
    })._id;

    const test = await openWith("config");
    const printed = await live(test, (header) => withNothing(declareAll(header, theirId)));
    ofTheEngine = kindsOf(printed.traced, searchFor({ password, ...secrets }));
  });
  after(async () => {
    for (const each of open.reverse()) await each.close();
  });

  /** A stack of the recorder's, with the password in one place or the other. */
  async function openWith(where: "config" | "environment"): Promise<TestStack> {
    const test = await openStack({
      checkpoints: true,
      config: { "bluedot:endpoint": recorder.url, "bluedot:email": email },
      environment: {
        LOOKED_UP: JSON.stringify(lookedUp),
        ...(where === "environment" ? { BLUEDOT_PASSWORD: password } : {}),
      },
    });
    open.push(test);
    if (where === "config") await test.stack.setConfig("bluedot:password", { value: password, secret: true });
    else await test.stack.removeConfig("bluedot:password");
    return test;
  }

  /** Everything a stack goes through; somebody changes the project in the console meanwhile. */
  async function live(
    test: TestStack,
    program: (header: string) => Program,
  ): Promise<Printed & { state: string }> {
    const printed = { shown: "", traced: "" };
    const succeed = async (operation: Operation) => {
      if (!(await run(test, operation, printed)))
        throw new Error(`pulumi ${operation} failed:\n${printed.shown}`);
    };
    test.run(program(secrets.header));
    await succeed("up");
    for (const { _id } of recorder.projects.list().filter((project) => project.name === "coffee")) {
      recorder.projects.update(_id, (project) => ({
        ...project,
        webhooks: [{ type: "geoTrigger", url, headers: { "x-api-key": secrets.foreignHeader } }],
        firebaseApiKey: secrets.foreignKey,
      }));
    }
    await succeed("preview");
    test.run(program(secrets.otherHeader));
    await succeed("up");
    await succeed("refresh");
    const state = JSON.stringify(await test.stack.exportStack());
    await succeed("destroy");
    return { ...printed, state };
  }

  for (const where of ["config", "environment"] as const) {
    describe(`of a stack whose password stands in the ${where}, all its life`, () => {
      let test: TestStack;
      let printed: Printed & { state: string };
      const search = () => searchFor({ password, ...secrets, ...recorder.tokens });

      before(async () => {
        test = await openWith(where);
        // An inline program runs in this process, and so do its functions.
        if (where === "environment") process.env["BLUEDOT_PASSWORD"] = password;
        printed = await live(test, (header) => declareAll(header, theirId));
      });
      after(() => {
        delete process.env["BLUEDOT_PASSWORD"];
      });

      it("is not among what functions found, which is in the state in clear", () => {
        expect(printed.state).to.include('"found":{"extraFields":{').and.to.include('"allFound":[{');
      });

      it("is not in the state", () => {
        expect(search()(printed.state)).to.deep.equal([]);
      });

      it("is not in a file of the engine: checkpoints, backups, history, configuration, logs", async () => {
        expect(await searchFolder(test.stack.workspace.workDir, search())).to.deep.equal([]);
      });

      it("is not on the screen", () => {
        expect(search()(printed.shown)).to.deep.equal([]);
      });

      it("is in no trace but the engine's own of what it carries", () => {
        const kinds = kindsOf(printed.traced, search());
        expect(kinds.filter((kind) => !ofTheEngine.includes(kind))).to.deep.equal([]);
      });

      it("that is a token is in no trace at all", () => {
        expect(Object.keys(recorder.tokens)).not.to.deep.equal([]);
        expect(searchFor(recorder.tokens)(printed.traced)).to.deep.equal([]);
      });

      if (where === "environment") {
        it("that is the password is in no trace at all", () => {
          expect(searchFor({ password })(printed.traced)).to.deep.equal([]);
        });
      }
    });
  }

  describe("of an operation that fails", () => {
    let test: TestStack;
    /** All that the request carried. */
    const sent = [secrets.header, secrets.firebaseApiKey, secrets.iosApiKey, secrets.androidSecretKey].join(
      " and ",
    );
    const refusal = (status: number, said: string): Fault => ({
      kind: "status",
      status,
      times: "forever",
      body: { json: { errorType: "ValidationError", errorMessages: { errorDescription: said, said } } },
    });
    /** As a program without types may pass them. */
    const mistaken =
      (args: object): Program =>
      () => {
        Reflect.construct(bluedot.Project, ["coffee", args]);
        return {};
      };
    const cases: [title: string, program: Program, mistakes: string[], fault?: Fault][] = [
      [
        "a refused sign-in that repeats the password",
        () => declare(secrets.header, theirId)(),
        [],
        { ...refusal(403, password), path: "^/sessions$" },
      ],
      [
        "a refused POST that repeats the project",
        () => declare(secrets.header, theirId)(),
        [],
        { ...refusal(400, sent), method: "POST", path: "^/projects$" },
      ],
      [
        "a failed POST that repeats the project",
        () => declare(secrets.header, theirId)(),
        [],
        { ...refusal(502, sent), method: "POST", path: "^/projects$" },
      ],
      [
        "values of another kind",
        mistaken({
          firebaseApiKey: [secrets.firebaseApiKey],
          webhooks: [
            secrets.header,
            { type: "wave", url, headers: { "x-api-key": [secrets.header] } },
            { type: "wave", url, headers: { [secrets.header]: "" } },
          ],
          integrations: { mparticle: secrets.iosApiKey },
        }),
        [
          "firebaseApiKey",
          "webhooks[0]",
          "webhooks[1].headers",
          "webhooks[2].headers",
          "integrations.mparticle",
        ],
      ],
      [
        "misspelt properties, and a text in place of an object",
        mistaken({
          firebaseAPIKey: secrets.firebaseApiKey,
          webhooks: [{ type: "wave", url, header: { "x-api-key": secrets.header } }],
          integrations: secrets.iosApiKey,
        }),
        ["firebaseAPIKey", "webhooks[0].header", "integrations"],
      ],
      [
        "webhooks that are no list",
        mistaken({ webhooks: { type: "wave", url, headers: { "x-api-key": secrets.header } } }),
        ["webhooks"],
      ],
    ];

    before(async () => {
      test = await openWith("environment");
    });
    afterEach(() => {
      recorder.clearFaults();
    });

    for (const [title, program, mistakes, fault] of cases) {
      it(`because of ${title} is neither on the screen nor in a trace of ours`, async () => {
        if (fault) recorder.fault(fault);
        test.run(program);
        const printed = { shown: "", traced: "" };
        expect(await run(test, fault ? "up" : "preview", printed), printed.shown).to.equal(false);
        const search = searchFor({ password, ...secrets, ...recorder.tokens });
        expect(search(printed.shown), printed.shown).to.deep.equal([]);
        for (const path of mistakes) expect(printed.shown + printed.traced).to.contain(path);
        const kinds = kindsOf(printed.traced, search);
        expect(kinds.filter((kind) => !ofTheEngine.includes(kind))).to.deep.equal([]);
      });
    }
  });
});
