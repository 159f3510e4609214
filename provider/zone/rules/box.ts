/** What a bounding box must be: corners where their names say, and large enough. */
import { boxArea } from "../../../geometry/area";
import { boxFault, type BoxFault, type Corners } from "../../../geometry/box";
import type { Rule } from "../../schema/field";
import { judgeArea } from "./area";
import { placeOf } from "../../location/places";
import { shownPlace } from "../../location/wording";

/** For a geofeature of type `boundingBox`. */
export const boxRule: Rule = (box) => {
  const northEast = placeOf(box["northEast"]);
  const southWest = placeOf(box["southWest"]);
  if (northEast === undefined || southWest === undefined) return [];
  const corners = { northEast, southWest };
  const fault = boxFault(corners);
  if (fault === undefined) return judgeArea("northEast", boxArea(corners), "move its corners apart");
  return [{ property: "northEast", reason: reasonFor(fault, corners) }];
};

function reasonFor(fault: BoxFault, { northEast, southWest }: Corners): string {
  const both = `${shownPlace(northEast)} and southWest ${shownPlace(southWest)}`;
  switch (fault) {
    case "corners swapped":
      return `${shownPlace(northEast)} is south-west of southWest ${shownPlace(southWest)}; swap the two corners`;
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
