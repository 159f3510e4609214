/** Each fault that may pass, at every request of every operation, for every duration. */
import { expect } from "chai";
import type { Fault } from "pulumi-bluedot/emulator";

import {
  beginningOf,
  doing,
  operations,
  pathOf,
  harnessOfSuite,
  type Case,
  type Operation,
  type Harness,
} from "./fault-harness";
import { durations, endingOf, passing, type Ending } from "./faults";
import { subjects, type Subject } from "./subjects";

/** Arms a fault for the one request of an operation that is to meet it. */
export function arm({ recorder }: Harness, fault: Fault, subject: Subject, operation: Operation, one: Case) {
  const { method } = operation;
  const path = new RegExp(`^${pathOf(subject, operation, one)}$`);
  recorder.requests.clear();
  recorder.fault({ ...fault, method, path });
  return { method, path };
}

/** An operation meets a fault and comes to what is said; the next run does what is left to do. */
export async function meets(
  harness: Harness,
  fault: Fault,
  ending: Ending,
  subject: Subject,
  operation: Operation,
) {
  const { recorder, provider, caseFor, failureOf } = harness;
  const { says, requests, made } = ending;
  const sizeOf = () => recorder[subject.collection].size();
  const one = await caseFor(subject, operation);
  const before = sizeOf();
  const met = arm(harness, fault, subject, operation, one);
  const failure = await failureOf(operation.run(provider, one));

  const sentence = says?.replace("{url}", recorder.url);
  expect(failure?.message).to.equal(sentence && `${beginningOf(subject, operation, one)}${sentence}`);
  expect(recorder.count(met), "requests").to.equal(requests);
  const creates = operation === operations.create;
  if (creates) expect(sizeOf() - before, "how many were made").to.equal(made ? 1 : 0);

  recorder.clearFaults();
  if (failure !== undefined) await operation.run(provider, one);
  const held = recorder[subject.collection].get(one.id);
  if (creates) expect(sizeOf() - before, "how many there are").to.equal(1);
  else if (operation.title.startsWith("a delete")) expect(held).to.equal(undefined);
  else if (operation.title.startsWith("an update")) expect(held).to.deep.include(subject.change);
  else expect((await provider.read(one.id, one.properties)).properties).to.deep.equal(one.properties);
}

/** @param each how many kinds of resources meet each fault, in turns */
export function faultsThatPass(each: "every kind" | "one kind"): void {
  const harness = harnessOfSuite();

  let turn = 0;
  for (const row of passing) {
    for (const { title, times } of durations) {
      describe(`such as ${row.title} that comes ${title}`, () => {
        before(() => harness().renew());
        for (const operation of Object.values(operations)) {
          const ending = endingOf(row, operation.method, times);
          it(`${ending.says === undefined ? "does not stop" : "is told by"} ${operation.title}`, async () => {
            // A final failure uses up the retries of the process.
            if (ending.says !== undefined && each === "every kind") await harness().renew();
            const all = doing(operation, subjects);
            const some = each === "every kind" ? all : all.slice(turn % all.length).slice(0, 1);
            turn += 1;
            for (const subject of some)
              await meets(harness(), { ...row.fault, times }, ending, subject, operation);
          });
        }
      });
    }
  }
}
