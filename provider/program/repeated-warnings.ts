/** Warnings that many resources have in common, shown once. */

/** One kind of warning: those of a kind are alike but for what they name. */
type WarningKind = "same name" | "swapped" | "beside its destination" | "declared before its destination";

export type Warn<Resource> = (message: string, resource: Resource, kind: WarningKind) => void;

/** So many are shown one by one. */
const mostShown = 3;

/**
 * Collects warnings until `later` calls back, which is when the program's loop has declared all of its resources.
 *
 * @returns what to warn with in place of `show`
 */
export function folding<Resource>(
  show: (message: string, resource: Resource) => void,
  later: (callback: () => void) => void,
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
    if (collected.size === 0) later(showAll);
    const ofKind = collected.get(kind) ?? [];
    ofKind.push([message, resource]);
    collected.set(kind, ofKind);
  };
}
