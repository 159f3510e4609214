import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { expect } from "chai";
import type { Browser, Page } from "puppeteer-core";

import { htmlOf, type HtmlOptions } from "../../map/html";
import type { MapModel } from "../../map/model";
import { circle, everyChange, manyZones, modelOf, zoneOf } from "../unit/map/models";
import { findBrowser, launchBrowser, NO_BROWSER } from "./browser";
import { noteFirstPicture, slowestZoom } from "./page-timings";

const tiles = { template: "https://tiles.example.com/{z}/{x}/{y}.png", attribution: "© Example" };
/** A grey pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOor6//DwAFgwJ/lY4CzgAAAABJRU5ErkJggg==",
  "base64",
);

interface Opened {
  readonly page: Page;
  /** The addresses that the page asked for, without its own file. */
  readonly requests: string[];
  /** What the console shows, errors of scripts with it. */
  readonly messages: string[];
}

describe("the map's page in a browser", function () {
  this.timeout(60_000);
  const file = findBrowser();
  // The test command takes a test that is skipped for one that failed.
  if (file === undefined)
    return void it(`is not tried: ${NO_BROWSER}`, () => console.log(`    ${NO_BROWSER}`));
  const folder = mkdtempSync(join(tmpdir(), "map-page-"));
  let browser: Browser;
  let count = 0;

  before(async () => {
    browser = await launchBrowser(file);
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const page of (await browser.pages()).slice(1)) await page.close();
  });

  async function open(
    model: MapModel,
    options: HtmlOptions & { prepare?: (page: Page) => Promise<unknown> } = {},
  ): Promise<Opened> {
    const path = join(folder, `${(count += 1)}.html`);
    writeFileSync(path, htmlOf(model, options));
    const page = await browser.newPage();
    const [requests, messages]: [string[], string[]] = [[], []];
    const address = pathToFileURL(path).href;
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(String(error)));
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      if (request.url() === address) return void request.continue();
      if (request.url() === "data:,") return void request.continue();
      requests.push(request.url());
      void request.respond({ contentType: "image/png", body: pixel });
    });
    await options.prepare?.(page);
    await page.goto(address);
    await page.waitForFunction("document.getElementById('map').dataset.pictures > 0");
    return { page, requests, messages };
  }

  it("loads from a file without a request or a word on the console", async () => {
    const { page, requests, messages } = await open(everyChange());
    expect(await page.title()).to.match(/^plan.json: 3 created, 2 moved/);
    expect(await drawn(page)).to.deep.equal({
      create: 3,
      move: 2,
      update: 1,
      delete: 2,
      drift: 1,
      same: 4,
      old: 3,
    });
    expect(await texts(page, "#legend .count")).to.deep.equal(["3", "2", "1", "2", "1", "4"]);
    expect(requests).to.deep.equal([]);
    expect(messages).to.deep.equal([]);
  });

  it("runs no script that somebody brings into it", async () => {
    const { page } = await open(everyChange());
    await page.evaluate(`
      const script = document.createElement("script");
      script.textContent = "window.hasRun = true";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", "<img src='data:,' onerror='window.hasRun = true'>");
    `);
    await pause(page);
    expect(await page.evaluate("window.hasRun")).to.equal(undefined);
  });

  it("filters list and map by the legend", async () => {
    const { page } = await open(everyChange());
    for (const change of ["same", "create", "move"]) await page.click(`input[data-change="${change}"]`);
    await pause(page);
    expect(await drawn(page)).to.include({ create: 0, move: 0, same: 0, delete: 2, old: 1 });
    expect(await texts(page, ".row .name")).to.deep.equal([
      "Arena Bar",
      "Pier Stand",
      "Tram Stop 9",
      "Library Lane",
    ]);
    expect(await texts(page, "#found")).to.deep.equal(["4 of 13 zones are listed"]);
  });

  it("offers in the legend what an option left in the page, however many others there are", async () => {
    const { zones, counts } = manyZones(3000);
    const created = zones.filter(({ change }) => change === "create");
    const { page } = await open(modelOf(created, { counts, notes: ["Others are left out."] }));
    expect(await texts(page, "#legend .count")).to.deep.equal([String(created.length)]);
    expect(await texts(page, "#notes p")).to.deep.equal(["Others are left out."]);
  });

  it("lets keys scroll long notes, and breaks no line within an option", async () => {
    const note = "Unchanged zones are not in the plan; add --show-sames.";
    const { page } = await open(modelOf([], { notes: Array<string>(9).fill(note) }));
    expect(await attribute(page, "#notes", "tabindex")).to.equal("0");
    expect(await texts(page, "#notes p:first-child code")).to.deep.equal(["--show-sames"]);
    expect(await texts(page, "#notes p:first-child")).to.deep.equal([note]);
    const { page: other } = await open(modelOf([], { notes: [note] }));
    expect(await attribute(other, "#notes", "tabindex")).to.equal("null");
  });

  it("opens the list of what is not drawn where nothing is drawn", async () => {
    const { hidden } = everyChange();
    const { page } = await open(modelOf([], { hidden }));
    expect(await texts(page, "#hidden[open] li")).to.have.length(2);
    expect(await texts(page, "#legend:not([hidden])")).to.deep.equal([]);
    const { page: other } = await open(everyChange());
    expect(await texts(other, "#hidden[open]")).to.deep.equal([]);
  });

  it("finds zones by name and label without case and accents", async () => {
    const { page } = await open(everyChange());
    await page.type("#search", "CORNER cafe");
    await page.waitForFunction("document.querySelectorAll('.row').length === 1");
    expect(await texts(page, ".row .name")).to.deep.equal(["Corner Café"]);
    await pause(page);
    expect(await drawn(page)).to.include({ move: 1, create: 0, same: 0 });
    await page.keyboard.press("Escape");
    expect(await texts(page, "#found")).to.deep.equal(["13 zones"]);
  });

  it("tells what the search finds among the changes that are off", async () => {
    const { page } = await open(everyChange());
    await page.click('input[data-change="same"]');
    await page.type("#search", "kiosk");
    await page.waitForFunction("document.querySelectorAll('.row').length === 1");
    expect(await texts(page, "#found")).to.deep.equal([
      "1 of 13 zones is listed; 1 more found, but switched off above",
    ]);
  });

  for (const value of ["light", "dark"]) {
    it(`has words that can be read in a ${value} scheme, also of what is switched off`, async () => {
      const { page } = await open(everyChange(), {
        prepare: (prepared) => prepared.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]),
      });
      await page.click('input[data-change="same"]');
      await page.focus("#list");
      await page.keyboard.press("ArrowDown");
      expect(await page.evaluate(faintWords)).to.deep.equal([]);
    });
  }

  it("walks the list by keys: arrows select, Enter flies to the zone, Escape closes", async () => {
    const { page } = await open(everyChange());
    const first = await view(page);
    await page.focus("#search");
    for (const key of ["ArrowDown", "ArrowDown", "End"] as const) await page.keyboard.press(key);
    expect(await texts(page, "#details h2")).to.deep.equal(["Southbank Stall"]);
    await page.keyboard.press("Home");
    for (let at = 0; at < 3; at += 1) await page.keyboard.press("ArrowDown");
    expect(await texts(page, "#details h2")).to.deep.equal(["Corner Café"]);
    expect(await texts(page, "#details .phrases li")).to.include("door: radius 140 → 210 m");
    expect(await texts(page, "#details tbody td")).to.deep.equal(["3600 s", "1800 s"]);
    const active = await attribute(page, "#list", "aria-activedescendant");
    expect(await texts(page, `#${active} .name`)).to.deep.equal(["Corner Café"]);
    expect(await attribute(page, `#${active}`, "aria-selected")).to.equal("true");
    await page.keyboard.press("Enter");
    await landed(page);
    expect((await view(page)).zoom).to.be.above(first.zoom + 0.5);
    await page.keyboard.press("Escape");
    expect(await attribute(page, "#details", "hidden")).to.equal("");
  });

  it("shows a moved fence twice: the old outline dashed, the new one solid", async () => {
    const before = [circle("door", 0, -300, 200)];
    const after = [circle("door", 0, 300, 200)];
    const { page } = await open(modelOf([zoneOf("cafe", "move", { before, after })]));
    expect(await drawn(page)).to.include({ move: 1, old: 1 });
    const edges = [await edgeOf(page, -300, 200), await edgeOf(page, 300, 200)];
    expect(edges[0]).to.be.within(0.5, 0.92);
    expect(edges[1]).to.equal(1);
  });

  it("selects what is clicked, and what lies below at the next click", async () => {
    const shapes = [circle("mall", 0, 0, 400), circle("shop", 0, 0, 60)];
    const model = modelOf(shapes.map((shape) => zoneOf(shape.name, "create", { after: [shape] })));
    const { page } = await open(model);
    const [x, y] = await middleOfMap(page);
    await page.mouse.click(x, y);
    expect(await texts(page, "#details h2")).to.deep.equal(["shop"]);
    await page.mouse.click(x, y);
    expect(await texts(page, "#details h2")).to.deep.equal(["mall"]);
  });

  it("moves by mouse, wheel, keys and buttons, and shows all again", async () => {
    const { page } = await open(everyChange());
    const first = await view(page);
    const [x, y] = await middleOfMap(page);
    await page.mouse.move(x, y);
    await page.mouse.wheel({ deltaY: -200 });
    await pause(page);
    expect((await view(page)).zoom).to.be.closeTo(first.zoom + 0.8, 1e-6);
    await page.mouse.down();
    await page.mouse.move(x - 100, y, { steps: 4 });
    await page.mouse.up();
    await pause(page);
    const dragged = await view(page);
    expect(dragged.x).to.be.above(first.x);
    await page.focus("#map");
    await page.keyboard.press("ArrowLeft");
    await pause(page);
    expect((await view(page)).x).to.be.below(dragged.x);
    await page.keyboard.press("-");
    await landed(page);
    await page.click("#zoom-in");
    await landed(page);
    expect((await view(page)).zoom).to.be.closeTo(first.zoom + 0.8, 1e-6);
    await page.keyboard.press("Tab");
    await page.click("#fit");
    await landed(page);
    expect(await view(page)).to.deep.equal(first);
  });

  it("zooms by two fingers", async () => {
    const { page } = await open(everyChange());
    const first = await view(page);
    const [x, y] = await middleOfMap(page);
    const fingers = [
      await page.touchscreen.touchStart(x - 50, y),
      await page.touchscreen.touchStart(x + 50, y),
    ];
    await fingers[0]?.move(x - 100, y);
    await fingers[1]?.move(x + 100, y);
    for (const finger of fingers) await finger.end();
    await pause(page);
    expect((await view(page)).zoom).to.be.closeTo(first.zoom + 1, 0.01);
    expect((await view(page)).x).to.be.closeTo(first.x, 1e-6);
    expect(await attribute(page, "#details", "hidden")).to.equal("");
  });

  it("shows names of any kind as text", async () => {
    const names = [
      "</script><img src=x onerror=alert(1)>",
      "\u202Eabc",
      "👩‍👩‍👧 ☕️",
      "x".repeat(10_000),
      "__proto__",
      "{z} &lt;b&gt;",
    ];
    const zones = names.map((name, at) =>
      zoneOf(`${name}${at}`, "move", {
        name,
        before: [circle(name, 900, at * 500, 100)],
        after: [circle(name, 0, at * 500, 100)],
        details: [name],
        settings: [{ property: name, before: name, after: name }],
      }),
    );
    const model = modelOf(zones, {
      source: names[0] ?? "",
      notes: names,
      hidden: names.map((label) => ({ label, change: "create", reason: "secret" })),
      points: names.map((name) => ({ name, point: { latitude: -37.81, longitude: 144.97 } })),
    });
    const { page, requests, messages } = await open(model, {
      tiles: { ...tiles, attribution: names[0] ?? "" },
    });
    await page.focus("#list");
    for (let at = 0; at < names.length; at += 1) await page.keyboard.press("ArrowDown");
    expect(await texts(page, "#details h2")).to.deep.equal(["{z} &lt;b&gt;"]);
    expect(await texts(page, ".row .name")).to.include.members(names.filter(({ length }) => length < 100));
    expect(await page.evaluate("document.querySelectorAll('img, iframe, script:not([id])').length")).to.equal(
      1,
    );
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).to.equal(true);
    expect({ requests, messages }).to.deep.equal({ requests: [], messages: [] });
  });

  it("asks for tiles only after a click that names their host", async () => {
    const { page, requests, messages } = await open(everyChange(), { tiles });
    expect(requests).to.deep.equal([]);
    expect(await texts(page, "#streets")).to.deep.equal(["Show streets from tiles.example.com"]);
    await page.click("#streets");
    await page.waitForNetworkIdle({ idleTime: 100 });
    expect(requests).not.to.deep.equal([]);
    for (const request of requests)
      expect(request).to.match(/^https:\/\/tiles\.example\.com\/15\/\d+\/\d+\.png$/);
    expect(await texts(page, "#credits")).to.deep.equal(["© Example"]);
    expect(messages).to.deep.equal([]);
  });

  it("says what it does not draw and why, and shows notes, points and a track", async () => {
    const place = { latitude: -37.8136, longitude: 144.9631 };
    const model = modelOf([], {
      hidden: everyChange().hidden,
      notes: ["The preview broke off."],
      points: [{ name: "Store 1", point: place }],
      track: [[place, { latitude: -37.82, longitude: 144.97 }]],
    });
    const { page, messages } = await open(model);
    expect(await texts(page, "#hidden li span")).to.deep.equal([
      'stores["lab"] has values that are known after up',
      'stores["vault"] holds a secret, which the plan hides',
    ]);
    expect(await texts(page, "#notes p")).to.deep.equal(["The preview broke off."]);
    expect(await texts(page, ".kind")).to.deep.equal(["points1", "track2"]);
    expect((await view(page)).zoom).to.be.above(12);
    expect(messages).to.deep.equal([]);
  });

  it("fits a window of 400 pixels, a dark scheme and paper", async () => {
    const prepare = async (page: Page): Promise<void> => {
      await page.setViewport({ width: 400, height: 700 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    };
    const { page } = await open(everyChange(), { prepare });
    expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(400);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).to.equal(
      "rgb(16, 22, 28)",
    );
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect(await texts(page, "#print tr td:first-child")).to.have.length(13);
    expect(await texts(page, "#hidden[open] li")).to.have.length(2);
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    expect(await texts(page, "#print tr, #hidden[open] li")).to.deep.equal([]);
  });

  it("shows zones on both sides of the antimeridian side by side", async () => {
    const zones = [179.9, -179.9].map((longitude) =>
      zoneOf(String(longitude), "create", {
        after: [circle("", 0, 0, 500, { latitude: -17, longitude })],
      }),
    );
    const { page } = await open(modelOf(zones));
    expect(await drawn(page)).to.include({ create: 2 });
    expect((await view(page)).zoom).to.be.above(9);
  });

  it("shows 10,000 zones within 1.5 s, and zooms within 150 ms", async () => {
    const model = manyZones(10_000);
    expect(Buffer.byteLength(htmlOf(model))).to.be.below(2_000_000);
    const [pictures, zooms]: [number[], number[]] = [[], []];
    for (let run = 0; run < 3; run += 1) {
      const { page } = await open(model, {
        prepare: (prepared) => prepared.evaluateOnNewDocument(noteFirstPicture),
      });
      await page.waitForFunction("window.firstPicture > 0");
      pictures.push(Number(await page.evaluate("window.firstPicture")));
      expect(await texts(page, "#notes p")).to.deep.equal([
        "The 9,750 unchanged zones are off at first: switch them on below.",
      ]);
      expect(await drawn(page)).to.include({ same: 0 });
      await page.click('input[data-change="same"]');
      await pause(page);
      expect(await drawn(page)).to.include({ same: 9750 });
      zooms.push(Number(await page.evaluate(slowestZoom)));
      await page.close();
    }
    console.log(
      `      first picture ${Math.min(...pictures).toFixed(0)} ms, slowest zoom ${Math.min(...zooms).toFixed(0)} ms`,
    );
    expect(Math.min(...pictures)).to.be.below(1500);
    expect(Math.min(...zooms)).to.be.below(150);
  });
});

