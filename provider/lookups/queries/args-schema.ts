/** The arguments of the functions, validated before any request. */
import { z } from "zod";

import { BluedotError } from "../../errors";
import { isObject, present } from "../../json";

const text = z.string("must be text").min(1, "must not be empty");

const degrees = (most: number) =>
  z
    .number("must be a number of degrees")
    .min(-most, `must be ${-most} degrees or more`)
    .max(most, `must be ${most} degrees or less`);

const corner = z.strictObject({ latitude: degrees(90), longitude: degrees(180) }, "must be a point");

const tag = text.refine(
  (value) => !value.includes(","),
  "has a comma, and the API would take it for two tags",
);

/** Either of two ways to say which one is meant. */
function either<One extends z.ZodType, Other extends z.ZodType>(one: One, other: Other, expects: string) {
  return z.union([one, other], `needs ${expects}, and nothing else`);
}

const byId = z.strictObject({ id: text });
const byName = z.strictObject({ name: text });

export const schemas = {
  getProject: either(byId, byName, "an id or a name"),
  getProjects: z.strictObject({ textSearchTerm: text.optional() }),
  getZone: either(byId, z.strictObject({ name: text, projectId: text }), "an id, or a name and a projectId"),
  getZones: z
    .strictObject({
      projectId: text,
      tags: z.array(tag, "must be a list").optional(),
      textSearchTerm: text.optional(),
      northEast: corner.optional(),
      southWest: corner.optional(),
      customDataKey: text.optional(),
      customDataValue: text.optional(),
    })
    .refine(({ northEast, southWest }) => (northEast === undefined) === (southWest === undefined), {
      message: "northEast and southWest are given together or not at all",
    }),
  getDestination: either(
    z.strictObject({ destinationId: text }),
    z.strictObject({ name: text, projectId: text.optional() }),
    "a destinationId, or a name and perhaps a projectId",
  ),
  getBeacon: either(byId, byName, "an id or a name"),
  getTags: z.strictObject({ projectId: text }),
};

/** @throws BluedotError, which names everything that is wrong */
export function checked<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  given: unknown,
): z.output<Schema> {
  const read = schema.safeParse(isObject(given) ? present(given) : given);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => {
    if (issue.code === "unrecognized_keys") return `it takes no argument ${issue.keys.join(", ")}`;
    return issue.path.length === 0 ? issue.message : `${issue.path.join(".")} ${issue.message}`;
  });
  throw new BluedotError("refused", `${name}: ${faults.join("; ")}.`);
}
