/** The engine's placeholders for values that it does not print. */
import { isObject, isString } from "../provider/json";

export type Placeholder = "secret" | "known after up";

/** In a plan: the whole text of a secret. */
export const secretText = "[secret]";
/** In a state: the key of an object that holds the ciphertext. */
const secretKey = "4dabf18193072939515e22adb298388d";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The placeholder that a value is. */
export function placeholderOf(value: unknown): Placeholder | undefined {
  if (isString(value))
    return value === secretText ? "secret" : value === unknown ? "known after up" : undefined;
  return isObject(value) && Object.hasOwn(value, secretKey) ? "secret" : undefined;
}

/** The placeholder that a value is or holds, at any depth. */
export function placeholderIn(value: unknown): Placeholder | undefined {
  const whole = placeholderOf(value);
  if (whole !== undefined || typeof value !== "object" || value === null) return whole;
  for (const part of Object.values(value)) {
    const found = placeholderIn(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
