/**
 * The same requests without a provider, as anyone would write them who needs them once: `post` creates a project and its
 * zones, ten at a time; `list` reads them back.
 */
import { zoneArgs, zonesWanted } from "./zone-args";

const url = process.env["BLUEDOT_ENDPOINT"] ?? "";
const atOnce = 10;

void main();

async function main(): Promise<void> {
  const authorization = `Bearer ${await signIn()}`;
  await (process.argv[2] === "post" ? postZones(authorization) : listZones(authorization));
}

async function signIn(): Promise<string> {
  const { BLUEDOT_EMAIL: email, BLUEDOT_PASSWORD: password } = process.env;
  const { accessToken } = await post("/sessions", {}, { email, password });
  return String(accessToken);
}

async function postZones(authorization: string): Promise<void> {
  const project = { name: "network", nextRuleUpdateInterval: 86_400 };
  const { _id: projectId } = await post("/projects", { authorization }, project);
  const places = Array.from({ length: zonesWanted() }).keys();
  const worker = async () => {
    for (const at of places) await post("/zones", { authorization }, { projectId, ...zoneArgs(at) });
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function listZones(authorization: string): Promise<void> {
  const [project] = await list("/projects", authorization);
  const zones = await list(`/zones?projectId=${String(project?.["_id"])}`, authorization);
  if (zones.length !== zonesWanted()) throw new Error(`there are ${zones.length} zones`);
}

type Item = Readonly<Record<string, unknown>>;

async function post(path: string, headers: Record<string, string>, body: object): Promise<Item> {
  const answer = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const item: unknown = await answer.json();
  if (!answer.ok || !isItem(item)) throw new Error(`POST ${path}: ${answer.status}`);
  return item;
}

/** Page by page. */
async function list(path: string, authorization: string): Promise<Item[]> {
  const all: Item[] = [];
  for (let token = ""; ;) {
    const headers = { authorization, ...(token === "" ? {} : { paginationToken: token }) };
    const answer = await fetch(url + path, { headers });
    const items: unknown = await answer.json();
    if (!Array.isArray(items)) throw new Error(`GET ${path}: ${answer.status}`);
    all.push(...items.filter(isItem));
    token = answer.headers.get("x-bluedot-paginationToken") ?? "";
    if (token === "") return all;
  }
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null;
}
