/** `/destinations`: the stores that zones lead to. */
import type { Hono } from "hono";
import { z } from "zod";

import { id } from "../entities/fields";
import { checked, notFound } from "../errors";
import { collectionRoutes, withText } from "./collection";
import { aProject } from "./references";
import type { Service } from "./service";

const query = z.object({ projectId: id.optional(), textSearchTerm: z.string().optional() });

export function destinationRoutes(service: Service): Hono {
  const { store } = service;
  return collectionRoutes("destinations", service, {
    refers: ({ projectId }, previous) => {
      aProject(store, "projectId", projectId, [previous?.projectId]);
    },
    listed: (c) => {
      const { projectId, textSearchTerm } = checked(query, c.req.query());
      if (projectId !== undefined && store.of("projects").get(projectId) === undefined)
        throw notFound("Project", projectId);
      const all = store.of("destinations");
      const rows = projectId === undefined ? all.rows() : all.group(projectId);
      return { rows, wanted: withText("destinations", textSearchTerm) };
    },
  });
}
