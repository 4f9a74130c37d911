import {afterAll, beforeAll, expect, test, vi} from "vitest";
import type {Page} from "playwright-core";
import {openFixture, settled} from "./fixture/open.ts";
import type {Fixture} from "./fixture/open.ts";

vi.setConfig({testTimeout: 60_000});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
}, 60_000);
afterAll(() => fixture.close());

/** The stage of a scene without what makes its ids and its marks its own. */
function markupOf(page: Page, selector: string): Promise<string> {
  return page.evaluate((css) => {
    const drawings = [...document.querySelectorAll(`${css} > svg`)];
    return drawings
      .map((svg) => svg.outerHTML)
      .join("")
      .replaceAll("pl-stage-", "")
      .replace(/ (role|tabindex|aria-label|data-near)="[^"]*"/g, "")
      .replaceAll("> <", "><");
  }, selector);
}

interface Watched {
  /** The attribute, frame by frame, while anything moved. */
  readonly frames: readonly number[];
  /** In how many frames a key stood twice in one drawing. */
  readonly doubled: number;
}

/** Scrolls to a step and watches an attribute on its stage; `hurry` is gone to half-way. */
function watch(page: Page, step: string, css: string, name: string, hurry = ""): Promise<Watched> {
  return page.evaluate(
    ([id, css, name, hurry]) =>
      new Promise((done) => {
        const go = (to: string): void =>
          document.getElementById(to)!.scrollIntoView({behavior: "instant"});
        const stage = document.getElementById(id!)!.parentElement!.querySelector(".pl-stage")!;
        const frames: number[] = [];
        let [doubled, rest] = [0, 0];
        const look = (): void => {
          const drawing = [...stage.children].find((svg) => svg.getClientRects().length > 0)!;
          const keys = [...drawing.querySelectorAll("[data-key]")].map((mark) =>
            mark.getAttribute("data-key")
          );
          if (new Set(keys).size < keys.length) ++doubled;
          const mark = drawing.querySelector(css!);
          if (!drawing.hasAttribute("data-moving")) ++rest;
          else if (mark !== null) frames.push(Number(mark.getAttribute(name!)));
          if (frames.length === 3 && hurry !== "") go(hurry!);
          if (rest > 15) done({frames, doubled});
          else requestAnimationFrame(look);
        };
        go(id!);
        requestAnimationFrame(look);
      }),
    [step, css, name, hurry] as const
  );
}

const river = '[data-key="row-R:river-bridge.cost"] circle';
const arriving = '[data-key="row-N:river-bridge.cost"]';

/** Where the mark stands on the drawing that is shown. */
function placeOf(page: Page): Promise<number> {
  return page.evaluate((css) => {
    const marks = [...document.querySelectorAll(`#price .pl-stage ${css}`)];
    return Number(marks.find((mark) => mark.getClientRects().length > 0)!.getAttribute("cy"));
  }, river);
}

for (const [name, viewport] of [
  ["1280 px", {width: 1280, height: 720}],
  ["390 px", {width: 390, height: 844}]
] as const) {
  test(`${name}: a mark with the same key travels, and lands where its state has it`, async () => {
    const {page, said, close} = await fixture.visit("#exceeding", {viewport});
    await settled(page);
    const from = await placeOf(page);
    const {frames, doubled} = await watch(page, "newspaper", river, "cy");
    await settled(page);
    const to = await placeOf(page);
    expect(to).not.toBe(from);
    const between = frames.filter((cy) => cy < Math.max(from, to) && cy > Math.min(from, to));
    expect(between.length).toBeGreaterThan(0);
    expect([...frames].sort((a, b) => b - a)).toEqual(frames);
    expect(doubled).toBe(0);
    expect(await markupOf(page, "#price .pl-stage")).toBe(
      await markupOf(page, "#newspaper .state")
    );
    expect(said).toEqual([]);
    await close();
  });

  test(`${name}: a mark without a forerunner appears, one that is gone leaves nothing`, async () => {
    const {page, close} = await fixture.visit("#exceeding", {viewport});
    await settled(page);
    const {frames} = await watch(page, "newspaper", arriving, "opacity");
    expect(frames[0]).toBe(0);
    expect(frames.filter((opacity) => opacity > 0 && opacity < 1).length).toBeGreaterThan(0);
    await watch(page, "exceeding", arriving, "opacity");
    await settled(page);
    expect(await markupOf(page, "#price .pl-stage")).toBe(
      await markupOf(page, "#exceeding .state")
    );
    await close();
  });

  test(`${name}: a motion can be turned back half-way, from where the mark is`, async () => {
    const {page, close} = await fixture.visit("#exceeding", {viewport});
    await settled(page);
    const {frames, doubled} = await watch(page, "newspaper", river, "cy", "exceeding");
    const jumps = frames.slice(1).map((cy, i) => Math.abs(cy - frames[i]!));
    const way = Math.max(...frames) - Math.min(...frames);
    expect(way).toBeGreaterThan(0);
    expect(Math.max(...jumps)).toBeLessThan(12);
    expect(frames.at(-1)).toBeGreaterThan(Math.min(...frames));
    expect(doubled).toBe(0);
    await settled(page);
    expect(await markupOf(page, "#price .pl-stage")).toBe(
      await markupOf(page, "#exceeding .state")
    );
    await close();
  });
}

test("who wants no motion gets the state at once", async () => {
  const {page, close} = await fixture.visit("#exceeding", {reducedMotion: "reduce"});
  await settled(page);
  const {frames} = await watch(page, "newspaper", river, "cy");
  expect(frames).toEqual([]);
  expect(await markupOf(page, "#price .pl-stage")).toBe(await markupOf(page, "#newspaper .state"));
  await close();
});

test("a page that opens at a step shows it at once", async () => {
  const {page, close} = await fixture.visit("#newspaper");
  await page.waitForSelector('.pl-stage[data-step="newspaper"]');
  expect(await page.locator("[data-moving]").count()).toBe(0);
  await close();
});
