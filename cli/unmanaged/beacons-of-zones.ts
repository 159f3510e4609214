/** The beacons that come with zones: a geofeature of a new identity makes a beacon of the account. */
import { beacon } from "../../provider/beacon/definition";
import { isObject, type Json, type JsonObject } from "../../provider/json";

/** True for a beacon that a geofeature of the zones names. */
export function beaconsOfZones(zones: readonly JsonObject[]): (found: JsonObject) => boolean {
  const used = new Set(
    zones
      .flatMap(({ geofeatures }) => (Array.isArray(geofeatures) ? geofeatures.filter(isObject) : []))
      .filter(({ type }) => type === "beacon")
      .flatMap(identitiesOf),
  );
  return (found) => identitiesOf(found).some((identity) => used.has(identity));
}

/** The texts by which phones know it, in one spelling. */
function identitiesOf(found: JsonObject): string[] {
  return (beacon.identities ?? []).flatMap(({ properties }) => {
    const values = properties.map((property) => spelt(found[property]));
    return values.includes("") ? [] : [JSON.stringify([properties, values])];
  });
}

function spelt(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number"
    ? String(value).toLowerCase().replaceAll(":", "-")
    : "";
}
