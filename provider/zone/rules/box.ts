/** Validates a bounding box: its corners are in their order, and it is large enough. */
import { boxArea } from "../../../geometry/area";
import { boxFault, type BoxFault, type Corners } from "../../../geometry/box";
import type { Rule } from "../../schema/field";
import { validateArea } from "./area";
import { formatPlace, placeOf } from "../../location/places";

/** For a geofeature of type `boundingBox`. */
export const boxRule: Rule = (box) => {
  const northEast = placeOf(box["northEast"]);
  const southWest = placeOf(box["southWest"]);
  if (northEast === undefined || southWest === undefined) return [];
  const corners = { northEast, southWest };
  const fault = boxFault(corners);
  if (fault === undefined) return validateArea("northEast", boxArea(corners), "move its corners apart");
  return [{ property: "northEast", reason: reasonFor(fault, corners) }];
};

function reasonFor(fault: BoxFault, { northEast, southWest }: Corners): string {
  const both = `${formatPlace(northEast)} and southWest ${formatPlace(southWest)}`;
  switch (fault) {
    case "corners swapped":
      return `${formatPlace(northEast)} is south-west of southWest ${formatPlace(southWest)}; swap the two corners`;
    case "upside down":
      return `its latitude ${northEast.latitude} is south of southWest's ${southWest.latitude}; swap the two latitudes`;
    case "back to front":
      return `its longitude ${northEast.longitude} is west of southWest's ${southWest.longitude}; swap the two longitudes`;
    case "a point":
      return `${both} are one point, but a box needs two; move them apart`;
    case "no height":
      return `${both} are on one parallel, but a box needs a height; move them apart`;
    case "no width":
      return `${both} are on one meridian, but a box needs a width; move them apart`;
  }
}
