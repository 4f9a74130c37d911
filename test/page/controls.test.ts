import {afterAll, beforeAll, expect, test, vi} from "vitest";
import type {Page} from "playwright-core";
import {dialBody} from "../story/dial.ts";
import {openFixture, settled} from "./fixture/open.ts";
import type {Fixture, VisitOptions} from "./fixture/open.ts";

vi.setConfig({testTimeout: 60_000});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture({body: dialBody()});
}, 60_000);
afterAll(() => fixture.close());

const wide = {viewport: {width: 1280, height: 720}};
const narrow = {viewport: {width: 390, height: 844}};

async function visit(options: VisitOptions = wide, step = "play") {
  const visited = await fixture.visit(`#${step}`, options);
  await settled(visited.page);
  return visited;
}

/** What the stage's drawings say and how long their bars are, the one that is seen first. */
function drawn(page: Page): Promise<{seen: string; unseen: string; bar: number}> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll(".pl-stage > svg")];
    const seen = all.find((svg) => svg.getClientRects().length > 0)!;
    const says = (svg: Element): string =>
      ["of-name", "amount"]
        .map((key) => svg.querySelector(`[data-key="${key}"]`)!.textContent)
        .join(": ");
    return {
      seen: says(seen),
      unseen: says(all.find((svg) => svg !== seen)!),
      bar: Number(seen.querySelector("[data-key=bar]")!.getAttribute("width"))
    };
  });
}

/** Sets the slider by a click at a share of its length. */
async function slide(page: Page, share: number): Promise<void> {
  const slider = page.locator("#play input[type=range]");
  const {x, y, width, height} = (await slider.boundingBox())!;
  await page.mouse.click(x + 9 + share * (width - 18), y + height / 2);
}

test("with the keyboard a slider and a choice set what the picture shows, and what it is called", async () => {
  const {page, said, close} = await visit();
  const own = await drawn(page);
  expect(own).toMatchObject({seen: "<of> price: nearly half", bar: 320});
  const slider = page.getByRole("slider", {name: "How near is nearly half?"});
  await slider.focus();
  await page.keyboard.press("Home");
  await settled(page);
  expect(await drawn(page)).toMatchObject({seen: "<of> price: $1.6, if it is 40%", bar: 256});
  expect(await slider.getAttribute("aria-valuetext")).toBe("40%");
  expect(await page.locator("#play output").innerText()).toBe("40%");
  const description = page.locator("#loaf-description");
  expect(await description.textContent()).toBe("Of the price it is $1.6, if it is 40%.");
  await page.getByRole("radio", {name: "the price"}).focus();
  await page.keyboard.press("ArrowDown");
  await settled(page);
  expect((await drawn(page)).seen).toBe("<of> flour: $1.6, if it is 40%");
  await page.keyboard.press("ArrowUp");
  await slider.focus();
  await page.keyboard.press("End");
  await settled(page);
  expect(await drawn(page)).toEqual(own);
  expect(await description.textContent()).toBe("Of the price it is nearly half.");
  expect(said).toEqual([]);
  await close();
});

for (const [name, options] of [
  ["1280 px", wide],
  ["390 px", narrow]
] as const)
  test(`${name}: the pointer sets it, on the drawing that is seen alone, and another size follows`, async () => {
    const {page, said, close} = await visit(options);
    await page.locator("#play .pl-controls").scrollIntoViewIfNeeded();
    await settled(page);
    await slide(page, 0.5);
    await page.getByText("the flour").click();
    await settled(page);
    const set = await drawn(page);
    expect(set.seen).toBe("<of> flour: $1.8, if it is 45%");
    expect(set.unseen).toBe("<of> price: nearly half");
    await page.setViewportSize((options === wide ? narrow : wide).viewport);
    await page.locator("#play .pl-controls").scrollIntoViewIfNeeded();
    await settled(page);
    expect((await drawn(page)).seen).toBe(set.seen);
    expect(said).toEqual([]);
    await close();
  });

test("what is set is told politely, once the hand rests", async () => {
  const {page, close} = await visit();
  const told = page.locator("#play [role=status]");
  expect(await told.textContent()).toBe("");
  const slider = page.locator("#play input[type=range]");
  const {x, y, width, height} = (await slider.boundingBox())!;
  await page.mouse.move(x + width - 9, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2);
  await settled(page);
  expect((await drawn(page)).seen).toContain("45%");
  expect(await told.textContent()).toBe("");
  await page.mouse.up();
  expect(await told.textContent()).toBe("Of the price it is $1.8, if it is 45%.");
  await close();
});

test("a choice's marks travel, unless the reader wants no motion; a slider's follow at once", async () => {
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    const {page, close} = await visit({...wide, reducedMotion});
    const moving = (act: string): Promise<boolean> =>
      page.evaluate((css) => {
        document.querySelector<HTMLInputElement>(css)!.click();
        return document.querySelector(".pl-stage [data-moving]") !== null;
      }, act);
    expect(await moving("#play label:last-of-type input")).toBe(reducedMotion === "no-preference");
    await settled(page);
    expect((await drawn(page)).seen).toBe("<of> flour: nearly half");
    await slide(page, 0);
    expect(await page.locator(".pl-stage [data-moving]").count()).toBe(0);
    expect((await drawn(page)).bar).toBe(256);
    await close();
  }
});

