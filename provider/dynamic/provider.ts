import * as pulumi from "@pulumi/pulumi";

import { validateProvider } from "../program/validate-program";

/** The arguments of a Provider. Environment variables (`BLUEDOT_EMAIL` and so on) replace those left out. */
export interface ProviderArgs {
  /**
   * The e-mail address that signs in.
   *
   * @default `BLUEDOT_EMAIL`
   */
  email?: pulumi.Input<string>;
  /**
   * Secret.
   *
   * @default `BLUEDOT_PASSWORD`
   */
  password?: pulumi.Input<string>;
  /**
   * The region of the account.
   *
   * @default `BLUEDOT_REGION`; never guessed
   */
  region?: pulumi.Input<"apac" | "eu" | "us">;
  /**
   * In place of a region: the address of an emulator or a proxy. HTTPS, but for loopback addresses.
   *
   * @default `BLUEDOT_ENDPOINT`, unless a region is given
   */
  endpoint?: pulumi.Input<string>;
  /**
   * Requests at once, 1 to 100.
   *
   * @default 10
   */
  maxConcurrency?: pulumi.Input<number>;
  /**
   * The most requests in any second, above 0 and up to 1000, also a fraction.
   *
   * @default as many as the API takes
   */
  requestsPerSecond?: pulumi.Input<number>;
  /**
   * Push changes of zones to phones at once where the zone does not say.
   *
   * @default false
   */
  shouldSync?: pulumi.Input<boolean>;
  /**
   * The action of a create if an equal object exists already: `fail` stops that one resource and names the
   * object's id, except that a Zone in a Project of the same program is adopted; `adopt` takes the object over
   * without a write; `create` creates another one.
   *
   * @default fail
   */
  onExisting?: pulumi.Input<"fail" | "adopt" | "create">;
  /**
   * The address or the e-mail address that the state records, where the same account has another one by now.
   * Without it nothing is done to what was made elsewhere.
   *
   * @default none
   */
  movedFrom?: pulumi.Input<string>;
  /**
   * A file that gets one line of JSON a request, without secrets; from the program's folder.
   *
   * @default none
   */
  trace?: pulumi.Input<string>;
}

/**
 * A second region or account beside the stack's own. Give it to resources as `{ provider }`.
 *
 * @example
 * const europe = new bluedot.Provider("europe", { region: "eu", email, password });
 * const project = new bluedot.Project("coffee-eu", {}, { provider: europe });
 */
export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: ProviderArgs, opts?: pulumi.ResourceOptions) {
    const { email, password, region, endpoint, maxConcurrency, requestsPerSecond } = args;
    const { shouldSync, onExisting, movedFrom, trace } = args;
    validateProvider(name, args);
    const settings: Settings = {
      "bluedot:email": email,
      "bluedot:password": password === undefined ? undefined : pulumi.secret(password),
      "bluedot:region": region,
      "bluedot:endpoint": endpoint,
      "bluedot:maxConcurrency": asText(maxConcurrency),
      "bluedot:requestsPerSecond": asText(requestsPerSecond),
      "bluedot:shouldSync": asText(shouldSync),
      "bluedot:onExisting": onExisting,
      "bluedot:movedFrom": movedFrom,
      "bluedot:trace": trace,
    };
    super("pulumi-nodejs", name, settings, opts);
    settingsOfProviders.set(this, settings);
  }
}

/** Configuration by its whole keys, such as `bluedot:email`. */
export type Settings = Readonly<Record<string, pulumi.Input<string> | undefined>>;

/** The settings of a Provider, for functions: they send their requests in the program's own process. */
export function settingsOf(provider: pulumi.ProviderResource): Settings | undefined {
  return settingsOfProviders.get(provider);
}

const settingsOfProviders = new WeakMap<pulumi.ProviderResource, Settings>();

/** Configuration is text. */
function asText(value: pulumi.Input<number | boolean> | undefined): pulumi.Output<string> | undefined {
  return value === undefined ? undefined : pulumi.output(value).apply(String);
}
