import {readdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {parseHTML} from "linkedom";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {Dataset} from "../../../src/facts/dataset.ts";
import {formatSpoken} from "../../../src/format.ts";
import {formatTime} from "../../../src/time.ts";
import {collectTroubles, launchBrowser} from "../../browser.ts";
import {findDead, findDeadMarks, windows} from "../../page/fixture/pointer.ts";
import {buildProject} from "../../site/command.ts";
import {serveFiles} from "../../site/files.ts";
import {root, scenes, slug, steps} from "./flagship.ts";

vi.setConfig({testTimeout: 90_000});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wide = {viewport: {width: 1280, height: 720}};
const narrow = {viewport: {width: 390, height: 844}};

let built: ReturnType<typeof buildProject>;
let server: Awaited<ReturnType<typeof serveFiles>>;
let browser: Browser;
let dataset: Dataset;

beforeAll(async () => {
  built = buildProject(root);
  server = await serveFiles(built.dist);
  browser = await launchBrowser();
  const json = readFileSync(join(built.dist, slug, "dataset.json"), "utf8");
  dataset = Dataset.parse(JSON.parse(json));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  server?.stop();
  built?.remove();
});

/** Opens the story, and keeps what a good page never does: messages, errors, foreign requests. */
async function visit(fragment = "", options: BrowserContextOptions = wide) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const troubles = collectTroubles(page);
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(server.address) && !url.startsWith("data:"))
      troubles.push(`foreign: ${url}`);
  });
  await page.goto(`${server.address}${slug}/${fragment}`);
  await settled(page);
  return {page, troubles, close: () => context.close()};
}

/** Waits until the page has answered to what was done to it, and no mark travels. */
function settled(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => {
        let frames = 4;
        const next = (): void => {
          const moving = document.querySelector("[data-moving]") !== null;
          if (moving || --frames > 0) requestAnimationFrame(next);
          else done();
        };
        requestAnimationFrame(next);
      })
  );
}

/** The step that the stage of a step's scene shows. */
function shown(page: Page, step: string): Promise<string | null> {
  return page.locator(`.scene:has(#${step}) .pl-stage`).getAttribute("data-step");
}

function openCards(page: Page): Promise<(string | null)[]> {
  return page
    .locator(".pl-card:popover-open")
    .evaluateAll((cards) => cards.map((card) => card.getAttribute("data-card")));
}

for (const [width, options] of [
  ["1280 px", wide],
  ["390 px", narrow]
] as const)
  test.each(Object.entries(scenes))(
    `${width}: a link to a step of %s shows the step, and a reload keeps it`,
    async (_, own) => {
      const {page, troubles, close} = await visit("", options);
      for (const step of own) {
        await page.goto("about:blank");
        await page.goto(`${server.address}${slug}/#${step}`);
        await settled(page);
        expect(await shown(page, step), step).toBe(step);
        await page.reload();
        await settled(page);
        expect(await shown(page, step), `${step}, reloaded`).toBe(step);
      }
      expect(troubles).toEqual([]);
      await close();
    }
  );

test("scrolling through shows every step on its scene's stage, in order, without a message", async () => {
  const {page, troubles, close} = await visit();
  const seen = new Set<string>();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y <= height; y += 120) {
    await page.evaluate((top) => scrollTo(0, top), y);
    await settled(page);
    const onScreen = await page.evaluate(() =>
      [...document.querySelectorAll(".scene")]
        .filter((scene) => {
          const {top, bottom} = scene.getBoundingClientRect();
          return top < innerHeight / 2 && bottom > innerHeight / 2;
        })
        .map((scene) => scene.querySelector(".pl-stage")!.getAttribute("data-step")!)
    );
    for (const step of onScreen) seen.add(step);
  }
  expect([...seen]).toEqual(steps);
  expect(troubles).toEqual([]);
  await close();
});

for (const [width, height] of [
  [360, 800],
  [390, 844],
  [768, 1024],
  [1000, 800],
  [1280, 720],
  [1920, 1080]
] as const)
  test(`${width}×${height}: findings, sources and the word for the workings have room, and none lies over another`, async () => {
    const {page, close} = await visit("", {viewport: {width, height}});
    const tight = await page.evaluate(() =>
      [...document.querySelectorAll(".scene")]
        .filter((scene) => scene.querySelector(".pl-stage")!.getClientRects().length > 0)
        .flatMap((scene) => {
          const line = scene.querySelector(":scope > .figure > .pl-source")!;
          const word = scene.querySelector(".pl-workings > summary")!;
          const range = document.createRange();
          range.selectNodeContents(line);
          const {top, left} = word.getBoundingClientRect();
          const meets = [...range.getClientRects()].some(
            (box) => box.bottom > top + 6 && box.right > left && box.top < top + 20
          );
          const cut = [scene.querySelector("h2")!, word, line].filter(
            (each) =>
              each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1
          );
          return [
            ...cut.map((each) => `${scene.id}: ${each.tagName}`),
            ...(meets ? [scene.id] : [])
          ];
        })
    );
    expect(tight).toEqual([]);
    await close();
  });

