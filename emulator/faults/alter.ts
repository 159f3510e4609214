/** Faults that change an answer about an object or a list. */
import { kinds, type CollectionName } from "../entities/kinds";
import { notFound, refusal } from "../errors";
import { isObject, parseJson } from "../json";
import { nextPage, paginationToken, placeOf } from "../routes/paging";
import type { Store } from "../store/store";
import type { EndlessPagesFault, Fault, OtherBodyFault, ReadLagFault } from "./fault";

export type Alteration = OtherBodyFault | ReadLagFault | EndlessPagesFault;

/** A request, and the data that faults need for its answer. */
export interface Scene {
  readonly method: string;
  readonly path: string;
  readonly store: Store;
  readonly now: () => number;
  /** Until when a new object does not show, by its path. */
  readonly hidden: Map<string, number>;
  /** Counted up, so that every token is a new one. */
  readonly tokens: () => number;
}

export function isAlteration(fault: Fault): fault is Alteration {
  return fault.kind === "otherBody" || fault.kind === "readLag" || fault.kind === "endlessPages";
}

export async function altered(fault: Alteration, answer: Response, scene: Scene): Promise<Response> {
  const name = collectionOf(scene.path);
  if (name === undefined || !answer.ok) return answer;
  const body = parseJson(await answer.clone().text());
  switch (fault.kind) {
    case "otherBody":
      return isObject(body) ? json(otherThan(body, name, fault, scene), answer) : answer;
    case "readLag":
      return lagging(fault, body, answer, name, scene);
    case "endlessPages":
      return Array.isArray(body) ? withToken(fault, answer, scene) : answer;
  }
}

function otherThan(
  body: Record<string, unknown>,
  name: CollectionName,
  { id }: OtherBodyFault,
  { store }: Scene,
): unknown {
  const entities = store
    .of(name)
    .rows()
    .map(({ entity }) => entity);
  const others = entities.filter((entity) => keyOf(name, entity) !== keyOf(name, body));
  return others.find((entity) => id === undefined || keyOf(name, entity) === id) ?? body;
}

/** After a create: hides what it made. After a read: leaves out what is hidden. */
function lagging(
  { ms }: ReadLagFault,
  body: unknown,
  answer: Response,
  name: CollectionName,
  { method, now, hidden }: Scene,
): Response {
  const pathOf = (entity: unknown) => `${name}/${keyOf(name, entity)}`;
  if (method === "POST") {
    hidden.set(pathOf(body), now() + ms);
    return answer;
  }
  const isHidden = (entity: unknown) => (hidden.get(pathOf(entity)) ?? 0) > now();
  if (Array.isArray(body))
    return json(
      body.filter((entity) => !isHidden(entity)),
      answer,
    );
  return isHidden(body) ? refusal(notFound(kinds[name].noun, keyOf(name, body))) : answer;
}

function withToken({ then }: EndlessPagesFault, answer: Response, { tokens }: Scene): Response {
  const afterLast = { offset: then === "empty" ? Number.MAX_SAFE_INTEGER : 0 };
  const next = placeOf(answer.headers.get(nextPage) ?? "") ?? afterLast;
  const page = new Response(answer.body, answer);
  page.headers.set(nextPage, paginationToken({ ...next, page: tokens() }));
  return page;
}

function collectionOf(path: string): CollectionName | undefined {
  const [, first, ...rest] = path.split("/");
  return rest.length > 1 || first === undefined || !isCollection(first) ? undefined : first;
}

function isCollection(name: string): name is CollectionName {
  return Object.hasOwn(kinds, name);
}

function keyOf(name: CollectionName, entity: unknown): string {
  return isObject(entity) ? String(entity[kinds[name].key]) : "";
}

function json(body: unknown, { status, headers }: Response): Response {
  return Response.json(body, { status, headers });
}
