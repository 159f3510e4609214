/** `/projects`: what holds zones. */
import { Hono } from "hono";

import { projectBody, projectFrom } from "../entities/project";
import { checked, notFound } from "../errors";
import { allProjects } from "../store/store";
import { pageOf } from "./paging";
import { emptyAnswer, jsonBody, pathId, refusePatch, sameId, signedIn, type Service } from "./service";

export function projectRoutes(service: Service): Hono {
  const { store, settings, writing } = service;
  const authorized = signedIn(service);
  const routes = new Hono();

  routes.post("/", authorized, async (c) => {
    const body = checked(projectBody, await jsonBody(c));
    sameId(body._id, undefined);
    const project = projectFrom(body, undefined, writing);
    store.putProject(project);
    return c.json(project, 201);
  });

  routes.get("/", authorized, (c) => {
    const term = c.req.query("textSearchTerm")?.toLowerCase();
    const wanted =
      term === undefined
        ? undefined
        : (project: { name: string }) => project.name.toLowerCase().includes(term);
    return pageOf(c, store.projects.group(allProjects), wanted, settings);
  });

  routes.get("/:projectId", authorized, (c) => c.json(existing(pathId(c, "projectId"))));

  routes.put("/:projectId", authorized, async (c) => {
    const sent = await jsonBody(c);
    const previous = existing(pathId(c, "projectId"));
    const body = checked(projectBody, sent);
    sameId(body._id, previous._id);
    const project = projectFrom(body, previous, writing);
    store.putProject(project);
    return c.json(project);
  });

  routes.delete("/:projectId", authorized, (c) => {
    store.deleteProject(existing(pathId(c, "projectId"))._id);
    return emptyAnswer();
  });

  routes.patch("/:projectId", authorized, refusePatch);

  function existing(id: string) {
    const project = store.projects.get(id);
    if (project === undefined) throw notFound("Project", id);
    return project;
  }

  return routes;
}
