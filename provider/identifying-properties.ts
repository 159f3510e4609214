/** The properties by which messages call a resource and what it belongs to. */

const ANYWHERE: ReadonlySet<string> = new Set(["name", "projectId", "destinationId"]);
const OF_KIND: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["User", new Set([...ANYWHERE, "email", "username"])],
]);

/**
 * The properties of a kind that messages show even where a program marks them as secret. An e-mail address is among
 * them for a User alone, whose only name it is.
 *
 * @param noun the kind as users know it: `Zone`
 */
export function identifyingProperties(noun: string): ReadonlySet<string> {
  return OF_KIND.get(noun) ?? ANYWHERE;
}
