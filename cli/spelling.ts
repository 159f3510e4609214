/** Names options in sentences of the readers by the flags of a command, and only those that it has. */
import type { Command } from "commander";

import type { SpellOption } from "../files/spelling";
import { shellWord } from "../files/unreadable";

/** `--drop-smaller-than 70` */
export function flagsOf(command: Pick<Command, "options">): SpellOption {
  const known = new Set(command.options.map(({ long }) => long));
  return (name, value) => {
    const flag = name === "minimumRetriggerTime" ? "--retrigger" : `--${kebab(name)}`;
    return known.has(flag) ? spelt(flag, value) : undefined;
  };
}

/** For commands that draw or judge zones, which have few options, and whose radius is metres and no property. */
export const flagsOfSources: SpellOption = (name, value) => {
  if (name === "name") return spelt("--name", value);
  return name === "radius" && typeof value !== "string" ? spelt("--radius", value) : undefined;
};

function spelt(flag: string, value: string | number | undefined): string {
  return value === undefined ? flag : `${flag} ${shellWord(String(value))}`;
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
