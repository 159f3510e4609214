/** Values on both sides of what a field's declaration says, and the messages about the wrong ones. */
import { z } from "zod";

import type { Json } from "../../provider/json";
import { isSecret, type Leaf, type ListField, type MapField } from "../../provider/schema/field";
import { formatOf } from "./formats";
import { limitsOf, type NamedProperty } from "./properties";

interface Examples {
  /** As the page says it. */
  readonly rule: string;
  readonly right: readonly Json[];
  /** The first of them is shown on the page. */
  readonly wrong: readonly Wrong[];
}

interface Wrong {
  readonly value: Json;
  /** The path of the fault, within the value. */
  readonly part: string;
  readonly words: RegExp;
}

type MustBe = (value: Json, expects: string, part?: string) => Wrong;

/** @param usual the property's value in an object in which all is right */
export function examplesOf({ property, kinds }: NamedProperty, usual: Json | undefined): Examples {
  const shown = isSecret(property) ? "its value \\(a secret\\)" : "it is .+, but";
  const mustBe: MustBe = (value, expects, part = "") => ({
    value,
    part,
    words: new RegExp(`^${shown} must be ${escaped(expects)}$`),
  });
  const { field } = property;
  if (kinds !== undefined) return ofKinds(kinds, mustBe);
  switch (field.kind) {
    case "leaf":
      return ofLeaf(field, mustBe);
    case "list":
      return ofList(field, usual, mustBe);
    case "map":
      return ofMap(field, mustBe);
    case "object":
    case "variants":
    case "any":
      // Right ones have rows of their own.
      return { rule: "an object", right: [], wrong: [mustBe("here", "an object"), mustBe([], "an object")] };
  }
}

/** A property that says which other properties there are. */
function ofKinds(kinds: readonly string[], mustBe: MustBe): Examples {
  const [first = ""] = kinds;
  const rule = `one of ${kinds.map((kind) => `"${kind}"`).join(", ")}`;
  const misspelt = first.charAt(0).toUpperCase() + first.slice(1);
  const advised = `${rule}; did you mean "${first}"?`;
  return { rule, right: [], wrong: [mustBe(misspelt, advised), mustBe("something else", rule)] };
}

function ofLeaf(field: Leaf, mustBe: MustBe): Examples {
  const { schema } = field;
  const expects = schema.description ?? "";
  const both = (right: readonly Json[], wrong: readonly Json[]) => ({
    rule: expects.replace(/, such as .*/, ""),
    right,
    wrong: wrong.map((value) => mustBe(value, expects)),
  });
  if (schema instanceof z.ZodBoolean) return both([true, false], ["yes", 1]);
  if (schema instanceof z.ZodEnum) return both(schema.options, ["something else", 42]);
  if (schema instanceof z.ZodNumber) {
    const limits = limitsOf(field);
    const isWhole = schema.format === "safeint";
    const within = limits.map(({ at, side }) => at - side / 2);
    const beyond = limits.map(({ at, side }) => (isWhole ? at + side : Number((at + side / 10).toFixed(1))));
    const bounds = limits.map(({ at }) => at);
    return isWhole
      ? both(bounds, [...beyond, ...within, ...bounds.map(String)])
      : both([...bounds, ...within], [...beyond, ...bounds.map(String)]);
  }
  const { right, wrong } = formatOf(field);
  return both(right, [...wrong, 42]);
}

function ofList(
  { element, atLeast = 0, noun }: ListField,
  usual: Json | undefined,
  mustBe: MustBe,
): Examples {
  const long = Array.isArray(usual) ? usual : [];
  const parts = element.kind === "leaf" ? ofLeaf(element, mustBe) : undefined;
  // The second of two, so that the path has to count.
  const wrongParts = (parts?.wrong ?? []).map(({ value, words }) => ({
    value: [...(parts?.right.slice(0, 1) ?? []), value],
    part: "[1]",
    words,
  }));
  const short: Wrong = {
    value: long.slice(0, atLeast - 1),
    part: "",
    words: new RegExp(`^it has ${atLeast - 1} of ${noun}, but needs ${atLeast} or more$`),
  };
  return {
    rule:
      (atLeast === 0 ? "a list" : `a list of ${atLeast} or more`) + (parts ? `; each is ${parts.rule}` : ""),
    right: [long.slice(0, atLeast), ...(parts?.right ?? []).map((value) => [value])],
    wrong: [...(atLeast === 0 ? [] : [short]), ...wrongParts, mustBe({}, "a list")],
  };
}

/** The number of pairs and the format of keys have rows of their own. */
function ofMap({ values, keys }: MapField, mustBe: MustBe): Examples {
  const expects = values.description ?? "";
  return {
    rule: `a map of ${expects}`,
    right: [{}, { store: "" }, ...(keys === undefined ? [{ "with a space": "42" }] : [])],
    wrong: [mustBe({ store: 42 }, expects, '["store"]'), mustBe(["42"], "a map")],
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
