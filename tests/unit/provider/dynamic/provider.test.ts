import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { Provider, type ProviderArgs } from "../../../../provider";
import { frozen, registrationOf, secretMark, startMocks } from "../mocks";

const { output, secret } = pulumi;
const password = { ...secretMark, value: "p" };

type Accepts<Args, Given> = Given extends Args ? true : false;

/** The compiler's part: a region is one of three words. */
const compiled: [
  anyText: Accepts<ProviderArgs, { region: string }>,
  apac: Accepts<ProviderArgs, { region: "apac" }>,
] = [false, true];

describe("the class Provider", () => {
  before(startMocks);

  const cases: [title: string, args: ProviderArgs, inputs: Record<string, unknown>][] = [
    ["nothing", {}, {}],
    [
      "everything",
      {
        email: "e",
        password: "p",
        region: "eu",
        endpoint: "https://proxy.example.com",
        maxConcurrency: 5,
        requestsPerSecond: 2.5,
        shouldSync: true,
        onExisting: "adopt",
        trace: "requests.jsonl",
      },
      {
        "bluedot:email": "e",
        "bluedot:password": password,
        "bluedot:region": "eu",
        "bluedot:endpoint": "https://proxy.example.com",
        "bluedot:maxConcurrency": "5",
        "bluedot:requestsPerSecond": "2.5",
        "bluedot:shouldSync": "true",
        "bluedot:onExisting": "adopt",
        "bluedot:trace": "requests.jsonl",
      },
    ],
    [
      "what comes later",
      {
        email: output("e"),
        password: Promise.resolve("p"),
        region: output("us" as const),
        maxConcurrency: output(7),
        shouldSync: Promise.resolve(false),
      },
      {
        "bluedot:email": "e",
        "bluedot:password": password,
        "bluedot:region": "us",
        "bluedot:maxConcurrency": "7",
        "bluedot:shouldSync": "false",
      },
    ],
    ["a password that is a secret already", { password: secret("p") }, { "bluedot:password": password }],
  ];
  for (const [title, args, inputs] of cases) {
    it(`passes on ${title}, by the keys of the configuration and as text`, async () => {
      const registration = await registrationOf(new Provider(title, frozen({ ...args })));
      expect(registration.type).to.equal("pulumi:providers:pulumi-nodejs");
      expect(registration.inputs).to.deep.equal(inputs);
    });
  }

  it("takes no region but the three", () => {
    expect(compiled).to.deep.equal([false, true]);
  });
});
