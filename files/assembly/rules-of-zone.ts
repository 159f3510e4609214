/** The properties `conditions` and `actions`: lists, or their JSON text. Limits of values are the provider's. */
import { z } from "zod";

import { isString } from "../../provider/json";
import { inspectValue } from "../../provider/program/usage-error";
import type { Property } from "../feature";
import type { Report } from "../report";
import type { ActionRow, ConditionRow } from "../zone-row";

const condition: z.ZodType<ConditionRow> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("speed"), minimumSpeed: z.number(), maximumSpeed: z.number() }),
  z.strictObject({ type: z.literal("travelDirection"), fromAngle: z.number(), toAngle: z.number() }),
  z.strictObject({
    type: z.literal("travelPath"),
    minimumGeofeaturesCrossed: z.number(),
    timeOutSeconds: z.number(),
    sequential: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal("timeActive"), fromTime: z.string(), toTime: z.string() }),
  z.strictObject({
    type: z.literal("dayRange"),
    startDate: z.string().optional(),
    endDate: z.string().optional(),
  }),
]);

const action: z.ZodType<ActionRow> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("message"), title: z.string(), message: z.string() }),
  z.strictObject({ type: z.literal("url"), url: z.string() }),
]);

export function conditionsOf(property: Property, report: Report): ConditionRow[] | undefined {
  return listOf("conditions", condition, property, report);
}

export function actionsOf(property: Property, report: Report): ActionRow[] | undefined {
  return listOf("actions", action, property, report);
}

function listOf<T>(
  name: string,
  schema: z.ZodType<T>,
  { value, place }: Property,
  report: Report,
): T[] | undefined {
  const list = isString(value) ? parsed(value) : value;
  if (!Array.isArray(list)) {
    // Files of others have columns of these names too.
    report.noteOnce(name, place, `its ${name} are no list of Bluedot's, and are passed over`);
    return undefined;
  }
  const result = z.array(schema).safeParse(list);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) {
    const [at = 0, ...rest] = path;
    const within = rest.map((step) => `.${String(step)}`).join("");
    const wrong: unknown = list[Number(at)];
    report.fault(place, `${name}[${String(at)}]${within} of ${inspectValue(wrong)} is not right: ${message}`);
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
