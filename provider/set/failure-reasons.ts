/** Groups failures by reason: the same status and message, without the names, keys, ids and numbers of an object. */
import { BluedotError } from "../errors";
import { isObject, isString, type Json } from "../json";
import { causeOf, PartialStateError } from "../lifecycle/partial-state-error";
import { keyOf, type Step } from "./plan";

/** A text that is equal for failures of one reason. */
export function reasonOf(error: unknown, step: Step): string {
  const cause = causeOf(error);
  const { kind = "", status = "" } = cause instanceof BluedotError ? cause : {};
  const ownTexts = [
    keyOf(step),
    ...(step.do === "create" ? [] : [step.recorded.id]),
    ...(error instanceof PartialStateError ? [error.id] : []),
    ...textsIn(step.declared),
  ];
  const message = [...new Set(ownTexts)]
    .sort((a, b) => b.length - a.length)
    .reduce(
      (rest, text) => rest.replaceAll(text.length < SHORT ? JSON.stringify(text) : text, "…"),
      messageOf(error),
    );
  return [kind, status, message.replace(UUID, "…").replace(/\d+(\.\d+)?/g, "…")].join(" ");
}

/** A shorter text may be a part of any word, so it counts only in quotes. */
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
