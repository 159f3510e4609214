/** Zones on the equator, where a thousandth of a degree is 111.32 m to the east. */
import type { LabelledZone } from "../../../../fences/ground";

export function circle(name: string, longitude: number, radius: number, tags: string[] = []): LabelledZone {
  const center = { latitude: 0, longitude };
  return {
    label: name,
    zone: { name, tags, geofeatures: [{ type: "circle", name: "door", center, radius }] },
  };
}
