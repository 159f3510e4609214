/** The paths that a program marks as secret: the engine does not pass the marks on to a handler. */
import * as pulumi from "@pulumi/pulumi";

import { isObject } from "../json";
import { identifyingProperties } from "../identifying-properties";
import { isPending } from "../zone/points";

/**
 * The paths of secret arguments, without list indexes: `webhooks.url`. Undefined if no argument can be secret; resolves to
 * undefined if none is. It is known in a preview too.
 *
 * @param noun the kind of resource: `Zone`
 */
export function secretPaths(noun: string, args: object): pulumi.Output<string[] | undefined> | undefined {
  const shown = identifyingProperties(noun);
  // No promise for properties that are shown anyway: one for each zone of a project is noticeable.
  const parts = Object.entries(args)
    .filter(([key]) => !shown.has(key))
    .flatMap(([key, value]: [string, unknown]) => laterIn(value, key));
  if (parts.length === 0) return undefined;
  const marks = parts.map(async ([path, value]) => {
    const isSecret = await pulumi.isSecret(pulumi.output(value));
    return isSecret ? [path] : [];
  });
  return pulumi.output(
    Promise.all(marks).then((paths) => {
      const secret = [...new Set(paths.flat())].sort();
      return secret.length === 0 ? undefined : secret;
    }),
  );
}

function laterIn(value: unknown, path: string): [path: string, value: unknown][] {
  if (isPending(value)) return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((element: unknown) => laterIn(element, path));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => laterIn(part, `${path}.${key}`));
}
