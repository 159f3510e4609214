import { randomUUID } from "node:crypto";

import { expect } from "chai";

import { startEmulator, type RunningEmulator } from "../../emulator";
import type { ConfigurationSource } from "../../provider/configuration";
import { answer } from "../../provider/lookups/queries";
import type { JsonObject } from "../../provider/json";
import type { Handler } from "../../provider/dynamic/engine-handler";
import { handlerOf } from "../../provider/dynamic/handler";
import { openOwnership } from "../../provider/ownership/ownership";
import { setHandlerOf } from "../../provider/dynamic/set-handler";
import { definitions } from "../resources";
import { argumentsWith, expectedOf, inResource, placesOf, setDefinitions, subjectAt } from "./validate";
import { objects, places, type Place } from "./places";
import { propertiesAt } from "./properties";
import type { Row, Expected, Section } from "./row";
import { sections } from "./tables";
import { refusalOf, functionRows } from "./tables/functions";
import { warningsOf, programRows } from "./tables/program";

describe("the limits", () => {
  let emulator: RunningEmulator;
  let settings: ConfigurationSource;
  let handlers: Record<Place["resource"], Handler>;

  before(async () => {
    emulator = await startEmulator();
    const { url, email, password } = emulator;
    const account = { "bluedot:endpoint": url, "bluedot:email": email, "bluedot:password": password };
    settings = (key) => new Map(Object.entries(account)).get(key);
    handlers = {
      Project: handlerOf(definitions.Project),
      Zone: handlerOf(definitions.Zone),
      Destination: handlerOf(definitions.Destination),
      Beacon: handlerOf(definitions.Beacon),
      User: handlerOf(definitions.User),
      ZoneSet: setHandlerOf(setDefinitions.ZoneSet, openOwnership()),
      DestinationSet: setHandlerOf(setDefinitions.DestinationSet, openOwnership()),
    };
    for (const handler of Object.values(handlers))
      await handler.configure({ config: { get: settings, require: (key) => settings(key) ?? "" } });
  });
  after(() => emulator.close());

  /** All that a handler says of the arguments: as new ones, and as a change of what exists. */
  async function validated(place: Place, args: JsonObject) {
    const handler = handlers[place.resource];
    const { printed, result } = await whileListening(async () => {
      const checked = await handler.check({}, args);
      // Each is another resource, with an object of its own.
      await handler.diff(randomUUID(), place.whole(place.right), checked.inputs ?? args);
      return checked;
    });
    const { inputs = args, failures = [] } = result;
    const subject = `${subjectAt(place, inputs)}: `;
    return {
      faults: failures.map(({ reason }) => reason),
      warnings: printed.map((line) => line.slice(line.indexOf(subject) + subject.length)),
    };
  }

  for (const section of sections) {
    for (const row of section.rows) {
      it(`accept, also at the limit: ${titleOf(section, row)}`, async () => {
        for (const changes of row.accepted) {
          for (const place of placesOf(section, row, changes)) {
            const args = argumentsWith(place, changes);
            const nothing = { faults: [], warnings: [] };
            expect(await validated(place, args), JSON.stringify(args)).to.deep.equal(nothing);
          }
        }
      });

      it(`${row.severity === "warning" ? "warn of" : "reject"} what breaks: ${titleOf(section, row)}`, async () => {
        for (const rejected of row.rejected) {
          for (const place of placesOf(section, row, rejected[0])) {
            const args = argumentsWith(place, rejected[0]);
            const { faults, warnings } = await validated(place, args);
            const [shown, others] = row.severity === "warning" ? [warnings, faults] : [faults, warnings];
            expect(others, JSON.stringify(args)).to.deep.equal([]);
            expectAll(shown, expectedOf(row, place, rejected), args);
          }
        }
      });
    }
  }

  for (const place of places) {
    const required = propertiesAt(place).filter(
      ({ property }) => property.required && property.fallback === undefined,
    );
    for (const { name } of required) {
      it(`reject what is without ${place.resource} ${inResource(place, name)} (${place.path})`, async () => {
        const args = argumentsWith(place, { [name]: undefined });
        const { faults } = await validated(place, args);
        expectAll(faults, [[inResource(place, name), /^it is missing, and /]], args);
      });
    }
  }

  for (const row of functionRows) {
    it(`hold for what functions are asked with: ${row.names.join(", ")}: ${row.about.join(", ")}: ${row.rule}`, async () => {
      for (const name of row.names) {
        for (const given of row.accepted)
          expect(refusalOf(name, given), JSON.stringify(given)).to.equal(undefined);
        for (const [given, words = /./] of row.rejected) {
          const refusal = refusalOf(name, given);
          expect(refusal, JSON.stringify(given)).to.match(words);
          expect(await messageOf(answer(name, given, { get: settings, keys: [] }))).to.equal(refusal);
        }
      }
    });
  }

  for (const row of programRows) {
    it(`hold for a whole program: ${row.about} ${row.rule}`, () => {
      expect(row.accepted.flatMap(warningsOf)).to.deep.equal([]);
      for (const program of row.rejected) expect(warningsOf(program)).to.have.length(1);
    });
  }

  it("are validated without a request", async () => {
    expect(emulator.requests).to.have.length(0);
    // Whatever had been sent would have been counted.
    await handlers.Project.create(objects.project.right);
    expect(emulator.count({ method: "POST", path: "/projects" })).to.equal(1);
  });
});

function titleOf({ title }: Section, { property, rule }: Row): string {
  return `${title}: ${property === "" ? "" : `${property}: `}${rule}`;
}

/** Each sentence once, in any order, and no other. */
function expectAll(sentences: string[], expected: readonly Expected[], args: JsonObject): void {
  const matching = expected.map(([path, words]) =>
    sentences.filter((each) => each.startsWith(`${path}: `) && words.test(each.slice(path.length + 2))),
  );
  expect(
    sentences.filter((each) => !matching.flat().includes(each)),
    JSON.stringify(args),
  ).to.deep.equal([]);
  for (const found of matching) expect(found, JSON.stringify(args)).to.have.length(1);
  expect(sentences, JSON.stringify(args)).to.have.length(expected.length);
}

/** Runs the work. Returns its result and the diagnostics that the handler prints; what a set plans is not shown. */
async function whileListening<Result>(
  work: () => Promise<Result>,
): Promise<{ printed: string[]; result: Result }> {
  const printed: string[] = [];
  const { warn, log } = console;
  console.warn = (line: string) => printed.push(line);
  console.log = () => undefined;
  try {
    return { printed, result: await work() };
  } finally {
    Object.assign(console, { warn, log });
  }
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  const ending = await work.catch((error: unknown) => error);
  return ending instanceof Error ? ending.message : "It was answered.";
}
