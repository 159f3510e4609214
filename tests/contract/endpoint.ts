/**
 * The Config API the contract is asked of: a fresh emulator, or the real one at BLUEDOT_TEST_ENDPOINT with
 * BLUEDOT_TEST_EMAIL and BLUEDOT_TEST_PASSWORD. Plain fetch, so that nothing of ours stands between.
 */
import { startEmulator } from "../../emulator";

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where it is JSON, else text. */
  readonly body: unknown;
}

export interface Endpoint {
  readonly email: string;
  readonly password: string;
  /** A request as it is. */
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply>;
  /** A request with a good token. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

/** An endpoint that is signed in. */
export async function openEndpoint(): Promise<Endpoint> {
  const { url, email, password, close } = await chosen();
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    request(url + path, method, body, headers);
  const { body } = await send("POST", "/sessions", { email, password });
  const authorization = `Bearer ${textAt(body, "accessToken")}`;
  return {
    email,
    password,
    send,
    call: (method, path, sent, headers) => send(method, path, sent, { authorization, ...headers }),
    close,
  };
}

/** A project for one suite, with everything in it gone afterwards. */
export async function makeProject({ call }: Endpoint): Promise<{ id: string; remove: () => Promise<void> }> {
  const name = `Contract test ${new Date().toISOString()} ${process.pid}`;
  const { status, body } = await call("POST", "/projects", { name, nextRuleUpdateInterval: 86_400 });
  if (status !== 201) throw new Error(`The project for the contract could not be made: status ${status}.`);
  const id = textAt(body, "_id");
  return {
    id,
    remove: async () => {
      await call("DELETE", `/projects/${id}`);
    },
  };
}

/** A part of a value whose shape the test knows; undefined where there is none. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}

/** The same, where it must be text. */
export function textAt(value: unknown, ...path: (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found === "string") return found;
  throw new Error(`There is no text at ${path.join(".")}.`);
}

async function chosen() {
  const {
    BLUEDOT_TEST_ENDPOINT: url,
    BLUEDOT_TEST_EMAIL: email,
    BLUEDOT_TEST_PASSWORD: password,
  } = process.env;
  if (url === undefined) return startEmulator();
  if (email === undefined || password === undefined)
    throw new Error("BLUEDOT_TEST_ENDPOINT needs BLUEDOT_TEST_EMAIL and BLUEDOT_TEST_PASSWORD beside it.");
  return { url: url.replace(/\/$/, ""), email, password, close: () => Promise.resolve() };
}

async function request(
  url: string,
  method: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(35_000),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
