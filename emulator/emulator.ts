/** Assembles the emulator, without a socket. */
import { setMaxListeners } from "node:events";

import { Hono } from "hono";

import type { EmulatorControls } from "./controls";
import { adminApi, seeded } from "./admin-api";
import { collectionNames, type CollectionName } from "./entities/kinds";
import { Sessions } from "./entities/session";
import { realEnvironment, type Environment } from "./environment";
import { ApiError, checked, EmulatorError, gatewayBody, noRoute, refusal } from "./errors";
import { Faults } from "./faults/fault-queue";
import { ConnectionEnded, type Bindings } from "./faults/connection";
import { fault as faultSchema } from "./faults/fault";
import { requestHandler, type EmulatorContext } from "./app";
import { settingsFrom, type EmulatorOptions, type Settings } from "./options";
import { countRequests, RequestLog } from "./requests";
import { beaconRoutes } from "./routes/beacons";
import { controlRoutes } from "./routes/control";
import { destinationRoutes } from "./routes/destinations";
import { projectRoutes } from "./routes/projects";
import type { Service } from "./routes/service";
import { sessionRoutes } from "./routes/sessions";
import { tagRoutes } from "./routes/tags";
import { userRoutes } from "./routes/users";
import { zoneRoutes } from "./routes/zones";
import { sampleAccount } from "./sample/account";
import { Store } from "./store/store";

export interface Emulator extends EmulatorControls {
  /**
   * The routes, for requests without a socket.
   *
   * @example await emulator.app.request("/projects", { headers: { authorization: `Bearer ${token}` } });
   */
  readonly app: Hono<{ Bindings: Bindings }>;
}

/**
 * An emulator without a socket: its routes answer `app.request(path, init)`. Throws an `EmulatorError` when an option
 * is not valid or the data file cannot be used.
 *
 * @example
 * const emulator = await createEmulator({ pageSize: 10 });
 * const answer = await emulator.app.request("/projects");
 */
export async function createEmulator(
  options: EmulatorOptions = {},
  environment: Environment = realEnvironment,
): Promise<Emulator> {
  const settings = settingsFrom(options);
  const store = await Store.open(settings.data);
  return assembled(settings, store, environment);
}

function assembled(settings: Settings, store: Store, environment: Environment): Emulator {
  const { now } = environment;
  const sessions = new Sessions(settings.accounts, settings.tokenLifeSeconds, now);
  const faults = new Faults(settings.seed, now);
  settings.faults.forEach((fault) => faults.arm(fault));
  const writing = { additions: settings.additions, now };
  const requests = new RequestLog();
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const underWay = new Set<Promise<unknown>>();

  const entities = adminApi(store, writing);
  const [account = { email: "", password: "" }] = settings.accounts;
  let closed: Promise<void> | undefined;

  const controls: EmulatorControls = {
    email: account.email,
    password: account.password,
    requests,
    count: (match = {}) => countRequests(requests, match),
    ...entities,
    seed: (seed) => seeded(entities, seed),
    seedAccount: (size = {}) => seeded(entities, sampleAccount(size)),
    fault: (fault) => faults.arm(validFault(fault)),
    faults: () => faults.list(),
    clearFaults: () => {
      faults.clear();
    },
    expireTokens: () => {
      sessions.expireTokens();
    },
    reset: () => {
      store.clear();
      sessions.clear();
      faults.clear();
      requests.clear();
    },
    durable: () => store.durable(),
    close: () => {
      closed ??= closeDown();
      return closed;
    },
  };

  async function closeDown(): Promise<void> {
    closing.abort();
    while (underWay.size > 0) await Promise.allSettled(underWay);
    await store.durable();
  }

  const api = routesOf({ store, sessions, settings, writing });
  const handle = requestHandler({
    settings,
    environment,
    store,
    sessions,
    faults,
    requests,
    api: (request) => api.fetch(request),
    closing: closing.signal,
    underWay,
  });
  const control = controlRoutes(controls);
  return { app: gateway(settings, handle, control, controls), ...controls };
}

const routes: Record<CollectionName, (service: Service) => Hono> = {
  projects: projectRoutes,
  zones: zoneRoutes,
  destinations: destinationRoutes,
  beacons: beaconRoutes,
  users: userRoutes,
};

/** The API alone, without faults and control routes. */
function routesOf(service: Service): Hono {
  const api = new Hono();
  api.route("/sessions", sessionRoutes(service));
  for (const name of collectionNames) api.route(`/${name}`, routes[name](service));
  api.route("/tags", tagRoutes(service));
  api.notFound(noRoute);
  api.onError(refusal);
  return api;
}

/** Routes a request: to the control routes, to the API with its faults, or to a 403. */
function gateway(
  { basePath }: Settings,
  handle: (c: EmulatorContext) => Promise<Response>,
  control: Hono,
  { durable }: EmulatorControls,
): Emulator["app"] {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use(`${basePath}/__emulator/*`, async (_c, next) => {
    await next();
    await durable();
  });
  app.route(`${basePath}/__emulator`, control);
  app.all(`${basePath}/__emulator/*`, (c) =>
    c.json(gatewayBody("The emulator has no such control route"), 404),
  );
  app.all(`${basePath}/*`, handle);
  app.notFound((c) => c.json(gatewayBody("Forbidden"), 403));
  app.onError((error) => {
    // Without a socket a closed connection is a request that fails, as it does in fetch.
    if (error instanceof ConnectionEnded) throw error;
    return refusal(error);
  });
  return app;
}

function validFault(given: unknown) {
  try {
    return checked(faultSchema, given);
  } catch (error) {
    const reason = error instanceof ApiError ? JSON.stringify(error.body) : String(error);
    throw new EmulatorError(`This is no fault the emulator knows: ${reason}`);
  }
}
