import { BluedotError } from "../errors";
import { isObject } from "../json";
import type { About, Definition } from "../lifecycle/definition";
import { projectFields } from "./schema";

export const project: Definition = {
  noun: "Project",
  collection: "/projects",
  fields: projectFields,
  idOutput: "projectId",
  computed: (_found, id) => ({ projectId: id }),
  complete: () => true,
  pushes: false,
  guardDelete: async (about, state) => {
    if (state["forceDestroy"] === true) return;
    const zones = await countZones(about);
    if (zones === 0) return;
    throw new BluedotError(
      "conflict",
      `${about.subject} still holds ${zones} ${zones === 1 ? "zone" : "zones"} that this stack does not manage, and is not deleted. ` +
        "Delete them, or set `forceDestroy: true` on the project, run `pulumi up`, and delete it again.",
    );
  },
};

async function countZones({ id, subject, session }: About): Promise<number> {
  const answer = await session.send({
    method: "GET",
    path: "/zones/count",
    query: { projectId: id },
    subject,
  });
  if (answer.status === 404) return 0;
  const count = isObject(answer.body) ? Number(answer.body["count"]) : NaN;
  if (Number.isInteger(count)) return count;
  throw new BluedotError(
    "unreadable",
    `${subject}: the API did not say how many zones it holds, so it is not deleted.`,
  );
}
