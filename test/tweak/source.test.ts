import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from "vitest";
import {collectTroubles, launchBrowser} from "../browser.ts";
import {fixtureProject, root, startServer} from "../site/command.ts";
import {openField} from "./field.ts";

let fixture: ReturnType<typeof fixtureProject>;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;
let page: Page;
let troubles: string[] = [];
let requests: string[] = [];
let before = "";

const name = "seeds/two.yaml";
const onDisk = (): string => readFileSync(join(fixture.folder, name), "utf8");
const write = (text: string): void => writeFileSync(join(fixture.folder, name), text);
const shown = (): Promise<string> =>
  page.locator('#both .pl-words data[data-fact="beta.valuation"] button').innerText();
const status = (): Promise<string> => page.locator(".tw-source .tw-told").innerText();
const text = (): Promise<string> =>
  page.locator(".cm-line").evaluateAll((lines) => lines.map((l) => l.textContent).join("\n"));
const wrong = (): Promise<string[]> => page.locator(".tw-mistakes li").allInnerTexts();
const opener = "Source: seeds/two.yaml:8";
// Vite's own words; what a reload gives up; and a file that changes while it is sent, which comes cut
// short and is asked for again.
const harmless = /^(?:log|info|debug): |net::ERR_(?:ABORTED|CONTENT_LENGTH_MISMATCH)/;

beforeAll(async () => {
  fixture = fixtureProject();
  server = await startServer(fixture.folder);
  browser = await launchBrowser();
  before = onDisk();
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
  fixture?.remove();
});
beforeEach(async () => {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}});
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  troubles = collectTroubles(page, harmless);
  requests = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(`${server.address}?view=tweak`);
  await page.locator(".tw-panel").waitFor();
});
afterEach(async () => {
  await page.context().close();
  write(before);
  expect(troubles).toEqual([]);
});

/** The panel's field for the second report's words for a fact. */
function field(): ReturnType<typeof openField> {
  return openField(page, "Beta Labs: valuation", "the second report");
}

/** Opens the view at those words. */
async function openSource(): Promise<void> {
  await field();
  await page.getByRole("button", {name: opener}).click();
  await page.locator(".cm-activeLine", {hasText: "beta.valuation:"}).waitFor();
}

/** Opens the view where the panel has other words for them. */
async function openEditedSource(): Promise<void> {
  await (await field()).fill("around $3 billion");
  await expect.poll(shown).toBe("about $3 billion");
  await openSource();
}

/** Types in place of the caret's line, but for its indentation. */
async function retype(words: string): Promise<void> {
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.insertText(words);
}

/** Types in place of the line below the caret's. */
async function replaceNext(words: string): Promise<void> {
  await page.keyboard.press("ArrowDown");
  await retype(words);
}

