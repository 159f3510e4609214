/** Equal reasons of failures: the same status and words, but for the names, keys, ids and numbers of one object. */
import { BluedotError } from "../errors";
import { isObject, isString, type Json } from "../json";
import { keyOf, type Step } from "./plan";

/** A text that is the same for failures of one reason. */
export function reasonOf(error: unknown, step: Step): string {
  const { kind = "", status = "" } = error instanceof BluedotError ? error : {};
  const own = [keyOf(step), ...(step.do === "make" ? [] : [step.held.id]), ...textsIn(step.declared)];
  const words = [...new Set(own)]
    .sort((a, b) => b.length - a.length)
    .reduce(
      (rest, text) => rest.replaceAll(text.length < SHORT ? JSON.stringify(text) : text, "…"),
      messageOf(error),
    );
  return [kind, status, words.replace(UUID, "…").replace(/\d+(\.\d+)?/g, "…")].join(" ");
}

/** A shorter one may be a part of any word: it is taken for a name in quotes alone. */
const SHORT = 3;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function textsIn(value: Json): string[] {
  if (isString(value)) return value === "" ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
