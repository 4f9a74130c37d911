import {createRequire} from "node:module";
import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {openFixture, settled} from "./fixture/open.ts";
import type {Fixture} from "./fixture/open.ts";
import {stepIds} from "./fixture/story.ts";

vi.setConfig({testTimeout: 60_000});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const steps = Object.values(stepIds).flat();

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
}, 60_000);
afterAll(() => fixture.close());

/** What the page shows: a drawing of every step, or a stage of every scene. */
function layoutOf(page: Page): Promise<{drawings: number; stages: number; sideways: number}> {
  return page.evaluate(() => {
    const visible = (selector: string): number =>
      [...document.querySelectorAll(selector)].filter(
        (element) => element.getBoundingClientRect().height > 50
      ).length;
    return {
      drawings: visible(".state > svg"),
      stages: visible(".pl-stage"),
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth
    };
  });
}

/** The size on the screen of the smallest words in a drawing, px. */
function smallestLabel(page: Page): Promise<number> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<SVGGraphicsElement>(".pl-artboard text")].filter(
      (text) => text.getClientRects().length > 0
    );
    const sizes = shown.map(
      (text) => text.getScreenCTM()!.a * parseFloat(getComputedStyle(text).fontSize)
    );
    return Math.min(...sizes);
  });
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const {axe} = window as unknown as {axe: {run(): Promise<{violations: Violation[]}>}};
    interface Violation {
      id: string;
      nodes: {html: string; failureSummary: string}[];
    }
    const {violations} = await axe.run();
    return violations.map(
      ({id, nodes}) => `${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`
    );
  });
}

/** The sum of layout shifts so far. */
function shifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as PerformanceEntry & {value: number}).value;
        }).observe({type: "layout-shift", buffered: true});
        setTimeout(() => done(sum), 200);
      })
  );
}

for (const [width, height] of [
  [360, 740],
  [1280, 720]
] as const) {
  test(`without scripts every step has its drawing and every number its card, ${width} px`, async () => {
    const {page, said, close} = await fixture.visit("", {
      viewport: {width, height},
      javaScriptEnabled: false
    });
    for (const step of steps) {
      const drawings = page.locator(`#${step} .state > svg`);
      expect(await drawings.filter({visible: true}).count(), step).toBe(1);
      expect(await page.locator(`#${step} .pl-words`).isVisible(), step).toBe(true);
    }
    expect(await page.locator(".pl-stage").filter({visible: true}).count()).toBe(0);
    const number = page.locator("#newspaper .fact > button").first();
    await number.click();
    expect(await page.locator(".pl-card").filter({visible: true}).count()).toBe(1);
    expect(said).toEqual([]);
    await close();
  });
}

test("a reader that fails to start leaves the page unrolled", async () => {
  const {page, said, close} = await fixture.visit("", {
    before: () => Object.defineProperty(window, "ResizeObserver", {value: undefined})
  });
  expect(await layoutOf(page)).toMatchObject({drawings: steps.length, stages: 0});
  expect(said.join()).toMatch(/ResizeObserver/);
  await close();
});

test("a reader that fails later unrolls the page", async () => {
  const {page, close} = await fixture.visit();
  expect(await layoutOf(page)).toMatchObject({drawings: 0, stages: 3});
  await page.evaluate(() => {
    const broken = (): never => {
      throw new Error("broken");
    };
    Element.prototype.cloneNode = broken;
    scrollTo(0, document.documentElement.scrollHeight);
  });
  await settled(page);
  expect(await layoutOf(page)).toMatchObject({drawings: steps.length, stages: 0});
  await close();
});

for (const [name, width, height, stages] of [
  ["a laptop", 1280, 720, 3],
  ["a large screen", 1920, 1080, 3],
  ["a tablet", 768, 1024, 3],
  // The last scene's drawing is too tall for a phone: its scene is unrolled, alone.
  ["a phone", 390, 844, 2],
  ["a small phone", 360, 800, 2],
  ["a smaller phone", 360, 640, 0],
  ["a phone on its side", 844, 390, 0],
  ["320 px", 320, 568, 0],
  ["280 px", 280, 653, 0],
  ["400 % zoom", 320, 256, 0]
] as const) {
  test(`${name} pins ${stages} of three scenes, is never too wide, and its labels can be read`, async () => {
    const {page, close} = await fixture.visit("", {viewport: {width, height}});
    expect(await layoutOf(page)).toEqual({drawings: 9 - 3 * stages, stages, sideways: 0});
    expect(await smallestLabel(page)).toBeGreaterThan(12);
    await close();
  });

  test(`${name}: nothing shifts while the page loads and is scrolled from end to end`, async () => {
    const {page, said, foreign, close} = await fixture.visit("", {viewport: {width, height}});
    // What the fonts do when they come late is tested below.
    await page.waitForTimeout(300);
    await page.reload();
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.fonts.check("16px 'Source Serif 4'"))).toBe(true);
    await page.mouse.move(width / 2, height / 2);
    const isAtEnd = (): Promise<boolean> =>
      page.evaluate(() => scrollY + innerHeight > document.documentElement.scrollHeight - 2);
    for (let i = 0; i < 60 && !(await isAtEnd()); ++i) {
      await page.mouse.wheel(0, 0.8 * height);
      await settled(page);
    }
    expect(await isAtEnd()).toBe(true);
    expect(await shifts(page)).toBe(0);
    expect(said).toEqual([]);
    expect(foreign).toEqual([]);
    await close();
  });
}

