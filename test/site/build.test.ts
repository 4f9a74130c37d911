import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {parseHTML} from "linkedom";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {collectTroubles, launchBrowser} from "../browser.ts";
import {buildProject, fixtureProject} from "./command.ts";
import {serveFiles} from "./files.ts";

let fixture: ReturnType<typeof fixtureProject>;
let dist: string;
let remove: () => void;
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFiles>>;

beforeAll(async () => {
  fixture = fixtureProject();
  ({dist, remove} = buildProject(fixture.folder));
  site = await serveFiles(dist, "/some/sub-path/");
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  site?.stop();
  remove?.();
  fixture?.remove();
});

const pages = (): string[] =>
  readdirSync(dist, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".html"));
const read = (name: string): string => readFileSync(join(dist, name), "utf8");

/** Opens a page and collects whatever a reader would call broken. */
async function open(url: string, options = {}): Promise<{page: Page; troubles: string[]}> {
  const page = await browser.newPage(options);
  const troubles = collectTroubles(page, /^log: /);
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  return {page, troubles};
}

test("build writes the home story, every story in its folder, and each story's data", () => {
  expect(existsSync(join(dist, "index.html"))).toBe(true);
  for (const name of ["index.html", "dataset.json", "dataset.csv", "datapackage.json"])
    expect(existsSync(join(dist, "tour", name)), name).toBe(true);
});

test("build admits scripts and styles by their hashes alone, and the hashes fit", () => {
  for (const name of pages()) {
    const {document} = parseHTML(read(name));
    const policy = document
      .querySelector('meta[http-equiv="Content-Security-Policy"]')
      ?.getAttribute("content");
    expect(policy, name).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    const inline = [...document.querySelectorAll("script, style")];
    expect(inline.length).toBeGreaterThan(1);
    for (const element of inline) {
      expect(element.hasAttribute("src")).toBe(false);
      const hash = createHash("sha256")
        .update(element.textContent ?? "")
        .digest("base64");
      expect(policy).toContain(`'sha256-${hash}'`);
    }
    expect(document.querySelectorAll("[style], [onclick], [onload]").length).toBe(0);
  }
});

