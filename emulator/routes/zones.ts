/** `/zones`: what a phone reacts to, each in a project. */
import { Hono } from "hono";
import { z } from "zod";

import { zoneBody, zoneFrom, type ZoneBody } from "../entities/zone";
import { checked, notFound, validationError } from "../errors";
import { zoneQuery } from "./filters";
import { pageOf } from "./paging";
import { emptyAnswer, jsonBody, pathId, refusePatch, sameId, signedIn, type Service } from "./service";

const deletion = z.object({ shouldSync: z.enum(["true", "false"]).optional() });

export function zoneRoutes(service: Service): Hono {
  const { store, settings, writing } = service;
  const authorized = signedIn(service);
  const routes = new Hono();

  routes.post("/", authorized, async (c) => {
    const body = acceptable(await jsonBody(c));
    sameId(body._id, undefined);
    const zone = zoneFrom(body, undefined, writing);
    store.putZone(zone);
    return c.json(zone, 201);
  });

  routes.get("/", authorized, (c) => {
    const { projectId, wanted } = zoneQuery(c.req.query());
    return pageOf(c, zonesOf(projectId), wanted, settings);
  });

  routes.get("/count", authorized, (c) => {
    const { projectId, wanted } = zoneQuery(c.req.query());
    const zones = zonesOf(projectId);
    const counted = wanted === undefined ? zones : zones.filter(({ entity }) => wanted(entity));
    return c.json({ count: counted.length });
  });

  routes.get("/:zoneId", authorized, (c) => c.json(existing(pathId(c, "zoneId"))));

  routes.put("/:zoneId", authorized, async (c) => {
    const sent = await jsonBody(c);
    const previous = existing(pathId(c, "zoneId"));
    const body = acceptable(sent);
    sameId(body._id, previous._id);
    const zone = zoneFrom(body, previous, writing);
    store.putZone(zone);
    return c.json(zone);
  });

  routes.delete("/:zoneId", authorized, (c) => {
    checked(deletion, c.req.query());
    store.deleteZone(existing(pathId(c, "zoneId"))._id);
    return emptyAnswer();
  });

  routes.patch("/:zoneId", authorized, refusePatch);

  /** A body that is right in itself and refers to what exists. */
  function acceptable(sent: unknown): ZoneBody {
    const body = checked(zoneBody, sent);
    const { projectId, destinationId } = body;
    if (store.projects.get(projectId) === undefined)
      throw validationError({ projectId: "is not the id of a project" });
    if (destinationId !== undefined && settings.destinations?.includes(destinationId) === false)
      throw validationError({ destinationId: "is not the id of a destination" });
    return body;
  }

  function existing(id: string) {
    const zone = store.zones.get(id);
    if (zone === undefined) throw notFound("Zone", id);
    return zone;
  }

  function zonesOf(projectId: string) {
    if (store.projects.get(projectId) === undefined) throw notFound("Project", projectId);
    return store.zones.group(projectId);
  }

  return routes;
}
