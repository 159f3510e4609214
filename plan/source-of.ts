/** Puts the zones of a source into an order that does not depend on the order of the engine or of the API. */
import type { ZoneOrHidden } from "./versions";
import type { ZoneSource } from "./zone-source";

export function sourceOf(
  kind: ZoneSource["kind"],
  name: string,
  parts: readonly ZoneOrHidden[],
  notes: readonly string[],
): ZoneSource {
  const zones = parts.flatMap((part) => ("zone" in part ? [part.zone] : []));
  const hidden = parts.flatMap((part) => ("hidden" in part ? [part.hidden] : []));
  return { kind, name, zones: zones.sort(byLabel), hidden: hidden.sort(byLabel), notes };
}

/** By code units, independent of the machine's language. */
function byLabel(a: { readonly label: string }, b: { readonly label: string }): number {
  return a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
}
