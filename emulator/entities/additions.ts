/** The fields that a server adds to an entity. */
import type { Environment } from "../environment";

/**
 * A kind of addition:
 * - `accountId`: the account's id, on everything;
 * - `timestamps`: `createdAt` and `updatedAt`, ISO 8601, on everything;
 * - `color`: `#429BD5` on circles, bounding boxes and polygons sent without one;
 * - `emptyLists`: an empty list or map where none was sent (`tags`, `conditions`, `actions`, `customData`, `webhooks`,
 *   `projectPermissions`);
 * - `destinationObjectId`: an `_id` on destinations, beside the `destinationId` of the user's own.
 */
export type ServerAddition = "accountId" | "timestamps" | "color" | "emptyLists" | "destinationObjectId";

export const everyAddition = [
  "accountId",
  "timestamps",
  "color",
  "emptyLists",
  "destinationObjectId",
] as const;

/** The account every emulator plays. */
const accountId = "a1f6b0d2-6c2f-4c9e-9d43-0f5c7a5e21aa";

/** The color a fence gets that was sent without one. */
export const defaultColor = "#429BD5";

/** The additions and the clock with which an entity is written. */
export interface Writing {
  readonly additions: readonly ServerAddition[];
  readonly now: Environment["now"];
}

/**
 * The fields added to a whole entity. The creation time is that of the entity it replaces, if any. Beacons
 * and users may name the account they belong to.
 */
export function addedFields(
  { additions, now }: Writing,
  previous: Record<string, unknown> | undefined,
  account?: string,
): Record<string, unknown> {
  const added: Record<string, unknown> = {};
  if (additions.includes("accountId")) added["accountId"] = account ?? accountId;
  if (additions.includes("timestamps")) {
    const time = new Date(now()).toISOString();
    added["createdAt"] = previous?.["createdAt"] ?? time;
    added["updatedAt"] = time;
  }
  return added;
}