/** Words in the panels with a contrast of less than 4.5 to what is behind them, as WCAG 2 counts it. */
const faintWords = `(() => {
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [red, green, blue] = color.map((part) => (part / 255 <= 0.03928 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const faint = [];
  const look = (element, part, words) => {
    let opacity = 1;
    let behind;
    for (let at = element; at; at = at.parentElement) {
      opacity *= Number(getComputedStyle(at).opacity);
      const color = numbers(getComputedStyle(at).backgroundColor);
      if (behind === undefined && color[3] !== 0) behind = color;
    }
    const color = numbers(getComputedStyle(element, part).color);
    const [dark, bright] = [color.slice(0, 3).map((own, at) => own * opacity + behind[at] * (1 - opacity)), behind.slice(0, 3)]
      .map(light)
      .sort((one, other) => one - other);
    if ((bright + 0.05) / (dark + 0.05) < 4.5) faint.push(words);
  };
  for (const element of document.querySelectorAll("aside *, #details *")) {
    const words = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data.trim()).join("");
    if (words !== "" && element.checkVisibility()) look(element, null, words);
  }
  const search = document.getElementById("search");
  look(search, "::placeholder", search.placeholder);
  return faint;
})()`;

/** Zones that the last picture holds, by change. */
async function drawn(page: Page): Promise<unknown> {
  return JSON.parse(String(await page.evaluate("document.getElementById('map').dataset.drawn")));
}

