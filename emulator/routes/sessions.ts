/** `/sessions`: signing in, renewing a token, signing out. */
import { randomUUID } from "node:crypto";

import { Hono } from "hono";
import { z } from "zod";

import { text } from "../entities/fields";
import { bearerToken } from "../entities/session";
import { ApiError, checked, permissionError, vendorBody } from "../errors";
import { jsonBody, signedIn, unauthorized, type Service } from "./service";

const credentials = z.looseObject({ email: text, password: text });
const renewal = z.looseObject({ refreshToken: text });

export function sessionRoutes(service: Service): Hono {
  const { sessions, settings } = service;
  const routes = new Hono();

  routes.post("/", async (c) => {
    const { email, password } = checked(credentials, await jsonBody(c));
    const account = sessions.accountFor(email, password);
    if (account === undefined) throw refused(settings.badCredentialsStatus);
    const statusCode = 201;
    if (account.secondFactor !== undefined)
      return c.json({ statusCode, challengeName: account.secondFactor, session: randomUUID() }, 201);
    return c.json({ statusCode, ...sessions.signIn(account) }, 201);
  });

  // The header must hold a token of this server, but one that has expired will do: that is what a renewal is for.
  routes.put("/", async (c) => {
    const token = bearerToken(c.req.header("authorization"));
    if (token === undefined || sessions.numberOf(token) === undefined) return unauthorized(settings);
    const { refreshToken } = checked(renewal, await jsonBody(c));
    const tokens = sessions.refresh(refreshToken);
    if (tokens === undefined) throw permissionError("The refresh token is not valid");
    return c.json({ ...tokens, expiresIn: settings.tokenLifeSeconds, tokenType: "Bearer" }, 201);
  });

  routes.delete("/", signedIn(service), (c) => {
    const user = sessions.signOut(bearerToken(c.req.header("authorization")) ?? "");
    return c.json({ status: "success", user });
  });

  return routes;
}

function refused(status: 400 | 403): ApiError {
  const description = "Incorrect username or password";
  if (status === 403) return permissionError(description);
  return new ApiError(400, vendorBody("ValidationError", description));
}
