/** States that older versions have recorded, and what it takes to put an emulator and a provider back to them. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { RunningEmulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

export const json = z.record(z.string(), z.json());

/** All of a folder of the fixtures. */
export function recordedIn<Recorded>(
  folder: string,
  schema: z.ZodType<Recorded>,
): { readonly title: string; readonly state: Recorded }[] {
  const cwd = join(__dirname, "../fixtures", folder);
  return globSync("*.json", { cwd })
    .sort()
    .map((file) => {
      const text = readFileSync(join(cwd, file), "utf8");
      return { title: basename(file, ".json"), state: schema.parse(JSON.parse(text)) };
    });
}

/** The stack config that leads to an emulator. */
export function configFor({ url, email, password }: RunningEmulator): Record<string, string> {
  return { "bluedot:endpoint": url, "bluedot:email": email, "bluedot:password": password };
}

/** Returns the record that a state has of an emulator's account. */
export function accountOf({ url, email }: RunningEmulator) {
  return { __account: { endpoint: url, email } };
}

/** The emulator's own way to look at what it holds and to put it there, without the API. */
export async function control(
  { url }: RunningEmulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await fetch(`${url}/__emulator/${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    }),
  });
  return answer.status === 404 ? undefined : answer.json().catch(() => undefined);
}

/** Returns the ids of the Projects that an object refers to. They must exist. */
export function projectsOf(held: z.output<typeof json>): string[] {
  const text = JSON.stringify(held);
  return [...new Set([...text.matchAll(/"projectId":"([^"]+)"/g)].flatMap(([, id]) => id ?? []))];
}
