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

/** What has the focus: a mark's or number's id, a card's, or a tag name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const {claim, fact, record, card} = element.dataset;
    return claim ?? fact ?? record ?? card ?? element.parentElement?.dataset["fact"] ?? element.id;
  });
}

function openCards(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".pl-card:popover-open")].map(
      (card) => card.dataset["card"]!
    )
  );
}

/** Puts the focus on the first mark of a scene's stage by the Tab key alone. */
async function tabToStage(page: Page, scene: string): Promise<void> {
  await page.locator(`#${scene} h2`).evaluate((title) => {
    title.tabIndex = -1;
    title.focus({preventScroll: true});
  });
  for (let i = 0; i < 4; ++i) {
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement?.closest(".pl-stage") !== null);
    if (inside) return;
  }
  throw new Error("no tab stop on the stage");
}

test("a figure has one tab stop; arrows, Home and End reach every mark of it in its order", async () => {
  const {page, close} = await fixture.visit("#newspaper");
  await settled(page);
  await tabToStage(page, "price");
  const marks = await page
    .locator("#price .pl-stage svg:visible [role=button]")
    .evaluateAll((list) => list.map((mark) => (mark as SVGElement).dataset["claim"]!));
  expect(marks.length).toBe(4);
  const reached = [await focused(page)];
  for (let i = 1; i < marks.length; ++i) {
    await page.keyboard.press("ArrowRight");
    reached.push(await focused(page));
  }
  expect(reached).toEqual(marks);
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).toBe(marks[3]);
  await page.keyboard.press("Home");
  expect(await focused(page)).toBe(marks[0]);
  await page.keyboard.press("End");
  expect(await focused(page)).toBe(marks[3]);
  await page.keyboard.press("ArrowUp");
  expect(await focused(page)).toBe(marks[2]);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest(".pl-stage") === null)).toBe(
    true
  );
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page), "the stop is where the reader left it").toBe(marks[2]);
  await close();
});

test("Enter and Space open a mark's card, Escape closes it and goes back to the mark", async () => {
  const {page, said, close} = await fixture.visit("#years");
  await settled(page);
  await tabToStage(page, "growth");
  for (const key of ["Enter", "Space"]) {
    await page.keyboard.press("End");
    const mark = await focused(page);
    await page.keyboard.press(key);
    await expect.poll(() => openCards(page)).toEqual([mark]);
    await expect.poll(() => focused(page)).toBe(mark);
    await page.keyboard.press("Escape");
    expect(await openCards(page)).toEqual([]);
    expect(await focused(page)).toBe(mark);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("button");
  }
  expect(said).toEqual([]);
  await close();
});

test("Escape right after Enter closes the card, and the focus stays on the mark", async () => {
  const {page, close} = await fixture.visit("#years");
  await settled(page);
  await tabToStage(page, "growth");
  const mark = await focused(page);
  for (let i = 0; i < 5; ++i) {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect.poll(() => openCards(page)).toEqual([]);
    expect(await focused(page)).toBe(mark);
  }
  await close();
});

test("a record's mark opens the record's card", async () => {
  const {page, close} = await fixture.visit("#claim");
  await settled(page);
  await tabToStage(page, "growth");
  await page.keyboard.press("Enter");
  await expect.poll(() => openCards(page)).toEqual(["R:single-digit"]);
  await close();
});

test("every number in the prose is reached by Tab, opens by Enter and gets the focus back", async () => {
  const {page, close} = await fixture.visit();
  const count = await page.locator(".step .fact > button").count();
  for (let i = 0; i < count; ++i) {
    const number = page.locator(".step .fact > button").nth(i);
    const fact = await number.evaluate((button) => button.parentElement!.dataset["fact"]!);
    await number.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => openCards(page)).toEqual([fact]);
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe(fact);
  }
  await close();
});

