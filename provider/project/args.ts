import type { Input } from "@pulumi/pulumi";

import type { ExtraFields } from "../extra-fields";

/**
 * A server of yours that Bluedot calls.
 *
 * @example
 * { type: "geoTrigger", url: "https://hooks.example.com/bluedot", headers: { "x-api-key": config.requireSecret("hookKey") } }
 */
export interface WebhookArgs extends ExtraFields {
  /**
   * The kind of event it reports; at most one webhook of a type in a project. (`geoTrigger` was called
   * `trigger` before 1.2.0.)
   */
  type: Input<"geoTrigger" | "tempo" | "wave" | "helloOrder">;
  /** The address that Bluedot calls: `https://` or `http://`. */
  url: Input<string>;
  /**
   * Sent with each call. Keys have no spaces; values may hold `{dynamic}` fields. Secret.
   *
   * @default none
   */
  headers?: Input<Record<string, Input<string>>>;
  /** The shape of the payload; `"default"` is the one that Bluedot's documentation shows, for `helloOrder`. */
  structure?: Input<string>;
}

/** Keys of an mParticle account that triggers are passed on to. All secret. */
export interface MparticleArgs extends ExtraFields {
  /**
   * API key of the Android input.
   *
   * @default none
   */
  androidApiKey?: Input<string>;
  /**
   * API secret of the Android input.
   *
   * @default none
   */
  androidSecretKey?: Input<string>;
  /**
   * API key of the iOS input.
   *
   * @default none
   */
  iosApiKey?: Input<string>;
  /**
   * API secret of the iOS input.
   *
   * @default none
   */
  iosSecretKey?: Input<string>;
}

/** Bluedot's partners that a Project passes its triggers on to. */
export interface IntegrationsArgs extends ExtraFields {
  /** @default none */
  mparticle?: Input<MparticleArgs>;
}

/** The arguments of a Project. */
export interface ProjectArgs extends ExtraFields {
  /**
   * The name in the console.
   *
   * @default the resource's name in the program
   */
  name?: Input<string>;
  /**
   * The time a phone waits before it fetches the rules again, in whole seconds: 300 to 172,800. A longer time
   * saves battery.
   *
   * @default 86,400 (24 h), as in the console
   */
  nextRuleUpdateInterval?: Input<number>;
  /**
   * Servers of yours that receive triggers; at most one of a type, in any order.
   *
   * @default none
   */
  webhooks?: Input<Input<WebhookArgs>[]>;
  /**
   * The Web API key of a Firebase project, with which Bluedot pushes zones to phones. Secret.
   *
   * @default none
   */
  firebaseApiKey?: Input<string>;
  /** @default none */
  integrations?: Input<IntegrationsArgs>;
  /**
   * Delete the project although it still holds zones that this stack does not manage, or has left undeleted
   * (`deletedWith`, `retainOnDelete`); they are deleted with it.
   *
   * @default false, and such a project is not deleted
   */
  forceDestroy?: Input<boolean>;
}