test("build names nothing by an address of another host, but links", () => {
  for (const name of pages()) {
    const {document} = parseHTML(read(name));
    for (const element of document.querySelectorAll("[src], link[href], use[href], image[href]")) {
      const address = element.getAttribute("src") ?? element.getAttribute("href") ?? "";
      expect(address).not.toMatch(/^(https?:)?\/\//);
    }
    expect(read(name)).not.toMatch(/@import|url\(["']?https?:/);
  }
});

test("build puts no Plot, zod, YAML or Markdown code into the page", () => {
  const {document} = parseHTML(read("index.html"));
  const scripts = [...document.querySelectorAll("script")].map((e) => e.textContent).join("\n");
  for (const trace of ["observablehq", "ZodError", "YAMLException", "micromark", "scaleLinear"])
    expect(scripts).not.toContain(trace);
});

test("build writes no editor: development alone has it", () => {
  const texts = readdirSync(dist, {recursive: true, encoding: "utf8"}).filter((name) =>
    /\.(?:html|js|css|json|map)$/.test(name)
  );
  expect(texts.some((name) => /tweak-\w+\.js$/.test(name))).toBe(true);
  // Names that outlive minifying: the editor's classes, its own, and what its parts are called.
  for (const name of texts)
    expect(read(name), name).not.toMatch(/codemirror|cm-editor|cm-content|lezer|tw-hangs/i);
});

test("build repeats no id on a page", () => {
  for (const name of pages()) {
    const {document} = parseHTML(read(name));
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  }
});

test("the built page below a sub-path loads without an error, a warning or a failed request", async () => {
  const {page, troubles} = await open(site.address);
  expect(await page.locator("section.scene").count()).toBeGreaterThanOrEqual(1);
  const fonts = await page.evaluate(() => [...document.fonts].filter((f) => f.status === "loaded"));
  expect(fonts.length).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
  await page.close();
});

test("the built story in its folder loads as the home page does", async () => {
  const {page, troubles} = await open(`${site.address}tour/`);
  expect(await page.locator("section.scene").count()).toBeGreaterThanOrEqual(1);
  expect(troubles).toEqual([]);
  await page.close();
});

test("the built page opens from a file, fonts and all", async () => {
  const {page, troubles} = await open(pathToFileURL(join(dist, "index.html")).href);
  const fonts = await page.evaluate(() => [...document.fonts].filter((f) => f.status === "loaded"));
  expect(fonts.length).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
  await page.close();
});

test("the built page without JavaScript shows every step with its words and one chart", async () => {
  const {page, troubles} = await open(site.address, {javaScriptEnabled: false});
  const steps = page.locator("section.step");
  const count = await steps.count();
  expect(count).toBeGreaterThan(0);
  for (let i = 0; i < count; ++i) {
    const step = steps.nth(i);
    expect(await step.locator(".state svg:visible").count()).toBe(1);
    expect((await step.innerText()).length).toBeGreaterThan(40);
  }
  expect(troubles).toEqual([]);
  await page.close();
});

test("every figure's files lie where its page leads, from the top and from the story's folder", () => {
  for (const [name, folder] of [
    ["index.html", ""],
    ["tour/index.html", "tour"]
  ] as const) {
    const {document} = parseHTML(read(name));
    const links = [...document.querySelectorAll("a.pl-file")].map((a) => a.getAttribute("href")!);
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) expect(existsSync(join(dist, folder, link)), link).toBe(true);
  }
});

test("a figure's picture has its finding and sources, and needs no style sheet", () => {
  const folder = join(dist, "tour", "figures");
  const pictures = readdirSync(folder).filter((name) => name.endsWith(".svg"));
  expect(pictures.length).toBeGreaterThan(0);
  const {document} = parseHTML(read("tour/index.html"));
  for (const name of pictures) {
    const svg = readFileSync(join(folder, name), "utf8");
    expect(svg).not.toMatch(/var\(|class=|style/);
    expect(svg).toContain('fill="#fbfaf7"');
    expect(svg).toContain('fill="#16202a"');
    const scene = document.getElementById(name.replace(".svg", ""))!;
    const title = scene.querySelector("h2")!.textContent.slice(0, 12);
    expect(svg).toContain(title);
    expect(svg).toMatch(/Sources?: /);
  }
});

test("?view=notebook opens all workings on an unrolled page, and leads back to the story", async () => {
  const {page, troubles} = await open(`${site.address}tour/?view=notebook`);
  const closed = page.locator(".pl-workings:not([open])");
  expect(await page.locator(".pl-workings").count()).toBeGreaterThan(0);
  expect(await closed.count()).toBe(0);
  expect(await page.locator(".pl-stage").first().isVisible()).toBe(false);
  await page.locator(".pl-as-story").click();
  await page.waitForURL((url) => !url.search.includes("notebook"));
  expect(await closed.count()).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
  await page.close();
});

test("a figure's program for Plot is copied from its file", async () => {
  const {page} = await open(`${site.address}tour/?view=notebook`, {
    permissions: ["clipboard-read", "clipboard-write"]
  });
  const copy = page.locator(".pl-copy").first();
  await copy.click();
  await expect.poll(() => copy.textContent()).toBe("Copied");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^import \* as Plot/);
  await page.close();
});

test("from a folder, where a file cannot be read, the button says to take the file", async () => {
  const {page} = await open(`${pathToFileURL(join(dist, "index.html")).href}?view=notebook`);
  const copy = page.locator(".pl-copy").first();
  await copy.click();
  await expect.poll(() => copy.textContent()).toContain("take the file");
  await page.close();
});
