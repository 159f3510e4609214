/** A beacon of a sample. */
import type { NewBeacon } from "../entities/beacon";
import type { Dice } from "./dice";
import { inTurn } from "./dice";
import { near, places } from "./places";

/** The beacon that is made as number `index` of an account; one `proximityUUID` serves a whole account. */
export function sampleBeacon(index: number, proximityUUID: string, dice: Dice): NewBeacon {
  const beaconType = inTurn(["IOS", "Android", "Both"], index);
  return {
    _id: dice.uuid(),
    name: index % 4 === 3 ? 'Till "Nº 1"' : `Till ${index + 1}`,
    beaconType,
    location: near(inTurn(places, index), dice),
    ...(index % 3 === 1 ? {} : { description: "Under the counter,\nleft of the till" }),
    ...(beaconType === "Android"
      ? {}
      : { proximityUUID, major: Math.floor(index / 65_536), minor: index % 65_536 }),
    ...(beaconType === "IOS" ? {} : { macAddress: macAddress(index, dice), txPower: dice.between(-100, 0) }),
    // Fields of a newer API.
    ...(index % 4 === 0 ? { battery: { percent: dice.between(1, 100), replaced: "2026-01-31" } } : {}),
  };
}

/** Its last three pairs count, so that no two of an account are the same. */
function macAddress(index: number, dice: Dice): string {
  const digits = dice.hex(6) + index.toString(16).padStart(6, "0");
  const pairs = digits.match(/../g) ?? [];
  return index % 2 === 0 ? pairs.join("-").toUpperCase() : pairs.join(":");
}
