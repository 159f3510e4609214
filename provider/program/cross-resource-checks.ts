/**
 * What only the program as a whole shows: two zones of one name in a project, a zone that lies far from where its
 * neighbours are but would be beside them with latitude and longitude swapped. Warnings, said beside the resource.
 */
import * as pulumi from "@pulumi/pulumi";

import { folding, type Warn } from "./repeated-warnings";
import { SwapWatch } from "../../geometry/swap-detector";
import type { Point } from "../../geometry/point";
import { isObject, isString, type JsonObject } from "../json";
import { DeclaredZones, type ZoneDeclaration } from "./duplicate-zones";
import { watchReferences } from "./references";
import { isLater } from "../zone/points";
import { judgeBesideDestination, placeOfZone, reasonFor } from "../zone/rules/beside-destination";
import { placeOf } from "../location/places";

/** What a program has declared so far; arguments that are not known yet say nothing. */
export interface Program {
  /**
   * Before a zone is registered.
   *
   * @throws ProgramError where the program has declared the same zone already
   */
  declare(declaration: ZoneDeclaration): void;
  /** After it is registered. */
  zone(resource: pulumi.Resource, name: string, args: object): void;
  /** `ids` are what zones may name it by. */
  destination(resource: pulumi.Resource, name: string, args: object, ids: readonly unknown[]): void;
  /** The resources that have declared these destinations so far; ids that are not plain text are passed over. */
  declaredAs(ids: Iterable<unknown>): pulumi.Resource[];
}

/** The program that is running: its stack is its own, also where several run in one process. */
export function currentProgram(): Program | undefined {
  const stack = pulumi.runtime.getStackResource();
  if (stack === undefined) return undefined;
  const known = programs.get(stack);
  if (known !== undefined) return known;
  const show = (message: string, resource: pulumi.Resource) => {
    // Not before it is registered: a log that waits for a resource which is refused holds up all that come after it,
    // also those of a later program in the same process.
    resource.urn.apply(() => pulumi.log.warn(message, resource));
  };
  const program = watchProgram(folding(show, setImmediate));
  programs.set(stack, program);
  return program;
}

/** The options of zones that name these destinations: with a dependency on each that the program has declared. */
export function afterDestinations(
  ids: Iterable<unknown>,
  opts: pulumi.CustomResourceOptions | undefined,
): pulumi.CustomResourceOptions | undefined {
  const dependsOn = currentProgram()?.declaredAs(ids) ?? [];
  return dependsOn.length === 0 ? opts : pulumi.mergeOptions(opts, { dependsOn });
}

/** The objects of a set that are there already; a program without types may leave all out, which is told elsewhere. */
export function knownIn(objects: unknown): [key: string, object: JsonObject][] {
  if (isLater(objects) || !isObject(objects)) return [];
  return Object.entries(objects).flatMap(([key, object]): [string, JsonObject][] =>
    isObject(object) && !isLater(object) ? [[key, object]] : [],
  );
}

const programs = new WeakMap<pulumi.Resource, Program>();

interface DeclaredZone {
  readonly resource: pulumi.Resource;
  readonly name: string;
  readonly args: JsonObject;
}

interface Store {
  /** By which messages call it. */
  readonly called: string;
  readonly place: Point;
}

/** A project's zones, so far. */
interface Zones {
  readonly byName: Map<string, string>;
  readonly byLabel: Map<string, pulumi.Resource>;
  readonly swaps: SwapWatch;
}

export function watchProgram(warn: Warn<pulumi.Resource>): Program {
  // By the id's text, or by the Output that will be it: the same one for all who refer to one project.
  const projects = new Map<unknown, Zones>();
  const destinations = new Map<unknown, Store>();
  const waiting = new Map<unknown, DeclaredZone[]>();
  const declared = new DeclaredZones();
  const references = watchReferences((message, resource) => {
    warn(message, resource, "declared before its destination");
  });

  const zonesOf = (projectId: unknown): Zones => {
    const zones = projects.get(projectId) ?? {
      byName: new Map(),
      byLabel: new Map(),
      swaps: new SwapWatch(),
    };
    projects.set(projectId, zones);
    return zones;
  };
  const judgeName = ({ byName }: Zones, called: string, name: string, resource: pulumi.Resource) => {
    const other = byName.get(called);
    if (other === undefined) byName.set(called, name);
    else warn(sameName(called, other, name), resource, "same name");
  };
  const judgeDestination = ({ resource, name, args }: DeclaredZone, { called, place }: Store) => {
    for (const { property, reason } of judgeBesideDestination(args, called, place)) {
      warn(`Zone "${name}": ${property}: ${reason}`, resource, "beside its destination");
    }
  };

  return {
    declare: (declaration) => {
      declared.add(declaration);
    },
    declaredAs: (ids) => references.declaredAs(ids),
    zone(resource, name, given) {
      const { projectId, destinationId, name: called = name } = partsOf(given);
      references.zone(resource, name, destinationId);
      const zones = zonesOf(projectId);
      if (isString(called)) judgeName(zones, called, name, resource);
      const args = geofeaturesOf(given);
      const place = placeOfZone(args)?.place;
      if (place === undefined) return;
      zones.byLabel.set(name, resource);
      for (const swapped of zones.swaps.add(name, place)) {
        const beside = zones.byLabel.get(swapped.label) ?? resource;
        warn(`Zone "${swapped.label}": ${reasonFor(swapped)}`, beside, "swapped");
      }
      if (destinationId === undefined) return;
      const zone = { resource, name, args };
      const store = destinations.get(destinationId);
      if (store !== undefined) judgeDestination(zone, store);
      else waiting.set(destinationId, [...(waiting.get(destinationId) ?? []), zone]);
    },
    destination(resource, name, given, ids) {
      references.destination(resource, name, ids);
      const { location, destinationId } = partsOf(given);
      const place = isLater(location) || !isObject(location) ? undefined : placeOf(location);
      if (place === undefined) return;
      const store = { called: isString(destinationId) ? destinationId : name, place };
      for (const id of ids) {
        destinations.set(id, store);
        for (const zone of waiting.get(id) ?? []) judgeDestination(zone, store);
        waiting.delete(id);
      }
    },
  };
}

function sameName(called: string, other: string, name: string): string {
  return `Zone "${called}": "${other}" and "${name}" have this name in one project; give each a name of its own, by which people and reports can tell them apart.`;
}

function partsOf(given: object): { readonly [key: string]: unknown } {
  return { ...given };
}

/** The geofeatures whose places are known already. */
function geofeaturesOf(given: object): JsonObject {
  const { geofeatures } = partsOf(given);
  if (!Array.isArray(geofeatures)) return {};
  return { geofeatures: geofeatures.map((each: unknown) => (isKnown(each) ? each : null)) };
}

function isKnown(geofeature: unknown): geofeature is JsonObject {
  if (!isObject(geofeature) || isLater(geofeature)) return false;
  const { vertices } = geofeature;
  return !Object.values(geofeature).some(isLater) && !(Array.isArray(vertices) && isLater(vertices[0]));
}
