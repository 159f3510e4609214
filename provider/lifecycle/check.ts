/** Validates the arguments of a resource before any plan, and fills in the defaults. No network. */
import { isObject, type JsonObject } from "../json";
import { validate } from "../schema/validate";
import { withDefaults } from "../schema/defaults";
import type { Diagnostic } from "../schema/field";
import type { Definition } from "./definition";
import { withoutHidden } from "./hidden-state";

export interface Checked {
  readonly inputs: JsonObject;
  readonly failures: Diagnostic[];
  /** Empty if there are failures: a warning could be about a value that has to be changed anyway. */
  readonly warnings: Diagnostic[];
}

export function check(definition: Definition, news: JsonObject): Checked {
  const declared = withoutHidden(news);
  const filled = withDefaults(definition.fields, declared);
  const inputs = isObject(filled) ? filled : declared;
  return checkedWith(inputs, validate(definition.fields, inputs));
}

export function checkedWith(inputs: JsonObject, diagnostics: Diagnostic[]): Checked {
  const failures = diagnostics.filter(({ severity }) => severity !== "warning");
  return { inputs, failures, warnings: failures.length > 0 ? [] : diagnostics };
}
