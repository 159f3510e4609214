/** Whether the program asks for something else than the state records. No network. */
import { stableText, type JsonObject } from "../json";
import { same } from "../schema/canonical";
import type { Definition } from "./definition";
import { isMarkedAnew } from "./marked";
import { unsettledIn } from "./unsettled";

export interface Verdict {
  /**
   * Undefined lets the engine find out from the arguments what to show; false is a true no-op, and true is for what the
   * arguments do not show.
   */
  readonly changes: boolean | undefined;
  readonly replaces: string[];
}

export function diff(definition: Definition, olds: JsonObject, news: JsonObject): Verdict {
  // The order of geofeatures counts when it counts on either side.
  const root = { ...olds, conditions: [olds["conditions"] ?? [], news["conditions"] ?? []].flat() };
  const changed = Object.entries(definition.fields.properties).filter(([key, property]) => {
    if (property.role === "instruction") return false;
    if (property.role === "local") return stableText(olds[key]) !== stableText(news[key]);
    return !same(property.field, olds[key], news[key], root);
  });
  const isOpen = unsettledIn(olds).length > 0 || isMarkedAnew(definition, olds, news);
  const replaces = changed.filter(([, property]) => property.replaces === true).map(([key]) => key);
  return { changes: changed.length === 0 ? isOpen : undefined, replaces };
}
