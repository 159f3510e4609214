/** An emulator that remembers every token it gave out, which the emulator itself takes care not to. */
import { once } from "node:events";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createEmulator, type Emulator } from "pulumi-bluedot/emulator";

export interface Witness extends Emulator {
  readonly url: string;
  /** By what they are: `accessToken 1`, `idToken 1`, `refreshToken 1` … */
  readonly tokens: Readonly<Record<string, string>>;
}

export async function startWitness(email: string, password: string): Promise<Witness> {
  const emulator = await createEmulator({ accounts: [{ email, password }] });
  const tokens: Record<string, string> = {};
  let signIns = 0;
  const listener = getRequestListener(
    async (request, bindings) => {
      const response = await emulator.app.fetch(request, bindings);
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
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    ...emulator,
    url: `http://127.0.0.1:${String(port)}`,
    tokens,
    close: async () => {
      const ended = once(server, "close");
      server.close();
      server.closeAllConnections();
      await ended;
      await emulator.close();
    },
  };
}

/** All tokens begin alike. */
function ownPart(token: string): string {
  return token.slice(token.indexOf(".") + 1);
}
