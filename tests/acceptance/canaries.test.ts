import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";

import { canary, searchFolder, searchFor } from "./canaries";

const forGo = (json: string) =>
  json.replaceAll("&", "\\u0026").replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");

describe("the search for secrets", () => {
  const secret = canary("a word");
  const search = searchFor({ word: secret });
  const written: [title: string, text: string][] = [
    ["as it is", `… ${secret} …`],
    ["in JSON", JSON.stringify({ secret })],
    ["in JSON within JSON", JSON.stringify({ text: JSON.stringify({ secret }) })],
    ["in JSON within JSON, as Go writes it", forGo(JSON.stringify({ text: JSON.stringify({ secret }) }))],
    ["in a URL", `https://example.com/?q=${encodeURIComponent(secret)}`],
    ...["", "1", "12"].map((before): [string, string] => [
      `in base64, after ${String(before.length)} other bytes`,
      Buffer.from(`${before}${secret}`).toString("base64"),
    ]),
  ];
  for (const [title, text] of written) {
    it(`finds one ${title}`, () => {
      expect(search(text)).to.deep.equal(["word"]);
    });
  }

  it("finds one in a compressed file, and nothing in what is like it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "canaries-"));
    try {
      await writeFile(join(folder, "old.gz"), gzipSync(`… ${secret} …`));
      await writeFile(join(folder, "log"), canary("a word"));
      expect(await searchFolder(folder, search)).to.deep.equal(["old.gz: word"]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
