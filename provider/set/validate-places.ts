/** Validates the places of all objects together: a few far from the others, or a file with swapped coordinates. */
import { farAway, outliersAmong } from "../../geometry/outliers";
import type { Point } from "../../geometry/point";
import { isSurelySwapped } from "../../geometry/swap";
import { isObject, type Json, type JsonObject } from "../json";
import type { Diagnostic } from "../schema/field";
import { asList, formatDistance, formatPlace, numbersOf, swapCoordinates } from "../location/places";
import { objectIn, textsIn, type SetDefinition } from "./definition";

interface Located {
  readonly key: string;
  readonly text: Json;
  readonly place: Point;
}

/** Fewer places show no pattern. */
const MIN_PLACES = 3;

/**
 * One error instead of one a row if all places are certainly swapped; a warning if that is likely, or if a few are far
 * away. Recorded places are not validated again.
 */
export function validatePlaces(set: SetDefinition, olds: JsonObject, news: JsonObject): Diagnostic[] {
  const before = textsIn(set, olds);
  const all = [...(textsIn(set, news) ?? [])];
  const isNew = ({ key, text }: { key: string; text: Json }) => before?.get(key) !== text;
  if (!all.some(([key, text]) => isNew({ key, text }))) return [];
  const located = all.flatMap(([key, text]): Located[] => {
    const place = placeIn(objectIn(text));
    return place === undefined ? [] : [{ key, text, place }];
  });
  const [first] = located;
  if (first === undefined || located.length < MIN_PLACES) return [];
  const every = `all ${located.length} ${set.argument}`;
  const example = `${formatPlace(first.place)} of ${JSON.stringify(first.key)}`;
  const meant = formatPlace(swapCoordinates(first.place));
  if (located.every(({ place }) => isSurelySwapped(place))) {
    const reason = `${every} look swapped: ${example} is no place, but ${meant} is; swap latitude and longitude of every row`;
    return [{ property: set.argument, reason }];
  }
  if (located.every(({ place }) => isDeserted(place) && !isDeserted(swapCoordinates(place)))) {
    const reason = `${every} look swapped: ${example} is where nobody lives, but ${meant} is not; did you swap latitude and longitude of every row?`;
    return [{ property: set.argument, reason, severity: "warning" }];
  }
  const far = outliersAmong(located.map(({ place }) => place)).flatMap((at) => located[at] ?? []);
  if (!far.some(isNew)) return [];
  const some = far
    .slice(0, MIN_PLACES)
    .map(({ key, place }) => `${JSON.stringify(key)} ${formatPlace(place)}`);
  const more = far.length > some.length ? " and others" : "";
  const reason = `${far.length} of ${located.length} ${set.argument} ${far.length === 1 ? "is" : "are"} more than ${formatDistance(farAway)} from the others: ${some.join(", ")}${more}; are their latitudes and longitudes right?`;
  return [{ property: set.argument, reason, severity: "warning" }];
}

/** Places in the Antarctic, or north of the last towns. */
function isDeserted({ latitude }: Point): boolean {
  return latitude < -60 || latitude > 72;
}

/** The declared place of a destination, or the first of a zone; undefined if there is none. */
function placeIn(object: JsonObject | undefined): Point | undefined {
  if (object === undefined) return undefined;
  const parts = [object, ...asList(object["geofeatures"]).filter(isObject)];
  for (const { location, center, northEast, vertices } of parts) {
    const place = numbersOf(location ?? center ?? northEast ?? asList(vertices)[0]);
    if (place !== undefined) return place;
  }
  return undefined;
}
