/** Judges a resource's arguments before anything is planned, and fills in the defaults. No network. */
import { isObject, type JsonObject } from "../json";
import { validate } from "../schema/validate";
import { withDefaults } from "../schema/defaults";
import type { Diagnostic } from "../schema/field";
import type { Definition } from "./definition";

export interface Checked {
  readonly inputs: JsonObject;
  readonly failures: Diagnostic[];
  /** Said only where there is no failure: beside one, it would be about what is to be changed anyway. */
  readonly warnings: Diagnostic[];
}

export function check(definition: Definition, news: JsonObject): Checked {
  const { __provider } = news;
  const declared = Object.fromEntries(Object.entries(news).filter(([key]) => !key.startsWith("__")));
  const filled = withDefaults(definition.fields, declared);
  const inputs = isObject(filled) ? filled : declared;
  const judgements = validate(definition.fields, inputs);
  const failures = judgements.filter(({ severity }) => severity !== "warning");
  return {
    inputs: __provider === undefined ? inputs : { ...inputs, __provider },
    failures,
    warnings: failures.length > 0 ? [] : judgements,
  };
}
