/** Selects the entities of a query. */
import type { Context } from "hono";
import { z } from "zod";

import { id } from "../entities/fields";
import type { CollectionName, Entities } from "../entities/kinds";
import type { StoredZone } from "../entities/zone";
import { checked } from "../errors";
import type { Store } from "../store/store";
import { coordinates, placeIn, type Box } from "./box";
import { withText, words, type Listed } from "./collection";

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

const corners = z.object({ northeast: coordinates, southwest: coordinates });

type Query = z.output<typeof query>;
type Filter = (zone: StoredZone) => boolean;

const accountQuery = z.object({ accountId: id.optional(), textSearchTerm: z.string().optional() });

/** A list that may name an account: the same for every account, since all share what the emulator holds. */
export function listOfAccount<K extends CollectionName>(
  name: K,
  store: Store,
): (c: Context) => Listed<Entities[K]> {
  return (c) => {
    const { textSearchTerm } = checked(accountQuery, c.req.query());
    return { rows: store.of(name).rows(), wanted: withText(name, textSearchTerm) };
  };
}

/** The project of a query and what its zones must fulfil; no filter when all are wanted. */
export function zoneQuery(sent: Record<string, string>): { projectId: string; wanted: Filter | undefined } {
  const asked = checked(query, sent);
  const filters = [
    withTags(asked),
    withText("zones", asked.textSearchTerm),
    inBox(asked),
    withCustomData(asked),
  ].filter((filter) => filter !== undefined);
  const wanted: Filter = (zone) => filters.every((filter) => filter(zone));
  return { projectId: asked.projectId, wanted: filters.length === 0 ? undefined : wanted };
}

/** The box of a query that needs one. */
export function boxOf(sent: Record<string, string>): Box {
  return checked(corners, sent);
}

/** Any of the tags, separated by commas. */
function withTags({ tags }: Query): Filter | undefined {
  const asked = words(tags);
  if (asked.length === 0) return undefined;
  return (zone) => asked.some((tag) => zone.tags?.includes(tag));
}

/** A point of one of the zone's geofeatures in the box. */
function inBox({ northeast, southwest }: Query): Filter | undefined {
  if (northeast === undefined || southwest === undefined) return undefined;
  const box = { northeast, southwest };
  return (zone) => placeIn(box, zone) !== undefined;
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
