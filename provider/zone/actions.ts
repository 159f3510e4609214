/** The actions of a phone when a Zone triggers, in the order of their list. */
import type { Input } from "@pulumi/pulumi";

import type { ExtraFields } from "../extra-fields";

/**
 * Shows a message.
 *
 * @example
 * { type: "message", title: "Welcome", message: "Your order is ready at the counter." }
 */
export interface MessageActionArgs extends ExtraFields {
  type: Input<"message">;
  /** Its heading, not empty. */
  title: Input<string>;
  /** Its text, not empty. */
  message: Input<string>;
}

/**
 * Opens an address.
 *
 * @example
 * { type: "url", url: "https://example.com/offers" }
 */
export interface UrlActionArgs extends ExtraFields {
  type: Input<"url">;
  /** Absolute; an app's own scheme is allowed. */
  url: Input<string>;
}

/** One action of a Zone, discriminated by `type`. */
export type ActionArgs = MessageActionArgs | UrlActionArgs;
