/** The parts that all routes of the API share. */
import type { Context, Handler, MiddlewareHandler } from "hono";

import type { Writing } from "../entities/additions";
import { bearerToken, type Sessions } from "../entities/session";
import { gatewayBody, gatewayError } from "../errors";
import { parseJson } from "../json";
import type { Settings } from "../options";
import type { Store } from "../store/store";

export interface Service {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly settings: Settings;
  readonly writing: Writing;
}

/** The gateway in front of a route: no good token, no work. */
export function signedIn({ sessions, settings }: Service): MiddlewareHandler {
  return async (c, next) => {
    if (sessions.accepts(bearerToken(c.req.header("authorization")))) await next();
    else c.res = unauthorized(settings);
  };
}

/** The answer to a missing, unknown or expired token. */
export function unauthorized({ unauthorizedStatus }: Settings): Response {
  const message =
    unauthorizedStatus === 401 ? "Unauthorized" : "User is not authorized to access this resource";
  return Response.json(gatewayBody(message), { status: unauthorizedStatus });
}

/** The body, which the gateway wants to be JSON. */
export async function jsonBody(c: Context): Promise<unknown> {
  const type = c.req.header("content-type");
  if (type !== undefined && !/^application\/([\w.-]+\+)?json\b/i.test(type))
    throw gatewayError(415, "Unsupported Media Type");
  const body = parseJson(await c.req.text());
  if (body === undefined) throw gatewayError(400, "Invalid request body");
  return body;
}

/** `DELETE` answers 200 without a body. */
export function emptyAnswer(): Response {
  return new Response(null, { status: 200 });
}

/** JSON Patch, which the API has given up. */
export const refusePatch: Handler = () => {
  throw gatewayError(415, "Unsupported Media Type");
};
