import type {Page} from "playwright-core";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {openFixture, settled} from "./fixture/open.ts";
import type {Fixture} from "./fixture/open.ts";

vi.setConfig({testTimeout: 60_000});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
}, 60_000);
afterAll(() => fixture.close());

// Width and height of the window, and height of the screen, which is more where bars are shown.
const phones = [
  [360, 640, 640],
  [360, 660, 780],
  [360, 740, 740],
  [390, 664, 844],
  [390, 844, 844],
  [412, 780, 915],
  [430, 740, 932],
  [480, 700, 900],
  [768, 1024, 1024]
] as const;

interface Pinned {
  readonly scene: string;
  /** Bottom of the picture, of the figure's last line and of the figure, px; size of the labels. */
  readonly drawn: number;
  readonly source: number;
  readonly last: number;
  readonly bottom: number;
  readonly label: number;
  /** Whether the title, where it is pinned, passes the figure's top. */
  readonly overlap: number;
  /** Top of the title, px, and the size of its letters. */
  readonly title: number;
  readonly letters: number;
  /** Lines of words of the figure whose end cannot be seen. */
  readonly cut: readonly string[];
  /** What lies over the figure and is no part of it. */
  readonly over: readonly string[];
}

/** The pinned figures that are on the screen. */
function pinnedFigures(page: Page): Promise<Pinned[]> {
  return page.evaluate(() => {
    const shown = (element: Element): boolean => element.getClientRects().length > 0;
    return [...document.querySelectorAll<HTMLElement>(".scene")].flatMap((scene) => {
      const figure = scene.querySelector<HTMLElement>(":scope > .figure")!;
      const svg = [...figure.querySelectorAll<SVGSVGElement>(".pl-stage > svg")].find(shown);
      const box = figure.getBoundingClientRect();
      if (svg === undefined || box.bottom < 0 || box.top >= innerHeight) return [];
      const bottomOf = (selector: string): number =>
        figure.querySelector(selector)!.getBoundingClientRect().bottom;
      const title = scene.querySelector("h2")!;
      const lines = [title, ...figure.querySelectorAll<HTMLElement>(".pl-measure, figcaption")];
      const isCut = (line: HTMLElement): boolean =>
        line.scrollHeight > line.clientHeight + 1 || line.scrollWidth > line.clientWidth + 1;
      const labels = [...svg.querySelectorAll("text")].map(
        (text) => text.getScreenCTM()!.a * parseFloat(getComputedStyle(text).fontSize)
      );
      const over = new Set<string>();
      // The window ends at the bar.
      const end = document.querySelector(".pl-bar > button")!.getBoundingClientRect().top - 2;
      for (let y = Math.max(1, box.top + 2); y < Math.min(end, box.bottom - 2); y += 9)
        for (const x of [30, innerWidth / 2, innerWidth - 30]) {
          const top = document.elementFromPoint(x, y);
          if (top !== null && !figure.contains(top)) over.add(top.className || top.tagName);
        }
      return [
        {
          scene: scene.id,
          drawn: svg.getBoundingClientRect().bottom,
          source: figure.querySelector(":scope > .pl-source")!.getBoundingClientRect().top,
          last: bottomOf("summary"),
          bottom: box.bottom,
          label: Math.min(...labels),
          overlap: title.getBoundingClientRect().bottom - box.top,
          over: [...over],
          title: title.getBoundingClientRect().top,
          letters: parseFloat(getComputedStyle(title).fontSize),
          cut: lines.filter(isCut).map(({className}) => className)
        }
      ];
    });
  });
}

for (const [width, height, screen] of phones) {
  const options = {viewport: {width, height}, screen: {width, height: screen}};

  test(`${width}×${height}: a pinned figure holds all that is in it and leaves the words a third`, async () => {
    const {page, close} = await fixture.visit("", options);
    for (const step of await page.locator(".step").all()) {
      await step.evaluate((element) => element.scrollIntoView({behavior: "instant"}));
      await settled(page);
      for (const {scene, drawn, source, last, bottom, label} of await pinnedFigures(page)) {
        const name = `${scene} at ${await step.getAttribute("id")}`;
        expect(drawn, name).toBeLessThanOrEqual(source);
        expect(last, name).toBeLessThanOrEqual(bottom);
        expect(label, name).toBeGreaterThanOrEqual(12);
        if (bottom < height) expect(bottom, name).toBeLessThanOrEqual((2 / 3) * height);
      }
    }
    await close();
  });

  test(`${width}×${height}: wherever a slow scroll stands, nothing lies over a figure`, async () => {
    const {page, close} = await fixture.visit("", options);
    const end = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < end; y += 97) {
      await page.evaluate((top) => scrollTo({top, behavior: "instant"}), y);
      for (const {scene, over, overlap} of await pinnedFigures(page)) {
        expect(over, `${scene} at ${y} px`).toEqual([]);
        expect(overlap, `title of ${scene} at ${y} px`).toBeLessThan(1);
      }
    }
    await close();
  });
}

for (const [width, height, least] of [
  [360, 740, 19],
  [390, 844, 21],
  [430, 740, 22],
  [768, 1024, 27]
] as const)
  test(`${width}×${height}: at every step the whole finding, measure and sources are on the stage`, async () => {
    const {page, close} = await fixture.visit("", {viewport: {width, height}});
    for (const step of await page.locator(".step").all()) {
      await step.evaluate((element) => element.scrollIntoView({behavior: "instant"}));
      await settled(page);
      for (const {scene, title, letters, cut, bottom} of await pinnedFigures(page)) {
        if (bottom > height) continue;
        const name = `${scene} at ${await step.getAttribute("id")}`;
        expect(Math.abs(title), name).toBeLessThan(1);
        expect(letters, name).toBeGreaterThanOrEqual(least);
        expect(cut, name).toEqual([]);
      }
    }
    await close();
  });

test("a source line too long for its place counts what it leaves out, and says all in more room", async () => {
  const {page, close} = await fixture.visit("#years", {viewport: {width: 360, height: 740}});
  await settled(page);
  const line = page.locator("#growth .figure > .pl-source");
  const full = await page.locator("#growth .pl-workings .pl-sources").textContent();
  const all = await page.locator("#growth .pl-workings .pl-sources a").count();
  const named = await line.locator("a").count();
  expect(named).toBeGreaterThan(0);
  expect(await line.textContent()).toMatch(new RegExp(`, and ${all - named} more\\.$`));
  for (const viewport of [
    {width: 1280, height: 720},
    {width: 844, height: 390}
  ]) {
    await page.setViewportSize(viewport);
    await expect.poll(() => line.textContent()).toBe(full);
  }
  await close();
});

test("with height to spare a phone keeps the finding over its picture", async () => {
  const {page, close} = await fixture.visit("#years", {viewport: {width: 390, height: 844}});
  await settled(page);
  const title = (await page.locator("#growth h2").boundingBox())!;
  const figure = (await page.locator("#growth .figure").boundingBox())!;
  expect(title.y).toBe(0);
  expect(title.y + title.height).toBeCloseTo(figure.y, 0);
  await close();
});

test("a window that is low unrolls what would be too small to read", async () => {
  const {page, close} = await fixture.visit("", {
    viewport: {width: 390, height: 600},
    screen: {width: 390, height: 844}
  });
  expect(await pinnedFigures(page)).toEqual([]);
  await close();
});
