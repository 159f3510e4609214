/** An emulator as the account of the stack that a test's program runs in. */
import * as pulumi from "@pulumi/pulumi";

import { startEmulator, type RunningEmulator } from "../../../../emulator";
import type { StartOptions } from "../../../../emulator/options";
import { BluedotError } from "../../../../provider/errors";

let accounts = 0;

/** An emulator with an account that no other test has, so that no session is shared. */
export function startAccount(options: StartOptions = {}): Promise<RunningEmulator> {
  accounts += 1;
  return startEmulator({
    accounts: [{ email: `dev${accounts}@example.com`, password: `canary-password-${accounts}` }],
    ...options,
  });
}

/** Configures the stack as `pulumi config set` would. */
export function configure({ url, email, password }: RunningEmulator): void {
  pulumi.runtime.setAllConfig(
    { "bluedot:endpoint": url, "bluedot:email": email, "bluedot:password": password },
    ["bluedot:password"],
  );
}

/** Every request as one line: `GET /zones?projectId=…`. */
export function linesOf({ requests }: RunningEmulator): string[] {
  return requests.map(({ method, path, query }) => {
    const search = new URLSearchParams(query).toString();
    return `${method} ${path}${search === "" ? "" : `?${search}`}`;
  });
}

export async function complaintOf(promise: Promise<unknown>): Promise<BluedotError> {
  const ending = await promise.catch((error: unknown) => error);
  if (ending instanceof BluedotError) return ending;
  throw new Error("This should have ended with a BluedotError.");
}

/** An Output that is not known in this preview. */
export function unknownOutput(): pulumi.Output<string> {
  const [output, become] = pulumi.deferredOutput<string>();
  become(pulumi.output(pulumi.unknown).apply(String));
  return output;
}