test("what is set stays with its step, and a reload gives the author's state again", async () => {
  const {page, close} = await visit();
  await slide(page, 0);
  await page.locator("#last").evaluate((step) => step.scrollIntoView({behavior: "instant"}));
  await settled(page);
  expect((await drawn(page)).seen).toBe("<of> price: nearly half");
  expect(await page.locator("#loaf-description").textContent()).not.toMatch(/40%/);
  await page.locator("#play").evaluate((step) => step.scrollIntoView({behavior: "instant"}));
  await settled(page);
  expect((await drawn(page)).seen).toContain("40%");
  expect(await page.locator("#loaf-description").textContent()).toMatch(/40%/);
  await page.reload();
  await settled(page);
  expect((await drawn(page)).seen).toBe("<of> price: nearly half");
  await close();
});

test("a mark of what is set opens its card, and controls are reached before their step is read", async () => {
  const {page, said, close} = await visit(wide, "first");
  await page.locator("#play input[type=range]").focus();
  await page.keyboard.press("Home");
  await settled(page);
  expect(await page.locator(".pl-stage").getAttribute("data-step")).toBe("play");
  expect((await drawn(page)).seen).toContain("40%");
  await page.locator(".pl-stage svg:visible [data-key=bar]").click();
  expect(await page.locator(".pl-card:popover-open").getAttribute("data-card")).toBe(
    "bakery.share"
  );
  expect(said).toEqual([]);
  await close();
});

for (const [name, options, media] of [
  ["without scripts", {...wide, javaScriptEnabled: false}, "screen"],
  ["on paper", wide, "print"]
] as const)
  test(`${name} the step has its own state and no controls`, async () => {
    const {page, said, close} = await fixture.visit("", options);
    await page.emulateMedia({media});
    expect(await page.locator(".pl-controls").isVisible()).toBe(false);
    const own = page.locator("#play .state > svg").filter({visible: true});
    expect(await own.locator("[data-key=amount]").textContent()).toBe("nearly half");
    expect(said).toEqual([]);
    await close();
  });

test("controls can be hit by a finger, are as wide as their column, and keep the picture's place", async () => {
  for (const options of [wide, narrow, {viewport: {width: 360, height: 800}}]) {
    const {page, close} = await visit(options, "first");
    const place = await page.locator(".pl-stage").boundingBox();
    await page.locator("#play .pl-controls").scrollIntoViewIfNeeded();
    await settled(page);
    for (const control of await page
      .locator("#play :is(.pl-controls label:has(input), input[type=range])")
      .all())
      expect((await control.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    expect((await page.locator(".pl-stage").boundingBox())!.height).toBe(place!.height);
    const {scrollWidth, clientWidth} = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    await close();
  }
});

for (const [name, options] of [
  ["1280 px", wide],
  ["390 px", narrow]
] as const)
  test(`${name}: unrolled, a step's own picture shows what is set, and its first state again`, async () => {
    const {page, said, close} = await fixture.visit("?layout=unrolled#play", options);
    await settled(page);
    const amount = (): Promise<string> =>
      page.locator("#play .state svg:visible [data-key=amount]").innerHTML();
    const says = page.locator("#play .pl-says");
    const own = [await amount(), await says.textContent()];
    const slider = page.locator("#play input[type=range]");
    await slider.fill("0");
    expect(await amount()).toContain("$1.6, if it is 40%");
    expect(await says.textContent()).toBe("Of the price it is $1.6, if it is 40%.");
    expect(await page.locator("#first .state svg:visible [data-key=amount]").innerHTML()).toBe(
      own[0]
    );
    await slider.fill("1");
    expect(await amount()).toContain("$1.8, if it is 45%");
    await slider.fill("2");
    expect([await amount(), await says.textContent()]).toEqual(own);
    await slider.fill("0");
    await page.setViewportSize((options === wide ? narrow : wide).viewport);
    await settled(page);
    expect(await amount(), "in the other size").toContain("$1.6, if it is 40%");
    expect(said).toEqual([]);
    await close();
  });

test("what is set unrolled is set where the picture is pinned, and the other way round", async () => {
  const side = {viewport: {width: 844, height: 390}};
  const {page, close} = await visit(side);
  const inPlace = page.locator("#play .state svg:visible [data-key=amount]");
  const turn = async ({viewport}: typeof side): Promise<void> => {
    await page.setViewportSize(viewport);
    await page.locator("#play").evaluate((step) => step.scrollIntoView({behavior: "instant"}));
    await settled(page);
  };
  await page.locator("#play input[type=range]").fill("0");
  expect(await inPlace.innerHTML()).toContain("40%");
  await turn(wide);
  expect((await drawn(page)).seen).toContain("40%");
  await page.locator("#play input[type=range]").fill("1");
  await turn(side);
  expect(await inPlace.innerHTML()).toContain("45%");
  await close();
});
