/** Every kind of fault at the requests of every function: it passes or is told in a sentence, without a secret. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { Fault } from "pulumi-bluedot/emulator";

import { BluedotError } from "../../provider/errors";
import { getBeacon } from "../../provider/lookups/beacon";
import { getDestination } from "../../provider/lookups/destination";
import { getProject, getProjects } from "../../provider/lookups/project";
import { getTags, getZone, getZoneCount, getZones } from "../../provider/lookups/zone";
import { canary, searchFor } from "../acceptance/canaries";
import { startRecorder, type Recorder } from "../acceptance/recorder";
import { cut, durations, endingOf, passing, unchanging, type Ending } from "./faults";
import { projectId, secrets } from "./subjects";

const zoneId = "0b0c8f6e-2c3c-4f1e-9d53-0e0f4f3c0a01";
const beaconId = "ec09f506-44c8-482d-92d0-4ee57d5c42b4";
const password = canary("password");

interface Asked {
  readonly title: string;
  /** The beginning of the messages. */
  readonly name: string;
  readonly path: string;
  readonly ask: () => Promise<unknown>;
}

const asked: readonly Asked[] = [
  {
    title: "getProject by its id",
    name: "getProject",
    path: `/projects/${projectId}`,
    ask: () => getProject({ id: projectId }),
  },
  {
    title: "getProject by its name",
    name: "getProject",
    path: "/projects",
    ask: () => getProject({ name: "coffee" }),
  },
  { title: "getProjects", name: "getProjects", path: "/projects", ask: () => getProjects() },
  {
    title: "getZone by its id",
    name: "getZone",
    path: `/zones/${zoneId}`,
    ask: () => getZone({ id: zoneId }),
  },
  { title: "getZones", name: "getZones", path: "/zones", ask: () => getZones({ projectId }) },
  {
    title: "getZoneCount",
    name: "getZoneCount",
    path: "/zones/count",
    ask: () => getZoneCount({ projectId }),
  },
  {
    title: "getDestination by its id",
    name: "getDestination",
    path: "/destinations/store%2F42",
    ask: () => getDestination({ destinationId: "store/42" }),
  },
  {
    title: "getDestination by its name",
    name: "getDestination",
    path: "/destinations",
    ask: () => getDestination({ name: "Collins Street" }),
  },
  {
    title: "getBeacon by its id",
    name: "getBeacon",
    path: `/beacons/${beaconId}`,
    ask: () => getBeacon({ id: beaconId }),
  },
  {
    title: "getBeacon by its name",
    name: "getBeacon",
    path: "/beacons",
    ask: () => getBeacon({ name: "till" }),
  },
  { title: "getTags", name: "getTags", path: "/tags", ask: () => getTags({ projectId }) },
];

/** Slow faults are tested in a process in which no time passes. */
const isSlow = (fault: Fault) =>
  fault.kind === "silence" || (fault.kind === "status" && Number(fault.retryAfter) > 0);
const heard = [...passing, cut].filter(({ fault }) => !isSlow(fault));
const rows: { readonly title: string; readonly fault: Fault; readonly ending: Ending }[] = [
  ...heard.flatMap((row) =>
    durations
      .filter(({ times }) => times === 1 || times === "forever")
      .map(({ title, times }) => ({
        title: `${row.title} that comes ${title}`,
        fault: { ...row.fault, times },
        ending: endingOf(row, "GET", times),
      })),
  ),
  ...unchanging,
];

