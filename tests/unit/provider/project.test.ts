import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { Project, type ProjectArgs } from "../../../provider";
import { project as definition } from "../../../provider/project/definition";
import { markSecret } from "../../../provider/dynamic/base-resource";
import { frozen, registrationOf, secretMark, startMocks, valueOf } from "./mocks";

const { output } = pulumi;
const handler = 'exports.handler = () => require("pulumi-bluedot/handlers").project';
const url = "https://hooks.example.com";

/** Everything a program may pass as it is, later, or from another resource. */
const atEveryDepth: ProjectArgs = {
  name: output("coffee"),
  nextRuleUpdateInterval: Promise.resolve(300),
  webhooks: output([
    Promise.resolve({
      type: output("geoTrigger" as const),
      url: output(url),
      headers: Promise.resolve({ key: output("h") }),
    }),
    {
      type: "wave" as const,
      url: Promise.resolve(url),
      structure: output("default"),
      extraFields: output({ retry: output(1) }),
    },
  ]),
  firebaseApiKey: Promise.resolve("f"),
  integrations: output({ mparticle: Promise.resolve({ iosApiKey: output("i"), androidApiKey: "a" }) }),
  forceDestroy: output(true),
  extraFields: Promise.resolve({ locale: output("en") }),
};

describe("the class Project", () => {
  before(startMocks);

  it("is registered by its type, with its handler and its name in the program", async () => {
    const registration = await registrationOf(new Project("coffee"));
    expect(registration.type).to.equal("pulumi-nodejs:dynamic/bluedot:Project");
    expect(registration.inputs).to.deep.equal({ name: "coffee", __provider: handler });
  });

  it("keeps a name of its own", async () => {
    const { inputs } = await registrationOf(new Project("renamed", { name: output("Coffee & more") }));
    expect(inputs["name"]).to.equal("Coffee & more");
  });

  it("takes Outputs and Promises at every depth", async () => {
    const { inputs } = await registrationOf(new Project("deep", atEveryDepth));
    expect(inputs).to.deep.equal({
      name: "coffee",
      nextRuleUpdateInterval: 300,
      webhooks: {
        ...secretMark,
        value: [
          { type: "geoTrigger", url, headers: { key: "h" } },
          { type: "wave", url, structure: "default", extraFields: { retry: 1 } },
        ],
      },
      firebaseApiKey: { ...secretMark, value: "f" },
      integrations: { ...secretMark, value: { mparticle: { iosApiKey: "i", androidApiKey: "a" } } },
      forceDestroy: true,
      extraFields: { locale: "en" },
      __provider: handler,
    });
  });

  const plain: ProjectArgs = {
    nextRuleUpdateInterval: 300,
    forceDestroy: true,
    extraFields: { locale: "en" },
  };
  const hook = { type: "geoTrigger", url } as const;
  const marked: [title: string, args: ProjectArgs, secrets: string[]][] = [
    ["nothing where there is no secret", plain, []],
    ["nothing of a webhook without headers", { ...plain, webhooks: [hook] }, []],
    ["the headers of a webhook", { webhooks: [{ ...hook, headers: { key: "h" } }] }, ["webhooks"]],
    ["one header that comes later", { webhooks: [{ ...hook, headers: { key: output("h") } }] }, ["webhooks"]],
    [
      "headers that come later",
      { webhooks: [{ ...hook, headers: Promise.resolve({ key: "h" }) }] },
      ["webhooks"],
    ],
    [
      "the headers of the second webhook",
      { webhooks: [hook, { type: "wave", url, headers: {} }] },
      ["webhooks"],
    ],
    ["a webhook that comes later", { webhooks: [output(hook)] }, ["webhooks"]],
    ["webhooks that come later", { webhooks: output([hook]) }, ["webhooks"]],
    ["the Firebase key", { firebaseApiKey: "f" }, ["firebaseApiKey"]],
    ["a Firebase key that comes later", { firebaseApiKey: output("f") }, ["firebaseApiKey"]],
    ["a Firebase key that is a secret already", { firebaseApiKey: pulumi.secret("f") }, ["firebaseApiKey"]],
    ["mParticle's androidApiKey", { integrations: { mparticle: { androidApiKey: "k" } } }, ["integrations"]],
    [
      "mParticle's androidSecretKey",
      { integrations: { mparticle: { androidSecretKey: "k" } } },
      ["integrations"],
    ],
    ["mParticle's iosApiKey", { integrations: { mparticle: { iosApiKey: "k" } } }, ["integrations"]],
    ["mParticle's iosSecretKey", { integrations: { mparticle: { iosSecretKey: "k" } } }, ["integrations"]],
    [
      "mParticle's keys that come later",
      { integrations: { mparticle: output({ iosApiKey: "k" }) } },
      ["integrations"],
    ],
    ["integrations that come later", { integrations: Promise.resolve({}) }, ["integrations"]],
  ];
  for (const [title, args, secrets] of marked) {
    it(`marks as secret ${title}`, async () => {
      const { inputs } = await registrationOf(new Project(`secret: ${title}`, args));
      const isMarked = (value: unknown) => JSON.stringify(value).includes(Object.keys(secretMark).join());
      expect(Object.keys(inputs).filter((key) => isMarked(inputs[key]))).to.deep.equal(secrets);
    });
  }

  it("marks no more than the secret part, so that a preview shows the rest", () => {
    const webhook = markSecret({ ...hook, headers: { key: "h" } }, ["headers"]);
    expect(webhook).to.have.property("url", url);
    expect(webhook)
      .to.have.property("headers")
      .that.satisfies((part: unknown) => pulumi.Output.isInstance(part));
  });

  it("leaves the program's arguments as they are", async () => {
    const args: ProjectArgs = {
      webhooks: [{ ...hook, headers: { key: "h" } }],
      integrations: { mparticle: { iosApiKey: "k" } },
    };
    const copy = frozen(structuredClone(args));
    await registrationOf(new Project("frozen", copy));
    expect(copy).to.deep.equal(args);
  });

  const outputs = [...Object.keys(definition.fields.properties), ...Object.keys(definition.computed({}, ""))];
  const made: [title: string, project: () => Project][] = [
    ["it declares", () => new Project("declared")],
    ["it looks up", () => Project.get("seeded", "11111111-1111-4111-8111-111111111111")],
  ];
  for (const [title, project] of made) {
    it(`has every output of a project that ${title}`, () => {
      const instance = project();
      expect(outputs.filter((key) => !pulumi.Output.isInstance(Reflect.get(instance, key)))).to.deep.equal(
        [],
      );
    });
  }

  it("has its id as projectId", async () => {
    expect(await valueOf(new Project("identified").projectId)).to.equal("identified-id");
  });

  it("looks up by id, with nothing but its handler", async () => {
    const registration = await registrationOf(Project.get("theirs", Promise.resolve("some-id")));
    expect(registration).to.deep.equal({
      type: "pulumi-nodejs:dynamic/bluedot:Project",
      name: "theirs",
      id: "some-id",
      inputs: { __provider: handler },
    });
  });
});
