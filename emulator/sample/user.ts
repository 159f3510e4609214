/** A user of a sample. */
import type { NewUser } from "../entities/user";
import type { Dice } from "./dice";
import { inTurn } from "./dice";
import { people } from "./names";

/** The number is in the email, so that no two of an account have the same. */
export function sampleUser(
  index: number,
  number: number,
  projectIds: readonly string[],
  dice: Dice,
): NewUser {
  const [firstName, lastName] = inTurn(people, index);
  const email = `user.${number}@example.com`;
  const permissionLevel = (project: number) => inTurn(["READ", "READ_WRITE"], project + index);
  return {
    _id: dice.uuid(),
    email,
    username: email,
    firstName,
    lastName,
    isAdmin: index === 0,
    ...(index % 2 === 1 ? { phoneNumber: "+61 3 5550 0199" } : {}),
    ...(index === 0
      ? {}
      : {
          projectPermissions: projectIds.map((projectId, project) => ({
            projectId,
            permissionLevel: permissionLevel(project),
          })),
        }),
    // Fields of a newer API.
    ...(index % 3 === 0 ? { preferences: { language: "en", units: "metric" } } : {}),
  };
}
