import type {Locator, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {openFixture, settled, shownSteps} from "./fixture/open.ts";
import type {Fixture, VisitOptions} from "./fixture/open.ts";
import {stepIds} from "./fixture/story.ts";

vi.setConfig({testTimeout: 60_000});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
}, 60_000);
afterAll(() => fixture.close());

const phone = {viewport: {width: 390, height: 844}};
const sizes = [
  ["1280 px", {}],
  ["390 px", phone]
] as const;

async function visit(fragment = "", options: VisitOptions = {}) {
  const visited = await fixture.visit(fragment, options);
  await settled(visited.page);
  return visited;
}

const wayTo = (page: Page, name: string): Locator =>
  page.locator(".pl-bar").getByRole("button", {name});

/** Where the reader is: the address's step once it has been written. */
async function placeOf(page: Page): Promise<string> {
  await settled(page);
  await page.waitForTimeout(450);
  return new URL(page.url()).hash.slice(1);
}

const scrollTop = (page: Page): Promise<number> => page.evaluate(() => Math.round(scrollY));

/** How far a step's words, or the element itself, are from the window's top. */
const topOf = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).boundingBox())!.y;

for (const [name, options] of sizes) {
  test(`${name}: the arrow keys lead through every stop and back, and stay at both ends`, async () => {
    const {page, said, close} = await visit("", options);
    const stops = await page.evaluate(() =>
      [...document.querySelectorAll(".pl-opening, .step, .pl-story > .pl-prose, .pl-colophon")].map(
        (stop) => stop.id || stop.className
      )
    );
    expect(stops.length).toBe(3 + Object.values(stepIds).flat().length);
    const walk = async (key: string): Promise<string[]> => {
      const seen: string[] = [];
      for (let i = 1; i < stops.length; ++i) {
        await page.keyboard.press(key);
        await settled(page);
        seen.push((await page.locator(".pl-said").textContent())!);
      }
      return seen;
    };
    const words = (stop: string): Promise<string> =>
      page.evaluate((id) => {
        const element = document.getElementById(id) ?? document.querySelector(`.${id}`)!;
        return (element.querySelector(".pl-words, h1, h2") ?? element).textContent!;
      }, stop);
    const expected = await Promise.all(stops.map(words));
    const there = await walk("ArrowRight");
    for (const [i, told] of there.entries()) expect(told).toContain(expected[i + 1]);
    expect((await shownSteps(page))["half"]).toBe("cargo");
    const end = await scrollTop(page);
    await page.keyboard.press("ArrowRight");
    expect(await scrollTop(page)).toBe(end);
    const back = await walk("ArrowLeft");
    for (const [i, told] of back.entries()) expect(told).toContain(expected.at(-2 - i));
    expect(await scrollTop(page)).toBe(0);
    await page.keyboard.press("ArrowLeft");
    expect(await scrollTop(page)).toBe(0);
    expect(said).toEqual([]);
    await close();
  });

  test(`${name}: buttons lead to the next and the previous step, keep the focus and say what is there`, async () => {
    const {page, close} = await visit("#bare", options);
    const next = wayTo(page, "Next");
    const {width, height} = (await next.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await next.click();
    expect(await placeOf(page)).toBe("exceeding");
    expect((await shownSteps(page))["price"]).toBe("exceeding");
    expect(await page.getByRole("status").textContent()).toContain("Of the river bridge");
    await next.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    expect(await placeOf(page)).toBe("claim");
    expect(await page.getByRole("status").textContent(), "a scene's finding too").toMatch(
      /Four of the eight years were not. The report calls/
    );
    expect(await next.evaluate((button) => document.activeElement === button)).toBe(true);
    await wayTo(page, "Previous").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await placeOf(page)).toBe("newspaper");
    await close();
  });

  test(`${name}: a finding of the contents leads to its scene; back and forward restore the very place`, async () => {
    const {page, said, close} = await visit("#exceeding", options);
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 60);
    await settled(page);
    const before = await scrollTop(page);
    await wayTo(page, "Contents").click();
    const links = page.locator(".pl-contents a");
    expect(
      await links.evaluateAll((all) => all.map((a) => a.getAttribute("aria-current")))
    ).toEqual(["location", null, null]);
    await links.nth(1).click();
    await settled(page);
    expect(await page.locator(".pl-contents").isVisible()).toBe(false);
    expect((await shownSteps(page))["growth"]).toBe("claim");
    expect(Math.abs(await topOf(page, "#growth"))).toBeLessThan(2);
    expect(await placeOf(page)).toBe("claim");
    expect(await page.locator(".pl-count").textContent()).toBe("2 of 3");
    const after = await scrollTop(page);
    await page.goBack();
    await settled(page);
    expect(await scrollTop(page)).toBe(before);
    expect(new URL(page.url()).hash).toBe("#exceeding");
    expect((await shownSteps(page))["price"]).toBe("exceeding");
    await page.goForward();
    await settled(page);
    expect(await scrollTop(page)).toBe(after);
    expect(said).toEqual([]);
    await close();
  });

  test(`${name}: a reload restores the place within a step`, async () => {
    const {page, close} = await visit("#years", options);
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 130);
    expect(await placeOf(page)).toBe("years");
    const before = await scrollTop(page);
    await page.reload();
    await settled(page);
    expect(await scrollTop(page)).toBe(before);
    expect((await shownSteps(page))["growth"]).toBe("years");
    await close();
  });

  test(`${name}: the page unrolls and is pinned again around the words that are being read`, async () => {
    const {page, said, close} = await visit("#years", options);
    const isUnrolled = (): Promise<boolean> =>
      page.locator("#years .state svg:visible").isVisible();
    const choose = async (layout: string): Promise<void> => {
      await wayTo(page, "Contents").click();
      const button = page.getByRole("button", {name: layout});
      await button.click();
      await settled(page);
      expect(await button.getAttribute("aria-pressed")).toBe("true");
      await page.keyboard.press("Escape");
    };
    expect(await isUnrolled()).toBe(false);
    await choose("All laid out");
    expect(await isUnrolled()).toBe(true);
    expect(await topOf(page, "#years .pl-words")).toBeLessThan(options === phone ? 760 : 300);
    expect(await placeOf(page)).toBe("years");
    expect(new URL(page.url()).searchParams.get("layout")).toBe("unrolled");
    await page.reload();
    await settled(page);
    expect(await isUnrolled()).toBe(true);
    await choose("Pinned");
    expect(await isUnrolled()).toBe(false);
    expect((await shownSteps(page))["growth"]).toBe("years");
    expect(new URL(page.url()).search).toBe("");
    expect(said).toEqual([]);
    await close();
  });
}

