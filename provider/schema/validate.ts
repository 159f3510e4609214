/** Validates a resource's arguments without the network: all faults at once, unknown values skipped. */
import { closestOf } from "../suggestions";
import { isObject, isString, stableText, type Json, type JsonObject } from "../json";
import {
  holdsSecret,
  isSecret,
  type Field,
  type Diagnostic,
  type Leaf,
  type ListField,
  type MapField,
  type ObjectField,
  type VariantsField,
} from "./field";
import { isSecretAt } from "./secrets";
import { kindOf, display } from "./display";
import { isUnknown } from "./unknown";
import { step } from "./walk";

/** The faults and warnings of `value`. A secret value is validated but not shown. */
export function validate(field: Field, value: Json, path = "", secret = false): Diagnostic[] {
  if (isUnknown(value)) return [];
  return step(
    field,
    value,
    (shape, object) => objectFaults(shape, object, path, secret),
    (list, elements) => listFaults(list, elements, path, secret),
    () => wholeFaults(field, value, path, secret),
  );
}

/** The faults of a value that has no fields of its own, or is of another kind than its field. */
function wholeFaults(field: Field, value: Json, path: string, secret: boolean): Diagnostic[] {
  switch (field.kind) {
    case "leaf":
      return leafFaults(field, value, path, secret);
    case "list":
      return [notAn("a list", field, value, path, secret)];
    case "map":
      return isObject(value)
        ? mapFaults(field, value, path, secret)
        : [notAn("a map", field, value, path, secret)];
    case "variants":
      if (isObject(value)) return typeFaults(field, value, path, secret);
      break;
    case "any":
      if (isObject(value)) return [];
      break;
    case "object":
  }
  return [notAn("an object", field, value, path, secret)];
}

function leafFaults(field: Leaf, value: Json, path: string, secret: boolean): Diagnostic[] {
  if (field.schema.safeParse(value).success) return [];
  const reason = mustBe(display(field, value), field.schema.description ?? "another value", secret);
  return [{ property: path, reason }];
}

function objectFaults(field: ObjectField, value: JsonObject, path: string, secret: boolean): Diagnostic[] {
  const faults: Diagnostic[] = [];
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(field.properties, key)) faults.push(unknownProperty(field, key, path));
  }
  for (const [key, property] of Object.entries(field.properties)) {
    const part = value[key];
    if (part !== undefined) {
      faults.push(...validate(property.field, part, below(path, key), secret || property.secret === true));
    } else if (property.required) {
      faults.push({ property: below(path, key), reason: "it is missing, and it is required" });
    }
  }
  for (const clash of extraFieldClashes(field, value)) {
    faults.push({
      property: below(path, `extraFields.${clash}`),
      reason: `\`${clash}\` has a property of its own; declare it there`,
    });
  }
  for (const rule of field.rules) {
    for (const judgement of rule(value)) {
      const hidden = secret || ruledSecret(field) ? { reason: hiddenReason } : {};
      faults.push({ ...judgement, ...hidden, property: below(path, judgement.property) });
    }
  }
  return faults;
}

/** True if a property that rules compare is a secret, since a message may show any. Rules compare no maps. */
function ruledSecret({ properties }: ObjectField): boolean {
  return Object.values(properties).some(
    (property) => property.field.kind !== "map" && property.field.kind !== "any" && isSecret(property),
  );
}

const hiddenReason =
  "it is not as the limits in docs/limits.md have it (what is wrong is not shown, since it is a secret)";

/** `extraFields` is for what has no property yet: it may not set one in secret. */
function extraFieldClashes(field: ObjectField, value: JsonObject): string[] {
  const extra = value["extraFields"];
  if (!isObject(extra)) return [];
  return Object.keys(extra).filter((key) => key === "_id" || Object.hasOwn(field.properties, key));
}

function unknownProperty(field: ObjectField, key: string, path: string): Diagnostic {
  const close = closestOf(key, Object.keys(field.properties));
  const advice =
    close !== undefined
      ? `did you mean \`${close}\`?`
      : "properties: " +
        Object.keys(field.properties)
          .map((known) => `\`${known}\``)
          .join(", ");
  return { property: below(path, key), reason: `unknown property \`${key}\`; ${advice}` };
}

