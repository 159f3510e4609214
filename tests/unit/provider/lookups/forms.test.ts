import * as pulumi from "@pulumi/pulumi";
import { getAllResources } from "@pulumi/pulumi/output";
import { expect } from "chai";

import type { RunningEmulator } from "../../../../emulator";
import { Project, Provider, type ZoneArgs } from "../../../../provider";
import type { FunctionOptions } from "../../../../provider/lookups/args";
import { beaconFrom, zoneFrom } from "../../../../provider/lookups/queries/entities";
import { getProject, getProjectOutput, getProjectsOutput } from "../../../../provider/lookups/project";
import type { GetBeaconResult, GetZoneResult } from "../../../../provider/lookups/results";
import { getZoneCountOutput, getZones, getZonesOutput } from "../../../../provider/lookups/zone";
import { beacon } from "../../../../provider/zone/beacon-geofeature";
import { valueOf } from "../mocks";
import { complaintOf, configure, startAccount, unknownOutput } from "./account";

const ofTheStack = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const ofTheOther = "11111111-05b3-4b3f-b9ac-3b9a169e395c";

/** The compiler's part: what was found may be declared again. */
function declaredAgain(
  found: GetZoneResult,
  counter: GetBeaconResult | pulumi.Output<GetBeaconResult>,
): ZoneArgs {
  const { projectId, minimumRetriggerTime, geofeatures, conditions, actions, tags, customData } = found;
  const parts = { geofeatures: [...geofeatures, beacon(counter)], conditions, actions, tags, customData };
  return { projectId, minimumRetriggerTime, ...parts };
}

