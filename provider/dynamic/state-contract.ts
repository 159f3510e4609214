/** What every state holds for ever: how a resource names its type and its handler. */

/** `Zone` → `pulumi-nodejs:dynamic/bluedot:Zone` */
export function typeToken(noun: string): string {
  return `pulumi-nodejs:dynamic/bluedot:${noun}`;
}

/** The module that every state names. */
export const HANDLERS = "pulumi-bluedot/handlers";

/** What the engine evaluates to find the handler, an export of `pulumi-bluedot/handlers`. */
export function handlerString(handler: string): string {
  return `exports.handler = () => require("${HANDLERS}").${handler}`;
}
