/** Validates the tags of a zone. */
import { isString } from "../../json";
import type { Diagnostic, Rule } from "../../schema/field";
import { isUnknown } from "../../schema/unknown";
import { asList } from "../../location/places";

/** For a zone: a warning for a repeated tag. */
export const tagsRule: Rule = ({ tags }) => {
  const first = new Map<string, number>();
  return asList(tags).flatMap((tag, at): Diagnostic[] => {
    if (!isString(tag) || isUnknown(tag)) return [];
    const before = first.get(tag);
    if (before === undefined) {
      first.set(tag, at);
      return [];
    }
    const reason = `it is the same as tags[${before}]; leave one of the two out`;
    return [{ property: `tags[${at}]`, reason, severity: "warning" }];
  });
};
