import type {Page} from "playwright-core";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {openFixture, settled} from "./fixture/open.ts";
import type {Fixture, VisitOptions} from "./fixture/open.ts";

vi.setConfig({testTimeout: 60_000});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
}, 60_000);
afterAll(() => fixture.close());

async function visit(fragment: string, options: VisitOptions = {}) {
  const visited = await fixture.visit(fragment, options);
  await settled(visited.page);
  return visited;
}

/** The keys of the marks that have a frame laid exactly round them, and how many frames there are. */
function framed(page: Page): Promise<{keys: string[]; frames: number}> {
  return page.evaluate(() => {
    const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;
    const boxes = [...document.querySelectorAll<HTMLElement>(".pl-hint")]
      .filter((frame) => !frame.hidden)
      .map((frame) => frame.getBoundingClientRect());
    const marks = [...document.querySelectorAll<HTMLElement>("svg [data-fact], svg [data-record]")];
    const keys = marks.flatMap((mark) => {
      const {left, top, width, height} = mark.getBoundingClientRect();
      const has = (box: DOMRect): boolean =>
        near(box.left, left) &&
        near(box.top, top) &&
        near(box.width, width) &&
        near(box.height, height);
      return width > 0 && boxes.some(has) ? [mark.dataset["key"]!] : [];
    });
    return {keys, frames: boxes.length};
  });
}

/** The numbers whose line is heavier than it is by itself, by place and words. */
function lit(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".fact > button")].flatMap((button) => {
      const weight = parseFloat(getComputedStyle(button).textDecorationThickness);
      const place = button.closest(".step")?.id ?? button.closest("h2")?.id;
      return weight >= 3 ? [`${place}: ${button.textContent}`] : [];
    })
  );
}

test("a number under the pointer frames the mark of its claim, and no other", async () => {
  for (const viewport of [
    {width: 1280, height: 720},
    {width: 768, height: 1024}
  ]) {
    const {page, said, close} = await visit("#newspaper", {viewport});
    expect((await framed(page)).frames).toBe(0);
    await page.goto(`${fixture.url}#bare`);
    await settled(page);
    await page.locator("#bare .fact > button").nth(1).hover();
    expect(await framed(page)).toEqual({keys: ["row-E:harbour-bridge.cost"], frames: 1});
    await page.locator("#price-title .fact > button").hover();
    expect(await framed(page)).toEqual({keys: ["row-R:harbour-bridge.cost"], frames: 1});
    await page.mouse.move(viewport.width - 4, viewport.height - 60);
    expect((await framed(page)).frames).toBe(0);
    expect(said).toEqual([]);
    await close();
  }
});

test("a number of no single claim frames every mark of its fact that the stage has", async () => {
  const {page, close} = await visit("#newspaper");
  await page.locator("#newspaper .fact > button").first().hover();
  expect(await framed(page)).toEqual({
    keys: ["row-R:river-bridge.cost", "row-N:river-bridge.cost"],
    frames: 2
  });
  await page.locator("#newspaper [data-fact='harbour.rest'] > button").hover();
  expect(await framed(page), "a number that is not drawn").toEqual({keys: [], frames: 0});
  await close();
});

test("frames lie over a stage that lies over the words", async () => {
  const {page, close} = await visit("#years", {viewport: {width: 390, height: 844}});
  await page.locator("#years .fact > button").first().hover();
  const isSeen = await page.evaluate(() => {
    const frame = [...document.querySelectorAll<HTMLElement>(".pl-hint")].find((e) => !e.hidden)!;
    frame.style.pointerEvents = "auto";
    const {left, top, width, height} = frame.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === frame;
  });
  expect(isSeen).toBe(true);
  await close();
});

for (const forcedColors of ["none", "active"] as const)
  test(`a mark under the pointer weights its numbers in the shown step and the title, forced colours ${forcedColors}`, async () => {
    const {page, close} = await visit("#bare", {forcedColors});
    expect(await lit(page)).toEqual([]);
    const row = page.locator("#price .pl-stage svg:visible [role=button]").first();
    const {x, y} = (await row.boundingBox())!;
    await page.mouse.move(x + 30, y + 10);
    expect(await lit(page)).toEqual(["price-title: $2.5 million", "bare: $2.5 million"]);
    expect(await framed(page)).toEqual({keys: ["row-R:harbour-bridge.cost"], frames: 1});
    await page.mouse.move(1270, 300);
    expect(await lit(page)).toEqual([]);
    await close();
  });

test("focus points as the pointer does, and stays while the card that it opened is read", async () => {
  const {page, close} = await visit("#years");
  await page.locator("#years .fact > button").first().focus();
  // The browser takes the focus for a key's once a key was pressed.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  expect((await framed(page)).keys).toEqual(["bar-2018"]);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".pl-card:popover-open").count()).toBe(1);
  expect((await framed(page)).keys).toEqual(["bar-2018"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect((await framed(page)).keys).toEqual(["bar-2025"]);
  const mark = page.locator("#growth .pl-stage svg:visible [data-key=bar-2018]");
  await mark.focus();
  expect(await lit(page)).toEqual(["years: 12%"]);
  await mark.evaluate((element) => (element as SVGElement).blur());
  expect(await lit(page)).toEqual([]);
  await close();
});

test("what is lit follows the state that the stage shows", async () => {
  const {page, close} = await visit("#outside");
  // Its step goes by, but the number keeps the focus.
  await page
    .locator("#years .fact > button")
    .first()
    .evaluate((e) => {
      (e as HTMLElement).focus({preventScroll: true});
    });
  await page.keyboard.press("ArrowLeft");
  await settled(page);
  expect((await framed(page)).keys).toEqual(["bar-2018"]);
  await page.keyboard.press("ArrowLeft");
  await settled(page);
  expect(await framed(page), "a state without that bar").toEqual({keys: [], frames: 0});
  await page.keyboard.press("ArrowRight");
  await settled(page);
  expect((await framed(page)).keys).toEqual(["bar-2018"]);
  await close();
});

test("nothing stays lit where the page has moved away under the pointer", async () => {
  const {page, close} = await visit("#years");
  await page.locator("#years .fact > button").first().hover();
  expect((await framed(page)).frames).toBe(1);
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await framed(page)).frames).toBe(0);
  await close();
});

test("unrolled, a number lights the picture of its own step", async () => {
  const {page, close} = await visit("?layout=unrolled#exceeding");
  await page.locator("#exceeding .fact > button").first().hover();
  const {keys, frames} = await framed(page);
  expect([keys, frames]).toEqual([["row-R:river-bridge.cost"], 1]);
  const row = page.locator("#exceeding .state svg:visible [data-key='row-R:river-bridge.cost']");
  const {x, y} = (await row.boundingBox())!;
  await page.mouse.move(x + 30, y + 10);
  expect(await lit(page)).toEqual(["exceeding: more than $2.5 million"]);
  await close();
});

test("a finger lights nothing", async () => {
  const {page, close} = await visit("#years", {
    viewport: {width: 390, height: 844},
    hasTouch: true,
    isMobile: true
  });
  await page.locator("#years .fact > button").first().tap();
  await expect.poll(() => page.locator(".pl-card:popover-open").count()).toBe(1);
  expect((await framed(page)).frames).toBe(0);
  await close();
});