describe("the two forms of a function", () => {
  let stack: RunningEmulator;
  let other: RunningEmulator;

  before(async () => {
    // Nothing is echoed: what is unknown has no place in the answer of a mock.
    await pulumi.runtime.setMocks({ call: () => ({}), newResource: ({ name }) => ({ id: name, state: {} }) });
    [stack, other] = await Promise.all([startAccount(), startAccount()]);
    configure(stack);
    stack.seed({ projects: [{ _id: ofTheStack, name: "coffee", nextRuleUpdateInterval: 600 }] });
    other.seed({ projects: [{ _id: ofTheOther, name: "coffee", nextRuleUpdateInterval: 600 }] });
  });
  after(() => Promise.all([stack.close(), other.close()]));

  // The tests do not use the variables of the person who runs them.
  const environment = { ...process.env };
  before(() => {
    for (const name of Object.keys(process.env))
      if (name.startsWith("BLUEDOT_")) Reflect.deleteProperty(process.env, name);
  });
  after(() => {
    Object.assign(process.env, environment);
  });

  beforeEach(() => {
    stack.requests.clear();
  });

  function providerOf({ url, email, password }: RunningEmulator, name: string): Provider {
    return new Provider(name, {
      endpoint: url,
      email: pulumi.output(email),
      password: pulumi.secret(password),
    });
  }

  it("find the same", async () => {
    const args = { name: "coffee" };
    expect(await valueOf(getProjectOutput(args))).to.deep.equal(await getProject(args));
  });

  const given: [title: string, name: pulumi.Input<string>][] = [
    ["a value", "coffee"],
    ["a Promise", Promise.resolve("coffee")],
    ["an Output", pulumi.output("coffee")],
    ["a secret", pulumi.secret("coffee")],
  ];
  for (const [title, name] of given) {
    it(`take ${title}`, async () => {
      expect((await getProject({ name })).id).to.equal(ofTheStack);
      expect(await valueOf(getProjectOutput({ name }).id)).to.equal(ofTheStack);
    });
  }

  it("give a secret for a secret argument, and for nothing else", async () => {
    const provider = providerOf(stack, "secret-settings");
    const ofOpen = getProjectOutput({ name: "coffee" }, { provider });
    expect(await pulumi.isSecret(ofOpen)).to.equal(false);
    expect(await pulumi.isSecret(getProjectOutput({ name: pulumi.secret("coffee") }))).to.equal(true);
  });

  it("give, as an Output, what is unknown where an argument is, and ask nothing", async () => {
    const projectId = unknownOutput();
    const found = [
      getProjectOutput({ id: projectId }),
      getZonesOutput({ projectId: ofTheStack, tags: ["a", projectId] }),
      getZoneCountOutput({ projectId: ofTheStack, northEast: "1, 1", southWest: later(projectId) }),
    ];
    for (const each of found) {
      const serialized: unknown = await pulumi.runtime.serializeProperty("", each);
      expect(serialized).to.equal(pulumi.runtime.unknownValue);
    }
    expect(stack.requests).to.have.length(0);
  });

  it("say, as a Promise, that an argument is not known yet", async () => {
    const { message } = await complaintOf(getZones({ projectId: unknownOutput() }));
    expect(message).to.equal(
      "getZones: its arguments are not known yet in this preview; use getZonesOutput.",
    );
    expect(stack.requests).to.have.length(0);
  });

  it("take the result of one for an argument of another", async () => {
    const count = getZoneCountOutput({ projectId: getProjectOutput({ name: "coffee" }).id });
    expect(await valueOf(count)).to.equal(0);
  });

  it("depend on what their arguments depend on", async () => {
    const project = new Project("of-the-program");
    const found = getProjectOutput({ name: project.name.apply(() => "coffee") });
    expect([...(await getAllResources(found))]).to.include(project);
  });

  it("fail alike", async () => {
    const failures: unknown[] = [];
    const failing = pulumi.recover(getProjectOutput({ id: "1" }).id, (error: unknown) => {
      failures.push(error);
      return "recovered";
    });
    expect(await valueOf(failing)).to.equal("recovered");
    expect(failures).to.deep.equal([await complaintOf(getProject({ id: "1" }))]);
  });

  const elsewhere: [title: string, options: (provider: Provider) => FunctionOptions][] = [
    ["a provider", (provider) => ({ provider })],
    ["a parent that has a provider", (provider) => ({ parent: new Project("parent", {}, { provider }) })],
    [
      "a component that has a provider",
      (provider) => ({
        parent: new pulumi.ComponentResource("a:b:C", "component", {}, { providers: [provider] }),
      }),
    ],
  ];
  for (const [title, options] of elsewhere) {
    it(`ask the account of ${title}`, async () => {
      const opts = options(providerOf(other, title));
      expect((await getProject({ name: "coffee" }, opts)).id).to.equal(ofTheOther);
      expect(await valueOf(getProjectsOutput({}, opts).apply((found) => found[0]?.id))).to.equal(ofTheOther);
      expect(stack.requests).to.have.length(0);
    });
  }

  it("ask the stack's account for a parent without a provider", async () => {
    const parent = new Project("plain-parent");
    expect((await getProject({ name: "coffee" }, { parent })).id).to.equal(ofTheStack);
  });

  it("take nothing from the stack's configuration where a provider is given", async () => {
    const provider = new Provider("no-password", { endpoint: other.url, email: "e" });
    const { kind, message } = await complaintOf(getProject({ name: "coffee" }, { provider }));
    expect(kind).to.equal("configuration");
    expect(message).to.include("bluedot:password (or BLUEDOT_PASSWORD) is missing");
  });

  it("are unknown where a setting of the provider is", async () => {
    const provider = new Provider("unknown", { endpoint: other.url, email: "e", password: unknownOutput() });
    const serialized: unknown = await pulumi.runtime.serializeProperty(
      "",
      getProjectsOutput({}, { provider }),
    );
    expect(serialized).to.equal(pulumi.runtime.unknownValue);
    const { message } = await complaintOf(getProject({ name: "coffee" }, { provider }));
    expect(message).to.equal(
      "getProject: its provider's settings are not known yet in this preview; use getProjectOutput.",
    );
  });

  it("refuse a provider that is none of this package", async () => {
    class Foreign extends pulumi.ProviderResource {
      constructor() {
        super("pulumi-nodejs", "foreign", {});
      }
    }
    const { message } = await complaintOf(getProject({ name: "coffee" }, { provider: new Foreign() }));
    expect(message).to.equal(
      "getProject: its provider was not made by `new bluedot.Provider` of this package, so its account is not known here; give one that was.",
    );
  });

  it("name what is missing in the stack's configuration", async () => {
    pulumi.runtime.setAllConfig({});
    const { kind, message } = await complaintOf(getProject({ name: "coffee" })).finally(() => {
      configure(stack);
    });
    expect(kind).to.equal("configuration");
    expect(message).to.include("bluedot:email (or BLUEDOT_EMAIL) is missing");
  });

  it("find what may be declared again", async () => {
    const geofeatures = [
      { type: "beacon", name: "till", beaconType: "IOS", location: { latitude: 1, longitude: 2 } },
    ];
    const zone = zoneFrom("getZone", {
      _id: "z",
      name: "cafe",
      projectId: "p",
      minimumRetriggerTime: 60,
      geofeatures,
    });
    const counter = beaconFrom("getBeacon", {
      _id: "b",
      ...geofeatures[0],
      name: "counter",
    });
    const names = await valueOf(
      pulumi.output(declaredAgain(zone, counter).geofeatures).apply((all) => all.map(({ name }) => name)),
    );
    expect(names).to.deep.equal(["till", "counter"]);
  });
});

function later(value: pulumi.Output<string>): pulumi.Output<{ latitude: number; longitude: number }> {
  return value.apply(() => ({ latitude: 1, longitude: 2 }));
}
