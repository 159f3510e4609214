/** Names an option in sentences: as a program writes it, or as a command does. */
import type { ReadZonesOptions } from "./options";

/** The options of all readers. */
export type OptionName = keyof ReadZonesOptions | "key" | "address" | "email";

/** `the option holes: "fill"`, `--holes fill`; undefined where the user has no such option. */
export type SpellOption = (name: OptionName, value?: string | number) => string | undefined;

export const programOption: SpellOption = (name, value) =>
  value === undefined ? `the option ${name}` : `the option ${name}: ${JSON.stringify(value)}`;
