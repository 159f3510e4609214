/** Refuses to delete a Project that still holds zones, since the API would delete them with it. */
import { setTimeout as pause } from "node:timers/promises";

import { BluedotError } from "../errors";
import { isObject, isString, type JsonObject } from "../json";
import type { About } from "../lifecycle/definition";

/** Counts and lists may lag behind the deletion of zones by the same run: so often they are asked again. */
const looks = 5;
const millisecondsBetween = 1000;

export async function guardDelete(
  about: About,
  state: JsonObject,
  sleep: (milliseconds: number) => Promise<unknown> = pause,
): Promise<void> {
  if (state["forceDestroy"] === true) return;
  let zones = await countZones(about);
  for (let look = 1; zones > 0; look++) {
    if (look === looks || (await holdsOne(about))) throw stillHolds(about, zones);
    await sleep(millisecondsBetween);
    zones = await countZones(about);
  }
}

async function countZones({ id, subject, session }: About): Promise<number> {
  const answer = await session.send({
    method: "GET",
    path: "/zones/count",
    query: { projectId: id },
    subject,
  });
  if (answer.status === 404 && (await isGone({ id, subject, session }))) return 0;
  const count = isObject(answer.body) ? answer.body["count"] : undefined;
  if (typeof count === "number" && Number.isInteger(count) && count >= 0) return count;
  if (isString(count) && /^\d+$/.test(count)) return Number(count);
  throw new BluedotError(
    "unreadable",
    `${subject}: the API did not say how many zones it holds, so it is not deleted.`,
  );
}

async function isGone({ id, subject, session }: About): Promise<boolean> {
  return (
    (await session.send({ method: "GET", path: `/projects/${encodeURIComponent(id)}`, subject })).status ===
    404
  );
}

/** Whether a zone that the list names is really there. */
async function holdsOne({ id, subject, session }: About): Promise<boolean> {
  const { body } = await session.send({
    method: "GET",
    path: "/zones",
    query: { projectId: id, limit: "10" },
    subject,
  });
  const ids = (Array.isArray(body) ? body : []).flatMap((zone) =>
    isObject(zone) && isString(zone["_id"]) ? [zone["_id"]] : [],
  );
  for (const zone of ids) {
    const { status } = await session.send({
      method: "GET",
      path: `/zones/${encodeURIComponent(zone)}`,
      subject,
    });
    if (status !== 404) return true;
  }
  return false;
}

function stillHolds({ subject }: About, zones: number): BluedotError {
  return new BluedotError(
    "conflict",
    `${subject} still holds ${zones} ${zones === 1 ? "zone" : "zones"} that this stack does not manage, and is not deleted; ` +
      "delete them, or set `forceDestroy: true` on the project, run `pulumi up`, and delete it again.",
  );
}
