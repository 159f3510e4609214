import type { Input } from "@pulumi/pulumi";

/** The way out for what the API has learnt since this version of the provider. */
export interface ExtraFields {
  /**
   * Fields that this provider does not know yet, as the API names them; sent as they are, and watched for drift
   * like declared ones. A field that has an argument of its own may not stand here.
   *
   * @example
   * extraFields: { laterField: { minutes: 5 } }
   */
  extraFields?: Input<Record<string, unknown>>;
}
