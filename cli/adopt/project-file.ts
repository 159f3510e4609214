/** Generates the file of a project with its destinations and zones. */
import { isString, type JsonObject } from "../../provider/json";
import { constructorCall, destinationTable, imports, type Entry, type Refer } from "./codegen-call";
import { dataFile, importData, loadedDestinations } from "./data";
import type { File } from "./folder";
import { mapSecrets, type Secrets } from "./secrets";
import { quoted } from "./codegen-literal";
import { expression, type Parts } from "./value";

/** A project of the account, with its name in the program. */
export interface Home {
  readonly name: string;
  readonly id: string;
  /** Undefined if it cannot be declared; its zones then refer to its id. */
  readonly project: Entry | undefined;
  readonly zones: readonly Entry[];
  readonly destinations: readonly Entry[];
}

/** The ids of destinations without a project in the program, which have a file of their own. */
export type SharedIds = ReadonlySet<string>;

/** @param most zones or destinations are data if there are more */
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
      ? `export const project = ${constructorCall(project, args, "", "export const project = ".length)};`
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
      : zones.map((zone) => `${constructorCall(zone, refer(zone.args))};`)),
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

/** The ids of the destinations of a project's zones, by the file that declares them. */
interface Stores {
  /** In the project's own file. */
  readonly own: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
}

function storesOf({ zones, destinations }: Home, sharedIds: SharedIds): Stores {
  const referenced = new Set(zones.flatMap(({ args }) => destinationOf(args) ?? []));
  return {
    own: new Set(destinations.flatMap(({ id }) => (referenced.has(id) ? [id] : []))),
    shared: new Set([...referenced].filter((id) => sharedIds.has(id))),
  };
}

/** The id of a zone's destination. */
export function destinationOf({ destinationId }: JsonObject): string | undefined {
  return isString(destinationId) ? destinationId : undefined;
}

/** Replaces the id of the project by a reference. */
function ofProject(project: Entry | undefined): Refer {
  return (args) => ({ ...args, projectId: expression(project ? "project.id" : "projectId") });
}

/** Replaces also the id of a zone's destination, if the program declares it. */
function ofProjectAndStore(project: Entry | undefined, { own, shared }: Stores): Refer {
  return (args) => {
    const referred = ofProject(project)(args);
    const id = destinationOf(args);
    if (id === undefined || !(own.has(id) || shared.has(id))) return referred;
    const store = memberOf(own.has(id) ? "destinations" : "shared", id);
    return { ...referred, destinationId: expression(`${store}.destinationId`) };
  };
}

function memberOf(table: string, id: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(id) ? `${table}.${id}` : `${table}[${quoted(id)}]`;
}

/** Reads zones from data. A destination of the program replaces its id, so that the zone depends on it. */
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
