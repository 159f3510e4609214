/** Redacts values that the program marks as secret, beside the fields that always are. */
import { isString, type JsonObject } from "../json";
import { isSecretAt, secretTexts, withSecrets } from "../schema/secrets";
import type { ApiRequest } from "../api";
import { identifyingProperties } from "../identifying-properties";
import type { Definition } from "./definition";
import type { Operation } from "./context";
import { HIDDEN } from "./hidden-state";

/** The marked paths, without fields that are secret anyway. */
function secretPathsIn({ fields }: Definition, properties: JsonObject): string[] {
  const paths = properties[HIDDEN.secret];
  return Array.isArray(paths) ? paths.filter(isString).filter((path) => !isSecretAt(fields, path)) : [];
}

/** True if the state holds values in clear that the program now marks as secret. */
export function hasNewSecrets(definition: Definition, olds: JsonObject, news: JsonObject): boolean {
  const before = new Set(secretPathsIn(definition, olds));
  return secretPathsIn(definition, news).some((path) => !before.has(path));
}

/** The marked paths, as a state records them. */
export function persistedSecretPaths(definition: Definition, news: JsonObject): JsonObject {
  const paths = secretPathsIn(definition, news);
  return paths.length === 0 ? {} : { [HIDDEN.secret]: paths };
}

/** The sent values that an error of the API must not repeat. */
export function secretsOf({ definition, isSecret = false }: Operation, declared: JsonObject): string[] {
  return secretTexts(definition.fields, declared, identifyingProperties(definition.noun), isSecret);
}

/** The operation, with the marked paths of these versions as secret fields. */
export function withSecretFields(operation: Operation, ...versions: readonly JsonObject[]): Operation {
  const { definition } = operation;
  const paths = versions.flatMap((properties) => secretPathsIn(definition, properties));
  const marked =
    paths.length === 0
      ? operation
      : { ...operation, definition: { ...definition, fields: withSecrets(definition.fields, paths) } };
  return withRedaction(marked, ...versions);
}

/** The operation, whose errors never repeat a secret of these versions. */
export function withRedaction(operation: Operation, ...versions: readonly JsonObject[]): Operation {
  const ours = () => versions.flatMap((version) => secretsOf(operation, version));
  return {
    ...operation,
    account() {
      const { session, ...others } = operation.account();
      const send = (call: ApiRequest) =>
        session.send({ ...call, secrets: () => [...new Set([...ours(), ...(call.secrets?.() ?? [])])] });
      return { ...others, session: { send } };
    },
  };
}