for (const [name, viewport] of [
  ["1280 px", {width: 1280, height: 720}],
  ["390 px", {width: 390, height: 844}]
] as const)
  test(`${name}: nothing shifts while numbers and marks point, keys lead on and panels open`, async () => {
    const {page, close} = await fixture.visit("", {viewport});
    await page.waitForTimeout(300);
    await page.reload();
    await page.waitForTimeout(300);
    for (let i = 0; i < 11; ++i) {
      await page.keyboard.press("ArrowRight");
      // What follows an input within half a second is no shift by the browser's reckoning.
      await page.waitForTimeout(550);
      const number = page.locator(".step .fact > button").nth(i);
      const box = await number.boundingBox();
      if (box !== null) await page.mouse.move(box.x + 5, box.y + 5);
      await page.mouse.move(viewport.width / 3, 300);
      await settled(page);
    }
    await page.locator(".pl-contents").evaluate((panel) => {
      (panel as HTMLElement).showPopover();
    });
    await settled(page);
    expect(await shifts(page)).toBe(0);
    await close();
  });

for (const colorScheme of ["light", "dark"] as const)
  for (const [layout, viewport] of [
    ["pinned wide", {width: 1280, height: 720}],
    ["pinned narrow", {width: 390, height: 844}],
    ["unrolled", {width: 844, height: 390}]
  ] as const)
    test(`axe finds nothing, ${layout}, ${colorScheme}`, async () => {
      const {page, close} = await fixture.visit("#newspaper", {
        colorScheme,
        viewport,
        bypassCSP: true
      });
      await settled(page);
      expect(await findings(page)).toEqual([]);
      await page.locator("#newspaper .fact > button").first().click();
      await settled(page);
      expect(await findings(page), "with a card open").toEqual([]);
      await page.locator(".pl-contents").evaluate((panel) => {
        (panel as HTMLElement).showPopover();
      });
      expect(await findings(page), "with the contents open").toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("#growth > .pl-skip").focus();
      expect(await findings(page), "with a way past a scene").toEqual([]);
      await close();
    });

test("fonts that come late move the words by a line at most", async () => {
  const slow = await openFixture({fontDelay: 500});
  for (const width of [360, 390, 768, 1280, 1920]) {
    const {page, close} = await slow.visit("", {viewport: {width, height: 900}});
    await page.waitForTimeout(900);
    expect(await page.evaluate(() => document.fonts.check("16px 'Source Serif 4'"))).toBe(true);
    expect(await shifts(page), `${width} px`).toBeLessThanOrEqual(0.05);
    await close();
  }
  await slow.close();
});

test("the first screen has title, standfirst and picture", async () => {
  for (const [width, height] of [
    [1280, 720],
    [390, 844]
  ] as const) {
    const {page, close} = await fixture.visit("", {viewport: {width, height}});
    for (const part of ["h1", ".pl-standfirst", "#price h2"]) {
      const box = (await page.locator(part).boundingBox())!;
      expect(box.y + box.height, `${part} at ${width} px`).toBeLessThan(height);
    }
    const picture = (await page.locator("#price .pl-stage").boundingBox())!;
    const seen = Math.min(height, picture.y + picture.height) - picture.y;
    expect(seen / picture.height, `picture at ${width} px`).toBeGreaterThan(
      width > 1000 ? 0.99 : 0.7
    );
    await close();
  }
});

test("an address or a word in the masthead sets the theme, and the address keeps it", async () => {
  const {page, close} = await fixture.visit("?theme=dark");
  const paper = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
  await page.getByRole("button", {name: "Light"}).click();
  expect(await paper()).not.toBe(dark);
  expect(new URL(page.url()).searchParams.get("theme")).toBe("light");
  await page.reload();
  expect(await paper()).not.toBe(dark);
  await page.goto(`${fixture.url}?theme=%22%3Ex`);
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe(undefined);
  await close();
});

test("the workings open over the picture, inside the window, and close again", async () => {
  for (const viewport of [
    {width: 1280, height: 720},
    {width: 390, height: 844}
  ]) {
    const {page, close} = await fixture.visit("#exceeding", {viewport});
    await settled(page);
    const summary = page.locator("#price summary");
    const before = await page.locator("#price .pl-stage").boundingBox();
    await summary.click();
    const panel = (await page.locator("#price .pl-table caption").boundingBox())!;
    expect(panel.y).toBeGreaterThanOrEqual(0);
    expect(panel.x + panel.width).toBeLessThanOrEqual(viewport.width);
    expect(await page.locator("#price .pl-stage").boundingBox()).toEqual(before);
    await summary.click();
    expect(await page.locator("#price .pl-table").isVisible()).toBe(false);
    await close();
  }
});

test("print is unrolled, in light, with the tables and without what only a screen can use", async () => {
  const {page, close} = await fixture.visit("", {colorScheme: "dark"});
  await page.emulateMedia({media: "print"});
  expect(await layoutOf(page)).toMatchObject({drawings: steps.length, stages: 0});
  expect(await page.locator(".pl-masthead").isVisible()).toBe(false);
  expect(await page.locator("#price .pl-table table").isVisible()).toBe(true);
  expect(
    await page.locator("#price :is(.pl-source, .pl-sources)").filter({visible: true}).count()
  ).toBe(1);
  await close();
});

test("print begins each scene but the first on a page, its pictures where its words begin", async () => {
  const {page, close} = await fixture.visit();
  await page.emulateMedia({media: "print"});
  const breaks = await page
    .locator(".scene")
    .evaluateAll((all) => all.map((scene) => getComputedStyle(scene).breakBefore));
  expect(breaks).toEqual(["auto", ...breaks.slice(1).map(() => "page")]);
  const left = async (selector: string) => (await page.locator(selector).boundingBox())!.x;
  const steps = await page.locator("#price .step").count();
  for (let i = 1; i <= steps; i += 1) {
    const step = `#price .step:nth-of-type(${i})`;
    expect(await left(`${step} .state > svg:visible`)).toBe(await left(`${step} .pl-words`));
  }
  await close();
});
