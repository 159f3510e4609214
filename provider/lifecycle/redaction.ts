/** What the program marks as secret where nobody would expect it, so that no message shows it. */
import { isString, type JsonObject } from "../json";
import { isSecretAt, secretTexts, withSecrets } from "../schema/secrets";
import type { ApiRequest } from "../api";
import { identifyingProperties } from "../identifying-properties";
import type { Definition } from "./definition";
import type { Operation } from "./context";
import { HIDDEN } from "./hidden-state";

/** What is marked, but for what is a secret whoever declares it. */
function secretPathsIn({ fields }: Definition, properties: JsonObject): string[] {
  const paths = properties[HIDDEN.secret];
  return Array.isArray(paths) ? paths.filter(isString).filter((path) => !isSecretAt(fields, path)) : [];
}

/** Whether the state holds in clear what is marked as secret by now. */
export function hasNewSecrets(definition: Definition, olds: JsonObject, news: JsonObject): boolean {
  const before = new Set(secretPathsIn(definition, olds));
  return secretPathsIn(definition, news).some((path) => !before.has(path));
}

/** The marks as a state is to hold them. */
export function persistedSecretPaths(definition: Definition, news: JsonObject): JsonObject {
  const paths = secretPathsIn(definition, news);
  return paths.length === 0 ? {} : { [HIDDEN.secret]: paths };
}

/** What an error of the API must not repeat of what it was sent. */
export function secretsOf({ definition, isSecret = false }: Operation, declared: JsonObject): string[] {
  return secretTexts(definition.fields, declared, identifyingProperties(definition.noun), isSecret);
}

/** The operation, on a resource of which these are secret, too. */
export function withSecretFields(operation: Operation, ...versions: readonly JsonObject[]): Operation {
  const { definition } = operation;
  const paths = versions.flatMap((properties) => secretPathsIn(definition, properties));
  const marked =
    paths.length === 0
      ? operation
      : { ...operation, definition: { ...definition, fields: withSecrets(definition.fields, paths) } };
  return withRedaction(marked, ...versions);
}

/** The operation, none of whose requests ends with an error that repeats a secret of these, whatever it carries itself. */
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
