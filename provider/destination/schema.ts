/** A Destination's properties and their limits. */
import { customData, point } from "../schema/common";
import { object, optional, required } from "../schema/field";
import { anyText, emailAddress, text, uuid } from "../schema/leaves";

export const destinationFields = object({
  destinationId: required(text, { replaces: true }),
  name: required(text),
  address: optional(anyText),
  location: optional(point),
  email: optional(emailAddress),
  customData: optional(customData, { apiDefault: {} }),
  projectId: optional(uuid),
});