test("a pointer near a mark opens its card beyond the stage, and the mark is framed", async () => {
  const {page, close} = await fixture.visit("#years");
  await settled(page);
  const bar = page.locator("#growth .pl-stage svg:visible [data-key=bar-2022] > rect");
  const box = (await bar.boundingBox())!;
  // Beside the bar, on bare paper, and over no mark.
  await page.mouse.move(box.x + box.width + 6, box.y + box.height / 2);
  await expect.poll(() => page.locator(".pl-hint").isVisible()).toBe(true);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => openCards(page)).toEqual(["harbour.growth/2022"]);
  const stage = (await page.locator("#growth .figure").boundingBox())!;
  const card = (await page.locator(".pl-card:popover-open").boundingBox())!;
  expect(card.x).toBeGreaterThan(stage.x + stage.width);
  const frame = page.locator(".pl-anchor");
  expect(await frame.evaluate((e) => getComputedStyle(e).outlineStyle)).toBe("solid");
  await page.mouse.click(box.x + box.width / 2, 715);
  await expect.poll(() => openCards(page)).toEqual([]);
  await expect.poll(() => frame.evaluate((e) => getComputedStyle(e).outlineStyle)).toBe("none");
  await close();
});

test("on a phone a mark's card hangs on a line from it, and both go together", async () => {
  const {page, close} = await fixture.visit("#years", {viewport: {width: 390, height: 844}});
  await settled(page);
  const bar = page.locator("#growth .pl-stage svg:visible [data-key=bar-2022] > rect");
  const box = (await bar.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => openCards(page)).toEqual(["harbour.growth/2022"]);
  await expect.poll(() => page.locator(".pl-string").isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => openCards(page)).toEqual([]);
  await expect.poll(() => page.locator(".pl-string").isVisible()).toBe(false);
  await close();
});

for (const [width, height] of [
  [1024, 768],
  [1280, 720],
  [1920, 1080]
] as const)
  test(`${width} px: what opens from the words or a title covers no picture and no half letters`, async () => {
    const {page, close} = await fixture.visit("", {viewport: {width, height}});
    for (const opener of [
      ".pl-key-button",
      "#price h2 .fact > button",
      "#exceeding .fact > button",
      "#years .fact > button"
    ]) {
      const button = page.locator(opener).first();
      await button.scrollIntoViewIfNeeded();
      await settled(page);
      await button.click();
      const open = (await page.locator(":popover-open").boundingBox())!;
      const stage = (await page.locator("#price .figure").boundingBox())!;
      const words = (await page.locator("#bare .pl-words").boundingBox())!;
      expect(open.x, opener).toBeGreaterThan(stage.x + stage.width);
      expect(open.x, opener).toBeLessThan(words.x);
      expect(open.x + open.width, opener).toBeGreaterThanOrEqual(words.x + words.width);
      await page.keyboard.press("Escape");
    }
    await close();
  });

test("the focus stays on the same thing when the stage changes under it", async () => {
  const {page, close} = await fixture.visit("#exceeding");
  await settled(page);
  await tabToStage(page, "price");
  await page.keyboard.press("ArrowRight");
  const mark = await focused(page);
  await page.evaluate(() =>
    document.getElementById("newspaper")!.scrollIntoView({behavior: "instant"})
  );
  await settled(page);
  expect(await focused(page)).toBe(mark);
  expect(await page.locator("#price .pl-stage").getAttribute("data-step")).toBe("newspaper");
  await close();
});

for (const viewport of [
  {width: 1280, height: 720},
  {width: 390, height: 844}
])
  test(`${viewport.width} px: from the words of a step Tab leads to the marks of its picture, Escape back`, async () => {
    const {page, close} = await fixture.visit("", {viewport});
    for (const step of ["bare", "newspaper", "years"]) {
      await page.goto("about:blank");
      await page.goto(`${fixture.url}#${step}`);
      await settled(page);
      await page.locator(`#${step} .fact > button`).last().focus();
      await page.keyboard.press("Tab");
      const way = page.locator(`#${step} .pl-to-marks`);
      expect(await way.evaluate((button) => button === document.activeElement), step).toBe(true);
      expect(await way.evaluate((button) => getComputedStyle(button).opacity)).toBe("1");
      await page.keyboard.press("Enter");
      await settled(page);
      const at = await page.evaluate(() => {
        const {activeElement} = document;
        return {
          role: activeElement?.getAttribute("role"),
          stop: activeElement?.getAttribute("tabindex"),
          step: activeElement?.closest<HTMLElement>(".pl-stage")?.dataset["step"]
        };
      });
      expect(at).toEqual({role: "button", stop: "0", step});
      await page.keyboard.press("Escape");
      expect(await way.evaluate((button) => button === document.activeElement), step).toBe(true);
    }
    await close();
  });

