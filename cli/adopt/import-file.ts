/** Generates the file for `pulumi import --file`: each resource as in the state after a `pulumi up`. */
import type { Json, JsonObject } from "../../provider/json";
import type { Definition } from "../../provider/lifecycle/definition";
import { handlerString, typeToken } from "../../provider/dynamic/state-contract";
import { holdsSecret } from "../../provider/schema/field";
import type { Entry } from "./codegen-call";
import type { File } from "./folder";
import { mapSecrets } from "./secrets";
import type { Parts, Value } from "./value";

const importPath = "import.json";

export function importFile(entries: readonly Entry[]): File {
  const rows = entries.map((entry) => `  ${JSON.stringify(importEntry(entry))}`);
  return { path: importPath, secret: true, text: `{\n "resources": [\n${rows.join(",\n")}\n ]\n}\n` };
}

/** The engine does not read a resource whose whole state is given; it could not import a dynamic resource otherwise. */
function importEntry({ definition, name, id, inputs, outputs }: Entry): Parts {
  const provider = { __provider: handlerString(definition.handler) };
  return {
    type: typeToken(definition.noun),
    name,
    id,
    inputs: { ...marked(definition, inputs), ...provider },
    outputs: { ...marked(definition, outputs), ...provider },
  };
}

/** Marks secrets as the engine does: a list with a secret as a whole, else the text alone. */
function marked({ fields }: Definition, properties: JsonObject): Parts {
  if (!holdsSecret(fields)) return properties;
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
