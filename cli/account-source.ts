/** The zones of an account, or of one of its projects. */
import { openSession } from "../provider/api";
import type { Sender } from "../provider/api/pagination";
import { isString, type JsonObject } from "../provider/json";
import { zone } from "../provider/zone/definition";
import { uniqueLabels } from "../plan/labels";
import { sourceOf } from "../plan/source-of";
import { singleVersion, type ZoneOrHidden } from "../plan/versions";
import type { ZoneSource } from "../plan/zone-source";
import { readAccount } from "./adopt/account";
import { declaredFormOf } from "./adopt/declared-form";
import type { Progress } from "./adopt/progress";
import type { Surroundings } from "./input";
import { signInFor } from "./sign-in";

/** `account`, or `account:` and a project's id or exact name. */
export function isAccount(source: string): boolean {
  return source === "account" || source.startsWith("account:");
}

/**
 * @param command its `--help` names the variables of the sign-in
 * @throws an error if the sign-in is missing or refused, or a list cannot be read
 */
export async function readAccountSource(
  source: string,
  command: string,
  environment: Surroundings["environment"],
  progress: Progress,
): Promise<ZoneSource> {
  const project = source.includes(":") ? source.slice(source.indexOf(":") + 1) : undefined;
  if (project === "") throw new Error("`account:` needs a project's id or exact name: `account:coffee`.");
  const session: Sender = openSession(signInFor(command, environment));
  const { zones, unread } = await readAccount({ session, project, progress, zonesOnly: true });
  // What is left out would be taken for ground without zones.
  if (unread.length > 0) throw new Error(`${source}: ${unread.join(" ")}`);
  if (zones.length === 0)
    throw new Error(`${source}: there are no zones${project === undefined ? " in this account" : ""}.`);
  return sourceOf("account", source, accountZones(zones), []);
}

/** Zones as the API has them. */
function accountZones(found: readonly JsonObject[]): ZoneOrHidden[] {
  const labels = uniqueLabels(found.map((each) => ({ name: nameOf(each), more: textOf(each["_id"]) })));
  return found.map((each, at) =>
    singleVersion(labels[at] ?? "", declaredFormOf(zone.fields, each), nameOf(each)),
  );
}

function nameOf(found: JsonObject): string {
  return textOf(found["name"]) || textOf(found["_id"]);
}

function textOf(value: unknown): string {
  return isString(value) ? value : "";
}
