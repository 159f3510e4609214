/** The way to the API: straight, or through the proxy that HTTPS_PROXY names, as everything else on the machine goes. */
import { Agent as HttpAgent, type AgentOptions } from "node:http";
import { Agent as HttpsAgent } from "node:https";

import { isLoopback } from "../configuration-values";
import { PROXY_ADDRESS, proxyRefusal } from "./network-errors";

export interface Route {
  readonly agent: { readonly http: HttpAgent; readonly https: HttpsAgent };
  /** The proxy's host and port, without its credentials; undefined where there is none. */
  readonly proxy?: string;
}

/** The environment names a proxy that cannot be one. */
export type NoRoute = { readonly code: string };

/** @param url where the requests go; what is on this machine is reached straight */
export async function routeTo(url: string, pool: AgentOptions): Promise<Route | NoRoute> {
  // Loaded here since these are ES modules, which cannot be required.
  const { getProxyForUrl } = await import("proxy-from-env");
  // Else Node.js would read the environment once more where NODE_USE_ENV_PROXY is set.
  const straight = { ...pool, proxyEnv: {} };
  const http = new HttpAgent(straight);
  const proxy = isLoopback(new URL(url).hostname) ? "" : getProxyForUrl(url);
  if (proxy === "") return { agent: { http, https: new HttpsAgent(straight) } };
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) return { code: PROXY_ADDRESS };
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  const https = new HttpsProxyAgent(proxy, pool);
  // The agent forgets this option, by which connections that are idle are closed.
  Object.assign(https.options, { timeout: pool.timeout });
  https.on(
    "proxyConnect",
    ({ statusCode }: { statusCode: number }, request: { destroy(error: Error): void }) => {
      // Else the proxy's refusal would look like an answer of the API.
      if (statusCode !== 200) request.destroy(Object.assign(new Error(), { code: proxyRefusal(statusCode) }));
    },
  );
  // It has all that a client asks of an agent for TLS, though it is of another class.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return { agent: { http, https }, proxy: new URL(proxy).host };
}
