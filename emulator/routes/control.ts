/** `/__emulator`: what another process may ask of the emulator itself. No token is needed. */
import { Hono } from "hono";
import { z } from "zod";

import { collectionNames, kinds, type CollectionName } from "../entities/kinds";
import { checked, EmulatorError, gatewayError, NotHeldError, refusal } from "../errors";
import type { ArmedFault } from "../faults/fault-queue";
import { faults } from "../faults/fault";
import { isObject, listOf, mergePatch } from "../json";
import type { EmulatorControls } from "../controls";
import type { DirectAccess } from "../admin-api";
import { accountSize } from "../sample/account";
import { jsonBody } from "./service";

const collection = z.enum(collectionNames);

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
  projects: z.array(kinds.projects.given).optional(),
  zones: z.array(kinds.zones.given).optional(),
  destinations: z.array(kinds.destinations.given).optional(),
  beacons: z.array(kinds.beacons.given).optional(),
  users: z.array(kinds.users.given).optional(),
} satisfies Record<CollectionName, z.ZodType>);

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
  routes.post("/seed-account", async (c) =>
    c.json(emulator.seedAccount(checked(accountSize, await jsonBody(c))), 201),
  );
  routes.post("/expire-tokens", (c) => {
    emulator.expireTokens();
    return c.body(null, 204);
  });
  routes.post("/reset", (c) => {
    emulator.reset();
    return c.body(null, 204);
  });

  for (const name of collectionNames) {
    const { list, get } = emulator[name];
    routes.get(`/${name}`, (c) => c.json(list(c.req.query("projectId"))));
    routes.get(`/${name}/:id`, (c) => c.json(existing(get(c.req.param("id")))));
  }

  routes.onError((error) => {
    if (!(error instanceof EmulatorError)) return refusal(error);
    return refusal(gatewayError(error instanceof NotHeldError ? 404 : 409, error.message));
  });

  return routes;
}

/** The answer to a change: the changed entity, or the id of the deleted one. */
function perform(asked: z.output<typeof change>, emulator: EmulatorControls): unknown {
  const { collection: name, id } = asked;
  if (asked.op === "patch") return patched(name, id, asked.patch, emulator);
  if (emulator[name].delete(id)) return { _id: id };
  throw gatewayError(404, `The emulator has no ${kinds[name].noun.toLowerCase()} ${id}.`);
}

function patched<K extends CollectionName>(name: K, id: string, patch: unknown, direct: DirectAccess) {
  return direct[name].update(id, (entity) => checked(kinds[name].stored, mergePatch(entity, patch)));
}

function existing(entity: unknown): object {
  if (!isObject(entity)) throw gatewayError(404, "The emulator has no such entity.");
  return entity;
}

function shown({ fault, matched, acted }: ArmedFault): object {
  const path = fault.path instanceof RegExp ? { path: fault.path.source } : {};
  return { ...fault, ...path, matched, acted };
}
