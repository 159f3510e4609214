/** What was read, as the files of a Pulumi program. */
import { beacon } from "../../provider/beacon/definition";
import { destination } from "../../provider/destination/definition";
import { isString, type JsonObject } from "../../provider/json";
import type { Definition } from "../../provider/lifecycle/definition";
import { project } from "../../provider/project/definition";
import { user } from "../../provider/user/definition";
import { zone } from "../../provider/zone/definition";
import type { Account } from "./account";
import type { Entry } from "./construction";
import { mostLiterals } from "./data";
import { declarationOf, titleOf, type Declaration, type Inexpressible } from "./declaration";
import type { File } from "./folder";
import { importFile } from "./import-file";
import { cannotBeDeclared, homeless, namedById, unknownFields } from "./left-out";
import { beaconsFile, destinationsFile, usersFile } from "./list-files";
import { compare, namesFor } from "./names";
import { projectFiles, type Home } from "./project-file";
import { withoutRepeated } from "./repeated";
import { scaffold } from "./scaffold";
import { Secrets } from "./secrets";

export interface Program {
  readonly files: readonly File[];
  /** How many of what. */
  readonly counts: readonly (readonly [noun: string, count: number])[];
  /** What is not in the program, or not whole, a sentence each. */
  readonly leftOut: readonly string[];
}

export interface Form {
  /** Of this package, which the program will depend on. */
  readonly version: string;
  /** How many resources of a kind a file holds at the most before they are data. Default: 200. */
  readonly most?: number;
}

export function programOf(account: Account, { version, most = mostLiterals }: Form): Program {
  const leftOut = [...account.unread];
  const places = namesFor(account.projects.map(placeOf), "project");
  const projectNames = new Map(places.map(([name, { id }]) => [id, name]));
  const nameOf = ({ projectId }: JsonObject) =>
    isString(projectId) ? projectNames.get(projectId) : undefined;

  const projects = new Map(
    places.flatMap(([name, { id, found }]) =>
      declared(project, [found], leftOut).map((declaration): [string, Entry] => [
        id,
        { ...declaration, name, definition: project },
      ]),
    ),
  );
  const destinations = entriesOf(destination, account.destinations, leftOut);
  const zones = withoutRepeated(entriesOf(zone, account.zones, leftOut, nameOf), leftOut);
  const beacons = entriesOf(beacon, account.beacons, leftOut);
  const users = entriesOf(user, account.users, leftOut);

  const zonesOf = Map.groupBy(zones, ({ args }) => nameOf(args));
  const destinationsOf = Map.groupBy(destinations, ({ args }) => nameOf(args));
  const homes = places.map(([name, { id }]): Home => ({
    name,
    id,
    project: projects.get(id),
    zones: zonesOf.get(name) ?? [],
    destinations: destinationsOf.get(name) ?? [],
  }));
  const shared = destinationsOf.get(undefined) ?? [];
  const sharedIds = new Set(shared.map(({ id }) => id));

  const secrets = new Secrets();
  const sources = [
    ...homes.flatMap((home) => projectFiles(home, sharedIds, secrets, most)),
    ...destinationsFile(shared, most),
    ...beaconsFile(beacons, most),
    ...usersFile(users, new Map([...projects].map(([id, { name }]) => [id, name])), most),
  ];
  const kept = zones.filter(({ args }) => nameOf(args) !== undefined);
  const entries = [...projects.values(), ...destinations, ...kept, ...beacons, ...users];
  leftOut.push(...homeless(zonesOf.get(undefined) ?? []), ...namedById(homes, sharedIds));
  for (const definition of [project, destination, zone, beacon, user]) {
    leftOut.push(...unknownFields(definition, entries));
  }
  return {
    files: [...sources, ...scaffold(sources, secrets, { leftOut, version }), importFile(entries)],
    counts: [
      ["project", projects.size],
      ["zone", kept.length],
      ["destination", destinations.length],
      ["beacon", beacons.length],
      ["user", users.length],
    ],
    leftOut,
  };
}

/** A project is a place for its zones also where it cannot be declared itself. */
function placeOf(found: JsonObject) {
  const { _id: id } = found;
  return { name: titleOf(project, found), id: isString(id) ? id : "", found };
}

/** @param of what goes before a name where another one has the same */
function entriesOf(
  definition: Definition,
  found: readonly JsonObject[],
  leftOut: string[],
  of: (args: JsonObject) => string | undefined = () => undefined,
): Entry[] {
  const things = declared(definition, found, leftOut).map((declaration) => {
    const before = of(declaration.args);
    const { title: name, id } = declaration;
    return { name, id, ...(before !== undefined && { of: before }), declaration };
  });
  return namesFor(things, definition.noun.toLowerCase()).map(([name, { declaration }]) => ({
    ...declaration,
    name,
    definition,
  }));
}

/** What can be declared, each once, also where the API lists it twice; what is told of the rest is in order of names. */
function declared(definition: Definition, found: readonly JsonObject[], leftOut: string[]): Declaration[] {
  const ids = new Set<string>();
  const all = found.map((each) => declarationOf(definition, each));
  return all.sort(byName).flatMap((declaration) => {
    if (declaration.id !== "" && ids.has(declaration.id)) return [];
    ids.add(declaration.id);
    if (!("reasons" in declaration)) return [declaration];
    leftOut.push(cannotBeDeclared(definition, declaration));
    return [];
  });
}

function byName(a: Declaration | Inexpressible, b: Declaration | Inexpressible): number {
  return compare(a.title, b.title) || compare(a.id, b.id);
}
