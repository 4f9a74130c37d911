import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {collectTroubles, launchBrowser} from "../browser.ts";
import {openField} from "../tweak/field.ts";
import {buildProject, fixtureProject, startServer} from "./command.ts";
import {serveFiles} from "./files.ts";

let fixture: ReturnType<typeof fixtureProject>;
let built: ReturnType<typeof buildProject>;
let browser: Browser;
let file: string;

beforeAll(async () => {
  fixture = fixtureProject();
  built = buildProject(fixture.folder, ["--single-file"]);
  file = join(built.dist, "tour/tour.html");
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  built?.remove();
  fixture?.remove();
});

const number = '#both .pl-words data[data-fact="beta.valuation"]';
const entry = "Beta Labs: valuation";

/** Opens a page and collects whatever a reader would call broken, and all that it asks for. */
async function open(
  address: string,
  options = {}
): Promise<{page: Page; troubles: string[]; asked: string[]}> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, ...options});
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  // In development Vite has words of its own.
  const troubles = collectTroubles(page, /^(?:log|info|debug): /);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!/^(?:data|blob):/.test(request.url())) asked.push(request.url());
  });
  await page.goto(address);
  return {page, troubles, asked};
}

/** Types other words for the valuation, and downloads the story as one file. */
async function download(page: Page): Promise<string> {
  await page.getByRole("button", {name: "Change the data"}).first().click();
  await page.locator(".tw-panel").waitFor();
  await (await openField(page, entry, "the second report")).fill("around $3 billion");
  await expect.poll(() => page.locator(number).innerText()).toContain("$3 billion");
  await page.locator(".tw-foot summary").click();
  const [made] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Download the story as one file"}).click()
  ]);
  const path = join(built.dist, made.suggestedFilename());
  await made.saveAs(path);
  return path;
}

test("a story that is one file is read offline, and asks for nothing", async () => {
  const address = pathToFileURL(file).href;
  const {page, troubles, asked} = await open(address, {offline: true});
  await page.locator(":root[data-reader]").waitFor({state: "attached"});
  await page.locator('.pl-stage svg[role="group"]').first().waitFor({state: "attached"});
  const faces = await page.evaluate(async () => {
    await document.fonts.ready;
    const loaded = [...document.fonts].filter(({status}) => status === "loaded");
    return loaded.map(({family}) => family);
  });
  expect(faces.filter((family) => /Source Serif/.test(family)).length).toBeGreaterThan(0);
  expect(asked).toEqual([address]);
  expect(troubles).toEqual([]);
  // It leads to no file that is not there.
  expect(await page.locator(".pl-files").count()).toBe(0);
  await page.context().close();
});

test("without scripts the one file shows every step with its figure", async () => {
  const {page} = await open(pathToFileURL(file).href, {javaScriptEnabled: false});
  const steps = page.locator(".step");
  const count = await steps.count();
  expect(count).toBeGreaterThan(0);
  for (let i = 0; i < count; ++i)
    expect(await steps.nth(i).locator("svg:visible").count()).toBeGreaterThan(0);
  await page.context().close();
});

test("only with --single-file does a build make the one file", () => {
  const plain = buildProject(fixture.folder);
  expect(existsSync(join(plain.dist, "tour/index.html"))).toBe(true);
  expect(existsSync(join(plain.dist, "tour/tour.html"))).toBe(false);
  plain.remove();
});

for (const [where, start] of [
  ["a file", async () => ({address: pathToFileURL(file).href, stop: () => undefined})],
  ["a published page", () => serveFiles(built.dist)],
  ["a page in development", () => startServer(fixture.folder)]
] as const)
  test(`${where} that somebody edits is downloaded as one file, which says that it is edited`, async () => {
    const {address, stop} = await start();
    try {
      const {page, troubles} = await open(address, {acceptDownloads: true});
      const path = await download(page);
      expect(troubles).toEqual([]);
      expect(path).toMatch(/tour-edited\.html$/);
      const html = readFileSync(path, "utf8");
      expect(html).toContain("<title>Edited: ");
      const edited = pathToFileURL(path).href;

      const still = await open(edited, {javaScriptEnabled: false});
      expect(await still.page.locator(number).getAttribute("data-origin")).toBe("edited");
      expect(await still.page.locator(number).innerText()).toContain("$3 billion");
      expect(await still.page.locator("body").innerText()).toContain(
        "Edited data: One change in this file that no source says."
      );
      await still.page.context().close();

      const opened = await open(edited, {offline: true});
      await expect.poll(() => opened.page.locator(".tw-bar").isVisible()).toBe(true);
      expect(await opened.page.locator(".tw-changes").innerText()).toContain("around $3 billion");
      expect(await opened.page.title()).toMatch(/^Edited: (?!Edited)/);
      await opened.page.getByRole("button", {name: "Take all back"}).click();
      await expect.poll(() => opened.page.locator('[data-origin="edited"]').count()).toBe(0);
      await expect.poll(() => opened.page.locator(number).innerText()).toContain("$2.5 billion");
      expect(opened.troubles).toEqual([]);
      await opened.page.context().close();
      await page.context().close();
    } finally {
      stop();
    }
  }, 90_000);

test("an edited file says so in a frame without storage, and other edits take the place of its own", async () => {
  const {page} = await open(pathToFileURL(file).href, {acceptDownloads: true});
  const edited = pathToFileURL(await download(page)).href;
  await page.context().close();
  const frame = join(built.dist, "frame.html");
  writeFileSync(
    frame,
    `<iframe sandbox="allow-scripts" width="1200" height="700" src="${edited}">`
  );
  const framed = await open(pathToFileURL(frame).href);
  const inside = framed.page.frameLocator("iframe");
  await inside.locator(".tw-bar").waitFor();
  expect(await inside.locator(".tw-changes").innerText()).toContain("around $3 billion");
  expect(framed.troubles).toEqual([]);
  await framed.page.context().close();

  const kept = await open(edited);
  await kept.page.locator(".tw-bar").waitFor();
  // The page has come to rest, and keeps nothing any more.
  await kept.page.waitForTimeout(1500);
  await kept.page.evaluate(() => {
    const name = `plumbline edits ${location.pathname}`;
    const old = JSON.parse(sessionStorage.getItem(name)!) as {edits: string[][]};
    old.edits[0]![1] = "around $2.6 billion";
    sessionStorage.setItem(name, JSON.stringify(old));
  });
  await kept.page.reload();
  await expect.poll(() => kept.page.locator(number).innerText()).toContain("$2.6 billion");
  expect(await kept.page.locator("main").innerText()).not.toContain("about $3 billion");
  await kept.page
    .locator(".tw-bar")
    .getByRole("button", {name: /Take all back/})
    .click();
  await expect.poll(() => kept.page.locator(number).innerText()).toContain("$2.5 billion");
  await kept.page.waitForTimeout(1500);
  await kept.page.reload();
  await kept.page.locator(":root[data-updated]").waitFor({state: "attached"});
  await expect.poll(() => kept.page.locator(number).innerText()).toContain("$2.5 billion");
  expect(await kept.page.locator(":root[data-edited]").count()).toBe(0);
  expect(kept.troubles).toEqual([]);
  await kept.page.context().close();
}, 60_000);