test("360×800: taps on Next lead from the opening through every step to the end", async () => {
  const {page, troubles, close} = await visit("", {
    viewport: {width: 360, height: 800},
    hasTouch: true
  });
  const next = page.locator(".pl-bar").getByRole("button", {name: "Next"});
  const seen: string[] = [];
  while ((await next.getAttribute("aria-disabled")) === "false") {
    const {x, y, width, height} = (await next.boundingBox())!;
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await settled(page);
    const step = await page.evaluate(() => {
      const said = document.querySelector(".pl-said")!.textContent!;
      const all = [...document.querySelectorAll(".step")];
      return all.find((each) => said.endsWith(each.querySelector(".pl-words")!.textContent!))?.id;
    });
    if (step === undefined) continue;
    seen.push(step);
    expect(await shown(page, step)).toBe(step);
  }
  expect(seen).toEqual(steps);
  expect(troubles).toEqual([]);
  await close();
});

test("a click on any number of the prose opens its card, which tells where it is from", async () => {
  const {page, troubles, close} = await visit();
  const numbers = page.locator(".step .pl-words data.fact, h2 data.fact");
  const count = await numbers.count();
  expect(count).toBeGreaterThan(20);
  const agreed = new Set<string | null>();
  for (let i = 0; i < count; ++i) {
    const number = numbers.nth(i);
    const id = (await number.getAttribute("data-fact"))!;
    const fact = dataset.facts[id]!;
    await number.locator("button").click();
    await expect.poll(() => openCards(page), {message: id}).toEqual([id]);
    const card = page.locator(".pl-card:popover-open");
    expect(await card.innerText(), id).toContain(fact.reason ?? "");
    const quotes = await card.locator(".pl-claim .pl-quote").allInnerTexts();
    expect(quotes.map((text) => text.split("\n")[0]!.trim()).sort()).toEqual(
      fact.claims.map((claim) => `“${dataset.claims[claim]!.says}”`).sort()
    );
    const printed = await number.getAttribute("data-claim");
    if (printed !== null)
      expect(await card.locator(".pl-claim").first().getAttribute("data-claim")).toBe(printed);
    for (const claim of fact.claims) {
      const item = card.locator(`.pl-claim[data-claim="${claim}"]`);
      const {source, by, origin} = dataset.claims[claim]!;
      const label = dataset.sources[source]!.label;
      const text = (await item.locator(".pl-source").innerText()).toLowerCase();
      expect(text).toContain(label.toLowerCase());
      const custody = (await item.locator(".pl-by").allInnerTexts()).join();
      if (by[0] !== undefined) expect(custody).toContain(dataset.entities[by[0]]?.name ?? by[0]);
      else if (origin === "seed") expect(custody).toContain("names nobody");
      expect(await item.locator(".pl-origin").innerText()).toContain(
        origin === "seed" ? "Stated in the article" : "Context"
      );
    }
    if (fact.claims.length > 1) {
      const agreement = card.locator(".pl-agreement");
      expect(await agreement.getAttribute("data-agreement")).toBe(fact.agreement);
      expect((await agreement.innerText()).length).toBeGreaterThan(10);
      agreed.add(fact.agreement);
    }
    if (fact.formula !== null)
      expect(await card.locator(".pl-formula code").innerText()).toBe(formulaOf(fact));
    await page.keyboard.press("Escape");
    expect(await openCards(page)).toEqual([]);
  }
  expect(agreed.size).toBeGreaterThan(1);
  expect(troubles).toEqual([]);
  await close();
});

/** A formula as a card has it: numbers for ids, and words for a long series. */
function formulaOf({formula, parents}: (typeof dataset.facts)[string]): string {
  const to = dataset.facts[parents.at(-1)!]!.period;
  if (parents.some((parent) => !formula!.includes(parent)))
    return `the mean of the ${parents.length} quarters to ${formatTime(to!)}`;
  const words = parents.reduce(
    (text, parent) => text.replace(parent, formatSpoken(dataset.facts[parent]!.quantity)),
    formula!
  );
  return words.replace(" * ", " × ").replace(" / ", " ÷ ").replace(" - ", " − ");
}

for (const [width, height] of windows)
  test(`${width} px: every number, link, disclosure and mark answers the pointer`, async () => {
    const {page, troubles, close} = await visit("", {viewport: {width, height}});
    expect(await findDead(page)).toEqual([]);
    for (const [scene, ids] of Object.entries(scenes)) {
      const step = page.locator(`#${ids.at(-1)!}`);
      await step.evaluate((element) => element.scrollIntoView({behavior: "instant"}));
      await settled(page);
      expect(await findDeadMarks(page, scene), scene).toEqual([]);
    }
    expect(troubles).toEqual([]);
    await close();
  });

/** Puts the focus on the first mark of a scene's stage by the Tab key alone. */
async function tabToStage(page: Page, scene: string): Promise<void> {
  await page.locator(`#${scene} h2`).evaluate((title) => {
    title.tabIndex = -1;
    title.focus({preventScroll: true});
  });
  for (let i = 0; i < 6; ++i) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.closest(".pl-stage") !== null)) return;
  }
  throw new Error(`no tab stop on the stage of ${scene}`);
}

