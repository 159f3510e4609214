/** Takes the pictures of the map in docs/images again, by a Chromium: `npm run build && tsx tools/images.ts`. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import type { Browser } from "puppeteer-core";

import { htmlOf } from "../map/html";
import { findBrowser, launchBrowser, NO_BROWSER } from "../tests/acceptance/browser";
import { everyChange } from "../tests/unit/map/models";

const images = join(__dirname, "../docs/images");
/** The row of the list that is selected: a zone that moved. */
const row = 4;

async function main(): Promise<void> {
  const file = findBrowser();
  if (file === undefined) throw new Error(NO_BROWSER);
  const folder = mkdtempSync(join(tmpdir(), "images-"));
  const map = join(folder, "map.html");
  writeFileSync(map, htmlOf(everyChange()));
  const browser = await launchBrowser(file);
  try {
    await take(browser, map, "light", join(images, "map.png"));
    await take(browser, map, "dark", join(images, "map-dark.png"));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function take(browser: Browser, map: string, scheme: string, image: string): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 780 });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.goto(pathToFileURL(map).href);
  await page.focus("#list");
  for (let at = 0; at < row; at += 1) await page.keyboard.press("ArrowDown");
  await page.click("#fit");
  await page.mouse.move(0, 0);
  await page.evaluate("document.activeElement.blur()");
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  writeFileSync(image, await page.screenshot());
  await page.close();
}

void main();
