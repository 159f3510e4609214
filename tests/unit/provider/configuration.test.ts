import { assert } from "chai";

import { readConfiguration } from "../../../provider/configuration";
import { BluedotError } from "../../../provider/errors";

type Values = Record<string, string>;
const complete: Values = { email: "a@b.example", password: "pass", region: "eu" };

function read(values: Values, environment: Values = {}) {
  return readConfiguration((key) => values[key.replace(/^bluedot:/, "")], environment);
}

function complaint(values: Values, environment: Values = {}): string {
  try {
    read(values, environment);
  } catch (error) {
    if (error instanceof BluedotError && error.kind === "configuration") return error.message;
    throw error;
  }
  throw new Error("This configuration should have been refused.");
}

describe("the configuration", () => {
  it("is read from the stack", () => {
    const configuration = read({ ...complete, maxConcurrency: "3", shouldSync: "true", onExisting: "adopt" });
    assert.equal(configuration.password, "pass");
    assert.deepEqual(Object.fromEntries(Object.entries(configuration)), {
      email: "a@b.example",
      baseUrl: "https://eu1-config.bluedot.io/prod1",
      region: "eu",
      maxConcurrency: 3,
      shouldSync: true,
      onExisting: "adopt",
    });
  });

  it("has a ceiling of requests and a trace where they are asked for", () => {
    const { requestsPerSecond, trace } = read({ ...complete, requestsPerSecond: " 2.5", trace: "a b.jsonl" });
    assert.deepEqual([requestsPerSecond, trace], [2.5, "a b.jsonl"]);
  });

  it("is read from the environment where the stack is silent", () => {
    const { email, password, region } = read(
      { email: "" },
      { BLUEDOT_EMAIL: "e@f.example", BLUEDOT_PASSWORD: "other", BLUEDOT_REGION: "us", BLUEDOT_ENDPOINT: "" },
    );
    assert.deepEqual([email, password, region], ["e@f.example", "other", "us"]);
  });

  it("is that of the stack where both speak", () => {
    const environment = { BLUEDOT_EMAIL: "e@f.example", BLUEDOT_PASSWORD: "other", BLUEDOT_REGION: "us" };
    const { email, password, region } = read(complete, environment);
    assert.deepEqual([email, password, region], ["a@b.example", "pass", "eu"]);
  });

  it("goes where the stack's region leads, though the environment names an endpoint", () => {
    const { baseUrl } = read(complete, { BLUEDOT_ENDPOINT: "https://elsewhere.example.com" });
    assert.equal(baseUrl, "https://eu1-config.bluedot.io/prod1");
  });

  it("goes to the stack's endpoint, whatever region is named", () => {
    const endpoint = "https://proxy.example.com/prod1";
    assert.equal(read({ ...complete, endpoint }, { BLUEDOT_REGION: "us" }).baseUrl, endpoint);
  });

  it("goes to the environment's endpoint where the stack names no address", () => {
    const BLUEDOT_ENDPOINT = "https://proxy.example.com/prod1";
    assert.equal(
      read({ email: "a", password: "b" }, { BLUEDOT_ENDPOINT, BLUEDOT_REGION: "us" }).baseUrl,
      BLUEDOT_ENDPOINT,
    );
  });

  it("has its defaults", () => {
    assert.deepInclude(read(complete), { maxConcurrency: 10, shouldSync: false, onExisting: "fail" });
  });

  it("keeps the password as it is typed", () => {
    assert.equal(read({ ...complete, password: " p " }).password, " p ");
  });

  it("does not show the password", () => {
    assert.notProperty({ ...read(complete) }, "password");
    assert.notInclude(JSON.stringify(read(complete)), "pass");
  });

  const regions = {
    apac: "https://config.bluedot.io/prod1",
    eu: "https://eu1-config.bluedot.io/prod1",
    us: "https://us1-config.bluedot.io/prod1",
  };
  for (const [region, baseUrl] of Object.entries(regions)) {
    it(`knows where ${region} is`, () => {
      assert.equal(read({ ...complete, region }).baseUrl, baseUrl);
    });
  }

  const endpoints: [given: string, baseUrl: string][] = [
    ["https://proxy.example/prod1/", "https://proxy.example/prod1"],
    ["https://proxy.example", "https://proxy.example"],
    ["https://PROXY.example:8443//", "https://proxy.example:8443"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["http://127.8.9.1:4010/prod1", "http://127.8.9.1:4010/prod1"],
    ["http://[::1]:4010/", "http://[::1]:4010"],
    ["http://localhost:4010", "http://localhost:4010"],
  ];
  for (const [endpoint, baseUrl] of endpoints) {
    it(`takes ${endpoint} before the region`, () => {
      assert.equal(read({ ...complete, endpoint }).baseUrl, baseUrl);
    });
    it(`takes ${endpoint} without a region`, () => {
      const { baseUrl: found, region } = read({ email: "a", password: "b" }, { BLUEDOT_ENDPOINT: endpoint });
      assert.deepEqual([found, region], [baseUrl, undefined]);
    });
  }
});

describe("a complaint about the configuration", () => {
  it("names everything that is missing at once, with its key and its variable", () => {
    const message = complaint({});
    for (const name of ["email", "password", "region"]) {
      assert.include(message, `bluedot:${name}`);
      assert.include(message, `BLUEDOT_${name.toUpperCase()}`);
    }
    assert.include(message, "apac, eu, us");
  });

  it("names everything that is wrong at once", () => {
    const message = complaint({
      region: "mars",
      endpoint: "http://x.example",
      maxConcurrency: "0",
      requestsPerSecond: "0",
      shouldSync: "yes",
      onExisting: "no",
    });
    for (const name of [
      "email",
      "password",
      "region",
      "endpoint",
      "maxConcurrency",
      "requestsPerSecond",
      "shouldSync",
      "onExisting",
    ]) {
      assert.include(message, `bluedot:${name}`);
    }
  });

  const wrong: [key: string, value: string, words: string][] = [
    ["region", "EU", '"EU"'],
    ["endpoint", "http://config.example.com", "https"],
    ["endpoint", "http://128.0.0.1", "https"],
    ["endpoint", "http://127.0.0.1.example.com", "https"],
    ["endpoint", "http://localhost.example.com", "https"],
    ["endpoint", "ftp://127.0.0.1", "https"],
    ["endpoint", "config.example.com", "not a URL"],
    ["endpoint", "https://config.example.com/?a=b", "?"],
    ["maxConcurrency", "101", "1 to 100"],
    ["maxConcurrency", "1.5", "1 to 100"],
    ["maxConcurrency", "ten", "1 to 100"],
    ["requestsPerSecond", "0.0", "above 0 and up to 1000"],
    ["requestsPerSecond", "1000.1", "above 0 and up to 1000"],
    ["requestsPerSecond", "-1", "above 0 and up to 1000"],
    ["requestsPerSecond", "1e2", "above 0 and up to 1000"],
    ["requestsPerSecond", "fast", "above 0 and up to 1000"],
    ["shouldSync", "True", "true nor false"],
    ["onExisting", "1", "not one of fail, adopt, create"],
  ];
  for (const [key, value, words] of wrong) {
    it(`is made about ${key} ${value}`, () => {
      const message = complaint({ ...complete, [key]: value });
      assert.include(message, `bluedot:${key}`);
      assert.include(message, words);
    });
  }

  for (const endpoint of [
    "https://user:canary@x.example",
    "http://:canary@x.example",
    "https//user:canary@x",
  ]) {
    it(`does not repeat what stands in ${endpoint.replace("canary", "…")}`, () => {
      assert.notInclude(complaint({ ...complete, endpoint }), "canary");
    });
  }
});
