/** `/zones`: what a phone reacts to, each in a project. */
import { Hono } from "hono";
import { z } from "zod";

import { checked, notFound } from "../errors";
import { newBeacons } from "./beacons";
import { clustersOf } from "./clusters";
import { collectionRoutes } from "./collection";
import { boxOf, zoneQuery } from "./filters";
import { aDestination, aProject } from "./references";
import { signedIn, type Service } from "./service";

const deletion = z.object({ shouldSync: z.enum(["true", "false"]).optional() });

export function zoneRoutes(service: Service): Hono {
  const { store } = service;
  const authorized = signedIn(service);
  const routes = new Hono();

  routes.get("/count", authorized, (c) => c.json({ count: found(c.req.query()).length }));

  routes.get("/clusters", authorized, (c) => {
    const box = boxOf(c.req.query());
    return c.json(clustersOf(found(c.req.query()), box));
  });

  const all = collectionRoutes("zones", service, {
    refers: ({ projectId, destinationId }, previous) => {
      aProject(store, "projectId", projectId);
      aDestination(store, destinationId, previous?.destinationId);
    },
    brings: (zone, previous) => {
      for (const beacon of newBeacons(zone, previous, service)) store.put("beacons", beacon);
    },
    listed: (c) => asked(c.req.query()),
    deletion: (c) => {
      checked(deletion, c.req.query());
    },
  });

  function found(query: Record<string, string>) {
    const { rows, wanted } = asked(query);
    const zones = rows.map(({ entity }) => entity);
    return wanted === undefined ? zones : zones.filter(wanted);
  }

  function asked(query: Record<string, string>) {
    const { projectId, wanted } = zoneQuery(query);
    if (store.of("projects").get(projectId) === undefined) throw notFound("Project", projectId);
    return { rows: store.of("zones").group(projectId), wanted };
  }

  routes.route("/", all);
  return routes;
}