/** The faults of a type that selects no variant. */
function typeFaults(field: VariantsField, value: JsonObject, path: string, secret: boolean): Diagnostic[] {
  const type = value["type"];
  if (isUnknown(type)) return [];
  const words = Object.keys(field.variants);
  const property = below(path, "type");
  const expects = `one of ${words.map((word) => `"${word}"`).join(", ")}`;
  if (type === undefined) return [{ property, reason: `it is missing, and must be ${expects}` }];
  const isHidden = secret || isSecretAt(field, "type");
  const close = isString(type) ? closestOf(type, words) : undefined;
  const advice = close === undefined ? "" : `; did you mean "${close}"?`;
  return [
    {
      property,
      reason:
        mustBe(isString(type) ? stableText(type) : kindOf(type), expects, isHidden) +
        (isHidden ? "" : advice),
    },
  ];
}

function listFaults(field: ListField, value: Json[], path: string, secret: boolean): Diagnostic[] {
  const each = value.map((element, at) => validate(field.element, element, `${path}[${at}]`, secret));
  const faults =
    field.element.kind === "object" && field.key === undefined ? foldedParts(each, path) : each.flat();
  const atLeast = field.atLeast ?? 0;
  if (value.length < atLeast) {
    faults.push({
      property: path,
      reason: `it has ${value.length} of ${field.noun}, but needs ${atLeast} or more`,
    });
  }
  return field.unique === undefined
    ? faults
    : [...faults, ...repeated(field, field.unique, value, path, secret)];
}

/** A fault of many points of one outline, such as numbers of another system, is reported once. */
function foldedParts(each: readonly Diagnostic[][], path: string): Diagnostic[] {
  const partOf = ({ property }: Diagnostic) => property.slice(path.length).replace(/^\[\d+\]/, "");
  return [...Map.groupBy(each.flat(), partOf).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined || alike.length <= 3) return alike;
    return [{ ...first, reason: `${first.reason} (and ${alike.length - 1} more like it)` }];
  });
}

function repeated(
  field: ListField,
  words: string,
  value: Json[],
  path: string,
  secret: boolean,
): Diagnostic[] {
  const first = new Map<string, number>();
  const isHidden = secret || (field.element.kind === "object" && isSecretAt(field.element, field.key ?? ""));
  return value.flatMap((element, at) => {
    const key = field.key !== undefined && isObject(element) ? element[field.key] : undefined;
    if (!isString(key) || isUnknown(key)) return [];
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, at);
      return [];
    }
    return [
      {
        property: `${path}[${at}].${field.key}`,
        reason: `${isHidden ? "its value (a secret)" : `"${key}"`} is used by ${path}[${before}] too; ${words}`,
      },
    ];
  });
}

function mapFaults(field: MapField, value: JsonObject, path: string, secret: boolean): Diagnostic[] {
  const faults: Diagnostic[] = [];
  for (const [key, part] of Object.entries(value)) {
    const property = `${path}["${key}"]`;
    if (field.keys && !field.keys.safeParse(key).success) {
      // The text after the space may be a value that was written into the key.
      const named = secret ? `a key (it begins "${key.split(/\s/)[0]}")` : `the key "${key}"`;
      faults.push({
        property: secret ? path : property,
        reason: `${named} must be ${field.keys.description}`,
      });
      continue;
    }
    if (!isUnknown(part) && !field.values.safeParse(part).success) {
      faults.push({ property, reason: mustBe(kindOf(part), field.values.description ?? "text", secret) });
    }
  }
  const count = Object.keys(value).length;
  if (field.atMost !== undefined && count > field.atMost) {
    faults.push({ property: path, reason: `it has ${count} pairs, but may have at most ${field.atMost}` });
  }
  return faults;
}

function notAn(what: string, field: Field, value: Json, path: string, secret: boolean): Diagnostic {
  return { property: path, reason: mustBe(kindOf(value), what, secret || holdsSecret(field)) };
}

/** @param is the value as a message shows it */
function mustBe(is: string, expects: string, secret: boolean): string {
  return secret ? `its value (a secret) must be ${expects}` : `it is ${is}, but must be ${expects}`;
}

/** The path of a part: `center.latitude`. */
export function below(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
