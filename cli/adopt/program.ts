/** What was read, as the files of a Pulumi program. */
import { isString, type JsonObject } from "../../provider/json";
import { beacon } from "../../provider/beacon/lifecycle";
import { destination } from "../../provider/destination/lifecycle";
import type { Definition } from "../../provider/lifecycle/definition";
import { project } from "../../provider/project/lifecycle";
import { user } from "../../provider/user/lifecycle";
import { zone } from "../../provider/zone/lifecycle";
import type { Account } from "./account";
import { declarationOf, type Declaration } from "./declaration";
import type { File } from "./folder";
import { importEntry } from "./import-file";
import { namesFor } from "./names";
import { scaffold } from "./scaffold";
import { Secrets } from "./secrets";
import { beaconsFile, destinationsFile, projectFiles, usersFile, type Entry } from "./sources";

export interface Program {
  readonly files: readonly File[];
  /** How many of what. */
  readonly counts: readonly (readonly [noun: string, count: number])[];
  /** What is not in the program, or not whole, a sentence each. */
  readonly leftOut: readonly string[];
  /** Whether keys and passwords were found. */
  readonly hasSecrets: boolean;
}

export function programOf(account: Account): Program {
  const leftOut: string[] = [...account.unread];
  const secrets = new Secrets();
  const entriesOf = (
    definition: Definition,
    found: readonly JsonObject[],
    of?: (args: JsonObject) => string,
  ) => {
    const declarations = found.flatMap((each) => expressible(definition, each, leftOut));
    const things = declarations.map((declaration) => ({
      name: declaration.title,
      id: declaration.id,
      ...(of && { of: of(declaration.args) }),
      declaration,
    }));
    return namesFor(things, definition.noun.toLowerCase()).map(([name, { declaration }]): Entry => ({
      ...declaration,
      name,
      definition,
    }));
  };

  const projects = entriesOf(project, account.projects);
  const projectNames = new Map(projects.map(({ id, name }) => [id, name]));
  const ofProject = ({ projectId }: JsonObject) =>
    (isString(projectId) ? projectNames.get(projectId) : undefined) ?? "";
  const stores = entriesOf(destination, account.destinations);
  const all = entriesOf(zone, account.zones, ofProject);
  const [zones, homeless] = divided(all, ({ args }) => ofProject(args) !== "");
  for (const { title } of homeless) leftOut.push(`Zone "${title}": its project cannot be declared.`);
  const beacons = entriesOf(beacon, account.beacons);
  const users = entriesOf(user, account.users);

  const sources = [
    ...projects.flatMap((each) =>
      projectFiles(
        each,
        zones.filter(({ args }) => args["projectId"] === each.id),
        stores.filter(({ args }) => args["projectId"] === each.id),
        stores,
        secrets,
      ),
    ),
    ...destinationsFile(stores.filter(({ args }) => ofProject(args) === "")),
    ...beaconsFile(beacons),
    ...usersFile(users, projectNames),
  ];
  const entries = [...projects, ...stores, ...zones, ...beacons, ...users];
  for (const definition of [project, destination, zone, beacon, user]) {
    leftOut.push(...unknownFields(definition, entries));
  }
  return {
    files: [
      ...sources,
      ...scaffold(sources, secrets, leftOut),
      {
        path: "import.json",
        secret: true,
        text: `${JSON.stringify({ resources: entries.map((entry) => importEntry(entry.definition, entry.name, entry)) }, undefined, 1)}\n`,
      },
    ],
    counts: [
      ["project", projects.length],
      ["zone", zones.length],
      ["destination", stores.length],
      ["beacon", beacons.length],
      ["user", users.length],
    ],
    leftOut,
    hasSecrets: secrets.values.size > 0,
  };
}

function expressible(definition: Definition, found: JsonObject, leftOut: string[]): Declaration[] {
  const declaration = declarationOf(definition, found);
  if (!("reasons" in declaration)) return [declaration];
  const { title, id, reasons } = declaration;
  leftOut.push(`${definition.noun} "${title}" (${id}) cannot be declared: ${reasons.join("; ")}.`);
  return [];
}

/** Fields of the API that this version does not know stay as they are, also through updates. */
function unknownFields(definition: Definition, entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    if (entry.definition !== definition) continue;
    for (const path of entry.unknown) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const fields = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, count]) => `\`${path}\` (${count})`);
  return [
    `${definition.noun}s hold fields that this version does not know and that stay as they are: ${fields.join(", ")}.`,
  ];
}

function divided<T>(list: readonly T[], first: (element: T) => boolean): [T[], T[]] {
  return [list.filter(first), list.filter((element) => !first(element))];
}
