/** The map as one HTML file: all it needs is inside, and it asks the network for nothing. */
import { createHash } from "node:crypto";

import type { MapModel } from "./model";
import { baseMap, body, licence, script, style } from "./page-assets.generated";
import { encodePage, type PageTiles } from "./page/data";
import { shortened } from "./page/words";
import { marker, summaryOf } from "./words";

export interface HtmlOptions {
  /** Tiles of the user's own provider. The page asks for them only after a click that names their host. */
  readonly tiles?: {
    /** With `{z}`, `{x}` and `{y}`; `{s}` becomes `a`, `b` or `c`, and `{r}` nothing. */
    readonly template: string;
    /** The attribution that the provider wants, as plain text. */
    readonly attribution: string;
  };
}

/**
 * Returns the page. Equal models give equal bytes: it holds no date.
 *
 * @throws an error of one sentence if the template of the tiles is none, or has a password
 */
export function htmlOf(model: MapModel, options: HtmlOptions = {}): string {
  const tiles = options.tiles && tilesOf(options.tiles);
  const title = `${shortened(model.source, 80)}: ${summaryOf(model, ", ", "; ")}`;
  return [
    "<!doctype html>",
    `<!-- Coasts and borders: Natural Earth, public domain, by way of world-atlas:\n${licence} -->`,
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy(tiles))}">`,
    `<meta name="generator" content="${marker}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="data:,">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    body,
    `<script type="application/json" id="base-map">${baseMap}</script>`,
    `<script type="application/json" id="data">${embedded(encodePage(model, tiles))}</script>`,
    `<script>${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** Nothing runs and nothing loads but what is named here. */
function policy(tiles: PageTiles | undefined): string {
  const images = ["data:", ...(tiles ? serversOf(tiles.template).map(({ origin }) => origin) : [])];
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    `img-src ${images.join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function tilesOf({ template, attribution }: NonNullable<HtmlOptions["tiles"]>): PageTiles {
  const example = "such as https://tiles.example.com/{z}/{x}/{y}.png";
  const missing = ["{z}", "{x}", "{y}"].filter((part) => !template.includes(part));
  if (missing.length > 0) {
    throw new Error(`The template of the tiles lacks ${missing.join(", ")}: it is a URL ${example}.`);
  }
  const [server] = serversOf(template);
  // Hosts may hold quotes and semicolons, which would end the policy.
  if (server === undefined || !/^https?:\/\/[a-z0-9.:[\]-]+$/.test(server.origin)) {
    throw new Error(`The template of the tiles is no URL of http or https: it is one ${example}.`);
  }
  if (server.username !== "" || server.password !== "") {
    throw new Error(
      "The template of the tiles has a user name or a password, which each reader of the page would see.",
    );
  }
  const host = template.includes("{s}.") ? server.host.replace(/^a\./, "*.") : server.host;
  return { template, host, attribution };
}

/** The servers that `{s}` stands for; none where the template is no URL. */
function serversOf(template: string): URL[] {
  const servers = template.includes("{s}") ? ["a", "b", "c"] : [""];
  const addresses = servers.map((server) => template.replaceAll("{s}", server));
  return addresses.every((address) => URL.canParse(address))
    ? addresses.map((address) => new URL(address))
    : [];
}

/** JSON that ends no element of the page, whatever the names of zones hold. */
function embedded(value: unknown): string {
  const escapes = { "<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029" };
  return Object.entries(escapes).reduce(
    (text, [letter, escape]) => text.replaceAll(letter, escape),
    JSON.stringify(value),
  );
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
