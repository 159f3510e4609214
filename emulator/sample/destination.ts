/** A destination of a sample. */
import type { NewDestination } from "../entities/destination";
import type { Dice } from "./dice";
import { inTurn } from "./dice";
import { destinationId } from "./names";
import { near, places } from "./places";

/** Its number is in its id, so that no two of an account have the same. */
export function sampleDestination(
  index: number,
  number: number,
  projectId: string | undefined,
  dice: Dice,
): NewDestination {
  return {
    destinationId: destinationId(index, number),
    name: `Store ${dice.between(1, 40)} – "${dice.from(["North", "South", "Nº 1", "Ost"])}"`,
    ...(index % 3 === 0
      ? {}
      : { address: `${dice.between(1, 300)} High Street\nLevel ${dice.between(1, 9)}` }),
    ...(index % 5 === 4 ? {} : { location: near(inTurn(places, index), dice) }),
    ...(index % 4 === 1 ? { email: `store+${number}@example.com` } : {}),
    ...(index % 3 === 2 ? { customData: { manager: "Zoë", "opening hours": "9–17" } } : {}),
    ...(projectId !== undefined && index % 2 === 0 ? { projectId } : {}),
    // Fields of a newer API.
    ...(index % 4 === 2
      ? { openingHours: { monday: [{ from: "09:00", to: "17:00" }] }, timeZone: "UTC" }
      : {}),
  };
}
