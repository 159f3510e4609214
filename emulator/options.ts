/** The options of an emulator. */
import { z } from "zod";

import { everyAddition, type ServerAddition } from "./entities/additions";
import type { Account } from "./entities/session";
import { understood } from "./errors";
import { fault, type Fault } from "./faults/fault";
import type { RequestRecord } from "./requests";

export interface EmulatorOptions {
  /**
   * The file that keeps every entity across restarts; the first change makes it when it is not there, in a folder that
   * is. A change is in it before it is answered. It is for one emulator at a time. Sessions are not kept: every client
   * signs in again. Default: memory only.
   *
   * @example "bluedot.json"
   */
  readonly data?: string | undefined;
  /**
   * The accounts that can sign in, at least one. The first is the `email` and `password` of the emulator.
   *
   * @default [{ email: "dev@example.com", password: "emulator-password" }]
   */
  readonly accounts?: readonly Account[] | undefined;
  /** The lifetime of an access token, in seconds. @default 3600 */
  readonly tokenLifeSeconds?: number | undefined;
  /** The answer to wrong credentials: 403 PermissionError or 400 ValidationError. @default 403 */
  readonly badCredentialsStatus?: 400 | 403 | undefined;
  /** The answer to a missing, unknown or expired token, in the gateway's shape. @default 401 */
  readonly unauthorizedStatus?: 401 | 403 | undefined;
  /** The number of items of a page if the request has no `limit`; 1 to 1,000. @default 100 */
  readonly pageSize?: number | undefined;
  /**
   * The meaning of a pagination token. `"cursor"`: the last item seen, so that pages do not shift. `"offset"`: a
   * number of items, so that an item removed between two pages makes another one be passed over.
   *
   * @default "cursor"
   */
  readonly paging?: "cursor" | "offset" | undefined;
  /** True for an empty page after a full last page. @default false */
  readonly emptyLastPage?: boolean | undefined;
  /**
   * The fields that the server adds to entities. An empty list for nothing but ids and `triggerOnExit`.
   *
   * @default ["accountId", "timestamps", "color"]
   */
  readonly additions?: readonly ServerAddition[] | undefined;
  /**
   * A path in front of every route, as the real endpoints have one; it is part of the `url`. Default: none.
   *
   * @example "/prod1"
   */
  readonly basePath?: string | undefined;
  /**
   * The faults from the start. More can be added later.
   *
   * @default none
   */
  readonly faults?: readonly Fault[] | undefined;
  /** The seed of a fault's `probability`: an equal seed selects the same requests. @default 1 */
  readonly seed?: number | undefined;
  /** The number of recorded requests; the oldest are removed first. @default 100000 */
  readonly recordedRequests?: number | undefined;
  /** Called when a request is over, with its record: for a log line. It must not throw. */
  readonly onRequest?: ((request: Readonly<RequestRecord>) => void) | undefined;
}

/** The options of an emulator with a socket. */
export interface StartOptions extends EmulatorOptions {
  /** The port; 0 for one that is free. @default 0 */
  readonly port?: number | undefined;
  /** The address to listen on; a loopback address, for there is no protection at all. @default "127.0.0.1" */
  readonly host?: string | undefined;
}

const account = z.strictObject({
  email: z.string().min(1),
  password: z.string().min(1),
  secondFactor: z.string().min(1).optional(),
});

const schema = z.strictObject({
  data: z.string().min(1).optional(),
  accounts: z
    .array(account)
    .min(1)
    .default([{ email: "dev@example.com", password: "emulator-password" }]),
  tokenLifeSeconds: z.number().positive().default(3600),
  badCredentialsStatus: z.union([z.literal(400), z.literal(403)]).default(403),
  unauthorizedStatus: z.union([z.literal(401), z.literal(403)]).default(401),
  pageSize: z.int().min(1).max(1000).default(100),
  paging: z.enum(["cursor", "offset"]).default("cursor"),
  emptyLastPage: z.boolean().default(false),
  additions: z.array(z.enum(everyAddition)).default(["accountId", "timestamps", "color"]),
  basePath: z
    .string()
    .regex(/^(\/[\w.-]+)*$/, "must begin with a slash and not end with one")
    .default(""),
  faults: z.array(fault).default([]),
  seed: z.int().default(1),
  recordedRequests: z.int().min(0).default(100_000),
  onRequest: z.custom<NonNullable<EmulatorOptions["onRequest"]>>(isFunction, "must be a function").optional(),
  port: z.int().min(0).max(65_535).default(0),
  host: z
    .string()
    .regex(/^(127(\.\d{1,3}){3}|::1|localhost)$/, "must be a loopback address: 127.0.0.1, ::1 or localhost")
    .default("127.0.0.1"),
});

/** Options with every default filled in. */
export type Settings = z.output<typeof schema>;

export function settingsFrom(options: StartOptions): Settings {
  return understood(schema, options, "The emulator's options are not valid.");
}

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}
