/** `messageActions` and `customActions`. */
import type { MessageActionRow } from "../zone-row";
import type { Part } from "../table/part";
import type { Report } from "../report";

const mostPairs = 20;

/** `title;message`: what follows the first semicolon is the message, with all the semicolons it has. */
export function messageActionOf(part: Part, report: Report): MessageActionRow | undefined {
  const [title, message] = part.splitOnce(";");
  if (message === undefined || message.blank) {
    report.fault(
      part,
      `"${part.text}" must be a title, a semicolon and a message, such as "Welcome;Your order is ready."`,
    );
    return undefined;
  }
  if (title.blank) {
    report.fault(part, "the title before the semicolon is missing");
    return undefined;
  }
  return { type: "message", title: title.text, message: message.text };
}

/**
 * `name;key1;value1;key2;value2`: the Config API's zones have no custom actions, their pairs are its custom data. The
 * name has no place of its own there: it is kept under `nameKey` where the program gives one, else left out aloud.
 */
export function customDataOf(
  part: Part,
  nameKey: string | undefined,
  report: Report,
): Record<string, string> | undefined {
  const [name, pairs] = part.splitOnce(";");
  const data = new Map<string, string>();
  if (!name.blank && nameKey !== undefined) data.set(nameKey, name.text);
  if (!name.blank && nameKey === undefined) warnOfName(name, report);
  if (pairs !== undefined && !pairs.blank) readPairs(pairs, data, report);
  if (data.size > mostPairs) {
    report.fault(part, `it has ${data.size} pairs, but custom data has at most ${mostPairs}`);
    return undefined;
  }
  return data.size === 0 ? undefined : Object.fromEntries(data);
}

function warnOfName(name: Part, report: Report): void {
  report.noteOnce(
    "customActions: name",
    name,
    `the name "${name.text}" of a custom action is left out, since a zone keeps only its pairs, as customData` +
      report.advise("customActionName", "…", (option) => `; ${option} keeps the name under a key of it`),
  );
}

/** Adds `key1;value1;key2;value2`; a value may be empty, and a semicolon may end the last one. */
function readPairs(part: Part, data: Map<string, string>, report: Report): void {
  const texts = part.text.split(";");
  if (texts.length % 2 === 1 && texts.at(-1)?.trim() === "") texts.pop();
  let at = 0;
  const parts = texts.map((text) => {
    const from = at;
    at += text.length + 1;
    return part.slice(from, from + text.length);
  });
  for (let index = 0; index < parts.length; index += 2) {
    const key = parts[index];
    const value = parts[index + 1];
    if (key === undefined) continue;
    if (key.blank) report.fault(key, "a key is missing here; keys and values alternate after the name");
    else if (value === undefined)
      report.fault(key, `the key "${key.text}" has no value; keys and values alternate after the name`);
    else if (data.has(key.text))
      report.fault(key, `the key "${key.text}" is there twice; one value would be lost`);
    else data.set(key.text, value.text);
  }
}
