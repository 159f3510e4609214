/** Every kind of fault at every request of every resource: it passes or is told in a sentence, and nothing is lost. */
import { expect } from "chai";
import type { Fault } from "pulumi-bluedot/emulator";

import {
  beginningOf,
  doing,
  operations,
  harnessOfSuite,
  titleOf,
  type Case,
  type Operation,
} from "./fault-harness";
import { arm, faultsThatPass, meets } from "./fault-table";
import { cut, endingOf, unchanging } from "./faults";
import { subjects, type Subject } from "./subjects";

describe("a fault of the API, in the dynamic-provider process,", function () {
  this.timeout(60_000);
  const harness = harnessOfSuite();

  const sizeOf = ({ collection }: Subject) => harness().recorder[collection].size();

  describe("if it may pass,", () => {
    faultsThatPass("one kind");
  });

  const outcomeOf = ({ says }: { readonly says?: string }) =>
    says === undefined ? "does not stop" : "is told by";

  for (const { title, fault, ending } of unchanging) {
    describe(`such as ${title}`, () => {
      for (const operation of Object.values(operations)) {
        it(`${outcomeOf(ending)} ${operation.title}, whatever the resource`, async () => {
          // The session learns that a token is forbidden something. The next test must not know it.
          await harness().renew();
          for (const subject of doing(operation, subjects))
            await meets(harness(), fault, ending, subject, operation);
        });
      }
    });
  }

  /** The expected error of each operation if the API, in its own words, does not have the object. */
  const missing: [operation: Operation, says: ((subject: Subject, one: Case) => string) | undefined][] = [
    [
      operations.create,
      (subject, one) =>
        `${beginningOf(subject, operations.create, one)} was refused (404 NotFoundError: Not found).`,
    ],
    [operations.refresh, undefined],
    [
      operations.get,
      ({ noun }, { id }) =>
        `${noun} ${id} does not exist in this account and region; correct the id given to ${noun}.get.`,
    ],
    ...[operations.look, operations.write].map((operation): (typeof missing)[number] => [
      operation,
      (subject, one) =>
        `${subject.noun} "${titleOf(subject, one)}" (${one.id}) no longer exists; run \`pulumi up --refresh\` to make it again.`,
    ]),
    [operations.delete, undefined],
  ];
  for (const [operation, says] of missing) {
    it(`such as a 404 in the API's words is an answer to ${operation.title}`, async () => {
      for (const subject of doing(operation, subjects)) {
        const one = await harness().caseFor(subject, operation);
        const met = arm(harness(), { kind: "status", status: 404 }, subject, operation, one);
        const failure = await harness().failureOf(operation.run(harness().provider, one));
        expect(failure?.message).to.equal(says?.(subject, one));
        expect(harness().recorder.count(met)).to.equal(1);
      }
    });
  }

  it("such as a 404 in the API's words, and nothing else, empties the id on a refresh", async () => {
    for (const subject of subjects) {
      const one = await harness().caseFor(subject, operations.refresh);
      arm(harness(), { kind: "status", status: 404 }, subject, operations.refresh, one);
      expect((await harness().provider.read(one.id, one.properties)).id).to.equal("");
    }
  });

  const alone = {
    Destination: "its destinationId",
    Beacon: "its proximityUUID with major and minor, or its macAddress",
    User: "its email",
  };
  for (const operation of [operations.create, operations.write]) {
    it(`such as 409 is told by ${operation.title}, with what no two may share`, async () => {
      for (const subject of subjects) {
        const one = await harness().caseFor(subject, operation);
        const met = arm(harness(), { kind: "status", status: 409 }, subject, operation, one);
        const failure = await harness().failureOf(operation.run(harness().provider, one));
        const shared = Object.entries(alone).find(([noun]) => noun === subject.noun)?.[1];
        expect(failure?.message).to.equal(
          `${beginningOf(subject, operation, one)} conflicts with what exists (409 Status 409); change one of the two.` +
            (shared === undefined
              ? ""
              : ` No two may share ${shared}; to manage the existing one here, give this resource the option \`import\` with its id.`),
        );
        expect(harness().recorder.count(met)).to.equal(1);
      }
    });
  }

  it("such as a success that is cut is asked for again, and a create by the id that stands in it", async () => {
    for (const operation of Object.values(operations)) {
      for (const subject of doing(operation, subjects)) {
        const one = await harness().caseFor(subject, operation);
        const before = sizeOf(subject);
        const met = arm(harness(), cut.fault, subject, operation, one);
        expect(await harness().failureOf(operation.run(harness().provider, one)), subject.noun).to.equal(
          undefined,
        );
        const creates = operation === operations.create;
        expect(harness().recorder.count(met), operation.title).to.equal(creates ? 1 : 2);
        if (creates) expect(sizeOf(subject) - before).to.equal(1);
      }
    }
  });

  it("such as JSON that is always cut is told by all but a create, which is found by the id that stands in it", async () => {
    // A delete is left out. Its second attempt is answered that there is no such object; this answer is cut
    // as well, so the outcome stays unknown.
    const others = Object.values(operations).filter(({ method }) => method !== "DELETE");
    for (const operation of others) {
      await harness().renew();
      for (const subject of doing(operation, subjects)) {
        const { requests, says } = endingOf(cut, operation.method, "forever");
        const one = await harness().caseFor(subject, operation);
        const before = sizeOf(subject);
        const met = arm(harness(), { ...cut.fault, times: "forever" }, subject, operation, one);
        const failure = await harness().failureOf(operation.run(harness().provider, one));
        const sentence = says?.replace("{url}", harness().recorder.url);
        expect(failure?.message).to.equal(sentence && `${beginningOf(subject, operation, one)}${sentence}`);
        expect(harness().recorder.count(met)).to.equal(requests);
        if (operation === operations.create) expect(sizeOf(subject) - before).to.equal(1);
        harness().recorder.clearFaults();
      }
    }
  });

  it("such as a create answered without an id is sent again where nothing was made, up to three times", async () => {
    for (const times of [1, "forever"] as const) {
      for (const subject of subjects) {
        const one = await harness().caseFor(subject, operations.create);
        const before = sizeOf(subject);
        const met = arm(
          harness(),
          { kind: "status", status: 201, times, body: { json: { ok: true } } },
          subject,
          operations.create,
          one,
        );
        const failure = await harness().failureOf(operations.create.run(harness().provider, one));
        expect(harness().recorder.count(met)).to.equal(times === 1 ? 2 : 3);
        expect(sizeOf(subject) - before).to.equal(times === 1 ? 1 : 0);
        if (times === 1) expect(failure).to.equal(undefined);
        else {
          expect(failure?.message).to.match(
            /^\w+ ".+": the answer to POST \/\w+ \(status 201\) has no `\w+`\. It has probably been created all the same: it was looked for and is not there, so run again\.$/,
          );
        }
        harness().recorder.clearFaults();
      }
    }
  });

  type Body = Extract<Fault, { kind: "status" }>["body"];
  const echoes: [title: string, status: number, body: (said: string) => Body][] = [
    ...[400, 403, 409, 502].map((status): (typeof echoes)[number] => [
      `${status} in the API's words`,
      status,
      (said) => ({ json: { errorType: "PermissionError", errorMessages: { errorDescription: said, said } } }),
    ]),
    ["401 of the gateway", 401, (said) => ({ json: { message: said } })],
    ["404 of the gateway", 404, (said) => ({ json: { message: { said }, said: [said] } })],
    ["a success that is no object", 200, (said) => ({ json: said })],
  ];
  for (const [title, status, body] of echoes) {
    it(`such as ${title} that repeats all secrets repeats none of what the request carried`, async () => {
      for (const operation of [operations.create, operations.write]) {
        for (const subject of subjects) {
          const one = await harness().caseFor(subject, operation);
          const said = body(harness().sentBy(subject));
          arm(harness(), { kind: "status", status, times: "forever", body: said }, subject, operation, one);
          const { message = "", partialState } =
            (await harness().failureOf(operation.run(harness().provider, one))) ?? {};
          harness().recorder.clearFaults();
          const logged = `${message}${partialState?.reasons.join(" ") ?? ""}`;
          expect(harness().secretsIn(logged), logged).to.deep.equal([]);
        }
      }
    });
  }

  it("leaves no secret and no stack among what the process printed", () => {
    const printed = harness().provider.printed();
    expect(harness().secretsIn(printed)).to.deep.equal([]);
    expect(printed).not.to.match(/^\s+at /m);
  });
});
