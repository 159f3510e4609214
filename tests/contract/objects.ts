/** Objects that a suite makes in the account, which may be a real one: each is gone when the suite ends. */
import { expect } from "chai";

import { at, textAt, type Endpoint } from "./endpoint";

export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const unknownId = "00000000-0000-4000-8000-000000000000";

interface Made {
  /** Its own path. */
  readonly path: string;
  readonly body: unknown;
}

export interface Objects {
  /** Makes one, which must go well. */
  readonly make: (body: object) => Promise<Made>;
  /** Asks for one that should be refused; if it is made all the same, it is removed too. */
  readonly attempt: (body: object) => Promise<{ status: number; body: unknown }>;
  /** Every object of the collection, all pages. */
  readonly list: () => Promise<unknown[]>;
  readonly removeAll: () => Promise<void>;
}

/** @param idField what a path calls an object by */
export function objectsOf(endpoint: Endpoint, collection: string, idField = "_id"): Objects {
  const made: string[] = [];
  const attempt: Objects["attempt"] = async (body) => {
    const reply = await endpoint.call("POST", collection, body);
    if (reply.status < 300) made.push(pathIn(reply.body));
    return reply;
  };
  const pathIn = (body: unknown) => `${collection}/${encodeURIComponent(textAt(body, idField))}`;
  return {
    attempt,
    make: async (sent) => {
      const { status, body } = await attempt(sent);
      expect(status, JSON.stringify(body)).to.equal(201);
      return { path: pathIn(body), body };
    },
    list: () => allPages(endpoint, collection),
    removeAll: async () => {
      for (const path of made.reverse()) await endpoint.call("DELETE", path);
    },
  };
}

/** A word that no other run uses. */
export function ownWord(): string {
  return `contract-${Date.now().toString(36)}-${process.pid}`;
}

/** Expects the answer that every collection gives about an object that does not exist. */
export async function expectMissing({ call }: Endpoint, path: string): Promise<void> {
  const { status, body } = await call("GET", path);
  expect([status, at(body, "errorType")]).to.deep.equal([404, "NotFoundError"]);
}

/** Expects the answer that every collection gives about an object that breaks a rule. */
export function expectInvalid({ status, body }: { status: number; body: unknown }): void {
  expect([status, at(body, "errorType")]).to.deep.equal([400, "ValidationError"]);
  expect(at(body, "errorMessages", "errorDescription"))
    .to.be.a("string")
    .and.not.equal("");
}

async function allPages({ call }: Endpoint, path: string): Promise<unknown[]> {
  const items: unknown[] = [];
  let token: string | null = null;
  do {
    const headers: Record<string, string> =
      token === null ? {} : { paginationToken: token, "x-bluedot-paginationToken": token };
    const { status, body, headers: answered } = await call("GET", path, undefined, headers);
    expect([status, Array.isArray(body)]).to.deep.equal([200, true]);
    const page: unknown[] = Array.isArray(body) ? body : [];
    items.push(...page);
    token = page.length === 0 ? null : answered.get("x-bluedot-paginationToken");
  } while (token !== null);
  return items;
}