async function view(page: Page): Promise<{ x: number; y: number; zoom: number }> {
  const found = await page.evaluate("Object.values(JSON.parse(document.getElementById('map').dataset.view))");
  const [x = NaN, y = NaN, zoom = NaN] = Array.isArray(found) ? found.map(Number) : [];
  return { x, y, zoom };
}

async function texts(page: Page, selector: string): Promise<string[]> {
  const found = await page.evaluate(
    `Array.from(document.querySelectorAll(${JSON.stringify(selector)}), ({ textContent }) => textContent)`,
  );
  return Array.isArray(found) ? found.map(String) : [];
}

async function attribute(page: Page, selector: string, name: string): Promise<string> {
  const [quoted, asked] = [JSON.stringify(selector), JSON.stringify(name)];
  return String(await page.evaluate(`document.querySelector(${quoted}).getAttribute(${asked})`));
}

async function middleOfMap(page: Page): Promise<[number, number]> {
  const box = await (await page.$("#map"))?.boundingBox();
  if (!box) throw new Error("The page has no map.");
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Waits for the next picture, and for a pause in typing. */
async function pause(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
}

/** Waits for the end of a flight over the map. */
async function landed(page: Page): Promise<void> {
  await pause(page);
  await page.waitForFunction("document.getElementById('map').dataset.flying === undefined");
}

/** The part of a circle's edge that is blue, so many metres east of the middle of the map. */
async function edgeOf(page: Page, east: number, radius: number): Promise<number> {
  const part = await page.evaluate(`(() => {
    const canvas = document.getElementById("map");
    const { zoom } = JSON.parse(canvas.dataset.view);
    const pixels = 256 * 2 ** zoom / (40075016.686 * Math.cos(-37.8136 * Math.PI / 180));
    const context = canvas.getContext("2d");
    const isBlue = (x, y) => {
      const { data } = context.getImageData(Math.round(x) - 1, Math.round(y) - 1, 3, 3);
      for (let at = 0; at < data.length; at += 4) if (data[at + 2] - data[at] > 90) return true;
      return false;
    };
    let found = 0;
    for (let at = 0; at < 720; at += 1) {
      const angle = at / 360 * Math.PI;
      const x = canvas.clientWidth / 2 + (${east} + ${radius} * Math.cos(angle)) * pixels;
      const y = canvas.clientHeight / 2 + ${radius} * Math.sin(angle) * pixels;
      if (isBlue(x, y)) found += 1;
    }
    return found / 720;
  })()`);
  return Number(part);
}
