/** Judges a resource's arguments before anything is planned, and fills in the defaults. No network. */
import { isObject, type JsonObject } from "../json";
import { faultsOf, type Fault } from "../schema/check";
import { withFallbacks } from "../schema/fallbacks";
import type { Definition } from "./definition";

export interface Checked {
  readonly inputs: JsonObject;
  readonly failures: Fault[];
}

export function check(definition: Definition, news: JsonObject): Checked {
  const { __provider, ...declared } = news;
  const filled = withFallbacks(definition.fields, declared);
  const inputs = isObject(filled) ? filled : declared;
  return {
    inputs: __provider === undefined ? inputs : { ...inputs, __provider },
    failures: faultsOf(definition.fields, inputs),
  };
}
