/** The comments of one pull request or merge request, as GitHub and GitLab serve them. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";

import { z } from "zod";

const posted = z.object({ body: z.string() });

/** A comment as both APIs list it. */
interface Comment {
  readonly id: number;
  body: string;
  /** As GitHub has its author. */
  readonly user: { readonly login: string };
  /** As GitLab has its author. */
  readonly author: { readonly id: number };
}

/** The author of what the token writes. */
export const ours = { user: { login: "github-actions[bot]" }, author: { id: 4 } };

/** Lists a hundred a page. */
export class CommentServer {
  readonly comments: Comment[] = [];
  /** `POST /…`, in their order. */
  readonly requests: string[] = [];
  readonly tokens = new Set<string>();
  #server: Server | undefined;

  async listen(): Promise<void> {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(({ status, link, body }) => {
        response.writeHead(status, { "content-type": "application/json", ...(link && { link }) });
        response.end(JSON.stringify(body));
      });
    }).listen(0, "127.0.0.1");
    await once(this.#server, "listening");
  }

  get url(): string {
    const address = this.#server?.address();
    return typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
  }

  async close(): Promise<void> {
    this.#server?.close();
    await Promise.resolve();
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; link?: string; body: unknown }> {
    const { method = "", url = "", headers } = request;
    this.requests.push(`${method} ${url}`);
    this.tokens.add(String(headers.authorization ?? headers["private-token"]));
    if (url === "/user") return { status: 200, body: ours.author };
    if (method === "GET") {
      const page = Number(new URL(url, this.url).searchParams.get("page") ?? 1);
      const isLast = this.comments.length <= page * 100;
      return {
        status: 200,
        body: this.comments.slice((page - 1) * 100, page * 100),
        ...(!isLast && { link: `<${this.url}${url}&page=${page + 1}>; rel="next"` }),
      };
    }
    const { body } = posted.parse(JSON.parse(await text(request)));
    if (method === "POST") this.comments.push({ id: this.comments.length + 1, body, ...ours });
    for (const comment of this.comments) if (url.endsWith(`/${comment.id}`)) comment.body = body;
    return { status: 200, body: {} };
  }
}