test("the editor is requested when it is first opened, and opens at the line of a fact", async () => {
  const ofEditor = (): string[] =>
    requests.filter((path) => /codemirror|tweak\/source\//.test(path));
  await page.waitForLoadState("networkidle");
  expect(ofEditor()).toEqual([]);
  await openSource();
  expect(ofEditor().length).toBeGreaterThan(0);
  expect(await page.getByLabel("File", {exact: true}).inputValue()).toBe(name);
  expect(
    await page.getByLabel(`Text of ${name}`).evaluate((e) => e === document.activeElement)
  ).toBe(true);
  expect(await text()).toBe(before);
  await expect.poll(status).toBe("As on the disk. Nothing wrong in this file.");
});

test("a mistake is told as it is typed; what is mended and saved is on the disk and in the page", async () => {
  await openSource();
  await replaceNext("says: a lot");
  await expect
    .poll(wrong)
    .toEqual([
      '9:11 PL104 beta.valuation.says — cannot read a quantity in "a lot" (write value: and hedge:)'
    ]);
  expect(await page.locator(".cm-lintRange-error").innerText()).toBe("a lot");
  await retype("says: around $3 billion");
  await expect.poll(status).toContain("Not saved yet");
  await expect.poll(() => page.locator(".cm-lintRange-error").count()).toBe(0);
  expect(onDisk()).toBe(before);
  await page.keyboard.press("Control+s");
  await expect.poll(shown).toBe("about $3 billion");
  expect(onDisk()).toBe(before.replace("at around $2.5 billion", "around $3 billion"));
  await expect.poll(status).toContain(`Saved: ${name}.`);
  // The panel is another after a save; the focus goes to what has taken the button's place.
  await page.keyboard.press("Escape");
  expect(await page.locator(".tw-source").isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(opener);
});

test("a file that changes on the disk is taken where nothing is typed; else both are shown", async () => {
  await openSource();
  const changed = before.replace("The Daily", "The Weekly");
  write(changed);
  await expect.poll(text).toBe(changed);
  expect(await status()).toContain("Taken from the disk, where it changed.");
  await replaceNext("says: around $3 billion");
  const typed = changed.replace("at around $2.5 billion", "around $3 billion");
  const other = changed.replace("The Weekly", "The Monthly");
  write(other);
  const both = page.getByRole("group", {name: "Two texts of this file"});
  await expect
    .poll(() => both.locator("pre").allInnerTexts())
    .toEqual([
      "  producer: The Monthly\n    says: at around $2.5 billion",
      "  producer: The Weekly\n    says: around $3 billion"
    ]);
  expect(await text()).toBe(typed);
  // A save alone overwrites nothing.
  await page.locator(".cm-content").press("Control+s");
  await expect.poll(status).toContain(`Not saved: ${name} changed on the disk.`);
  expect(onDisk()).toBe(other);
  expect(troubles.splice(0).join()).toContain("409");
  await both.getByRole("button", {name: "Take the text of the disk"}).click();
  await expect.poll(text).toBe(other);
  expect(await both.count()).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(text).toBe(typed);
  await page.keyboard.press("Control+s");
  await expect.poll(onDisk).toBe(typed);
});

test("a save at the moment of somebody else's is refused; the author may overwrite it knowingly", async () => {
  await openSource();
  await replaceNext("says: around $3 billion");
  const typed = before.replace("at around $2.5 billion", "around $3 billion");
  const other = before.replace("The Daily", "The Weekly");
  await page.route("**/__plumbline/save", (route) => {
    write(other);
    return route.continue();
  });
  await page.getByRole("button", {name: "Save", exact: true}).click();
  const over = page.getByRole("button", {name: "Save this text over it"});
  await over.waitFor();
  expect(onDisk()).toBe(other);
  expect(await text()).toBe(typed);
  expect(troubles.splice(0).join()).toContain("409");
  await page.unroute("**/__plumbline/save");
  await over.click();
  await expect.poll(onDisk).toBe(typed);
  await expect.poll(shown).toBe("about $3 billion");
});

test("what is typed outlives the view, and the page is not left without a word", async () => {
  await openSource();
  await replaceNext("says: around $3 billion");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(opener);
  expect(await page.locator(".tw-panel .tw-told").innerText()).toContain(`not saved yet: ${name}`);
  await page.locator(".tw-head").getByRole("button", {name: "Source"}).click();
  await expect.poll(text).toContain("says: around $3 billion");
  const asked = page.waitForEvent("dialog");
  await page.close({runBeforeUnload: true});
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await page.locator(".cm-content").press("Control+z");
  await expect.poll(text).toBe(before);
  await expect.poll(status).toContain("As on the disk.");
  const closed = page.waitForEvent("close");
  await page.close({runBeforeUnload: true});
  await closed;
});

test("line endings, a byte order mark and the missing last line end are kept as they were", async () => {
  const odd = `\ufeff${before.trimEnd().replaceAll("\n", "\r\n")}`;
  write(odd);
  await expect.poll(() => page.locator("html").getAttribute("data-version")).not.toBe("0");
  await openSource();
  await replaceNext("says: around $3 billion");
  await page.keyboard.press("Control+s");
  await expect.poll(status).toContain(`Saved: ${name}.`);
  expect(onDisk()).toBe(odd.replace("at around $2.5 billion", "around $3 billion"));
  // Of a file that mixes them each line keeps its own.
  const mixed = before.replace("valuation:\n", "valuation:\r\n");
  write(mixed);
  await expect.poll(() => page.locator(".tw-notes").innerText()).toContain("do not all end alike");
  await page.locator(".cm-line", {hasText: "around $2.5 billion"}).click();
  await retype("says: over $3 billion");
  await page.locator(".cm-line", {hasText: "beta.valuation:"}).click();
  await page.keyboard.press("Home");
  await page.keyboard.insertText("# a report\n  ");
  await page.keyboard.press("Control+s");
  await expect
    .poll(onDisk)
    .toBe(
      mixed
        .replace("at around $2.5 billion", "over $3 billion")
        .replace("  beta.valuation:", "  # a report\n  beta.valuation:")
    );
});

test("a broken file is saved where its author says so, and is mended as it stands on the disk", async () => {
  const banner = page.locator("#pl-problem-banner");
  await openSource();
  await replaceNext("says: [");
  await page.keyboard.press("Control+s");
  await banner.waitFor();
  const broken = before.replace("at around $2.5 billion", "[");
  expect(onDisk()).toBe(broken);
  expect(await shown()).toBe("about $2.5 billion");
  for (const width of [1280, 1440, 1920]) {
    await page.setViewportSize({width, height: 900});
    const [told, view] = await Promise.all([
      banner.boundingBox(),
      page.locator(".tw-source").boundingBox()
    ]);
    expect(told!.x + told!.width, `at ${width}`).toBeLessThanOrEqual(view!.x);
  }
  await page.setViewportSize({width: 1440, height: 900});
  // What is published is the last good state; what is opened is the file.
  await page.reload();
  await openSource();
  await expect.poll(text).toBe(broken);
  await expect.poll(async () => (await wrong())[0]).toContain("PL101 cannot read the YAML");
  await replaceNext("says: around $3 billion");
  await expect.poll(wrong).toEqual([]);
  await page.keyboard.press("Control+s");
  await expect.poll(shown).toBe("about $3 billion");
  await expect.poll(() => banner.count()).toBe(0);
});

test("keys of the editor are its own; Tab leaves it, Escape closes what is open", async () => {
  await openEditedSource();
  await replaceNext("say: $1");
  await expect.poll(async () => (await wrong()).length).toBeGreaterThan(0);
  await page.keyboard.press("Control+z");
  await expect.poll(text).toBe(before);
  await page.keyboard.press("Control+z");
  expect(await shown()).toBe("about $3 billion");
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(async () => (await wrong()).length).toBeGreaterThan(0);
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  expect(await focused.innerText()).toMatch(/^8:3 PL108 /);
  await page.keyboard.press("Enter");
  await expect.poll(() => focused.getAttribute("aria-label")).toBe(`Text of ${name}`);
  await page.keyboard.press("Control+f");
  await page.locator(".cm-search").waitFor();
  await page.keyboard.press("Escape");
  expect(await page.locator(".cm-search").count()).toBe(0);
  expect(await page.locator(".tw-source").isVisible()).toBe(true);
  // A new line stands in the key before it.
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("by: them");
  await expect.poll(text).toContain("beta.valuation:\n    by: them\n");
  await page.keyboard.press("Shift+Home");
  expect(await page.locator(".tw-panel").evaluate((panel) => (panel as HTMLElement).inert)).toBe(
    true
  );
  await page.keyboard.press("Escape");
  expect(await page.locator(".tw-source").isVisible()).toBe(false);
  expect(await focused.innerText()).toBe(opener);
});

test("axe finds nothing in the view, on a phone, with a mistake and two texts", async () => {
  await page.setViewportSize({width: 360, height: 740});
  await openSource();
  await replaceNext("says: a lot");
  await expect.poll(async () => (await wrong()).length).toBe(1);
  write(before.replace("The Daily", "The Weekly"));
  await page.getByRole("group", {name: "Two texts of this file"}).waitFor();
  const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({colorScheme});
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const {axe: run} = window as unknown as {
        axe: {run(on: string): Promise<{violations: {id: string}[]}>};
      };
      return (await run.run(".tw-source")).violations.map(({id}) => id);
    });
    expect(violations).toEqual([]);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
});

