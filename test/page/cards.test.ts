import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {openFixture, settled} from "./fixture/open.ts";
import type {Fixture} from "./fixture/open.ts";
import {report} from "./fixture/story.ts";

vi.setConfig({testTimeout: 60_000});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const theReport = {name: "report.txt", mimeType: "text/plain", buffer: Buffer.from(report)};
const anotherFile = {...theReport, buffer: Buffer.from(`${report} `)};

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
}, 60_000);
afterAll(() => fixture.close());

const openCard = ".pl-card:popover-open";

/** The id of the open card; null where none is. */
async function opened(page: Page): Promise<string | null> {
  const [id = null] = await page
    .locator(openCard)
    .evaluateAll((cards) => cards.map((card) => card.getAttribute("data-card")));
  return id;
}

/** Opens the card of a step's number, the last one, and waits until it is whole. */
async function openIn(page: Page, step: string): Promise<void> {
  const number = page.locator(`#${step} .fact > button`).last();
  await number.scrollIntoViewIfNeeded();
  await number.click();
  await page.locator(`${openCard} .pl-link`).waitFor();
}

/** Drops a file on the open card, as the system does. */
function drop(page: Page, text: string): Promise<boolean> {
  return page.locator(openCard).evaluate((card, content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], "dropped.txt"));
    const over = {bubbles: true, cancelable: true, dataTransfer};
    const taken = !card.dispatchEvent(new DragEvent("dragover", over));
    card.dispatchEvent(new DragEvent("drop", over));
    return taken;
  }, text);
}

const hash = (page: Page): string => new URL(page.url()).hash;

test("an open card has its own address, and a closed one has none; neither is a step back", async () => {
  const {page, close} = await fixture.visit("#newspaper");
  await settled(page);
  const steps = await page.evaluate(() => history.length);
  await openIn(page, "newspaper");
  await expect.poll(() => hash(page)).toBe("#newspaper&fact=harbour.rest");
  await page.keyboard.press("Escape");
  await expect.poll(() => hash(page)).toBe("#newspaper");
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await close();
});

test("the address of a card that was opened for one claim names the claim, and shows it first", async () => {
  const {page, close} = await fixture.visit("#bare");
  await settled(page);
  await openIn(page, "bare");
  await expect.poll(() => hash(page)).toBe("#bare&fact=E:harbour-bridge.cost");
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await expect.poll(() => opened(page)).toBe("harbour-bridge.cost");
  const first = page.locator(`${openCard} .pl-claim`).first();
  expect(await first.getAttribute("data-claim")).toBe("E:harbour-bridge.cost");
  await page.keyboard.press("Escape");
  await openIn(page, "newspaper");
  await expect.poll(() => hash(page)).toBe("#newspaper&fact=harbour.rest");
  await close();
});

test("a card's link is its address: it is copied, or where nothing can be, it goes into the address", async () => {
  const {page, close} = await fixture.visit("#years", {permissions: ["clipboard-write"]});
  await settled(page);
  await openIn(page, "years");
  const link = page.locator(`${openCard} .pl-link`);
  const address = `${fixture.url}#years&fact=harbour.growth/2025`;
  expect(await link.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(address);
  await link.click();
  await expect.poll(() => link.textContent()).toBe("Link copied");
  await page.keyboard.press("Escape");
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", {value: undefined}));
  const steps = await page.evaluate(() => history.length);
  await openIn(page, "years");
  await link.click();
  await expect.poll(() => page.url()).toBe(address);
  expect(await opened(page)).toBe("harbour.growth/2025");
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await close();
});

test("a number in a card opens its card in the same place; Back leads back, Escape to the words", async () => {
  const {page, said, close} = await fixture.visit("#newspaper");
  await settled(page);
  await openIn(page, "newspaper");
  await page.locator(`${openCard} .pl-agreement > button`).click();
  await expect.poll(() => opened(page)).toBe("harbour-bridge.cost");
  await expect.poll(() => hash(page)).toBe("#newspaper&fact=harbour-bridge.cost");
  await settled(page);
  const number = (await page.locator("#newspaper .fact > button").last().boundingBox())!;
  const string = (await page.locator(".pl-string").boundingBox())!;
  expect(Math.abs(string.x - number.x - number.width / 2)).toBeLessThan(2);
  const back = page.locator(`${openCard} .pl-back`);
  expect(await back.textContent()).toBe("Back to: The rest of the sum");
  await back.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => opened(page)).toBe("harbour.rest");
  expect(await back.count()).toBe(0);
  await page.locator(`${openCard} .pl-agreement > button`).click();
  await expect.poll(() => opened(page)).toBe("harbour-bridge.cost");
  await page.keyboard.press("Escape");
  expect(await opened(page)).toBe(null);
  const focused = await page.evaluate(() => document.activeElement?.parentElement?.dataset["fact"]);
  expect(focused).toBe("harbour.rest");
  // Opened from the words, the card is not on a way from another.
  await openIn(page, "bare");
  expect(await back.count()).toBe(0);
  expect(said).toEqual([]);
  await close();
});

