/** Whether the program asks for something else than a set has made. No network. */
import type { JsonObject } from "../json";
import type { Verdict } from "../lifecycle/diff";
import { same } from "../schema/canonical";
import { holdsUnknown } from "../schema/unknown";
import type { SetDefinition } from "./definition";
import { planOf } from "./plan";
import { heldIn } from "./state";

export function diffSet(set: SetDefinition, olds: JsonObject, news: JsonObject): Verdict {
  const replaces = set.shared.filter((name) => {
    const property = set.fields.properties[name];
    return property?.replaces === true && !same(property.field, olds[name], news[name], news);
  });
  const isNeeded =
    replaces.length > 0 || holdsUnknown(news[set.objects]) || planOf(set, olds, heldIn(olds), news).isNeeded;
  // Told that something changes, and not what, the engine would show every object whole; asked, it finds which.
  return { changes: isNeeded ? undefined : false, replaces };
}