test("arrow keys stay a figure's, a table's and a card's own, and browsers keep theirs", async () => {
  const {page, close} = await visit("#years");
  const stays = async (what: string): Promise<void> => {
    await settled(page);
    expect((await shownSteps(page))["growth"], what).toBe("years");
  };
  const mark = page.locator("#growth .pl-stage svg:visible [role=button]").first();
  await mark.focus();
  await page.keyboard.press("ArrowRight");
  await stays("a mark");
  await page.locator("#growth summary").click();
  await page.locator("#growth .pl-table").focus();
  await page.keyboard.press("ArrowRight");
  await stays("a table");
  await page.locator("#growth summary").click();
  await page.locator("#years .fact > button").first().click();
  // The card takes the focus once the browser has told that it is open.
  await page.waitForFunction(() => document.activeElement?.closest(".pl-card") != null);
  await page.keyboard.press("ArrowRight");
  await stays("a card");
  await page.keyboard.press("Escape");
  for (const keys of ["Shift+ArrowRight", "Control+ArrowRight", "Meta+ArrowRight"]) {
    await page.keyboard.press(keys);
    await stays(keys);
  }
  await page.keyboard.press("ArrowRight");
  await settled(page);
  expect((await shownSteps(page))["growth"]).toBe("outside");
  await close();
});

test("the bar says at both ends that there is no way on", async () => {
  const {page, close} = await visit();
  const disabled = async (): Promise<(string | null)[]> => [
    await wayTo(page, "Previous").getAttribute("aria-disabled"),
    await wayTo(page, "Next").getAttribute("aria-disabled")
  ];
  expect(await disabled()).toEqual(["true", "false"]);
  await page.evaluate(() => scrollTo(0, 2000));
  await settled(page);
  expect(await disabled()).toEqual(["false", "false"]);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await settled(page);
  expect(await disabled()).toEqual(["false", "true"]);
  await close();
});

