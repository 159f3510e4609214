/** The program's files, one for each project and one for each kind of what belongs to no project. */
import { isString, type Json, type JsonObject } from "../../provider/json";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Declaration } from "./declaration";
import type { File } from "./folder";
import { identifierOf } from "./names";
import { mapSecrets, type Secrets } from "./secrets";
import { sourceOf } from "./source";
import { expression, type Value } from "./value";

/** A declaration with its name in the program. */
export interface Entry extends Declaration {
  readonly name: string;
  readonly definition: Definition;
}

/** A file with more resources of one kind than this holds them as data: as literals nobody would read them. */
export const mostLiterals = 200;

/** A project with its destinations and zones. */
export function projectFiles(
  project: Entry,
  zones: readonly Entry[],
  own: readonly Entry[],
  destinations: readonly Entry[],
  secrets: Secrets,
): File[] {
  const { name } = project;
  const ledTo = new Set(
    zones.flatMap(({ args }) => (isString(args["destinationId"]) ? [args["destinationId"]] : [])),
  );
  const shared = destinations.some(({ id, args }) => ledTo.has(id) && !isString(args["projectId"]));
  const ownIds = new Set(own.map(({ id }) => id));
  const sharedIds = new Set(
    destinations.filter(({ args }) => !isString(args["projectId"])).map(({ id }) => id),
  );
  const ofProject = { projectId: expression("project.id") };
  const refer = (args: JsonObject): { [key: string]: Value } => {
    const { destinationId } = args;
    if (!isString(destinationId)) return { ...args, ...ofProject };
    const map = ownIds.has(destinationId)
      ? "destinations"
      : sharedIds.has(destinationId)
        ? "shared"
        : undefined;
    const key = JSON.stringify(destinationId);
    return {
      ...args,
      ...ofProject,
      ...(map && { destinationId: expression(`${map}[${key}].destinationId`) }),
    };
  };
  const projectArgs = mapSecrets(project.definition.fields, project.args, (secret, steps) =>
    secrets.expressionFor(name, secret, steps),
  );
  const usesConfig = sourceOf(projectArgs).includes("config.requireSecret(");
  const asData = zones.length > mostLiterals;
  const storesAsData = own.length > mostLiterals;
  const blocks = [
    imports({ config: usesConfig, shared, data: asData || storesAsData }),
    ...(usesConfig ? ["const config = new pulumi.Config();"] : []),
    `export const project = ${construction(project, projectArgs)};`,
    ...(own.length === 0
      ? []
      : storesAsData
        ? [loadedDestinations(`${name}.destinations.json`, "projectId: project.id")]
        : [literalDestinations(own, (args) => ({ ...args, ...ofProject }))]),
    ...(asData
      ? [loadedZones(`${name}.zones.json`, own.length > 0, shared)]
      : zones.map((zone) => `${construction(zone, refer(zone.args))};`)),
  ];
  return [
    { path: `projects/${name}.ts`, text: `${blocks.join("\n\n")}\n` },
    ...(asData ? [dataFile(`projects/${name}.zones.json`, zones)] : []),
    ...(storesAsData ? [dataFile(`projects/${name}.destinations.json`, own)] : []),
  ];
}

export function destinationsFile(destinations: readonly Entry[]): File[] {
  if (destinations.length === 0) return [];
  const asData = destinations.length > mostLiterals;
  const body = asData
    ? loadedDestinations("destinations.json")
    : literalDestinations(destinations, (args) => args);
  return [
    { path: "destinations.ts", text: `${imports({ data: asData })}\n\n${body}\n` },
    ...(asData ? [dataFile("destinations.json", destinations, [])] : []),
  ];
}

export function beaconsFile(beacons: readonly Entry[]): File[] {
  return listFile("beacons.ts", beacons, (args) => args, []);
}

/** Users, whose permissions name the projects of the program. */
export function usersFile(users: readonly Entry[], projectNames: ReadonlyMap<string, string>): File[] {
  const used = new Set<string>();
  const refer = (args: JsonObject): { [key: string]: Value } => {
    const { username, ...rest } = args;
    const permissions = rest["projectPermissions"];
    const said: { [key: string]: Value } =
      username === undefined || username === rest["email"] ? rest : { ...rest, username };
    if (!Array.isArray(permissions)) return said;
    return {
      ...said,
      projectPermissions: permissions.map((each) => permission(each, projectNames, used)),
    };
  };
  const texts = users.map((user) => `${construction(user, refer(user.args))};`);
  if (texts.length === 0) return [];
  const names = [...used].sort();
  const importLines = names.map(
    (name) => `import { project as ${identifierOf(name)} } from "./projects/${name}";`,
  );
  return [
    { path: "users.ts", text: `${[imports({}), ...importLines].join("\n")}\n\n${texts.join("\n\n")}\n` },
  ];
}

