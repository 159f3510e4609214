/**
 * Says whether the account still is what the program declares, and changes nothing. Further arguments go to
 * `pulumi preview`. Exit code 0: it is. 7: it is not, and standard output says what differs. 1: it could not look, and
 * standard error says why.
 *
 * @example node drift.mts --stack prod
 */
import { spawnSync } from "node:child_process";

// 7 is also what `--expect-no-changes` ends with, since Pulumi 3.226.
const exitCodes = { same: 0, drift: 7, error: 1 };

process.exitCode = lookForDrift(process.argv.slice(2));

function lookForDrift(options: string[]): number {
  const preview = ["preview", "--refresh", "--run-program", "--json", "--non-interactive", ...options];
  const { error, status, signal, stdout } = spawnSync("pulumi", preview, {
    encoding: "utf8",
    // The plan of some thousand zones has many megabytes.
    maxBuffer: Infinity,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (error !== undefined) return couldNot(`pulumi did not start (${error.message}); is it on the PATH?`);

  const plan = planIn(stdout);
  const failed = status !== 0;
  const said = plan === undefined ? [stdout] : saidIn(plan, failed ? /^debug/ : /^(debug|info)/);
  for (const line of said.map((each) => each.trim()).filter(Boolean)) console.error(line);
  // A plan that broke off may hold no change, so the exit code is asked first.
  if (failed) return couldNot(`\`pulumi preview\` ended with ${signal ?? `exit code ${String(status)}`}.`);

  const counts = Object.entries(propertiesOf(plan?.["changeSummary"]));
  if (counts.length === 0) return couldNot("`pulumi preview --json` printed no summary of changes.");
  const changes = counts.filter(([op]) => isChange(op)).map(([op, count]) => `${String(count)} ${op}`);
  if (changes.length === 0) {
    console.log("No drift.");
    return exitCodes.same;
  }
  console.log([`Drift: ${changes.join(", ")}.`, ...differencesIn(plan)].join("\n"));
  return exitCodes.drift;
}

function couldNot(reason: string): number {
  console.error(`Could not look for drift: ${reason}`);
  return exitCodes.error;
}

function planIn(printed: string): Properties | undefined {
  try {
    return propertiesOf(JSON.parse(printed));
  } catch {
    return undefined;
  }
}

/** The messages of the engine, the program and the providers, except those of some severities. */
function saidIn(plan: Properties, but: RegExp): string[] {
  const diagnostics = listOf(plan["diagnostics"]).filter(({ severity }) => !but.test(text(severity)));
  return diagnostics.map(({ urn, message }) =>
    [...(text(urn) === "" ? [] : [nameOf(text(urn))]), text(message)].join(": "),
  );
}

/** A line for each resource: what `pulumi up` would do to it, and the paths, never the values, that differ. */
function differencesIn(plan: Properties | undefined): string[] {
  const steps = listOf(plan?.["steps"]);
  const deployed = new Set(steps.filter(({ op }) => op === "refresh").map(({ urn }) => urn));
  const lines = new Map<string, Set<string>>();
  for (const { op, urn, detailedDiff, diffReasons } of steps) {
    // The engine reports a replacement as three steps.
    const deed = text(op).replace(/^create-replacement$|^delete-replaced$/, "replace");
    if (!isChange(deed)) continue;
    const gone = deed === "create" && deployed.has(urn);
    const line = `  ${nameOf(text(urn))}: ${gone ? "create, for it is gone" : deed}`;
    const paths = Object.keys(propertiesOf(detailedDiff));
    const reasons = Array.isArray(diffReasons) ? diffReasons.map(text) : [];
    lines.set(line, new Set([...(lines.get(line) ?? []), ...(paths.length > 0 ? paths : reasons)]));
  }
  return [...lines].map(([line, paths]) => `${line} ${[...paths].sort().join(", ")}`.trimEnd()).sort();
}

/** Looking is no change, nor is what a `get` finds. */
function isChange(op: string): boolean {
  return !["same", "refresh", "read", "read-replacement", "discard"].includes(op);
}

/** `Zone cafe` of `urn:pulumi:prod::pipeline::pulumi-nodejs:dynamic/bluedot:Zone::cafe`. */
function nameOf(urn: string): string {
  const [, , types = "", ...name] = urn.split("::");
  return `${types.split(/[$:/]/).at(-1) ?? ""} ${name.join("::")}`;
}

type Properties = Record<string, unknown>;

function propertiesOf(value: unknown): Properties {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function listOf(value: unknown): Properties[] {
  return Array.isArray(value) ? value.map(propertiesOf) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
