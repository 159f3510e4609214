/**
 * Zones that refer to a destination of the program by plain text. A text carries no dependency, so the engine would
 * create both at once, and the API refuses a zone whose destination does not exist yet.
 */
import type * as pulumi from "@pulumi/pulumi";

import { isString } from "../json";

interface Named {
  readonly resource: pulumi.Resource;
  readonly name: string;
}

export function watchReferences(warn: (message: string, resource: pulumi.Resource) => void) {
  // Destinations of two accounts may have the same id.
  const declared = new Map<string, Set<pulumi.Resource>>();
  const early = new Map<string, Named[]>();
  /** Two sets may have thousands of such pairs; one warning is enough. */
  const warned = new Map<pulumi.Resource, Set<pulumi.Resource>>();
  let warnings = 0;

  const warnOnce = (zone: Named, destination: Named) => {
    const others = warned.get(zone.resource) ?? new Set();
    if (others.has(destination.resource) || warnings === MOST) return;
    warned.set(zone.resource, others.add(destination.resource));
    warnings += 1;
    const rest = warnings === MOST ? " Further warnings of this kind are not shown." : "";
    warn(`${declaredLater(zone.name, destination.name)}${rest}`, zone.resource);
  };

  return {
    /** The resources that have declared these destinations so far; ids other than plain text are skipped. */
    declaredAs(ids: Iterable<unknown>): pulumi.Resource[] {
      const resources = new Set<pulumi.Resource>();
      for (const id of ids) for (const one of (isString(id) && declared.get(id)) || []) resources.add(one);
      return [...resources];
    },
    /** Records a zone and the destination that it refers to. */
    zone(resource: pulumi.Resource, name: string, destinationId: unknown): void {
      if (!isString(destinationId) || declared.has(destinationId)) return;
      const zones = early.get(destinationId) ?? [];
      zones.push({ resource, name });
      early.set(destinationId, zones);
    },
    /** Records a destination, and warns of zones that referred to it before. */
    destination(resource: pulumi.Resource, name: string, ids: readonly unknown[]): void {
      for (const id of ids.filter(isString)) {
        declared.set(id, (declared.get(id) ?? new Set()).add(resource));
        for (const zone of early.get(id) ?? []) warnOnce(zone, { resource, name });
        early.delete(id);
      }
    },
  };
}

const MOST = 10;

function declaredLater(zone: string, destination: string): string {
  return (
    `Zone "${zone}": destinationId: it is plain text, and the destination "${destination}" is declared after the zone, ` +
    "so that the zone may be created first and be refused; declare the destination before the zone, or give its " +
    "Output: `store.destinationId` of a Destination, `stores.destinationIds[key]` of a DestinationSet."
  );
}
