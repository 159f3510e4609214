import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { readConfiguration, validateConfiguration } from "../../../provider/configuration";
import { Project, Provider } from "../../../provider";
import { startMocks } from "../../unit/provider/mocks";

const complete = { "bluedot:email": "a@b.example", "bluedot:password": "p", "bluedot:region": "eu" };

/** Returns the error of a program with one declaration; undefined if it succeeds. */
async function faultOf(
  declare: () => unknown,
  config: Record<string, string> = complete,
  run: "preview" | "up" = "preview",
  projectName = "stores",
): Promise<string | undefined> {
  await startMocks(run, projectName);
  pulumi.runtime.setAllConfig(config, Object.keys(config));
  try {
    await pulumi.runtime.runInPulumiStack(() => Promise.resolve(void declare()));
    return undefined;
  } catch (error) {
    if (pulumi.RunError.isInstance(error)) return error.message;
    throw error;
  }
}

const project = () => new Project("coffee");
const nowhere = { "bluedot:email": "a@b.example", "bluedot:password": "p" };
const nobody = { "bluedot:password": "p", "bluedot:region": "eu" };

describe("the configuration, in the program's process", () => {
  let environment: NodeJS.ProcessEnv;
  beforeEach(() => {
    environment = process.env;
    process.env = Object.fromEntries(
      Object.entries(environment).filter(([name]) => !name.startsWith("BLUEDOT_")),
    );
  });
  afterEach(() => {
    process.env = environment;
  });

  const wrong: [what: string, config: Record<string, string>, words: RegExp][] = [
    [
      "a wrong region",
      { ...complete, "bluedot:region": "europe" },
      /bluedot:region .* is "europe", not one of/,
    ],
    ["no region", nowhere, /bluedot:region \(or BLUEDOT_REGION\) is missing/],
    [
      "an http endpoint",
      { ...complete, "bluedot:endpoint": "http://a.example" },
      /bluedot:endpoint .* must be https/,
    ],
    [
      "too many requests",
      { ...complete, "bluedot:maxConcurrency": "500" },
      /maxConcurrency is "500", not a whole/,
    ],
    [
      "an unknown key",
      { ...complete, "bluedot:reqion": "eu" },
      /bluedot:reqion is no setting; did you mean bluedot:region/,
    ],
    [
      "adoptTwins",
      { ...complete, "bluedot:adoptTwins": "true" },
      /bluedot:adoptTwins is replaced by bluedot:onExisting/,
    ],
    [
      "a wrong onExisting",
      { ...complete, "bluedot:onExisting": "take" },
      /"take", not one of fail, adopt, create/,
    ],
  ];
  for (const [what, config, words] of wrong) {
    it(`D1: a preview fails on ${what}`, async () => {
      expect(await faultOf(project, config)).to.match(words);
    });
  }

  it("D1: all that is wrong is one sentence, the same for each resource", async () => {
    const errors: unknown[] = [];
    const said = await faultOf(
      () => {
        for (const name of ["a", "b"]) {
          try {
            new Project(name);
          } catch (error) {
            errors.push(error);
          }
        }
        throw errors[0];
      },
      { ...nowhere, "bluedot:reqion": "eu", "bluedot:maxConcurrency": "500" },
    );
    expect(said).to.match(/^The configuration .*region .* missing.*maxConcurrency.*bluedot:reqion[^.]*\.$/);
    expect(errors).to.have.length(2);
    expect(errors[0]).to.equal(errors[1]);
  });

  it("D1: missing credentials fail an update, and no preview", async () => {
    expect(await faultOf(project, nobody, "up")).to.match(/bluedot:email \(or BLUEDOT_EMAIL\) is missing/);
    expect(await faultOf(project, nobody)).to.equal(undefined);
  });

  it("D1: the environment counts as it does for the handlers", async () => {
    process.env["BLUEDOT_REGION"] = "europe";
    expect(await faultOf(project, nowhere)).to.match(/BLUEDOT_REGION\) is "europe"/);
    process.env["BLUEDOT_REGION"] = "eu";
    expect(await faultOf(project, nowhere)).to.equal(undefined);
  });

  it("D1: a project that is called bluedot has keys of its own under that name", async () => {
    const config = { ...complete, "bluedot:stores": "7" };
    expect(await faultOf(project, config)).to.match(/bluedot:stores is no setting; the settings are/);
    expect(await faultOf(project, config, "preview", "bluedot")).to.equal(undefined);
  });

  it("D1: nothing is asked of the stack's configuration where an explicit provider is used", async () => {
    const declare = () =>
      new Project(
        "coffee",
        {},
        { provider: new Provider("eu", { region: "eu", email: "a", password: "b" }) },
      );
    expect(await faultOf(declare, { "bluedot:region": "europe" })).to.equal(undefined);
  });

  const providers: [what: string, args: object, words: RegExp][] = [
    [
      "a wrong region",
      { region: "europe" },
      /^Provider "there" cannot be used: region \(or BLUEDOT_REGION\) is "europe"/,
    ],
    ["no region", {}, /region \(or BLUEDOT_REGION\) is missing/],
    ["a wrong number", { region: "eu", maxConcurrency: 500 }, /maxConcurrency is "500"/],
    ["an unknown argument", { region: "eu", reqion: "eu" }, /reqion is no setting; did you mean region/],
    [
      "adoptTwins",
      { region: "eu", adoptTwins: true },
      /adoptTwins is replaced by onExisting \(or BLUEDOT_ON_EXISTING\): fail, adopt or create/,
    ],
  ];
  for (const [what, args, words] of providers) {
    it(`D1: a preview fails on a Provider with ${what}`, async () => {
      expect(await faultOf(() => Reflect.construct(Provider, ["there", args]))).to.match(words);
    });
  }

  it("D1: what a Provider is given later is no fault before it is known", async () => {
    const args = {
      region: pulumi.output("eu" as const),
      email: Promise.resolve("a"),
      password: pulumi.secret("b"),
    };
    expect(await faultOf(() => new Provider("later", args), complete, "up")).to.equal(undefined);
  });

  it("D1: a setting that is gone is no fault of a Provider of which nothing is known yet", () => {
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    expect(validateConfiguration(() => unknown, {}).faults).to.deep.equal([]);
  });

  it("D1: a handler says that a setting is not known yet in a preview", () => {
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const config = (key: string) =>
      new Map(Object.entries({ ...complete, "bluedot:region": unknown })).get(key);
    expect(() => readConfiguration(config, {})).to.throw(
      "bluedot:region (or BLUEDOT_REGION) is not known yet",
    );
  });

  it("D1: a unit test of a program needs no configuration", async () => {
    await startMocks();
    pulumi.runtime.setAllConfig({});
    expect(() => new Project("coffee")).to.not.throw();
  });
});
