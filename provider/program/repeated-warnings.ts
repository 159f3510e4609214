/** Combines equal warnings of many resources. */

/** Warnings of a kind differ only in the names of resources. */
type WarningKind = "same name" | "swapped" | "beside its destination" | "declared before its destination";

export type Warn<Resource> = (message: string, resource: Resource, kind: WarningKind) => void;

/** Up to this number each warning is shown. */
const mostShown = 3;

/**
 * Collects warnings until `schedule` calls back, after the program's loop has declared all of its resources.
 *
 * @returns the function to warn with
 */
export function combineWarnings<Resource>(
  show: (message: string, resource: Resource) => void,
  schedule: (callback: () => void) => void,
): Warn<Resource> {
  let collected = new Map<WarningKind, (readonly [message: string, resource: Resource])[]>();
  const showAll = () => {
    const kinds = [...collected.values()];
    collected = new Map();
    for (const warnings of kinds) {
      const [first] = warnings;
      if (first === undefined) continue;
      if (warnings.length <= mostShown) for (const warning of warnings) show(...warning);
      else show(`${first[0]} (and ${warnings.length - 1} more like it)`, first[1]);
    }
  };
  return (message, resource, kind) => {
    if (collected.size === 0) schedule(showAll);
    const ofKind = collected.get(kind) ?? [];
    ofKind.push([message, resource]);
    collected.set(kind, ofKind);
  };
}
