/** The route to the API: direct, or through the proxy that HTTPS_PROXY names. */
import { Agent as HttpAgent, type AgentOptions } from "node:http";
import { Agent as HttpsAgent } from "node:https";

import { isLoopback } from "../configuration-values";
import { PROXY_ADDRESS, proxyRefusal } from "./network-errors";

export interface Route {
  readonly agent: { readonly http: HttpAgent; readonly https: HttpsAgent };
  /** The proxy's host and port, without its credentials; undefined for a direct route. */
  readonly proxy?: string;
}

/** The environment names a proxy whose address is not valid. */
export type NoRoute = { readonly code: string };

/** @param url the address of the API; a loopback address has a direct route */
export async function routeTo(url: string, pool: AgentOptions): Promise<Route | NoRoute> {
  // Loaded here since these are ES modules, which cannot be required.
  const { getProxyForUrl } = await import("proxy-from-env");
  // Without it, Node.js would read the environment once more if NODE_USE_ENV_PROXY is set.
  const direct = { ...pool, proxyEnv: {} };
  const http = new HttpAgent(direct);
  const proxy = isLoopback(new URL(url).hostname) ? "" : getProxyForUrl(url);
  if (proxy === "") return { agent: { http, https: new HttpsAgent(direct) } };
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) return { code: PROXY_ADDRESS };
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  const https = new HttpsProxyAgent(proxy, pool);
  // The agent drops this option, which closes idle connections.
  Object.assign(https.options, { timeout: pool.timeout });
  https.on(
    "proxyConnect",
    ({ statusCode }: { statusCode: number }, request: { destroy(error: Error): void }) => {
      // Without it, the proxy's refusal would look like an answer of the API.
      if (statusCode !== 200) request.destroy(Object.assign(new Error(), { code: proxyRefusal(statusCode) }));
    },
  );
  // The agent has all that a client needs of an agent for TLS, but is of another class.
  return { agent: { http, https }, proxy: new URL(proxy).host };
}