test("the weight in the contents hangs at the scene, and lower the more of it is read", async () => {
  const {page, close} = await visit("#claim");
  const weight = (): Promise<{top: number; drawn: number}> =>
    page.evaluate(() => {
      const items = [...document.querySelectorAll(".pl-contents li")];
      const after = items.map((item) => getComputedStyle(item, "::after"));
      const at = after.findIndex(({content}) => content !== "none");
      return {top: at + parseFloat(after[at]!.top) / 1000, drawn: after.length};
    });
  await wayTo(page, "Contents").click();
  const first = await weight();
  expect(Math.floor(first.top)).toBe(1);
  await page.keyboard.press("ArrowRight");
  await settled(page);
  const second = await weight();
  expect(Math.floor(second.top)).toBe(1);
  expect(second.top).toBeGreaterThan(first.top);
  await close();
});

test("every scene begins with a way past it, which only the focus shows", async () => {
  for (const [, options] of sizes) {
    const {page, close} = await visit("", options);
    for (const [scene, after] of [
      ["price", ".pl-story > .pl-prose"],
      ["growth", "#half"],
      ["half", ".pl-colophon"]
    ] as const) {
      const skip = page.locator(`#${scene} > .pl-skip`);
      await skip.evaluate((link) => link.blur());
      expect((await skip.boundingBox())!.width).toBeLessThan(2);
      await skip.focus();
      const box = (await skip.boundingBox())!;
      expect(box.height).toBeGreaterThanOrEqual(24);
      expect(box.y).toBeGreaterThan(-1);
      await page.keyboard.press("Enter");
      await settled(page);
      const top = await topOf(page, after);
      // The page may end before what follows the last scene can come to the top.
      const left = await page.evaluate(
        () => document.documentElement.scrollHeight - scrollY - innerHeight
      );
      expect(top, scene).toBeGreaterThanOrEqual(-2);
      if (left > 1) expect(top, scene).toBeLessThan(60);
      // Nothing in the fixture's last words takes the focus.
      if (scene === "half") continue;
      await page.keyboard.press("Tab");
      const next = await page.evaluate(
        (selector) =>
          document.querySelector(selector)!.compareDocumentPosition(document.activeElement!) &
          (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY),
        `#pl-past-${scene}`
      );
      expect(next, "the focus goes on from there").toBeGreaterThan(0);
    }
    await close();
  }
});

for (const [width, height] of [
  [360, 640],
  [360, 800],
  [390, 844]
] as const)
  test(`${width}×${height}: taps on Next lead through every step; the bar stays, over no end of words`, async () => {
    const {page, said, close} = await visit("", {viewport: {width, height}, hasTouch: true});
    const seen: string[] = [];
    while ((await wayTo(page, "Next").getAttribute("aria-disabled")) === "false") {
      await wayTo(page, "Next").tap();
      await settled(page);
      const step = await page.evaluate(readAtBar);
      if (step === null) continue;
      seen.push(step.id);
      expect(step).toMatchObject({shown: step.id, opacity: "1"});
      // Words that are too long for their place are read on by scrolling, beside the same picture.
      await page.evaluate((by) => scrollBy(0, by), Math.max(0, step.over));
      await settled(page);
      expect(await page.evaluate(readAtBar), step.id).toEqual({...step, over: expect.any(Number)});
      expect((await page.evaluate(readAtBar))!.over, step.id).toBeLessThan(1);
    }
    expect(seen).toEqual(Object.values(stepIds).flat());
    expect(said).toEqual([]);
    await close();
  });

/** The step that was led to: what its stage shows, how far the bar lies over its end, px. */
function readAtBar(): {id: string; shown: string; over: number; opacity: string} | null {
  const said = document.querySelector(".pl-said")!.textContent!;
  const step = [...document.querySelectorAll(".step")].find((each) =>
    said.endsWith(each.querySelector(".pl-words")!.textContent!)
  );
  if (step === undefined) return null;
  const bar = document.querySelector(".pl-bar")!;
  const ends = [...step.querySelectorAll(".pl-words, .pl-controls")].map(
    (part) => part.getBoundingClientRect().bottom
  );
  return {
    id: step.id,
    shown: step.closest(".scene")!.querySelector<HTMLElement>(".pl-stage")!.dataset["step"]!,
    over: Math.max(...ends) - bar.getBoundingClientRect().top,
    opacity: getComputedStyle(bar).opacity
  };
}

