/** Which zones a query is about. */
import { z } from "zod";

import { id, type Point } from "../entities/fields";
import type { StoredGeofeature, StoredZone } from "../entities/zone";
import { checked } from "../errors";

const coordinates = z
  .string()
  .regex(
    /^[-+]?([1-8]?\d(\.\d+)?|90(\.0+)?),\s*[-+]?(180(\.0+)?|((1[0-7]\d)|([1-9]?\d))(\.\d+)?)$/,
    "must be written lat,long",
  )
  .transform((text): Point => {
    const [latitude = NaN, longitude = NaN] = text.split(",").map(Number);
    return { latitude, longitude };
  });

const query = z
  .object({
    projectId: id,
    tags: z.string().optional(),
    textSearchTerm: z.string().optional(),
    northeast: coordinates.optional(),
    southwest: coordinates.optional(),
    customDataKey: z.string().optional(),
    customDataValue: z.string().optional(),
  })
  .refine(({ northeast, southwest }) => (northeast === undefined) === (southwest === undefined), {
    path: ["northeast"],
    message: "and southwest are given together",
  });

type Query = z.output<typeof query>;
type Filter = (zone: StoredZone) => boolean;

/** The project of a query and what its zones must fulfil; no filter when all are wanted. */
export function zoneQuery(sent: Record<string, string>): { projectId: string; wanted: Filter | undefined } {
  const asked = checked(query, sent);
  const filters = [withTags(asked), withText(asked), inBox(asked), withCustomData(asked)].filter(
    (filter) => filter !== undefined,
  );
  const wanted: Filter = (zone) => filters.every((filter) => filter(zone));
  return { projectId: asked.projectId, wanted: filters.length === 0 ? undefined : wanted };
}

/** Any of the tags, separated by commas. */
function withTags({ tags }: Query): Filter | undefined {
  const asked = words(tags);
  if (asked.length === 0) return undefined;
  return (zone) => asked.some((tag) => zone.tags?.includes(tag));
}

/** Any of the terms, separated by commas, anywhere in name or description, in either case. */
function withText({ textSearchTerm }: Query): Filter | undefined {
  const asked = words(textSearchTerm?.toLowerCase());
  if (asked.length === 0) return undefined;
  return (zone) => {
    const description = typeof zone["description"] === "string" ? zone["description"] : "";
    const searched = `${zone.name}\n${description}`.toLowerCase();
    return asked.some((term) => searched.includes(term));
  };
}

/** A point of one of the zone's geofeatures in the box. */
function inBox({ northeast, southwest }: Query): Filter | undefined {
  if (northeast === undefined || southwest === undefined) return undefined;
  const width = eastOf(southwest.longitude, northeast.longitude);
  const holds = ({ latitude, longitude }: Point) =>
    latitude >= southwest.latitude &&
    latitude <= northeast.latitude &&
    eastOf(southwest.longitude, longitude) <= width;
  return (zone) => zone.geofeatures.some((fence) => pointsOf(fence).some(holds));
}

/** A pair of customData with the key, or the value, or both. */
function withCustomData({ customDataKey: key, customDataValue: value }: Query): Filter | undefined {
  if (key === undefined && value === undefined) return undefined;
  return (zone) =>
    Object.entries(zone.customData ?? {}).some(
      ([itsKey, itsValue]) =>
        (key === undefined || key === itsKey) && (value === undefined || value === itsValue),
    );
}

function words(list = ""): string[] {
  return list
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** Degrees from one longitude eastward to another, 0 to 360: a box may cross the antimeridian, or be the world. */
function eastOf(from: number, to: number): number {
  const degrees = to - from;
  return degrees < 0 ? degrees + 360 : degrees;
}

function pointsOf(fence: StoredGeofeature): Point[] {
  const single = [fence.center, fence.northEast, fence.southWest, fence.location];
  return [...single, ...(fence.vertices ?? [])].filter((point) => point !== undefined);
}
