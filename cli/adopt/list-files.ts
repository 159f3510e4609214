/** The files of objects without a project: shared destinations, beacons, users. */
import { isObject, isString, type Json } from "../../provider/json";
import { asItIs, constructorCall, destinationTable, imports, type Entry, type Refer } from "./codegen-call";
import { dataFile, importData, loadedDestinations, loop } from "./data";
import type { File } from "./folder";
import { identifiersFor } from "./names";
import { expression, type Value } from "./value";

export function destinationsFile(destinations: readonly Entry[], most: number): File[] {
  if (destinations.length === 0) return [];
  if (destinations.length <= most) {
    return [{ path: "destinations.ts", text: fileOf([imports([]), destinationTable(destinations, asItIs)]) }];
  }
  const path = dataPath("destinations");
  const blocks = [imports([], [importData("")]), loadedDestinations(path)];
  return [{ path: "destinations.ts", text: fileOf(blocks) }, dataFile(path, destinations)];
}

export function beaconsFile(beacons: readonly Entry[], most: number): File[] {
  return listFile("beacons", beacons, { most, refer: asItIs, importLines: [] });
}

/** Users, whose permissions name the projects of the program; `projects` gives the names of these by id. */
export function usersFile(
  users: readonly Entry[],
  projects: ReadonlyMap<string, string>,
  most: number,
): File[] {
  const permitted = new Set(users.flatMap(({ args }) => permissionsOf(args["projectPermissions"])));
  const names = [...projects].flatMap(([id, name]) => (permitted.has(id) ? [name] : []));
  const identifiers = identifiersFor(names.sort());
  const refer: Refer = ({ projectPermissions, ...rest }) => ({
    ...rest,
    ...(Array.isArray(projectPermissions) && {
      projectPermissions: projectPermissions.map((each) => permission(each, projects, identifiers)),
    }),
  });
  const importLines = [...identifiers].map(
    ([name, identifier]) => `import { project as ${identifier} } from "./projects/${name}";`,
  );
  return listFile("users", users.map(withoutUsername), { most, refer, importLines });
}

/** Leaves out a user name that equals the default, the email. */
function withoutUsername(user: Entry): Entry {
  const { username, ...args } = user.args;
  return username === args["email"] ? { ...user, args } : user;
}

/** The ids of the projects that permissions are for. */
function permissionsOf(permissions: Json | undefined): string[] {
  if (!Array.isArray(permissions)) return [];
  return permissions.flatMap((each) =>
    isObject(each) && isString(each["projectId"]) ? [each["projectId"]] : [],
  );
}

function permission(
  each: Json,
  projects: ReadonlyMap<string, string>,
  identifiers: ReadonlyMap<string, string>,
): Value {
  const id = isObject(each) && isString(each["projectId"]) ? each["projectId"] : "";
  const identifier = identifiers.get(projects.get(id) ?? "");
  return isObject(each) && identifier !== undefined
    ? { ...each, projectId: expression(`${identifier}.id`) }
    : each;
}

interface Literals {
  /** A file with more resources holds data. */
  readonly most: number;
  readonly refer: Refer;
  readonly importLines: readonly string[];
}

function listFile(name: string, entries: readonly Entry[], { most, refer, importLines }: Literals): File[] {
  const [first] = entries;
  if (first === undefined) return [];
  if (entries.length > most) {
    const path = dataPath(name);
    const blocks = [imports([], [importData("")]), loop(first.definition, path)];
    return [{ path: `${name}.ts`, text: fileOf(blocks) }, dataFile(path, entries)];
  }
  const texts = entries.map((entry) => `${constructorCall(entry, refer(entry.args))};`);
  return [{ path: `${name}.ts`, text: fileOf([imports([], importLines), ...texts]) }];
}

/** Node.js would load `users.json` in place of `users.ts`. */
function dataPath(name: string): string {
  return `${name}.data.json`;
}

function fileOf(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}
