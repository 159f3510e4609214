/**
 * Writes files as comments on the pull request (GitHub) or merge request (GitLab) of the pipeline: one comment a file and
 * stack, which the next run updates. Exit code 0: they are there. 1: one is not, and standard error says why.
 *
 * @example node comment.mts map.md fences.md
 */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";

/** Both take more than this; GitHub refuses a comment of more than 65,536 characters. */
const mostCharacters = 65_536;

try {
  const comments = commentsOf(process.env);
  for (const file of process.argv.slice(2)) await write(file, comments);
} catch (error) {
  console.error(`Could not comment: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function write(file: string, comments: Comments): Promise<void> {
  const { STACK = "" } = process.env;
  // The comment of an earlier run is found by this line, which no page shows.
  const marker = `<!-- ${basename(file)} ${STACK} -->`;
  const body = `${marker}\n${await readFile(file, "utf8")}`;
  if (body.length > mostCharacters) throw new Error(`${file} has more than ${mostCharacters} characters.`);
  const before = await find(marker, comments);
  if (before === undefined) await request("POST", comments.list, comments.headers, { body });
  else await request(comments.update, comments.one(before), comments.headers, { body });
}

async function find(marker: string, { list, headers }: Comments): Promise<string | undefined> {
  for (let page: string | undefined = `${list}?per_page=100`; page !== undefined;) {
    const response = await request("GET", page, headers);
    const found = listOf(await response.json()).find(({ body }) => String(body).startsWith(marker));
    if (found !== undefined) return String(found["id"]);
    page = /<([^>]+)>; *rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
  }
  return undefined;
}

/** The comments of one pull request or merge request. */
interface Comments {
  readonly list: string;
  readonly one: (id: string) => string;
  readonly update: "PATCH" | "PUT";
  readonly headers: Record<string, string>;
}

function commentsOf(environment: NodeJS.ProcessEnv): Comments {
  const of = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === "") throw new Error(`${name} is not set.`);
    return value;
  };
  if (environment["GITLAB_CI"] === "true") {
    const list = `${of("CI_API_V4_URL")}/projects/${of("CI_PROJECT_ID")}/merge_requests/${of("CI_MERGE_REQUEST_IID")}/notes`;
    return {
      list,
      one: (id) => `${list}/${id}`,
      update: "PUT",
      headers: { "private-token": of("GITLAB_TOKEN") },
    };
  }
  const issues = `${of("GITHUB_API_URL")}/repos/${of("GITHUB_REPOSITORY")}/issues`;
  return {
    list: `${issues}/${of("PULL_REQUEST")}/comments`,
    one: (id) => `${issues}/comments/${id}`,
    update: "PATCH",
    headers: { authorization: `Bearer ${of("GH_TOKEN")}`, accept: "application/vnd.github+json" },
  };
}

async function request(
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Response> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`${method} ${url} was answered with ${response.status}.`);
  return response;
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map((each: unknown) => (isObject(each) ? { ...each } : {})) : [];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