function permission(each: Json, projectNames: ReadonlyMap<string, string>, used: Set<string>): Value {
  if (typeof each !== "object" || each === null || Array.isArray(each)) return each;
  const { projectId } = each;
  const name = isString(projectId) ? projectNames.get(projectId) : undefined;
  if (name === undefined) return each;
  used.add(name);
  return { ...each, projectId: expression(`${identifierOf(name)}.id`) };
}

function listFile(
  path: string,
  entries: readonly Entry[],
  refer: (args: JsonObject) => { [key: string]: Value },
  importLines: readonly string[],
): File[] {
  if (entries.length === 0) return [];
  const texts = entries.map((entry) => `${construction(entry, refer(entry.args))};`);
  return [{ path, text: `${[imports({}), ...importLines].join("\n")}\n\n${texts.join("\n\n")}\n` }];
}

/** `new bluedot.Zone("cafe", { … })` */
function construction(
  { definition, name }: Entry,
  args: { [key: string]: Value },
  indent = "",
  lead = 0,
): string {
  const { name: called, ...rest } = args;
  const said = called === undefined || called === name ? rest : { name: called, ...rest };
  const start = `new bluedot.${definition.noun}(${JSON.stringify(name)}`;
  return Object.keys(said).length === 0
    ? `${start})`
    : `${start}, ${sourceOf(said, indent, start.length + lead + 4)})`;
}

function imports({ config, shared, data }: { config?: boolean; shared?: boolean; data?: boolean }): string {
  return [
    ...(data === true
      ? ['import { readFileSync } from "node:fs";', 'import { join } from "node:path";']
      : []),
    ...(config === true ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
    'import * as bluedot from "pulumi-bluedot";',
    ...(shared === true ? ["", 'import { destinations as shared } from "../destinations";'] : []),
  ].join("\n");
}

function literalDestinations(
  entries: readonly Entry[],
  refer: (args: JsonObject) => { [key: string]: Value },
): string {
  const rows = entries.map((entry) => {
    const key = `${JSON.stringify(entry.id)}: `;
    return `  ${key}${construction(entry, refer(entry.args), "  ", key.length)},`;
  });
  return ["export const destinations = {", ...rows, "};"].join("\n");
}

function loadedDestinations(file: string, more = ""): string {
  return [
    `const destinationData: Record<string, bluedot.DestinationArgs & { destinationId: string }> = JSON.parse(`,
    `  readFileSync(join(__dirname, ${JSON.stringify(file)}), "utf8"),`,
    ");",
    "",
    "export const destinations: Record<string, bluedot.Destination> = {};",
    "for (const [name, destination] of Object.entries(destinationData)) {",
    `  destinations[destination.destinationId] = new bluedot.Destination(name, ${more === "" ? "destination" : `{ ...destination, ${more} }`});`,
    "}",
  ].join("\n");
}

/** Zones as data name their destination by its id; where it is one of the program's, they wait for it. */
function loadedZones(file: string, own: boolean, shared: boolean): string {
  const places = [...(own ? ["destinations"] : []), ...(shared ? ["shared"] : [])];
  const typed = `Omit<bluedot.ZoneArgs, "projectId" | "destinationId"> & { destinationId?: string }`;
  const load = [
    `type ZoneData = ${typed};`,
    `const zones: Record<string, ZoneData> = JSON.parse(`,
    `  readFileSync(join(__dirname, ${JSON.stringify(file)}), "utf8"),`,
    ");",
    "",
  ];
  if (places.length === 0) {
    return [
      ...load,
      "for (const [name, zone] of Object.entries(zones)) {",
      "  new bluedot.Zone(name, { ...zone, projectId: project.id });",
      "}",
    ].join("\n");
  }
  return [
    ...load,
    `const stores: Record<string, bluedot.Destination> = { ${places.map((place) => `...${place}`).join(", ")} };`,
    "",
    'for (const [name, { destinationId = "", ...zone }] of Object.entries(zones)) {',
    "  new bluedot.Zone(name, {",
    "    ...zone,",
    "    projectId: project.id,",
    "    destinationId: stores[destinationId]?.destinationId ?? (destinationId || undefined),",
    "  });",
    "}",
  ].join("\n");
}

function dataFile(path: string, entries: readonly Entry[], without: readonly string[] = ["projectId"]): File {
  const rows = entries.map(({ name, args }) => {
    const said = Object.entries(args).filter(
      ([key, value]) => !without.includes(key) && (key !== "name" || value !== name),
    );
    return `  ${JSON.stringify(name)}: ${JSON.stringify(Object.fromEntries(said))}`;
  });
  return { path, text: `{\n${rows.join(",\n")}\n}\n` };
}