test("the way to the marks shows its own step's picture, wherever the page stands", async () => {
  const {page, close} = await fixture.visit("#bare");
  await settled(page);
  await page
    .locator("#exceeding .pl-to-marks")
    .evaluate((button) => button.focus({preventScroll: true}));
  await page.keyboard.press("Enter");
  await settled(page);
  expect(await page.locator("#price .pl-stage").getAttribute("data-step")).toBe("exceeding");
  expect(await page.evaluate(() => document.activeElement?.closest(".pl-stage") !== null)).toBe(
    true
  );
  await close();
});

test("an unrolled page, whose marks follow their words, has no such way", async () => {
  const {page, close} = await fixture.visit("", {viewport: {width: 844, height: 390}});
  expect(await page.locator(".pl-to-marks").filter({visible: true}).count()).toBe(0);
  await close();
});

test("a focused mark has a frame round it that can be seen", async () => {
  const {page, close} = await fixture.visit("#bare");
  await settled(page);
  await tabToStage(page, "price");
  const ring = (await page.locator(".pl-ring").boundingBox())!;
  const mark = await page.evaluate(() => {
    const {x, y, width, height} = document.activeElement!.getBoundingClientRect();
    return {x, y, width, height};
  });
  for (const side of ["x", "y", "width", "height"] as const)
    expect(Math.abs(ring[side] - mark[side])).toBeLessThan(1);
  await close();
});

test("cards stay on the screen from 280 px, opened at a number or a mark", async () => {
  for (const [width, height] of [
    [280, 500],
    [320, 568],
    [390, 844],
    [1280, 720],
    [844, 390]
  ] as const) {
    const {page, close} = await fixture.visit("", {viewport: {width, height}});
    for (const button of await page.locator(".step .fact > button").all()) {
      await button.scrollIntoViewIfNeeded();
      await button.click();
      const card = page.locator(".pl-card:popover-open");
      await expect.poll(() => card.count()).toBe(1);
      const box = (await card.boundingBox())!;
      const name = `${width}×${height}`;
      expect(box.x, name).toBeGreaterThanOrEqual(0);
      expect(box.y, name).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, name).toBeLessThanOrEqual(width);
      expect(box.y + box.height, name).toBeLessThanOrEqual(height);
      expect(box.height, name).toBeGreaterThan(100);
      await page.keyboard.press("Escape");
    }
    await close();
  }
});

test("a card goes below its number where it has room, and a cut one shows that there is more", async () => {
  const {page, close} = await fixture.visit("#exceeding");
  await settled(page);
  const number = page.locator("#exceeding .fact > button").first();
  await number.click();
  const card = page.locator(".pl-card:popover-open");
  const below = (await card.boundingBox())!;
  const at = (await number.boundingBox())!;
  expect(below.y).toBeGreaterThan(at.y + at.height);
  await page.keyboard.press("Escape");
  await page.goto(`${fixture.url}#years`);
  await settled(page);
  await page.locator("#years .fact > button").first().click();
  await settled(page);
  const cut = await card.evaluate(({scrollHeight, clientHeight}) => scrollHeight - clientHeight);
  expect(cut).toBeGreaterThan(0);
  expect(await card.evaluate((element) => getComputedStyle(element).backgroundAttachment)).toBe(
    "local, scroll"
  );
  await close();
});
