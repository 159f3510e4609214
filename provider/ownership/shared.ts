/** An object that two resources of a program record, as an adoption leaves it where the run ended before the old owner let go. */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import type { Operation } from "../lifecycle/context";
import type { Owner } from "./claims";

/**
 * The resource keeps its objects from now on.
 *
 * @throws BluedotError where another resource of the program has one of them too
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
