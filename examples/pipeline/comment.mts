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
  const comments = await commentsOf(process.env);
  for (const file of process.argv.slice(2)) await write(file, comments);
} catch (error) {
  console.error(`Could not comment: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function write(file: string, comments: Comments): Promise<void> {
  const { STACK = "" } = process.env;
  // The comment of an earlier run is found by this line, which no page shows.
  const marker = `<!-- ${basename(file)} ${STACK} -->`;
  const body = `${marker}\n${await readFile(file, "utf8")}\n[Files of this run](${comments.run})\n`;
  if (body.length > mostCharacters) throw new Error(`${file} has more than ${mostCharacters} characters.`);
  const before = await find(marker, comments);
  if (before === undefined) await request("POST", comments.list, comments.headers, { body });
  else await request(comments.update, comments.one(before), comments.headers, { body });
}

async function find(marker: string, { list, headers, isOurs }: Comments): Promise<string | undefined> {
  for (let page: string | undefined = `${list}?per_page=100`; page !== undefined;) {
    const response = await request("GET", page, headers);
    const found = listOf(await response.json()).find(
      (comment) => String(comment["body"]).startsWith(marker) && isOurs(comment),
    );
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
  /** The page of this run, from which its files are downloaded. */
  readonly run: string;
  /** False for a comment that somebody else began in the same way: its author could edit it later. */
  readonly isOurs: (comment: Properties) => boolean;
}

type Properties = Record<string, unknown>;

async function commentsOf(environment: NodeJS.ProcessEnv): Promise<Comments> {
  const of = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === "") throw new Error(`${name} is not set.`);
    return value;
  };
  if (environment["GITLAB_CI"] === "true") {
    const list = `${of("CI_API_V4_URL")}/projects/${of("CI_PROJECT_ID")}/merge_requests/${of("CI_MERGE_REQUEST_IID")}/notes`;
    const headers = { "private-token": of("GITLAB_TOKEN") };
    const user = propertiesOf(await (await request("GET", `${of("CI_API_V4_URL")}/user`, headers)).json());
    return {
      list,
      one: (id) => `${list}/${id}`,
      update: "PUT",
      headers,
      run: of("CI_JOB_URL"),
      isOurs: ({ author }) => propertiesOf(author)["id"] === user["id"],
    };
  }
  const issues = `${of("GITHUB_API_URL")}/repos/${of("GITHUB_REPOSITORY")}/issues`;
  // Of the token that a workflow has; with a token of your own, the name of its user.
  const { COMMENT_AUTHOR: name = "github-actions[bot]" } = environment;
  return {
    list: `${issues}/${of("PULL_REQUEST")}/comments`,
    one: (id) => `${issues}/comments/${id}`,
    update: "PATCH",
    headers: { authorization: `Bearer ${of("GH_TOKEN")}`, accept: "application/vnd.github+json" },
    run: `${of("GITHUB_SERVER_URL")}/${of("GITHUB_REPOSITORY")}/actions/runs/${of("GITHUB_RUN_ID")}`,
    isOurs: ({ user }) => propertiesOf(user)["login"] === name,
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

function listOf(value: unknown): Properties[] {
  return Array.isArray(value) ? value.map(propertiesOf) : [];
}

function propertiesOf(value: unknown): Properties {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
