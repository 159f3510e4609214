/** A signed-in client of an emulator, over a socket or without one. */
import { createEmulator, type EmulatorOptions, type Environment } from "../../../emulator";
import type { Emulator } from "../../../emulator";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where it is JSON, else text. */
  readonly body: unknown;
}

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;

type Fetch = (path: string, init: RequestInit) => Response | Promise<Response>;

/** Signs in and gives a function that sends requests with the token. */
export async function signedIn(
  fetch: Fetch,
  credentials: { email: string; password: string },
): Promise<{ call: Call; accessToken: string; refreshToken: string }> {
  const { email, password } = credentials;
  const reply = await send(fetch, "POST", "/sessions", { email, password });
  const accessToken = String(at(reply.body, "accessToken"));
  const refreshToken = String(at(reply.body, "refreshToken"));
  const call: Call = (method, path, body, headers) =>
    send(fetch, method, path, body, { authorization: `Bearer ${accessToken}`, ...headers });
  return { call, accessToken, refreshToken };
}

export async function send(
  fetch: Fetch,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const json = body === undefined ? {} : { "content-type": "application/json" };
  const response = await fetch(path, {
    method,
    headers: { ...json, ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text) };
}

/** An emulator without a socket, a client of it, and a project in it. */
export async function ready(
  options: EmulatorOptions = {},
  environment?: Environment,
): Promise<{ emulator: Emulator; call: Call; projectId: string }> {
  const emulator = await createEmulator(options, environment);
  const { call } = await signedIn((path, init) => emulator.app.request(path, init), emulator);
  const projectId = emulator.projects.create({ name: "Shops", nextRuleUpdateInterval: 600 })._id;
  return { emulator, call, projectId };
}

/** A part of a value whose shape the test knows; undefined where there is none. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}

export const circle = {
  type: "circle",
  name: "Front door",
  center: { latitude: -37.818036, longitude: 144.9775493 },
  radius: 40,
};

export function zoneOf(projectId: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { name: "Shop", projectId, minimumRetriggerTime: 3600, geofeatures: [circle], ...changes };
}

/** A beacon for both platforms, as a collection and as a zone may have it. */
export const beacon = {
  name: "Till",
  beaconType: "Both",
  location: { latitude: -37.8, longitude: 144.9 },
  proximityUUID: "de305d54-75b4-431b-adb2-eb6b9e546014",
  major: 20,
  minor: 10,
  macAddress: "00-14-22-01-23-45",
  txPower: -10,
};

export const user = {
  email: "ann@example.com",
  username: "ann@example.com",
  firstName: "Ann",
  lastName: "Lee",
  isAdmin: false,
};

/** Time that stands still until it is told to go on. */
export function stoppedClock(): Environment & { advance(ms: number): void } {
  let now = Date.UTC(2026, 0, 1);
  return { now: () => now, sleep: () => Promise.resolve(), advance: (ms) => void (now += ms) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
