import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {openFixture, settled, shownSteps} from "./fixture/open.ts";
import type {Fixture} from "./fixture/open.ts";
import {stepIds} from "./fixture/story.ts";
import type {Page} from "playwright-core";

vi.setConfig({testTimeout: 60_000});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
}, 60_000);
afterAll(() => fixture.close());

const phone = {viewport: {width: 390, height: 844}};
const all = Object.entries(stepIds).flatMap(([scene, steps]) =>
  steps.map((step) => ({scene, step}))
);

/** What the stage must show, said once more and in another way: by the tops of the steps. */
function expectedStep(page: Page, scene: string): Promise<string> {
  return page.evaluate((id) => {
    const section = document.getElementById(id)!;
    const steps = [...section.querySelectorAll<HTMLElement>(":scope > .step")];
    const figure = section.querySelector(".figure")!.getBoundingClientRect();
    const covers = steps[0]!.getBoundingClientRect().left < figure.right;
    const from = covers ? Math.min(Math.max(figure.bottom, 0), 0.8 * innerHeight) : 0;
    const pinned = section.querySelector(".pl-stage")!.getClientRects().length > 0;
    const line = pinned ? from + 0.6 * (innerHeight - from) : innerHeight / 3;
    const passed = steps.filter((step) => step.getBoundingClientRect().top <= line);
    return (passed.at(-1) ?? steps[0]!).id;
  }, scene);
}

test("over the stage stands what is measured: the scene's line, or that of the step on it", async () => {
  const {page, close} = await fixture.visit("#outside");
  const measure = page.locator("#growth > .figure > .pl-measure");
  await settled(page);
  expect(await measure.textContent()).toBe("Harbour traffic that the claim does not fit");
  expect(await page.locator("#outside .pl-measure").isVisible()).toBe(false);
  await page.goto(`${fixture.url}#years`);
  await settled(page);
  expect(await measure.textContent()).toMatch(/^Harbour traffic, change/);
  await close();
});

/** The stage's markup without what makes its ids its own. */
function markupOf(page: Page, selector: string): Promise<string> {
  return page.evaluate((css) => {
    const html = [...document.querySelectorAll(`${css} > svg`)]
      .map((svg) => svg.outerHTML)
      .join("");
    return html
      .replaceAll("pl-stage-", "")
      .replace(/ (role|tabindex|aria-label|data-near)="[^"]*"/g, "")
      .replaceAll("> <", "><");
  }, selector);
}

for (const [name, options] of [
  ["1280 px", {}],
  ["390 px", phone]
] as const) {
  test(`${name}: a link to any step shows that step's state, and so does a reload`, async () => {
    const {page, close} = await fixture.visit("", options);
    for (const {scene, step} of all) {
      await page.goto("about:blank");
      await page.goto(`${fixture.url}#${step}`);
      await settled(page);
      expect((await shownSteps(page))[scene], step).toBe(step);
      await page.reload();
      await settled(page);
      expect((await shownSteps(page))[scene], `${step} after a reload`).toBe(step);
    }
    await close();
  });

  test(`${name}: wherever a jump lands, the stages on screen show the place's steps`, async () => {
    const {page, said, close} = await fixture.visit("", options);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (const part of [0.1, 0.95, 0.3, 0.62, 0.05, 0.48, 0.8, 0, 1, 0.37]) {
      await page.evaluate((y) => scrollTo(0, y), part * height);
      await settled(page);
      const onScreen = await page.evaluate(() =>
        [...document.querySelectorAll(".scene")]
          .filter((scene) => {
            const {top, bottom} = scene.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          })
          .map((scene) => scene.id)
      );
      for (const scene of onScreen)
        expect((await shownSteps(page))[scene], `${scene} at ${part}`).toBe(
          await expectedStep(page, scene)
        );
    }
    expect(said).toEqual([]);
    await close();
  });

  test(`${name}: the stage is the step's own markup but for ids, of which none is double`, async () => {
    const {page, close} = await fixture.visit("", options);
    for (const {scene, step} of all) {
      await page.evaluate((id) => document.getElementById(id)!.scrollIntoView(), step);
      await settled(page);
      expect(await markupOf(page, `#${scene} .pl-stage`)).toBe(
        await markupOf(page, `#${step} .state`)
      );
      const {ids, dangling} = await page.evaluate(() => ({
        ids: [...document.querySelectorAll("[id]")].map(({id}) => id),
        dangling: [...document.querySelectorAll(".pl-stage [fill^='url(']")]
          .map((mark) => mark.getAttribute("fill")!.slice(5, -1))
          .filter((id) => document.getElementById(id)?.closest(".pl-stage") === null)
      }));
      expect(ids.length).toBe(new Set(ids).size);
      expect(dangling).toEqual([]);
    }
    await close();
  });
}

