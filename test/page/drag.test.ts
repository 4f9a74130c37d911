import {afterAll, beforeAll, expect, test, vi} from "vitest";
import type {Page} from "playwright-core";
import {dialBody} from "../story/dial.ts";
import {openFixture, settled} from "./fixture/open.ts";
import type {Fixture} from "./fixture/open.ts";

vi.setConfig({testTimeout: 60_000});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture({body: dialBody()});
}, 60_000);
afterAll(() => fixture.close());

const wide = {viewport: {width: 1280, height: 720}};
const narrow = {viewport: {width: 390, height: 844}, hasTouch: true};

async function visit(options: Parameters<Fixture["visit"]>[1] = wide, step = "play") {
  const visited = await fixture.visit(`#${step}`, options);
  await settled(visited.page);
  return visited;
}

const knob = ".pl-stage svg:visible [data-key=knob]";

/** The middle of the knob on the screen, and px of the screen to one of the drawing. */
async function place(page: Page): Promise<{x: number; y: number; scale: number}> {
  const {x, y, width, height} = (await page.locator(knob).boundingBox())!;
  return {x: x + width / 2, y: y + height / 2, scale: width / 32};
}

/** What the drawing says, and what its slider is set to. */
async function seen(page: Page): Promise<[string | null, string]> {
  return [
    await page.locator(".pl-stage svg:visible [data-key=amount]").textContent(),
    await page.locator("#play input[type=range]").inputValue()
  ];
}

test("a mark that a slider moves can be dragged: it goes to the value that is nearest", async () => {
  const {page, said, close} = await visit();
  const {x, y, scale} = await place(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  // From half of the drawing's width towards 45 %, which is 32 units to the left.
  await page.mouse.move(x - 14 * scale, y);
  expect((await seen(page))[1]).toBe("2");
  await page.mouse.move(x - 18 * scale, y);
  expect(await seen(page)).toEqual(["$1.8, if it is 45%", "1"]);
  expect((await place(page)).x).toBeCloseTo(x - 32 * scale, 0);
  expect(await page.locator("#play output").innerText()).toBe("45%");
  expect(await page.locator("#play [role=status]").textContent()).toBe("");
  await page.mouse.move(0, y + 200);
  expect(await seen(page)).toEqual(["$1.6, if it is 40%", "0"]);
  await page.mouse.up();
  expect(await page.locator("#play [role=status]").textContent()).toMatch(/40%/);
  await page.mouse.move(x, y);
  expect((await seen(page))[1]).toBe("0");
  expect(said).toEqual([]);
  await close();
});

test("what is dragged or clicked opens no card, and the next click opens one again", async () => {
  const {page, close} = await visit();
  const {x, y, scale} = await place(page);
  await page.mouse.click(x, y);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 32 * scale, y);
  await page.mouse.up();
  expect(await page.locator(".pl-card:popover-open").count()).toBe(0);
  await page.locator(".pl-stage svg:visible [data-key=bar]").click({position: {x: 5, y: 5}});
  expect(await page.locator(".pl-card:popover-open").count()).toBe(1);
  await close();
});

test("a finger drags it too, on a narrow screen", async () => {
  const {page, close} = await visit(narrow);
  const {x, y, scale} = await place(page);
  const session = await page.context().newCDPSession(page);
  const touch = async (type: string, at: readonly number[]) => {
    const touchPoints = at.length === 0 ? [] : [{x: at[0]!, y: at[1]!}];
    await session.send("Input.dispatchTouchEvent", {type: type as "touchStart", touchPoints});
  };
  await touch("touchStart", [x, y]);
  for (const part of [0.25, 0.5, 0.75, 1]) await touch("touchMove", [x - part * 34 * scale, y]);
  await touch("touchEnd", []);
  expect(await seen(page)).toEqual(["$1.6, if it is 40%", "0"]);
  await close();
});

test("in a step without the control the mark stays where it is", async () => {
  const {page, said, close} = await visit(wide, "first");
  const {x, y, scale} = await place(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 64 * scale, y);
  await page.mouse.up();
  expect((await place(page)).x).toBe(x);
  expect((await seen(page))[1]).toBe("2");
  expect(said).toEqual([]);
  await close();
});

test("unrolled, the step's own picture can be dragged as well", async () => {
  const {page, said, close} = await fixture.visit("?layout=unrolled#play", wide);
  await settled(page);
  const own = page.locator("#play .state svg:visible");
  await own.scrollIntoViewIfNeeded();
  const {x, y, width, height} = (await own.locator("[data-key=knob]").boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x - 3 * width, y + height / 2);
  await page.mouse.up();
  expect(await own.locator("[data-key=amount]").innerHTML()).toContain("40%");
  expect(said).toEqual([]);
  await close();
});
