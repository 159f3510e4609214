/** An emulator that remembers every token it gave out, which the emulator itself takes care not to. */
import { createEmulator, type Emulator } from "pulumi-bluedot/emulator";

import { openProxy } from "./proxy";

export interface Recorder extends Emulator {
  readonly url: string;
  /** By what they are: `accessToken 1`, `idToken 1`, `refreshToken 1` … */
  readonly tokens: Readonly<Record<string, string>>;
}

export async function startRecorder(email: string, password: string): Promise<Recorder> {
  const emulator = await createEmulator({ accounts: [{ email, password }] });
  const tokens: Record<string, string> = {};
  let signIns = 0;
  const proxy = await openProxy(emulator, async (request, work) => {
    const response = await work();
    if (new URL(request.url).pathname !== "/sessions" || !response.ok) return response;
    signIns += 1;
    // A fault may have put something else in its place.
    const said: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    for (const [name, token] of Object.entries(said ?? {})) {
      if (name.endsWith("Token")) tokens[`${name} ${String(signIns)}`] = ownPart(String(token));
    }
    return response;
  });
  return { ...emulator, ...proxy, tokens };
}

/** All tokens begin alike. */
function ownPart(token: string): string {
  return token.slice(token.indexOf(".") + 1);
}
