/**
 * Records the state of a resource, declared and looked up, for `tests/fixtures/states/`:
 * `npx tsx tools/record-state.ts User name arguments.json` writes `name.json` and `name-got.json`. Needs a build.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulator } from "pulumi-bluedot/emulator";

import { handlerString, typeToken } from "../provider/dynamic/state-contract";
import { VERSION } from "../provider/version";
import { startProvider, type Properties } from "../tests/engine/provider-process";
import { configFor, control, json, projectsOf } from "../tests/engine/recorded";
import { definitions, resourceNames } from "../tests/resources";
import { reasonOf } from "./engine/reason";

const [wanted, file = "", path = ""] = process.argv.slice(2);
const targetOf = (name: string) => join(__dirname, "../tests/fixtures/states", `${name}.json`);

record().catch((error: unknown) => {
  console.error(reasonOf(error));
  process.exitCode = 1;
});

async function record(): Promise<void> {
  const noun = resourceNames.find((name) => name === wanted);
  if (noun === undefined) throw new Error(`Name a resource first: ${resourceNames.join(", ")}.`);
  // A state that is there is permanent.
  const there = [file, `${file}-got`].map(targetOf).filter((target) => existsSync(target));
  if (file === "" || there.length > 0)
    throw new Error(`Give a name that is not taken yet. ${there.join(" and ")}`.trimEnd());
  const { handler, collection } = definitions[noun];
  const declared = json.parse(JSON.parse(readFileSync(path, "utf8")));
  const __provider = handlerString(handler);
  const emulator = await startEmulator({ additions: [] });
  const provider = await startProvider(configFor(emulator));
  try {
    emulator.seed({ projects: projectsOf(declared).map((_id) => ({ _id, name: "coffee" })) });
    const { inputs, failures } = await provider.check({ ...declared, __provider });
    if (failures.length > 0) throw new Error(JSON.stringify(failures));
    const { id, properties } = await provider.create(inputs);
    const got = await provider.get(id, { __provider });
    const held = await control(emulator, "GET", `${collection.slice(1)}/${encodeURIComponent(id)}`);
    const write = (name: string, given: Properties, { __account, __created, ...outputs }: Properties) => {
      const state = { version: VERSION, type: typeToken(noun), id, inputs: given, outputs, held };
      writeFileSync(targetOf(name), `${JSON.stringify(state, undefined, 2)}\n`, { flag: "wx" });
    };
    write(file, inputs, properties);
    write(`${file}-got`, { __provider }, got.properties);
  } finally {
    await provider.stop();
    await emulator.close();
  }
}
