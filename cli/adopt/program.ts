/** Generates the files of a Pulumi program from an account. */
import { beacon } from "../../provider/beacon/definition";
import { destination } from "../../provider/destination/definition";
import { isString, type JsonObject } from "../../provider/json";
import { nounOf, type Definition } from "../../provider/lifecycle/definition";
import { project } from "../../provider/project/definition";
import { user } from "../../provider/user/definition";
import { zone } from "../../provider/zone/definition";
import type { Account } from "./account";
import type { Entry } from "./codegen-call";
import { mostLiterals } from "./data";
import { declarationOf, titleOf, type Declaration, type Unsupported } from "./declaration";
import type { File } from "./folder";
import { importFile } from "./import-file";
import {
  cannotBeDeclared,
  zonesWithoutProject,
  zonesWithPlainDestination,
  unknownFields,
  withoutDuplicates,
} from "./unsupported";
import { beaconsFile, destinationsFile, usersFile } from "./list-files";
import { compare, namesFor } from "./names";
import { projectFiles, type Home } from "./project-file";
import { scaffold } from "./scaffold";
import { Secrets } from "./secrets";

export interface Program {
  readonly files: readonly File[];
  /** The number of resources of each kind. */
  readonly counts: readonly (readonly [noun: string, count: number])[];
  /** A sentence for each object that is missing in the program, or incomplete. */
  readonly leftOut: readonly string[];
}

export interface Form {
  /** The version of this package, on which the program will depend. */
  readonly version: string;
  /** The most resources of a kind in a file before they are data. Default: 200. */
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
  const zones = withoutDuplicates(entriesOf(zone, account.zones, leftOut, nameOf), leftOut);
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
  leftOut.push(
    ...zonesWithoutProject(zonesOf.get(undefined) ?? []),
    ...zonesWithPlainDestination(homes, sharedIds),
  );
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

/** A project keeps its zones together also if it cannot be declared itself. */
function placeOf(found: JsonObject) {
  const { _id: id } = found;
  return { name: titleOf(project, found), id: isString(id) ? id : "", found };
}

/** @param of the prefix of a name that is not unique */
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
  return namesFor(things, nounOf(definition).replaceAll(" ", "-")).map(([name, { declaration }]) => ({
    ...declaration,
    name,
    definition,
  }));
}

/** The declarations of all objects, each once, also if the API lists one twice; others are reported in order of names. */
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

function byName(a: Declaration | Unsupported, b: Declaration | Unsupported): number {
  return compare(a.title, b.title) || compare(a.id, b.id);
}
