/** A headless Chromium for tests of the map's page: the one of the system, as none is installed with the packages. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

import { launch, type Browser } from "puppeteer-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Says what to do where no browser is found. */
export const NO_BROWSER =
  "no Chromium is on the PATH. Install one, such as by `apt-get install chromium`, or name its file in CHROMIUM.";

/** The file of a browser: that of the variable CHROMIUM, or one on the PATH. */
export function findBrowser(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return process.env["CHROMIUM"] ?? files.find(isExecutable);
}

export function launchBrowser(file: string): Promise<Browser> {
  return launch({
    executablePath: file,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--no-first-run",
      "--hide-scrollbars",
    ],
    defaultViewport: { width: 1280, height: 800 },
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