test.each(Object.entries(scenes))(
  "the keyboard reaches every mark of %s; Enter opens a card, Escape comes back",
  async (scene, ids) => {
    const {page, troubles, close} = await visit(`#${ids.at(-1)}`);
    await tabToStage(page, scene);
    const all = page.locator(`#${scene} .pl-stage svg:visible [role=button]`);
    const count = await all.count();
    expect(count).toBeGreaterThan(1);
    // The tab stop may be a mark that the step is about.
    await page.keyboard.press("Home");
    for (let i = 0; i < count; ++i) {
      const mark = await page.evaluate(() => {
        const {fact, record} = (document.activeElement as SVGElement).dataset;
        return fact ?? record;
      });
      await page.keyboard.press("Enter");
      await expect.poll(() => openCards(page)).toEqual([mark]);
      await page.keyboard.press("Escape");
      await expect.poll(() => openCards(page)).toEqual([]);
      // The browser hands the focus back after the card has gone.
      await expect
        .poll(() => all.nth(i).evaluate((element) => element === document.activeElement))
        .toBe(true);
      await page.keyboard.press("ArrowRight");
    }
    expect(troubles).toEqual([]);
    await close();
  }
);

for (const [width, options] of [
  ["1280 px", wide],
  ["390 px", narrow]
] as const)
  test(`${width}, without JavaScript: every step shows its words, its drawing and its numbers`, async () => {
    const {page, troubles, close} = await visitWithoutScript(options);
    for (const step of steps) {
      const state = page.locator(`#${step} .state > svg:visible`);
      expect(await state.count(), step).toBe(1);
      expect((await state.boundingBox())!.height, step).toBeGreaterThan(100);
      expect(await page.locator(`#${step} .pl-words`).isVisible(), step).toBe(true);
      expect(await state.locator("text").first().isVisible(), step).toBe(true);
    }
    for (const scene of Object.keys(scenes)) {
      expect(await page.locator(`#${scene} .pl-stage`).isVisible(), scene).toBe(false);
      await page.locator(`#${scene} summary`).click();
      expect(await page.locator(`#${scene} table`).isVisible(), scene).toBe(true);
    }
    await page.locator("#exceeding .pl-words data.fact button").first().click();
    expect(await page.locator(".pl-card:popover-open").innerText()).toContain(
      "“at a valuation exceeding $2.5 billion”"
    );
    expect(troubles).toEqual([]);
    await close();
  });

async function visitWithoutScript(options: BrowserContextOptions) {
  const context = await browser.newContext({...options, javaScriptEnabled: false});
  const page = await context.newPage();
  const troubles = collectTroubles(page);
  await page.goto(`${server.address}${slug}/`);
  return {page, troubles, close: () => context.close()};
}

/** What axe finds on the page as it stands. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Violation {
      id: string;
      nodes: {html: string; failureSummary: string}[];
    }
    const {axe} = window as unknown as {axe: {run(): Promise<{violations: Violation[]}>}};
    const {violations} = await axe.run();
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 200)} ${failureSummary}`)
    );
  });
}

for (const colorScheme of ["light", "dark"] as const)
  for (const [width, options] of [
    ["1280 px", wide],
    ["390 px", narrow]
  ] as const)
    test(`axe finds nothing, in ${colorScheme}, at ${width}`, async () => {
      const {page, troubles, close} = await visit("", {...options, colorScheme, bypassCSP: true});
      expect(await findings(page), "as it opens").toEqual([]);
      await page.evaluate(() => document.getElementById("speech")!.scrollIntoView());
      await settled(page);
      await page.locator(".pl-workings").evaluateAll((all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
      await page.locator("#exceeding .pl-words data.fact button").first().click();
      await expect.poll(() => openCards(page)).toEqual(["minimax.valuation"]);
      expect(await findings(page), "with a card and the workings").toEqual([]);
      expect(troubles).toEqual([]);
      await close();
    });

test("the page keeps its budgets: scripts 12 kB, HTML and CSS 90 kB gzipped, 8,000 elements", () => {
  const html = readFileSync(join(built.dist, "index.html"), "utf8");
  const {document} = parseHTML(html);
  // What is set by controls is data.
  const code = document.querySelectorAll('script:not([type="application/json"])');
  const scripts = [...code].map((e) => e.textContent).join("\n");
  const scriptBytes = gzipSync(scripts).length;
  expect(scriptBytes).toBeLessThanOrEqual(12_000);
  expect(gzipSync(html).length - scriptBytes).toBeLessThanOrEqual(90_000);
  expect(document.querySelectorAll("*").length).toBeLessThanOrEqual(8000);
  const assets = join(built.dist, "assets");
  const fonts = readdirSync(assets).filter((name) => name.endsWith(".woff2"));
  const bytes = fonts.reduce((sum, name) => sum + readFileSync(join(assets, name)).length, 0);
  expect(fonts.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(75_000);
});
