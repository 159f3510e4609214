/** A zone: as a client may send it, as it is stored, and how the one becomes the other. */
import { randomUUID } from "node:crypto";
import { z } from "zod";

import { validationError } from "../errors";
import { addedFields, defaultColor, type Writing } from "./additions";
import { action, condition } from "./condition";
import { customData, id, point, text } from "./fields";
import { colored, geofeature } from "./geofeature";
import type { Kind } from "./kind";

/** The body of `POST /zones` and `PUT /zones/{zoneId}`. Other fields are kept as they were sent. */
const zoneBody = z.looseObject({
  _id: z.string().optional(),
  name: text,
  projectId: id,
  minimumRetriggerTime: z.int().min(60).max(3_599_940),
  geofeatures: z.array(geofeature).min(1),
  triggerOnExit: z.boolean().optional(),
  customData: customData.optional(),
  conditions: z.array(condition).optional(),
  tags: z.array(z.string()).optional(),
  actions: z.array(action).optional(),
  destinationId: text.optional(),
  shouldSync: z.boolean().optional(),
});

export type ZoneBody = z.output<typeof zoneBody>;

const storedGeofeature = z.looseObject({
  _id: z.string(),
  name: z.string(),
  type: z.string(),
  color: z.string().optional(),
  radius: z.number().optional(),
  center: point.optional(),
  northEast: point.optional(),
  southWest: point.optional(),
  vertices: z.array(point).optional(),
  location: point.optional(),
});

/** A zone as the emulator holds it: what tests read and change behind a client's back. */
const storedZone = z.looseObject({
  _id: z.string(),
  name: z.string(),
  projectId: z.string(),
  geofeatures: z.array(storedGeofeature),
  minimumRetriggerTime: z.number().optional(),
  triggerOnExit: z.boolean().optional(),
  customData: z.record(z.string(), z.string()).optional(),
  conditions: z.array(z.looseObject({ type: z.string() })).optional(),
  tags: z.array(z.string()).optional(),
  actions: z.array(z.looseObject({ type: z.string() })).optional(),
  destinationId: z.string().optional(),
});

/** A zone as the emulator holds it. */
export type StoredZone = z.output<typeof storedZone>;

/** A geofeature of a stored zone. */
export type StoredGeofeature = z.output<typeof storedGeofeature>;

/** A zone put into the store directly: ids may be given, and nothing is checked that the emulator can do without. */
const newZone = z.looseObject({
  ...storedZone.shape,
  _id: z.string().optional(),
  geofeatures: z.array(z.looseObject({ ...storedGeofeature.shape, _id: z.string().optional() })),
});

/** A zone to put into the emulator directly. */
export type NewZone = z.input<typeof newZone>;

export const zoneKind: Kind<StoredZone, NewZone, ZoneBody> = {
  noun: "Zone",
  key: "_id",
  keyOf: ({ _id }) => _id,
  projectOf: ({ projectId }) => projectId,
  body: zoneBody,
  stored: storedZone,
  given: newZone,
  from: zoneFrom,
  seed: zoneSeed,
  searched: (zone) => `${zone.name}\n${typeof zone["description"] === "string" ? zone["description"] : ""}`,
};

function zoneFrom(body: ZoneBody, previous: StoredZone | undefined, writing: Writing): StoredZone {
  const sent = { ...body };
  // An instruction, no state.
  delete sent.shouldSync;
  return {
    _id: previous?._id ?? randomUUID(),
    triggerOnExit: false,
    ...(writing.additions.includes("emptyLists")
      ? { customData: {}, conditions: [], tags: [], actions: [] }
      : {}),
    ...sent,
    geofeatures: identified(body.geofeatures, previous).map((fence) => painted(fence, writing)),
    ...addedFields(writing, previous),
  };
}

function zoneSeed(given: NewZone, writing: Writing): StoredZone {
  return {
    ...given,
    triggerOnExit: given.triggerOnExit ?? false,
    _id: given._id ?? randomUUID(),
    geofeatures: given.geofeatures.map((fence) =>
      painted({ ...fence, _id: fence._id ?? randomUUID() }, writing),
    ),
    ...addedFields(writing, given),
  };
}

/** Keeps the ids that were sent back, mints the missing ones, refuses the rest. */
function identified(
  geofeatures: ZoneBody["geofeatures"],
  previous: StoredZone | undefined,
): StoredGeofeature[] {
  const known = new Set(previous?.geofeatures.map((fence) => fence._id));
  const unknown: Record<string, string> = {};
  const result = geofeatures.map((fence, index) => {
    const _id = fence._id ?? randomUUID();
    // Each known id is taken once, so that a repeated one is unknown the second time.
    if (fence._id !== undefined && !known.delete(fence._id))
      unknown[`geofeatures[${index}]._id`] = "is not the id of a geofeature of this zone";
    return { ...fence, _id };
  });
  if (Object.keys(unknown).length > 0) throw validationError(unknown);
  return result;
}

function painted(fence: StoredGeofeature, { additions }: Writing): StoredGeofeature {
  const paint = additions.includes("color") && fence.color === undefined && colored.includes(fence.type);
  return paint ? { ...fence, color: defaultColor } : fence;
}
