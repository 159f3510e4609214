/** The reason that an API seldom gives for refusing an object: the project that it belongs to no longer exists. */
import { BluedotError } from "../errors";
import { isString } from "../json";
import type { ApiRequest } from "../api";
import type { Operation } from "./context";

/** The error that says so; undefined where the refusal has another reason, or where that cannot be known now. */
export async function projectGone(
  { account }: Operation,
  { body, subject }: ApiRequest,
  refusal: unknown,
): Promise<BluedotError | undefined> {
  const projectId = body?.["projectId"];
  if (!isString(projectId) || !(refusal instanceof BluedotError) || !REFUSED.has(refusal.status))
    return undefined;
  const path = `/projects/${encodeURIComponent(projectId)}`;
  const project = await account()
    .session.send({ method: "GET", path, subject })
    .catch(() => undefined);
  if (project?.status !== 404) return undefined;
  return new BluedotError(
    "missing",
    `${subject}: its project ${projectId} does not exist in this account and region; if this program declares the ` +
      "project, run `pulumi up --refresh` to make it again, else correct `projectId`.",
    { status: 404 },
  );
}

/** The statuses with which an API refuses a reference to what is not there. */
const REFUSED: ReadonlySet<number | undefined> = new Set([400, 404, 409, 422]);
