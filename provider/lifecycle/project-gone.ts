/** A refusal whose reason the API seldom gives: the object's project no longer exists. */
import { BluedotError } from "../errors";
import { isString } from "../json";
import type { ApiRequest } from "../api";
import type { Operation } from "./context";

/** The error of a missing project; undefined if the refusal has another reason, or the project cannot be read now. */
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

/** The statuses that may mean a reference to a missing object. */
const REFUSED: ReadonlySet<number | undefined> = new Set([400, 404, 409, 422]);