test("beside the stage the bar is there as long as the scenes are, and lies over no figure", async () => {
  for (const [width, height] of [
    [1000, 800],
    [1280, 720],
    [1920, 1080]
  ] as const) {
    const {page, close} = await visit("", {viewport: {width, height}});
    const bar = (await page.locator(".pl-bar").boundingBox())!;
    expect(bar.y + bar.height, "at the foot").toBeCloseTo(height, 0);
    const figure = (await page.locator("#price-figure").boundingBox())!;
    expect(figure.x + figure.width).toBeLessThanOrEqual(bar.x);
    const words = (await page.locator("#bare .pl-words").boundingBox())!;
    expect(words.x + words.width).toBeCloseTo(bar.x + bar.width, 0);
    const opacity = (): Promise<string> =>
      page.locator(".pl-bar").evaluate((element) => getComputedStyle(element).opacity);
    expect(await opacity()).toBe("1");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await settled(page);
    expect(await opacity(), "after the scenes").toBe("0");
    await close();
  }
});

test("in a low window the contents are a word in the opening, and nothing lies over the page", async () => {
  const {page, close} = await visit("", {viewport: {width: 844, height: 390}});
  expect(await page.locator(".pl-bar > button").filter({visible: true}).count()).toBe(0);
  await page.locator(".pl-opening > button").getByText("Contents").click();
  await page.locator(".pl-contents a").nth(2).click();
  expect(Math.abs(await topOf(page, "#half"))).toBeLessThan(2);
  await close();
});

test("without scripts the contents stand in the opening as links, and no button does nothing", async () => {
  const {page, close} = await fixture.visit("", {...phone, javaScriptEnabled: false});
  expect(await page.locator(".pl-contents a").filter({visible: true}).count()).toBe(3);
  expect(await page.locator(".pl-bar button").filter({visible: true}).count()).toBe(0);
  await page.locator(".pl-contents a").nth(1).click();
  expect(Math.abs(await topOf(page, "#growth"))).toBeLessThan(2);
  await close();
});

test("a reader that fails leaves no button that does nothing, and its own word in the page", async () => {
  const {page, close} = await fixture.visit("?layout=unrolled", {
    before: () => Object.defineProperty(window, "ResizeObserver", {value: undefined})
  });
  expect(await page.locator("#claim .state svg:visible").isVisible()).toBe(true);
  expect(await wayTo(page, "Next").isVisible()).toBe(false);
  expect(await wayTo(page, "Contents").isVisible()).toBe(true);
  await close();
  const other = await visit();
  await other.page.evaluate(() => {
    Element.prototype.cloneNode = () => {
      throw new Error("broken");
    };
    scrollTo(0, document.documentElement.scrollHeight);
  });
  await settled(other.page);
  expect(await other.page.evaluate(() => document.documentElement.dataset["unrolled"])).toBe(
    "fallback"
  );
  expect(await wayTo(other.page, "Next").isVisible()).toBe(false);
  await other.close();
});

test("no address but the one that says so unrolls the page", async () => {
  for (const [query, value] of [
    ["?layout=unrolled", "chosen"],
    ["?theme=dark&layout=unrolled", "chosen"],
    ["?layout=unrolledx", undefined],
    ["?xlayout=unrolled", undefined],
    ["?layout=", undefined]
  ] as const) {
    const {page, close} = await visit(query);
    expect(await page.evaluate(() => document.documentElement.dataset["unrolled"]), query).toBe(
      value
    );
    await close();
  }
});

test("print has no bar, no contents and no way past a scene", async () => {
  for (const options of [{}, {javaScriptEnabled: false}]) {
    const {page, close} = await fixture.visit("", options);
    await page.emulateMedia({media: "print"});
    for (const part of [".pl-bar", ".pl-contents", ".scene > .pl-skip"])
      expect(await page.locator(part).first().isVisible(), part).toBe(false);
    await close();
  }
});
