/** Refuses to delete a Project that still holds zones, since the API would delete them with it. */
import { REAL_CLOCK, type Clock } from "../clock";
import { BluedotError } from "../errors";
import { isObject, isString, type Json, type JsonObject } from "../json";
import type { ResourceRef } from "../lifecycle/definition";

/** Counts and lists may lag behind the deletion of zones by the same run: the most reads of each. */
const looks = 5;
const millisecondsBetween = 1000;
/** The most zones that are looked for, and named. */
const most = 5;

export async function guardDelete(
  about: ResourceRef,
  state: JsonObject,
  { sleep }: Pick<Clock, "sleep"> = REAL_CLOCK,
): Promise<void> {
  if (state["forceDestroy"] === true) return;
  let count = await countZones(about);
  for (let look = 1; count > 0; look++) {
    const names = await namesOfZones(about);
    if (look === looks || names.length > 0) throw stillHolds(about, count, names);
    await sleep(millisecondsBetween);
    count = await countZones(about);
  }
}

async function countZones({ id, subject, session }: ResourceRef): Promise<number> {
  const answer = await session.send({
    method: "GET",
    path: "/zones/count",
    query: { projectId: id },
    subject,
  });
  if (answer.status === 404 && (await isGone({ id, subject, session }))) return 0;
  const count = countIn(answer.body);
  if (count !== undefined) return count;
  throw new BluedotError(
    "unreadable",
    `${subject}: the API did not say how many zones it holds, so it is not deleted.`,
  );
}

/** The count in the answer to GET /zones/count; undefined if it has none. Some servers write text for a number. */
export function countIn(body: Json | undefined): number | undefined {
  const count = isObject(body) ? body["count"] : undefined;
  if (typeof count === "number" && Number.isInteger(count) && count >= 0) return count;
  return isString(count) && /^\d+$/.test(count) ? Number(count) : undefined;
}

async function isGone({ id, subject, session }: ResourceRef): Promise<boolean> {
  return (
    (await session.send({ method: "GET", path: `/projects/${encodeURIComponent(id)}`, subject })).status ===
    404
  );
}

/** The names of the first zones of the list that really exist; the id of a zone without a name. */
async function namesOfZones({ id, subject, session }: ResourceRef): Promise<string[]> {
  const { body } = await session.send({
    method: "GET",
    path: "/zones",
    query: { projectId: id, limit: "10" },
    subject,
  });
  const names: string[] = [];
  for (const zone of Array.isArray(body) ? body : []) {
    if (names.length === most) break;
    if (!isObject(zone) || !isString(zone["_id"])) continue;
    const path = `/zones/${encodeURIComponent(zone["_id"])}`;
    const { status } = await session.send({ method: "GET", path, subject });
    if (status !== 404) names.push(isString(zone["name"]) ? JSON.stringify(zone["name"]) : zone["_id"]);
  }
  return names;
}

/** The engine notifies no provider when a zone with `deletedWith` or `retainOnDelete` leaves the state. */
function stillHolds({ subject }: ResourceRef, count: number, names: readonly string[]): BluedotError {
  const more = count > names.length && names.length > 0 ? ", …" : "";
  const which = names.length === 0 ? "" : ` (${names.join(", ")}${more})`;
  return new BluedotError(
    "conflict",
    `${subject} still holds ${count} ${count === 1 ? "zone" : "zones"}${which}, which the API would delete with it, and is not deleted; ` +
      "they are not of this stack, or left its state undeleted (`deletedWith`, `retainOnDelete`). To delete them too, set " +
      "`forceDestroy: true` on the project, run `pulumi up`, and delete it again; to keep them, remove the project from the " +
      "state (`pulumi state delete`).",
  );
}