test("a link from a card to a source closes the card, and the source is on the screen", async () => {
  const {page, close} = await fixture.visit("#years");
  await settled(page);
  await openIn(page, "years");
  await page.locator(`${openCard} .pl-source a`).first().click();
  await expect.poll(() => opened(page)).toBe(null);
  const {top, bottom} = await page
    .locator("#pl-source-1")
    .evaluate((source) => source.getBoundingClientRect().toJSON() as DOMRect);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(720);
  await close();
});

for (const [how, give] of [
  ["dropped", (page: Page) => drop(page, report)],
  ["chosen", (page: Page) => page.locator(`${openCard} input`).setInputFiles(theReport)]
] as const)
  test(`the document, ${how}, shows the whole sentence as text, on every card that quotes it`, async () => {
    const {page, said, close} = await fixture.visit("#exceeding");
    await settled(page);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await openIn(page, "exceeding");
    await give(page);
    const words = page.locator(`${openCard} .pl-own q`);
    await words.waitFor();
    const sentence = "It will cost $2.5 million,\nthe <b>council</b> says.";
    expect(await words.textContent()).toBe(sentence);
    expect(await words.locator("mark").textContent()).toBe("will cost $2.5 million");
    expect(await page.locator(`${openCard} [role=status]`).textContent()).toContain("is the same");
    expect(await page.locator(`${openCard} .pl-drop label`).isVisible()).toBe(false);
    await page.keyboard.press("Escape");
    await openIn(page, "years");
    expect(await words.textContent()).toBe(sentence);
    expect(await page.locator(`${openCard} .pl-drop`).isVisible()).toBe(false);
    expect(asked).toEqual([]);
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
    expect(stored).toBe(0);
    expect(said).toEqual([]);
    await close();
  });

test("another file is refused in words, and the right one is still taken", async () => {
  const {page, said, close} = await fixture.visit("#exceeding");
  await settled(page);
  await openIn(page, "exceeding");
  const input = page.locator(`${openCard} input`);
  await input.setInputFiles(anotherFile);
  const status = page.locator(`${openCard} [role=status]`);
  await expect.poll(() => status.textContent()).toContain("SHA-256 is another");
  expect(await page.locator(".pl-own").count()).toBe(0);
  await input.setInputFiles(theReport);
  await expect.poll(() => page.locator(`${openCard} .pl-own`).count()).toBe(1);
  expect(said).toEqual([]);
  await close();
});

test("what is dragged but no file is left alone", async () => {
  const {page, close} = await fixture.visit("#exceeding");
  await settled(page);
  await openIn(page, "exceeding");
  const taken = await page.locator(openCard).evaluate((card) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "words");
    const over = {bubbles: true, cancelable: true, dataTransfer};
    return !card.dispatchEvent(new DragEvent("dragover", over));
  });
  expect(taken).toBe(false);
  await close();
});

test("where the browser computes no SHA-256 the card says so and offers nothing", async () => {
  const {page, said, close} = await fixture.visit("#exceeding", {
    before: () => Object.defineProperty(Crypto.prototype, "subtle", {get: () => undefined})
  });
  await settled(page);
  await openIn(page, "exceeding");
  expect(await page.locator(`${openCard} [role=status]`).textContent()).toContain("by https");
  expect(await page.locator(`${openCard} .pl-drop label`).isVisible()).toBe(false);
  expect(await drop(page, report)).toBe(true);
  await settled(page);
  expect(await page.locator(".pl-own").count()).toBe(0);
  expect(said).toEqual([]);
  await close();
});

test("the place for the file is reached by Tab, and shows the focus", async () => {
  const {page, close} = await fixture.visit("#exceeding");
  await settled(page);
  await openIn(page, "exceeding");
  const place = page.locator(`${openCard} .pl-drop label`);
  for (let i = 0; i < 6; ++i) {
    await page.keyboard.press("Tab");
    if (await place.evaluate((label) => label.contains(document.activeElement))) break;
  }
  expect(await place.evaluate((label) => label.contains(document.activeElement))).toBe(true);
  expect(await place.evaluate((label) => getComputedStyle(label).outlineStyle)).toBe("solid");
  await close();
});

