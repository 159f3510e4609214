/** What only the places of many objects together show: a few that lie far from all others, or a file that is swapped. */
import { farAway, outliersAmong } from "../../geometry/outliers";
import type { Point } from "../../geometry/point";
import { isSurelySwapped } from "../../geometry/swap";
import { isObject, type Json, type JsonObject } from "../json";
import type { Diagnostic } from "../schema/field";
import { listed, numbersOf } from "../location/places";
import { shownDistance, shownPlace, turned } from "../location/wording";
import { objectIn, textsIn, type SetDefinition } from "./definition";

interface Located {
  readonly key: string;
  readonly text: Json;
  readonly place: Point;
}

/** So many say something together. */
const enough = 3;

/**
 * One fault in place of one for each row where all are swapped for certain, and warnings where it is likely, or where a
 * few are far away. What is recorded already is not judged again.
 */
export function judgePlaces(set: SetDefinition, olds: JsonObject, news: JsonObject): Diagnostic[] {
  const before = textsIn(set, olds);
  const all = [...(textsIn(set, news) ?? [])];
  const isNew = ({ key, text }: { key: string; text: Json }) => before?.get(key) !== text;
  if (!all.some(([key, text]) => isNew({ key, text }))) return [];
  const located = all.flatMap(([key, text]): Located[] => {
    const place = placeIn(objectIn(text));
    return place === undefined ? [] : [{ key, text, place }];
  });
  const [first] = located;
  if (first === undefined || located.length < enough) return [];
  const every = `all ${located.length} ${set.objects}`;
  const example = `${shownPlace(first.place)} of ${JSON.stringify(first.key)}`;
  const meant = shownPlace(turned(first.place));
  if (located.every(({ place }) => isSurelySwapped(place))) {
    const reason = `${every} look swapped: ${example} is no place, but ${meant} is; swap latitude and longitude of every row`;
    return [{ property: set.objects, reason }];
  }
  if (located.every(({ place }) => isDeserted(place) && !isDeserted(turned(place)))) {
    const reason = `${every} look swapped: ${example} is where nobody lives, but ${meant} is not; did you swap latitude and longitude of every row?`;
    return [{ property: set.objects, reason, severity: "warning" }];
  }
  const far = outliersAmong(located.map(({ place }) => place)).flatMap((at) => located[at] ?? []);
  if (!far.some(isNew)) return [];
  const some = far.slice(0, enough).map(({ key, place }) => `${JSON.stringify(key)} ${shownPlace(place)}`);
  const more = far.length > some.length ? " and others" : "";
  const reason = `${far.length} of ${located.length} ${set.objects} ${far.length === 1 ? "is" : "are"} more than ${shownDistance(farAway)} from the others: ${some.join(", ")}${more}; are their latitudes and longitudes right?`;
  return [{ property: set.objects, reason, severity: "warning" }];
}

/** In the Antarctic, and north of the last towns. */
function isDeserted({ latitude }: Point): boolean {
  return latitude < -60 || latitude > 72;
}

/** The place of a destination, or the first of a zone, as it is declared: it may be none. */
function placeIn(object: JsonObject | undefined): Point | undefined {
  if (object === undefined) return undefined;
  const parts = [object, ...listed(object["geofeatures"]).filter(isObject)];
  for (const { location, center, northEast, vertices } of parts) {
    const place = numbersOf(location ?? center ?? northEast ?? listed(vertices)[0]);
    if (place !== undefined) return place;
  }
  return undefined;
}
