/** Validates a set, and each of its objects as a resource of its own, without the network. */
import { isObject, isString, type Json, type JsonObject } from "../json";
import { validate } from "../schema/validate";
import { withDefaults } from "../schema/defaults";
import type { Diagnostic } from "../schema/field";
import { isUnknown } from "../schema/unknown";
import { checkedWith, type Checked } from "../lifecycle/check";
import { isHidden, withoutHidden } from "../lifecycle/hidden-state";
import { validatePlaces } from "./validate-places";
import { isMarked, objectIn, textsIn, withKey, type SetDefinition } from "./definition";

/**
 * `inputs` hold the texts unchanged: defaults of an object are filled in when its text is read, so that an equal text of
 * the last run need not be validated again.
 */
export function checkSet(set: SetDefinition, olds: JsonObject, news: JsonObject): Checked {
  const own = withoutHidden(news);
  const inputs = withDefaults(set.fields, own);
  const places = isMarked(news) ? [] : validatePlaces(set, olds, news);
  const areAllSwapped = places.some(({ severity }) => severity !== "warning");
  const diagnostics = [
    ...validate(set.fields, own, "", isMarked(news)),
    ...places,
    // Each object would repeat the same error.
    ...(areAllSwapped ? [] : validateObjects(set, olds, news)),
    ...(set.of.idField === "destinationId" ? repeatedIds(set, news) : []),
  ];
  const kept = Object.fromEntries(Object.entries(news).filter(([name]) => isHidden(name)));
  return checkedWith({ ...(isObject(inputs) ? inputs : own), ...kept }, diagnostics);
}

function validateObjects(set: SetDefinition, olds: JsonObject, news: JsonObject): Diagnostic[] {
  const before = textsIn(set, olds);
  const secret = isMarked(news);
  return [...(textsIn(set, news) ?? [])].flatMap(([key, text]) =>
    isUnknown(text) || before?.get(key) === text ? [] : validateObject(set, key, text, secret),
  );
}

function validateObject(set: SetDefinition, key: string, text: Json, secret: boolean): Diagnostic[] {
  const path = pathOf(set, key);
  const object = objectIn(text);
  if (object === undefined) return [{ property: path, reason: `it must be a ${set.of.noun} as an object` }];
  const extra = isObject(object["extraFields"]) ? object["extraFields"] : {};
  const sharedNames = set.shared.filter((name) => !(name in set.element.properties));
  const rest = Object.entries(object).filter(([name]) => !sharedNames.includes(name));
  return [
    ...sharedNames.flatMap((name) => [
      ...(object[name] === undefined ? [] : [forAll(set, name, `${path}.${name}`)]),
      // The field is not sent, so that the value in the API would be permanent drift.
      ...(Object.hasOwn(extra, name) ? [forAll(set, name, `${path}.extraFields.${name}`)] : []),
    ]),
    ...validate(
      set.element,
      withDefaults(set.element, withKey(set, key, Object.fromEntries(rest))),
      path,
      secret,
    ),
  ];
}

function forAll({ argument }: SetDefinition, name: string, property: string): Diagnostic {
  return { property, reason: `the set has one \`${name}\` for all its ${argument}; declare it there` };
}

/** An id of the program names one object only. */
function repeatedIds(set: SetDefinition, news: JsonObject): Diagnostic[] {
  const first = new Map<Json, string>();
  return [...(textsIn(set, news) ?? [])].flatMap(([key, text]) => {
    const object = objectIn(text);
    const id = object && withKey(set, key, object)[set.of.idField];
    if (!isString(id) || isUnknown(id)) return [];
    const other = first.get(id);
    if (other === undefined) first.set(id, key);
    return other === undefined
      ? []
      : [
          {
            property: `${pathOf(set, key)}.${set.of.idField}`,
            reason: `"${id}" is that of ${pathOf(set, other)} too`,
          },
        ];
  });
}

function pathOf({ argument }: SetDefinition, key: string): string {
  return `${argument}[${JSON.stringify(key)}]`;
}