test("edits of the panel are told of and kept; other files are chosen, and what breaks there is listed", async () => {
  await openEditedSource();
  await expect.poll(() => page.locator(".tw-notes").innerText()).toContain("changes to this file");
  expect(await text()).toBe(before);
  await page.getByLabel("File", {exact: true}).selectOption("data/entities.yaml");
  await expect.poll(text).toContain("beta");
  await expect.poll(() => page.locator(".tw-notes").innerText()).toBe("");
  await page.locator(".cm-line", {hasText: /^beta:/}).click();
  await page.keyboard.press("Home");
  await page.keyboard.insertText("x");
  await expect.poll(async () => (await wrong())[0]).toMatch(/^seeds\/.*unknown entity "beta"/);
  await page.locator(".tw-mistakes button", {hasText: "two.yaml:8"}).click();
  await page.locator(".cm-activeLine", {hasText: "beta.valuation:"}).waitFor();
  expect(await page.getByLabel("File", {exact: true}).inputValue()).toBe(name);
  // A click on a number leads there too, while the view is open.
  await page.keyboard.press("ArrowUp");
  await page.setViewportSize({width: 1920, height: 1000});
  await page.locator('#both .pl-words data[data-fact="beta.valuation"] button').click();
  await page.locator(".cm-activeLine", {hasText: "beta.valuation:"}).waitFor();
  expect(await page.locator(".pl-card:popover-open").count()).toBe(0);
});
