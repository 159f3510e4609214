/** Judges a set and each of its objects as its own resource would be judged, all at once and without the network. */
import { isObject, isString, type Json, type JsonObject } from "../json";
import { validate } from "../schema/validate";
import { withDefaults } from "../schema/defaults";
import type { Diagnostic } from "../schema/field";
import { isUnknown } from "../schema/unknown";
import type { Checked } from "../lifecycle/check";
import { isHidden } from "../lifecycle/hidden-state";
import { judgePlaces } from "./swapped-coordinates";
import { isMarked, objectIn, textsIn, withKey, type SetDefinition } from "./definition";

/**
 * `inputs` are the arguments as they came: what a text leaves to a default is filled in where the text is read, so that
 * a text of the last run is known to be judged already.
 */
export function checkSet(set: SetDefinition, olds: JsonObject, news: JsonObject): Checked {
  const own = Object.fromEntries(Object.entries(news).filter(([name]) => !isHidden(name)));
  const inputs = withDefaults(set.fields, own);
  const places = isMarked(news) ? [] : judgePlaces(set, olds, news);
  const areAllWrong = places.some(({ severity }) => severity !== "warning");
  const judgements = [
    ...validate(set.fields, own, "", isMarked(news)),
    ...places,
    // Each of them would say the same again.
    ...(areAllWrong ? [] : judgeObjects(set, olds, news)),
    ...(set.of.idField === "destinationId" ? repeatedIds(set, news) : []),
  ];
  const failures = judgements.filter(({ severity }) => severity !== "warning");
  const kept = Object.entries(news).filter(([name]) => isHidden(name));
  return {
    inputs: { ...(isObject(inputs) ? inputs : own), ...Object.fromEntries(kept) },
    failures,
    warnings: failures.length > 0 ? [] : judgements,
  };
}

function judgeObjects(set: SetDefinition, olds: JsonObject, news: JsonObject): Diagnostic[] {
  const before = textsIn(set, olds);
  const secret = isMarked(news);
  return [...(textsIn(set, news) ?? [])].flatMap(([key, text]) =>
    isUnknown(text) || before?.get(key) === text ? [] : judgeObject(set, key, text, secret),
  );
}

function judgeObject(set: SetDefinition, key: string, text: Json, secret: boolean): Diagnostic[] {
  const path = pathOf(set, key);
  const object = objectIn(text);
  if (object === undefined) return [{ property: path, reason: `it must be a ${set.of.noun} as an object` }];
  const extra = isObject(object["extraFields"]) ? object["extraFields"] : {};
  const ofTheSet = set.shared.filter((name) => !(name in set.element.properties));
  const rest = Object.entries(object).filter(([name]) => !ofTheSet.includes(name));
  return [
    ...ofTheSet.flatMap((name) => [
      ...(object[name] === undefined ? [] : [forAll(set, name, `${path}.${name}`)]),
      // It is not sent, and what the API holds in its place would be drift for ever.
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

function forAll({ objects }: SetDefinition, name: string, property: string): Diagnostic {
  return { property, reason: `the set has one \`${name}\` for all its ${objects}; declare it there` };
}

/** What the program names its objects by can name one only. */
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

function pathOf({ objects }: SetDefinition, key: string): string {
  return `${objects}[${JSON.stringify(key)}]`;
}
