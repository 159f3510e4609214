/** An object in the states of two resources: an adoption leaves it if the run ends before the old owner releases it. */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import type { Operation } from "../lifecycle/context";
import type { Owner } from "./claims";

/**
 * The resource keeps its objects from now on.
 *
 * @throws BluedotError if another resource of the program has one of them too
 */
export function guardOwner(
  { definition: { noun }, ownership: { claims } }: Pick<Operation, "definition" | "ownership">,
  ids: readonly string[],
  inputs: JsonObject,
  owner: Owner,
): void {
  const shared = claims.compared(ids, inputs, owner);
  if (shared === undefined) return;
  const { id, other } = shared;
  throw new BluedotError(
    "conflict",
    `${owner.subject}: its ${noun} ${id} belongs to ${other.subject} of this program too; remove one of the two from the program and from the state (\`pulumi state delete\`, which deletes nothing in the account), and run again.`,
    { objectId: id },
  );
}
