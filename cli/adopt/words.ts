/** What the user reads when all is written. */
import type { Configuration } from "../../provider/configuration";
import type { Program } from "./program";
import { mostLiterals } from "./sources";

/** So many sentences are printed; the file has all. */
const shown = 10;

export function lastWords(out: string, { email, region, baseUrl }: Configuration, program: Program): string {
  const { counts, leftOut, hasSecrets, files } = program;
  const asData = files.some(({ path }) => /\.(zones|destinations)\.json$|^destinations\.json$/.test(path));
  const place = region === undefined ? `bluedot:endpoint ${baseUrl}` : `bluedot:region ${region}`;
  return [
    `Written to ${out}: ${counts.map(([noun, count]) => `${count} ${count === 1 ? noun : `${noun}s`}`).join(", ")}.`,
    ...(asData
      ? [`Where a project has more than ${mostLiterals} of a kind they are data, in JSON beside the program.`]
      : []),
    ...(leftOut.length === 0
      ? []
      : [
          `Not expressed, and not touched (all of it in ${out}/not-adopted.txt):`,
          ...leftOut.slice(0, shown).map((sentence) => `  ${sentence}`),
          ...(leftOut.length > shown ? [`  … and ${leftOut.length - shown} more`] : []),
        ]),
    "",
    "Next:",
    `  cd ${out} && npm install && pulumi stack init <stack>`,
    `  pulumi config set ${place}`,
    `  pulumi config set bluedot:email ${email}`,
    "  pulumi config set --secret bluedot:password",
    ...(hasSecrets ? [`  pulumi config set-all --json "$(cat secrets.json)"`] : []),
    "  PULUMI_SKIP_CHECKPOINTS=true pulumi import --file import.json --yes --skip-preview --protect=false --generate-code=false",
    "  pulumi preview --expect-no-changes",
    `  rm import.json${hasSecrets ? " secrets.json    # they hold keys in clear" : ""}`,
  ].join("\n");
}
