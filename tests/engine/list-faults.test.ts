/** Every kind of fault at the lists that a create and a refresh read: it passes, is gone around, or is told once for all. */
import { expect } from "chai";
import type { Fault } from "pulumi-bluedot/emulator";

import { beginningOfList, operations, harnessOfSuite, type Case } from "./fault-harness";
import { cut, durations, endingOf, passing, unchanging, type Ending } from "./faults";
import { projectId, subjects, type Subject } from "./subjects";

interface Row {
  readonly title: string;
  readonly fault: Fault;
  readonly ending: Ending;
}

/** An account that may see objects and not their list does without. */
const isGoneAround = (fault: Fault) =>
  fault.kind === "status" && fault.status >= 400 && fault.status < 500 && fault.status !== 429;

const rows: readonly Row[] = [
  ...[...passing, cut].flatMap((row) =>
    durations.map(({ title, times }): Row => ({
      title: `${row.title} that comes ${title}`,
      fault: { ...row.fault, times },
      ending: endingOf(row, "GET", times),
    })),
  ),
  ...unchanging,
].map(({ title, fault, ending }) => {
  const { requests, made } = ending;
  return { title, fault, ending: isGoneAround(fault) ? { requests, made } : ending };
});

describe("a fault of a list, in the dynamic-provider process,", function () {
  this.timeout(60_000);
  const harness = harnessOfSuite();
  beforeEach(() => harness().renew());
  afterEach(() => {
    const { recorder } = harness();
    // A list stays one page long.
    for (const { _id } of recorder.projects.list()) if (_id !== projectId) recorder.projects.delete(_id);
    for (const { _id } of recorder.zones.list()) recorder.zones.delete(_id);
    for (const { destinationId } of recorder.destinations.list()) recorder.destinations.delete(destinationId);
    for (const { _id } of recorder.beacons.list()) recorder.beacons.delete(_id);
    for (const { _id } of recorder.users.list()) recorder.users.delete(_id);
  });

  const listOf = ({ collection }: Subject) => ({ method: "GET", path: new RegExp(`^/${collection}$`) });
  const arm = (fault: Fault, subject: Subject) => {
    harness().recorder.requests.clear();
    harness().recorder.fault({ ...fault, ...listOf(subject) });
  };
  const logged = ({ says }: Ending, subject: Subject) =>
    says && `${beginningOfList(subject)}${says.replace("{url}", harness().recorder.url)}`;

  let turn = 0;
  const next = (): Subject => {
    const subject = subjects[(turn += 1) % subjects.length];
    if (subject === undefined) throw new Error("There is no subject.");
    return subject;
  };

  for (const { title, fault, ending } of rows) {
    const verb = ending.says === undefined ? "does not stop" : "is told by";

    it(`such as ${title} ${verb} a create that reads it first, which is made once in the end`, async () => {
      const { recorder, provider, caseFor, failureOf } = harness();
      const subject = next();
      const one = await caseFor(subject, operations.create);
      const before = recorder[subject.collection].size();
      arm(fault, subject);
      const failure = await failureOf(provider.create(one.news));
      expect(failure?.message).to.equal(logged(ending, subject));
      expect(recorder.count(listOf(subject)), "requests").to.equal(ending.requests);
      const made = () => recorder[subject.collection].size() - before;
      expect(made()).to.equal(failure === undefined ? 1 : 0);

      recorder.clearFaults();
      if (failure !== undefined) {
        await harness().renew();
        await provider.create(harness().known(one).news);
      }
      expect(made()).to.equal(1);
    });

    it(`such as ${title} ${verb} a refresh of many, and none of them is taken for gone`, async () => {
      const { recorder, provider, caseFor, failureOf } = harness();
      const subject = next();
      const made: Case[] = [];
      for (let at = 0; at < 5; at++) made.push(await caseFor(subject, operations.refresh));
      await harness().renew();
      const all = made.map((each) => harness().known(each));
      arm(fault, subject);
      const seen = all.map((each) => ({ each, reading: provider.read(each.id, each.properties) }));
      for (const { each, reading } of seen) {
        expect((await failureOf(reading))?.message).to.equal(logged(ending, subject));
        if (ending.says === undefined) expect(await reading).to.deep.include(pick(each));
      }
      expect(recorder.count(listOf(subject)), "requests").to.equal(ending.requests);
    });
  }

  const pick = ({ id, properties }: Case) => ({ id, properties });

  const endless = passing.map((row) => ({ ...row, ending: endingOf(row, "GET", "forever") }));
  for (const { title, fault, ending } of endless) {
    it(`such as ${title} leaves it to the next run what became of a create whose answer was lost`, async () => {
      const { recorder, provider, caseFor, failureOf } = harness();
      const subject = next();
      const { news: other } = await caseFor(subject, operations.create);
      await provider.create(other);
      const one = await caseFor(subject, operations.create);
      const before = recorder[subject.collection].size();
      arm({ ...fault, times: "forever" }, subject);
      const lost = { method: "POST", path: listOf(subject).path };
      recorder.fault({ kind: "close", when: "after", ...lost });
      const failure = await failureOf(provider.create(one.news));
      expect(failure?.message).to.match(
        /it may have been created all the same: run again, which looks for it before anything is created\.$/,
      );
      expect(recorder.count(lost)).to.equal(1);
      // Not once alone: it is asked for as long as it could still tell.
      expect(recorder.count(listOf(subject))).to.be.greaterThan(ending.requests);

      recorder.clearFaults();
      await harness().renew();
      const again = await failureOf(provider.create(harness().known(one).news));
      expect(again?.message).to.contain(`since the account has a ${subject.noun} that is as declared: `);
      expect(recorder[subject.collection].size() - before).to.equal(1);
    });
  }
});