for (const [width, height] of [
  [320, 568],
  [360, 800],
  [768, 1024],
  [844, 390],
  [1024, 768],
  [1280, 720],
  [1920, 1080]
] as const)
  test(`${width} × ${height}: no card lies over the number or the mark that it explains`, async () => {
    const {page, said, close} = await fixture.visit("", {
      viewport: {width, height},
      reducedMotion: "reduce"
    });
    expect(await covered(page, ["newspaper", "outside", "cargo"])).toEqual([]);
    expect(said).toEqual([]);
    await close();
  });

/** Opens the cards of all numbers, and of all marks of some steps: those that cover their opener. */
function covered(page: Page, steps: readonly string[]): Promise<string[]> {
  return page.evaluate(async (ids) => {
    const found: string[] = [];
    const frames = (): Promise<void> =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    const look = async (opener: Element, name: string): Promise<void> => {
      await frames();
      const card = document.querySelector<HTMLElement>(".pl-card:popover-open");
      const over = card?.getBoundingClientRect() ?? new DOMRect();
      const box = opener.getBoundingClientRect();
      const across = Math.min(over.right, box.right) - Math.max(over.left, box.left);
      const down = Math.min(over.bottom, box.bottom) - Math.max(over.top, box.top);
      if (card === null || (across > 1 && down > 1)) found.push(name);
      card?.hidePopover();
      await frames();
    };
    const numbers = "h2 .fact > button, .step .fact > button";
    for (const number of document.querySelectorAll<HTMLElement>(numbers)) {
      number.scrollIntoView({block: "nearest"});
      await frames();
      number.click();
      await look(number, number.textContent);
    }
    for (const step of ids) {
      document.getElementById(step)!.scrollIntoView();
      await frames();
      const drawings = `.scene:has(#${step}) .pl-stage > svg, #${step} > .state > svg`;
      for (const mark of document.querySelectorAll<SVGElement>(`:is(${drawings}) [role=button]`)) {
        if (mark.getClientRects().length === 0) continue;
        mark.focus();
        await frames();
        mark.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
        await look(mark, `${step}: ${mark.dataset["key"]}`);
      }
    }
    return found;
  }, steps);
}

for (const colorScheme of ["light", "dark"] as const)
  test(`${colorScheme}: axe finds nothing in a card with words of the reader's own copy`, async () => {
    const {page, close} = await fixture.visit("#newspaper", {colorScheme, bypassCSP: true});
    await settled(page);
    await openIn(page, "newspaper");
    await page.locator(`${openCard} input`).setInputFiles(anotherFile);
    await page.evaluate(axe);
    expect(await violations(page)).toEqual([]);
    await page.locator(`${openCard} input`).setInputFiles(theReport);
    await page.locator(`${openCard} .pl-own`).waitFor();
    await page.locator(`${openCard} .pl-agreement > button`).click();
    await page.locator(`${openCard} .pl-back`).waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  });

/** What axe finds in the open card. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    interface Results {
      violations: {id: string; nodes: {html: string}[]}[];
    }
    const {axe} = window as unknown as {axe: {run(css: string): Promise<Results>}};
    const {violations} = await axe.run(".pl-card:popover-open");
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`));
  });
}

for (const colorScheme of ["light", "dark"] as const)
  test(`${colorScheme}: words that a guard no longer vouches for are grey, and can be read`, async () => {
    const {page, close} = await fixture.visit("#bare", {colorScheme, bypassCSP: true});
    const before = await page
      .locator("#bare .pl-words")
      .evaluate((words) => getComputedStyle(words).color);
    await page.evaluate(() => {
      for (const id of ["price", "bare"]) {
        const place = document.getElementById(id)!;
        place.dataset["holds"] = "false";
        const note = document.createElement("span");
        note.className = "pl-untrue";
        note.textContent = "Written for the published numbers.";
        place.querySelector("h2, .pl-words")!.append(note);
      }
    });
    for (const selector of ["#price > h2", "#bare > .pl-words", "#price > h2 .fact > button"])
      expect(
        await page
          .locator(selector)
          .first()
          .evaluate((words) => getComputedStyle(words).color)
      ).not.toBe(before);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      interface Results {
        violations: {id: string}[];
        passes: {id: string}[];
      }
      const {axe} = window as unknown as {
        axe: {run(context: object, options: object): Promise<Results>};
      };
      const context = {include: [["#price > h2"], ["#bare > .pl-words"]]};
      const {violations, passes} = await axe.run(context, {runOnly: ["color-contrast"]});
      return {violations: violations.length, passes: passes.length};
    });
    expect(found).toEqual({violations: 0, passes: 1});
    await close();
  });