test("a fast scroll through the page ends in the state of its end", async () => {
  const {page, close} = await fixture.visit();
  await page.mouse.move(400, 300);
  for (let i = 0; i < 12; ++i) await page.mouse.wheel(0, 900);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await settled(page);
  expect((await shownSteps(page))["half"]).toBe("cargo");
  await page.evaluate(() => scrollTo(0, 0));
  await settled(page);
  expect((await shownSteps(page))["price"]).toBe("bare");
  await close();
});

test("another width, height or zoom gives the state of the place that is then on screen", async () => {
  const {page, close} = await fixture.visit("#years");
  for (const viewport of [
    {width: 1280, height: 1000},
    {width: 1000, height: 640},
    {width: 390, height: 844},
    {width: 768, height: 1024},
    {width: 1920, height: 1080},
    {width: 640, height: 360},
    {width: 1280, height: 720}
  ]) {
    await page.setViewportSize(viewport);
    await settled(page);
    await settled(page);
    const name = `${viewport.width}×${viewport.height}`;
    expect((await shownSteps(page))["growth"], name).toBe(await expectedStep(page, "growth"));
  }
  await close();
});

test("the description is that of the state on the stage", async () => {
  const {page, close} = await fixture.visit("#outside");
  await settled(page);
  const says = await page.locator("#outside .pl-says").textContent();
  expect(await page.locator("#growth-description").textContent()).toBe(says);
  await close();
});

test("the address follows the reader, but not before the reader has moved", async () => {
  const {page, close} = await fixture.visit();
  await page.evaluate(() => document.getElementById("years")!.scrollIntoView());
  await page.waitForTimeout(700);
  expect(new URL(page.url()).hash).toBe("");
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 10);
  await expect.poll(() => new URL(page.url()).hash).toBe("#years");
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => new URL(page.url()).hash).toBe("");
  await close();
});

test("an address keeps what belongs to other shells", async () => {
  const {page, close} = await fixture.visit("#years&cut=short");
  await expect.poll(async () => (await shownSteps(page))["growth"]).toBe("years");
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 900);
  await expect.poll(() => new URL(page.url()).hash).toBe("#outside&cut=short");
  await close();
});

test("an address with a fact opens its card at its number", async () => {
  const {page, close} = await fixture.visit("#newspaper&fact=harbour.rest");
  const card = page.locator('.pl-card[data-card="harbour.rest"]');
  await expect.poll(() => card.isVisible()).toBe(true);
  expect((await shownSteps(page))["price"]).toBe("newspaper");
  const number = (await page.locator("#newspaper [data-fact='harbour.rest']").boundingBox())!;
  const box = (await card.boundingBox())!;
  const gap = Math.max(box.y - number.y - number.height, number.y - box.y - box.height);
  expect(gap).toBeLessThan(40);
  await close();
});

test("an address whose fact is percent-encoded opens its card; one that encodes nothing opens none", async () => {
  for (const [fact, open] of [
    ["harbour%2Erest", true],
    ["harbour%2", false]
  ] as const) {
    const {page, close} = await fixture.visit(`#newspaper&fact=${fact}`);
    expect((await shownSteps(page))["price"]).toBe("newspaper");
    await expect.poll(() => page.locator(".pl-card:popover-open").count()).toBe(open ? 1 : 0);
    await close();
  }
});

test("back and forward give the state of the place they go back to", async () => {
  const {page, close} = await fixture.visit("#exceeding");
  await page.evaluate(() => {
    location.hash = "#outside";
  });
  await settled(page);
  expect((await shownSteps(page))["growth"]).toBe("outside");
  await page.goBack();
  await settled(page);
  expect((await shownSteps(page))["price"]).toBe("exceeding");
  await page.goForward();
  await settled(page);
  expect((await shownSteps(page))["growth"]).toBe("outside");
  await close();
});

test("nothing moves for a reader who asked for reduced motion", async () => {
  const {page, close} = await fixture.visit("#bare", {reducedMotion: "reduce"});
  const running = await page.evaluate(async () => {
    document.getElementById("exceeding")!.scrollIntoView();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return document.getAnimations().length;
  });
  expect(running).toBe(0);
  await close();
});
