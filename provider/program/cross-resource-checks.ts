/**
 * Checks across the resources of a program: two zones of one name in a project, and a zone far from the others of its
 * project that would be near them with latitude and longitude swapped. The result is a warning at the resource.
 */
import * as pulumi from "@pulumi/pulumi";

import { combineWarnings, type Warn } from "./repeated-warnings";
import { SwapDetector } from "../../geometry/swap-detector";
import type { Point } from "../../geometry/point";
import { isObject, isString, type JsonObject } from "../json";
import { DeclaredZones, partsOf, type ZoneDeclaration } from "./duplicate-zones";
import { watchReferences } from "./references";
import { isPending } from "../zone/points";
import { validateBesideDestination, placeOfZone, swappedReason } from "../zone/rules/beside-destination";
import { placeOf } from "../location/places";

/** The resources that a program has declared so far. Unknown arguments are skipped. */
export type Program = ReturnType<typeof watchProgram>;

/** The running program. Each has a stack of its own, also if several run in one process. */
export function currentProgram(): Program | undefined {
  const stack = pulumi.runtime.getStackResource();
  if (stack === undefined) return undefined;
  const existing = programs.get(stack);
  if (existing !== undefined) return existing;
  const show = (message: string, resource: pulumi.Resource) => {
    // The log waits for the URN: a log at a resource that is never registered blocks all later ones, also those of
    // another program in the same process.
    resource.urn.apply(() => pulumi.log.warn(message, resource));
  };
  const program = watchProgram(combineWarnings(show, setImmediate));
  programs.set(stack, program);
  return program;
}

/** Adds a dependency on each of these destinations that the program has declared. */
export function afterDestinations(
  ids: Iterable<unknown>,
  opts: pulumi.CustomResourceOptions | undefined,
): pulumi.CustomResourceOptions | undefined {
  const dependsOn = currentProgram()?.declaredAs(ids) ?? [];
  return dependsOn.length === 0 ? opts : pulumi.mergeOptions(opts, { dependsOn });
}

/** The objects of a set that are known; check reports an argument that is missing or of another type. */
export function knownObjects(objects: unknown): [key: string, object: JsonObject][] {
  if (isPending(objects) || !isObject(objects)) return [];
  return Object.entries(objects).flatMap(([key, object]): [string, JsonObject][] =>
    isObject(object) && !isPending(object) ? [[key, object]] : [],
  );
}

const programs = new WeakMap<pulumi.Resource, Program>();

interface DeclaredZone {
  readonly resource: pulumi.Resource;
  readonly name: string;
  readonly args: JsonObject;
}

interface DeclaredDestination {
  /** The name in messages. */
  readonly called: string;
  readonly place: Point;
}

/** The zones of a project, so far. */
interface Zones {
  readonly byName: Map<string, string>;
  readonly byLabel: Map<string, pulumi.Resource>;
  readonly swaps: SwapDetector;
}

export function watchProgram(warn: Warn<pulumi.Resource>) {
  // The key is the id, or its Output, which all zones of a project share.
  const projects = new Map<unknown, Zones>();
  const destinations = new Map<unknown, DeclaredDestination>();
  const waiting = new Map<unknown, DeclaredZone[]>();
  const declared = new DeclaredZones();
  const references = watchReferences((message, resource) => {
    warn(message, resource, "declared before its destination");
  });

  const zonesOf = (projectId: unknown): Zones => {
    const zones = projects.get(projectId) ?? {
      byName: new Map(),
      byLabel: new Map(),
      swaps: new SwapDetector(),
    };
    projects.set(projectId, zones);
    return zones;
  };
  const validateName = ({ byName }: Zones, called: string, name: string, resource: pulumi.Resource) => {
    const other = byName.get(called);
    if (other === undefined) byName.set(called, name);
    else warn(sameName(called, other, name), resource, "same name");
  };
  const validateDestination = (
    { resource, name, args }: DeclaredZone,
    { called, place }: DeclaredDestination,
  ) => {
    for (const { property, reason } of validateBesideDestination(args, called, place)) {
      warn(`Zone "${name}": ${property}: ${reason}`, resource, "beside its destination");
    }
  };

  return {
    /**
     * Called before a zone is registered.
     *
     * @throws ProgramError if the program has declared the same zone before
     */
    declare: (declaration: ZoneDeclaration) => {
      declared.add(declaration);
    },
    /** The resources that have declared these destinations so far; ids other than plain text are skipped. */
    declaredAs: (ids: Iterable<unknown>) => references.declaredAs(ids),
    /** Called after a zone is registered. */
    zone(resource: pulumi.Resource, name: string, given: object): void {
      const { projectId, destinationId, name: called = name } = partsOf(given);
      references.zone(resource, name, destinationId);
      const zones = zonesOf(projectId);
      if (isString(called)) validateName(zones, called, name, resource);
      const args = geofeaturesOf(given);
      const place = placeOfZone(args)?.place;
      if (place === undefined) return;
      zones.byLabel.set(name, resource);
      for (const swapped of zones.swaps.add(name, place)) {
        const beside = zones.byLabel.get(swapped.label) ?? resource;
        warn(`Zone "${swapped.label}": ${swappedReason(swapped)}`, beside, "swapped");
      }
      if (destinationId === undefined) return;
      const zone = { resource, name, args };
      const store = destinations.get(destinationId);
      if (store !== undefined) validateDestination(zone, store);
      else waiting.set(destinationId, [...(waiting.get(destinationId) ?? []), zone]);
    },
    /** @param ids the values by which zones refer to the destination */
    destination(resource: pulumi.Resource, name: string, given: object, ids: readonly unknown[]): void {
      references.destination(resource, name, ids);
      const { location, destinationId } = partsOf(given);
      const place = isPending(location) || !isObject(location) ? undefined : placeOf(location);
      if (place === undefined) return;
      const store = { called: isString(destinationId) ? destinationId : name, place };
      for (const id of ids) {
        destinations.set(id, store);
        for (const zone of waiting.get(id) ?? []) validateDestination(zone, store);
        waiting.delete(id);
      }
    },
  };
}

function sameName(called: string, other: string, name: string): string {
  return `Zone "${called}": "${other}" and "${name}" have this name in one project; give each a name of its own, by which people and reports can tell them apart.`;
}

/** The geofeatures with known places; null for others. */
function geofeaturesOf(given: object): JsonObject {
  const { geofeatures } = partsOf(given);
  if (!Array.isArray(geofeatures)) return {};
  return { geofeatures: geofeatures.map((each: unknown) => (isKnown(each) ? each : null)) };
}

function isKnown(geofeature: unknown): geofeature is JsonObject {
  if (!isObject(geofeature) || isPending(geofeature)) return false;
  const { vertices } = geofeature;
  return !Object.values(geofeature).some(isPending) && !(Array.isArray(vertices) && isPending(vertices[0]));
}
