/** What a program marks as secret: the engine hides that from a handler, which must not print it. */
import * as pulumi from "@pulumi/pulumi";

import { isObject } from "../json";
import { identifyingProperties } from "../identifying-properties";
import { isPending } from "../zone/points";

/**
 * Paths of what is secret in the arguments, without places in lists: `webhooks.url`. Undefined where nothing can be,
 * and not there once it is known that nothing is; known in a preview, too.
 *
 * @param noun the kind of resource: `Zone`
 */
export function secretPaths(noun: string, args: object): pulumi.Output<string[] | undefined> | undefined {
  const shown = identifyingProperties(noun);
  // For what is shown all the same no promise: one for each zone of a project would be felt.
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