describe("a fault of the API that a function meets", function () {
  this.timeout(60_000);
  const random = Math.random;
  let recorder: Recorder;

  before(async () => {
    // The waits before a request is made again are a random part of some seconds: of nothing, here.
    Math.random = () => 0;
    recorder = await startRecorder("program@example.com", password);
    renew();
    const place = { latitude: -37.5, longitude: 144.5 };
    recorder.seed({
      projects: [
        {
          _id: projectId,
          name: "coffee",
          nextRuleUpdateInterval: 300,
          webhooks: [
            { type: "wave", url: "https://hooks.example.com", headers: { "x-api-key": secrets.header } },
          ],
          firebaseApiKey: secrets.firebaseApiKey,
          integrations: { mparticle: { iosApiKey: secrets.iosApiKey } },
        },
      ],
      zones: [
        {
          _id: zoneId,
          name: "cafe",
          projectId,
          minimumRetriggerTime: 60,
          geofeatures: [{ type: "circle", name: "door", center: place, radius: 40 }],
        },
      ],
      destinations: [{ destinationId: "store/42", name: "Collins Street" }],
      beacons: [{ _id: beaconId, name: "till", beaconType: "IOS", location: place }],
    });
  });
  after(async () => {
    Math.random = random;
    await recorder.close();
  });
  afterEach(() => {
    recorder.clearFaults();
  });

  let sessions = 0;
  /** A session of its own for what follows, with all its retries: it is one for each pace. */
  function renew(): void {
    sessions += 1;
    pulumi.runtime.setAllConfig({
      "bluedot:endpoint": recorder.url,
      "bluedot:email": "program@example.com",
      "bluedot:password": password,
      "bluedot:maxConcurrency": String(1 + (sessions % 100)),
    });
  }

  async function complaintOf(ask: Asked["ask"]): Promise<BluedotError | undefined> {
    try {
      await ask();
      return undefined;
    } catch (error) {
      if (error instanceof BluedotError) return error;
      throw error;
    }
  }

  async function meets({ fault, ending }: (typeof rows)[number], { name, path, ask }: Asked): Promise<void> {
    const { says, requests } = ending;
    recorder.requests.clear();
    recorder.fault({ ...fault, method: "GET", path: new RegExp(`^${path}$`) });
    const complaint = await complaintOf(ask);
    const sentence = says?.replace("{url}", recorder.url);
    expect(complaint?.message).to.equal(sentence && `${name}: GET ${path}${sentence}`);
    expect(recorder.count({ method: "GET", path })).to.equal(requests);
    expect(searchFor({ password, ...secrets, ...recorder.tokens })(complaint?.message ?? "")).to.deep.equal(
      [],
    );
    recorder.clearFaults();
    expect(await complaintOf(ask), "without the fault").to.equal(undefined);
  }

  for (const row of rows) {
    const verb = row.ending.says === undefined ? "does not stop" : "is told by";
    it(`such as ${row.title} ${verb} any of them`, async () => {
      // A session remembers what is forbidden with a fresh token as well.
      const most = row.fault.kind === "status" && row.fault.status === 403 ? 1 : 6;
      for (const [at, each] of asked.entries()) {
        if (at % most === 0) renew();
        await meets(row, each);
      }
    });
  }

  for (const each of asked) {
    it(`such as an answer of another shape is told by ${each.title}`, async () => {
      recorder.fault({
        kind: "status",
        status: 200,
        times: "forever",
        method: "GET",
        path: new RegExp(`^${each.path}$`),
        body: { json: "a word" },
      });
      const complaint = await complaintOf(each.ask);
      expect(complaint?.kind).to.equal("unreadable");
      expect(complaint?.message).to.match(new RegExp(`^${each.name}: .*GET ${each.path}.*\\.$`));
    });

    it(`such as a refusal that repeats the account's secrets is told by ${each.title} without them`, async () => {
      const said = Object.values({ password, ...recorder.tokens }).join(" and ");
      recorder.fault({
        kind: "status",
        status: 400,
        times: "forever",
        method: "GET",
        path: new RegExp(`^${each.path}$`),
        body: { json: { errorType: "ValidationError", errorMessages: { errorDescription: said, said } } },
      });
      const complaint = await complaintOf(each.ask);
      expect(complaint?.message).to.include("[redacted]");
      expect(searchFor({ password, ...recorder.tokens })(String(complaint))).to.deep.equal([]);
    });
  }
});
