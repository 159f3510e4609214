/** The output of the command after the program is written. */
import { relative } from "node:path";

import type { Configuration } from "../../provider/configuration";
import { mostLiterals } from "./data";
import type { Program } from "./program";
import { leftOutPath } from "./scaffold";

/** The number of printed sentences; the file has all. */
const SHOWN = 10;

/** @param path the folder that was written */
export function summaryText(
  path: string,
  { email, region, baseUrl }: Configuration,
  program: Program,
): string {
  const { counts, leftOut, files } = program;
  const place =
    region === undefined ? `bluedot:endpoint ${shellQuoted(baseUrl)}` : `bluedot:region ${region}`;
  const data = files.filter((file) => file.data).length;
  const secrets = files.flatMap((file) => (file.path.startsWith("secrets") ? [file.path] : []));
  const toFolder = relative(process.cwd(), path) === "" ? [] : [`cd ${shellQuoted(path)}`];
  return [
    `Written to ${path}: ${counts.map(counted).join(", ")}.`,
    ...(data === 0
      ? []
      : [`Of what a file would hold more than ${mostLiterals}, the program reads it as data, from JSON.`]),
    ...(leftOut.length === 0
      ? []
      : [
          `Not expressed, and not touched (all of it in ${leftOutPath}):`,
          ...leftOut.slice(0, SHOWN).map((sentence) => `  ${sentence}`),
          ...(leftOut.length > SHOWN ? [`  … and ${leftOut.length - SHOWN} more`] : []),
        ]),
    "",
    "Next, with the Pulumi CLI 3.254 or newer (an import that was stopped may be run again):",
    `  ${[...toFolder, "npm install", "pulumi stack init <stack>"].join(" && ")}`,
    `  pulumi config set ${place}`,
    `  pulumi config set bluedot:email ${shellQuoted(email)}`,
    "  pulumi config set --secret bluedot:password",
    ...secrets.map((file) => `  pulumi config set-all --json "$(cat ${file})"`),
    "  PULUMI_SKIP_CHECKPOINTS=true pulumi import --file import.json --yes --skip-preview --protect=false --generate-code=false",
    "  pulumi preview --expect-no-changes",
    `  rm ${["import.json", ...secrets].join(" ")}`,
    "The last command deletes what may hold keys in clear.",
  ].join("\n");
}

export function emptyText({ leftOut }: Program): string {
  return ["There is nothing that a program could declare; nothing is written.", ...leftOut].join("\n");
}

function counted([noun, count]: readonly [noun: string, count: number]): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** Quotes a text as one word of a shell. */
function shellQuoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
