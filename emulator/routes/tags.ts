/** `/tags`: every tag of a project's zones, each once. */
import { Hono } from "hono";
import { z } from "zod";

import { id } from "../entities/fields";
import { checked, notFound } from "../errors";
import { signedIn, type Service } from "./service";

const query = z.object({ projectId: id });

export function tagRoutes(service: Service): Hono {
  const { store } = service;
  const routes = new Hono();

  routes.get("/", signedIn(service), (c) => {
    const { projectId } = checked(query, c.req.query());
    if (store.of("projects").get(projectId) === undefined) throw notFound("Project", projectId);
    const tags = store
      .of("zones")
      .group(projectId)
      .flatMap(({ entity }) => entity.tags ?? []);
    return c.json([...new Set(tags)]);
  });

  return routes;
}
