/** Warns of values that the API stores in another form: every run would plan the update again. */
import type { JsonObject } from "../json";
import { align } from "../schema/align";
import { below } from "../schema/validate";
import { isSecretAt } from "../schema/secrets";
import { alterations, type Alteration } from "../schema/stored-forms";
import { printable } from "../printable";
import type { ResourceRef } from "./definition";
import type { Operation } from "./context";

/** The number of resources that are named: an API that rounds does it to all of them. */
const MOST_NAMED = 10;

/** @param found the object right after the declared values were sent */
export function warnOfStored(
  operation: Operation,
  { subject }: ResourceRef,
  declared: JsonObject,
  found: JsonObject,
): void {
  const { definition, ownership, warn } = operation;
  const altered = alterations(declared, align(definition.fields, declared, found));
  const [first, ...others] = altered;
  if (first === undefined) return;
  const named = namedIn.get(ownership) ?? 0;
  namedIn.set(ownership, named + 1);
  if (named > MOST_NAMED) return;
  if (named === MOST_NAMED) {
    warn("The API stored values of more resources otherwise than they are declared; these are not named.");
    return;
  }
  const more = others.length === 0 ? "" : `, and ${others.length} more of its values otherwise`;
  warn(`${subject}: the API stored ${described(operation, first)}${more}; ${DECLARE_SO}`);
}

const namedIn = new WeakMap<Operation["ownership"], number>();

const DECLARE_SO = "declare what it stored, or every run that refreshes plans this update again.";

/** Names and numbers are shown. */
function described({ definition, isSecret = false }: Operation, { path, found }: Alteration): string {
  const keys = path.filter((step) => typeof step === "string");
  const place = path.reduce<string>(
    (whole, step) => (typeof step === "number" ? `${whole}[${step}]` : below(whole, step)),
    "",
  );
  const isName = keys.at(-1) === "name";
  const isOpen = isName || (typeof found === "number" && !isSecret);
  return isOpen && !isSecretAt(definition.fields, keys.join("."))
    ? `${place} as ${printable(JSON.stringify(found))}`
    : `${place} otherwise than it is declared`;
}
