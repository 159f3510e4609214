/** A project's file: the project with its destinations and zones. */
import { isString, type JsonObject } from "../../provider/json";
import { construction, destinationTable, imports, type Entry, type Refer } from "./construction";
import { dataFile, importData, loadedDestinations } from "./data";
import type { File } from "./folder";
import { mapSecrets, type Secrets } from "./secrets";
import { quoted } from "./source";
import { expression, type Parts } from "./value";

/** A project of the account, with its name in the program. */
export interface Home {
  readonly name: string;
  readonly id: string;
  /** Undefined where it cannot be declared; its zones name it by its id. */
  readonly project: Entry | undefined;
  readonly zones: readonly Entry[];
  readonly destinations: readonly Entry[];
}

/** The ids of destinations that belong to no project of the program: they have a file of their own. */
export type SharedIds = ReadonlySet<string>;

/** With more than `most` zones or destinations these are data. */
export function projectFiles(home: Home, sharedIds: SharedIds, secrets: Secrets, most: number): File[] {
  const { name, project, zones, destinations } = home;
  if (project === undefined && zones.length + destinations.length === 0) return [];
  const before = secrets.values.size;
  const args = project && argumentsOf(project, secrets);
  const config = secrets.values.size > before;
  const stores = storesOf(home, sharedIds);
  const [zonesFile, destinationsFile] = [`projects/${name}.zones.json`, `projects/${name}.destinations.json`];
  const [zonesAreData, destinationsAreData] = [zones.length > most, destinations.length > most];

  const refer = ofProjectAndStore(project, stores);
  const blocks = [
    imports(config ? ['import * as pulumi from "@pulumi/pulumi";'] : [], [
      ...(zonesAreData || destinationsAreData ? [importData(".")] : []),
      ...(stores.shared.size > 0 ? ['import { destinations as shared } from "../destinations";'] : []),
    ]),
    ...(config ? ["const config = new pulumi.Config();"] : []),
    project && args
      ? `export const project = ${construction(project, args, "", "export const project = ".length)};`
      : `const projectId = ${quoted(home.id)};`,
    ...(destinations.length === 0
      ? []
      : [
          destinationsAreData
            ? loadedDestinations(destinationsFile, projectIdIn(project))
            : destinationTable(destinations, ofProject(project)),
        ]),
    ...(zonesAreData
      ? [loadedZones(zonesFile, project, stores)]
      : zones.map((zone) => `${construction(zone, refer(zone.args))};`)),
  ];
  return [
    { path: `projects/${name}.ts`, text: `${blocks.join("\n\n")}\n` },
    ...(zonesAreData ? [dataFile(zonesFile, zones, ["projectId"])] : []),
    ...(destinationsAreData ? [dataFile(destinationsFile, destinations, ["projectId"])] : []),
  ];
}

function argumentsOf(project: Entry, secrets: Secrets): Parts {
  return mapSecrets(project.definition.fields, project.args, (secret, steps) =>
    secrets.expressionFor(project.name, secret, steps),
  );
}

/** The ids of the destinations that zones of a project lead to, by where they are declared. */
interface Stores {
  /** In the project's own file. */
  readonly own: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
}

function storesOf({ zones, destinations }: Home, sharedIds: SharedIds): Stores {
  const ledTo = new Set(zones.flatMap(({ args }) => destinationOf(args) ?? []));
  return {
    own: new Set(destinations.flatMap(({ id }) => (ledTo.has(id) ? [id] : []))),
    shared: new Set([...ledTo].filter((id) => sharedIds.has(id))),
  };
}

/** The destination that a zone leads to, by its id. */
export function destinationOf({ destinationId }: JsonObject): string | undefined {
  return isString(destinationId) ? destinationId : undefined;
}

/** The project in place of its id. */
function ofProject(project: Entry | undefined): Refer {
  return (args) => ({ ...args, projectId: expression(project ? "project.id" : "projectId") });
}

/** A zone's destination too, where the program declares it. */
function ofProjectAndStore(project: Entry | undefined, { own, shared }: Stores): Refer {
  return (args) => {
    const said = ofProject(project)(args);
    const id = destinationOf(args);
    if (id === undefined || !(own.has(id) || shared.has(id))) return said;
    const store = memberOf(own.has(id) ? "destinations" : "shared", id);
    return { ...said, destinationId: expression(`${store}.destinationId`) };
  };
}

function memberOf(table: string, id: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(id) ? `${table}.${id}` : `${table}[${quoted(id)}]`;
}

/** Zones as data name their destination by its id; where it is one of the program's, they wait for it. */
function loadedZones(file: string, project: Entry | undefined, { own, shared }: Stores): string {
  const tables = [...(shared.size > 0 ? ["...shared"] : []), ...(own.size > 0 ? ["...destinations"] : [])];
  const projectId = projectIdIn(project);
  const rows = `readData<ZoneData>(${quoted(file)})`;
  if (tables.length === 0) {
    return [
      'type ZoneData = Omit<bluedot.ZoneArgs, "projectId">;',
      "",
      `for (const [name, zone] of ${rows}) {`,
      `  new bluedot.Zone(name, { ...zone, ${projectId} });`,
      "}",
    ].join("\n");
  }
  return [
    'type ZoneData = Omit<bluedot.ZoneArgs, "projectId" | "destinationId"> & { destinationId?: string };',
    "",
    `const stores: Record<string, bluedot.Destination> = { ${tables.join(", ")} };`,
    "",
    `for (const [name, { destinationId, ...zone }] of ${rows}) {`,
    "  new bluedot.Zone(name, {",
    "    ...zone,",
    `    ${projectId},`,
    "    destinationId: destinationId && (stores[destinationId]?.destinationId ?? destinationId),",
    "  });",
    "}",
  ].join("\n");
}

function projectIdIn(project: Entry | undefined): string {
  return project ? "projectId: project.id" : "projectId";
}
