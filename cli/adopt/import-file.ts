/** What `pulumi import --file` is told: each resource as the state would hold it after a `pulumi up`. */
import type { Json, JsonObject } from "../../provider/json";
import type { Definition } from "../../provider/lifecycle/definition";
import { handlerString, typeToken } from "../../provider/permanent";
import type { Declaration } from "./declaration";
import { mapSecrets } from "./secrets";
import type { Value } from "./value";

export function importEntry(
  definition: Definition,
  name: string,
  { id, inputs, outputs }: Declaration,
): Value {
  const provider = { __provider: handlerString(definition.handler) };
  return {
    type: typeToken(definition.noun),
    name,
    id,
    inputs: { ...marked(definition, inputs), ...provider },
    outputs: { ...marked(definition, outputs), ...provider },
  };
}

/** Secrets marked as the engine itself marks them: a list that holds one as a whole, else the text alone. */
function marked({ fields }: Definition, properties: JsonObject): { [key: string]: Value } {
  const alone = mapSecrets(fields, properties, markOf);
  const lists = Object.entries(properties).filter(
    ([key, value]) => Array.isArray(value) && JSON.stringify(alone[key]) !== JSON.stringify(value),
  );
  return { ...alone, ...Object.fromEntries(lists.map(([key, value]) => [key, markOf(value)])) };
}

function markOf(value: Json): Value {
  return { ...secretMark, plaintext: JSON.stringify(value) };
}

const secretMark = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
