/** `/__emulator`: what another process may ask of the emulator itself. No token is needed. */
import { Hono } from "hono";
import { z } from "zod";

import { newProject, storedProject } from "../entities/project";
import { newZone, storedZone } from "../entities/zone";
import { checked, EmulatorError, gatewayError, refusal } from "../errors";
import type { ArmedFault } from "../faults/armed";
import { faults } from "../faults/fault";
import { isObject, listOf, mergePatch } from "../json";
import type { EmulatorControls } from "../controls";
import { jsonBody } from "./service";

const collection = z.enum(["projects", "zones"]);

const change = z.discriminatedUnion("op", [
  z.strictObject({
    op: z.literal("patch"),
    collection,
    id: z.string(),
    patch: z.record(z.string(), z.json()),
  }),
  z.strictObject({ op: z.literal("delete"), collection, id: z.string() }),
]);

const changes = z.preprocess(listOf, z.array(change));

const seeds = z.strictObject({
  projects: z.array(newProject).optional(),
  zones: z.array(newZone).optional(),
});

export function controlRoutes(emulator: EmulatorControls): Hono {
  const routes = new Hono();

  // A page in somebody's browser always says where it comes from; nothing there has business here.
  routes.use(async (c, next) => {
    if (c.req.header("origin") !== undefined) throw gatewayError(403, "Not from a browser");
    await next();
  });

  routes.get("/faults", (c) => c.json(emulator.faults().map(shown)));
  routes.post("/faults", async (c) => {
    const armed = checked(faults, await jsonBody(c)).map((fault) => emulator.fault(fault));
    return c.json(armed.map(shown), 201);
  });
  routes.delete("/faults", (c) => {
    emulator.clearFaults();
    return c.body(null, 204);
  });

  routes.get("/requests", (c) => c.json(emulator.requests));
  routes.delete("/requests", (c) => {
    emulator.requests.clear();
    return c.body(null, 204);
  });

  routes.post("/change", async (c) => {
    const done = checked(changes, await jsonBody(c)).map((one) => perform(one, emulator));
    return c.json(done);
  });
  routes.post("/seed", async (c) => c.json(emulator.seed(checked(seeds, await jsonBody(c))), 201));
  routes.post("/expire-tokens", (c) => {
    emulator.expireTokens();
    return c.body(null, 204);
  });
  routes.post("/reset", (c) => {
    emulator.reset();
    return c.body(null, 204);
  });

  routes.get("/projects", (c) => c.json(emulator.projects.list()));
  routes.get("/zones", (c) => c.json(emulator.zones.list(c.req.query("projectId"))));
  routes.get("/projects/:id", (c) => c.json(existing(emulator.projects.get(c.req.param("id")))));
  routes.get("/zones/:id", (c) => c.json(existing(emulator.zones.get(c.req.param("id")))));

  routes.onError((error) =>
    refusal(error instanceof EmulatorError ? gatewayError(404, error.message) : error),
  );

  return routes;
}

/** What a change left: the changed entity, or the id of the deleted one. */
function perform(asked: z.output<typeof change>, emulator: EmulatorControls): unknown {
  const { collection: name, id } = asked;
  if (asked.op === "delete") {
    if (emulator[name].delete(id)) return { _id: id };
    throw gatewayError(404, `The emulator has no ${name.slice(0, -1)} ${id}.`);
  }
  if (name === "projects")
    return emulator.projects.update(id, (project) =>
      checked(storedProject, mergePatch(project, asked.patch)),
    );
  return emulator.zones.update(id, (zone) => checked(storedZone, mergePatch(zone, asked.patch)));
}

function existing(entity: unknown): object {
  if (!isObject(entity)) throw gatewayError(404, "The emulator has no such entity.");
  return entity;
}

function shown({ fault, matched, acted }: ArmedFault): object {
  const path = fault.path instanceof RegExp ? { path: fault.path.source } : {};
  return { ...fault, ...path, matched, acted };
}
