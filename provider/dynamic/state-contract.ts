/** Everything in a state that has to stay as it is: see docs/state.md. */
import type { HiddenName } from "../lifecycle/hidden-state";

export { FORMAT_VERSION } from "../set/state-format";

/** The keys of hidden values. The engine shows no key that begins with two underscores. */
export const STATE_KEYS = {
  provider: "__provider",
  account: "__account",
  created: "__created",
  import: "__import",
  lookedUp: "__lookedUp",
  masked: "__veiled",
  name: "__as",
  objects: "__objects",
  pending: "__unsettled",
  secret: "__secret",
} as const satisfies Record<HiddenName | "provider", `__${string}`>;

/** `Zone` → `pulumi-nodejs:dynamic/bluedot:Zone` */
export function typeToken(noun: string): string {
  return `pulumi-nodejs:dynamic/bluedot:${noun}`;
}

/** The module that every state names. */
export const HANDLERS = "pulumi-bluedot/handlers";

/** The code that the engine evaluates to find the handler, an export of `pulumi-bluedot/handlers`. */
export function handlerString(handler: string): string {
  return `exports.handler = () => require("${HANDLERS}").${handler}`;
}
