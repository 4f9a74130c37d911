import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {getDocumentProxy} from "unpdf";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from "vitest";
import {packEdits} from "../../src/tweak/share.ts";
import {collectTroubles, launchBrowser} from "../browser.ts";
import {buildProject, fixtureProject, startServer} from "../site/command.ts";
import {serveFiles} from "../site/files.ts";
import {openField} from "./field.ts";

let fixture: ReturnType<typeof fixtureProject>;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;
let page: Page;
let troubles: string[] = [];

const story = "stories/tour/story.md";
const valuation = '#both .pl-words data[data-fact="beta.valuation"]';
const shown = (): Promise<string> => page.locator(`${valuation} button`).innerText();

beforeAll(async () => {
  fixture = fixtureProject();
  server = await startServer(fixture.folder);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
  fixture?.remove();
});
beforeEach(async () => {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}});
  page = await context.newPage();
  // Vite's own words; and a page that is left asks for no more of what it was preparing.
  troubles = collectTroubles(page, /^(?:log|info|debug): |net::ERR_ABORTED/);
});
afterEach(async () => {
  await page.context().close();
  expect(troubles).toEqual([]);
});

/** Opens the panel on the page at an address. */
async function openPanel(address: string): Promise<void> {
  await page.goto(`${address}?view=tweak`);
  await page.locator(".tw-panel").waitFor();
}

const entry = "Beta Labs: valuation";

test("words that are typed are read as they are typed, and the page and its figure follow", async () => {
  await openPanel(server.address);
  const input = await openField(page, entry, "the second report");
  await input.fill("around $3 billion");
  await expect.poll(shown).toBe("about $3 billion");
  expect(await page.locator(valuation).getAttribute("data-origin")).toBe("edited");
  expect(await page.locator(".pl-stage").innerHTML()).toContain("edited");
  const reading = page.locator(".tw-entry[open] .tw-reading").first();
  expect(await reading.innerText()).toBe(
    "about $3 billion · value 3,000,000,000 · no bounds · hedge: approx · unit: USD"
  );
  expect(await page.locator(".tw-bar").innerText()).toContain("one change that no source says");
  expect(await page.title()).toBe("Edited: A tour");
  // What nobody sees follows too: the table, and the card.
  await expect.poll(() => page.locator(".figure table").innerText()).toContain("edited");
  const card = page.locator('.pl-card[data-card="beta.valuation"]');
  await expect.poll(() => card.textContent()).toContain("edited from the words above");
});

test("words that cannot be read say why under the field, and the page stays as it was", async () => {
  await openPanel(server.address);
  const input = await openField(page, entry, "the second report");
  await input.fill("a lot");
  const note = page.locator(".tw-wrong");
  expect(await note.innerText()).toBe(
    'cannot read a quantity in "a lot" (write a number, as in: about $700 million)'
  );
  expect(await input.getAttribute("aria-invalid")).toBe("true");
  expect(await shown()).toBe("about $2.5 billion");
  expect(await page.locator(".tw-bar").isVisible()).toBe(false);
  await input.fill("about 30%");
  expect(await note.innerText()).toContain("reads ratio, but valuation is measured in USD");
  // Who leaves the field has the words back that the page shows.
  await input.blur();
  expect(await input.inputValue()).toBe("at around $2.5 billion");
  expect(await note.count()).toBe(0);
});

test("undo, redo, keys and the ways back bring the words and the page back", async () => {
  await openPanel(server.address);
  const input = await openField(page, entry, "the second report");
  await input.pressSequentially("00", {delay: 5});
  await input.fill("around $3 billion");
  await input.blur();
  await input.fill("over $2 billion");
  await expect.poll(shown).toBe("more than $2 billion");
  await page.getByRole("button", {name: "Undo"}).click();
  await expect.poll(shown).toBe("about $3 billion");
  expect(await input.inputValue()).toBe("around $3 billion");
  await page.locator("h1").click();
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(shown).toBe("more than $2 billion");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(shown).toBe("about $2.5 billion");
  expect(await page.getByRole("button", {name: "Undo"}).isDisabled()).toBe(true);
  await page.getByRole("button", {name: "Redo"}).click();
  await expect.poll(shown).toBe("about $3 billion");
  await page.getByRole("button", {name: "Back to the quote"}).click();
  await expect.poll(shown).toBe("about $2.5 billion");
  expect(await page.locator(".tw-bar").isVisible()).toBe(false);
});

test("formulas are edited, a decision is chosen, and the list says what changed", async () => {
  await openPanel(server.address);
  const row = page.locator(".tw-entry", {has: page.getByText("Acme: credits", {exact: true})});
  await row.locator("summary").click();
  await page.getByLabel("Formula for Acme: credits").fill("acme.in-beta / 4");
  await expect.poll(() => row.locator(".tw-value").innerText()).toBe("$200 million");
  await openField(page, entry, "the first report");
  await page.getByRole("radio", {name: "the first report"}).check();
  await expect.poll(shown).toBe("$2.5 billion");
  await page.getByText("What changed").click();
  expect(await page.locator(".tw-changes li").allInnerTexts()).toEqual([
    "Acme: credits: acme.credits-share * acme.in-beta → acme.in-beta / 4; 2 numbers in 0 steps changed Take back",
    "Beta Labs: valuation: the second report → the first report; 1 number in 1 step changed Take back"
  ]);
  await page.getByRole("button", {name: "Take back"}).first().click();
  expect(await page.locator(".tw-changes li").count()).toBe(1);
  await page.getByRole("button", {name: "Take all back"}).click();
  await expect.poll(shown).toBe("about $2.5 billion");
});

test("a formula that cannot be read, or names itself, says why", async () => {
  await openPanel(server.address);
  await page
    .locator(".tw-entry", {has: page.getByText("Acme: credits", {exact: true})})
    .locator("summary")
    .click();
  const input = page.getByLabel("Formula for Acme: credits");
  for (const [formula, says] of [
    ["acme.in-betta", 'unknown fact "acme.in-betta" (did you mean "acme.in-beta"?)'],
    ["acme.in-beta +", "cannot read the expression: expected expression after +"],
    ["acme.credits", "depends on itself: acme.credits → acme.credits (break the circle)"],
    ["acme.credits-share", "the formula comes to ratio, but credits is measured in USD"]
  ] as const) {
    await input.fill(formula);
    expect(await page.locator(".tw-wrong").innerText()).toContain(says);
  }
});

test("a click on a number or a mark opens its entry; a search finds words, names and ids", async () => {
  await openPanel(server.address);
  await page.locator(`${valuation} button`).click();
  const row = page.locator(".tw-entry", {has: page.getByText(entry, {exact: true})});
  expect(await row.getAttribute("open")).not.toBeNull();
  expect(await page.locator(".pl-card:popover-open").count()).toBe(0);
  const search = page.getByLabel("Search the data");
  const found = (): Promise<string[]> =>
    page.locator(".tw-entry:visible .tw-label").allInnerTexts();
  await search.fill("half credits");
  expect(await found()).toEqual(["Acme: share that came as credits"]);
  await search.fill("nothing at all");
  expect(await page.getByText("Nothing here has these words.").isVisible()).toBe(true);
  // A mark whose entry the search hides is shown all the same.
  await page.locator('.pl-stage svg:visible [data-fact="beta.valuation"] text').first().click();
  expect(await row.isVisible()).toBe(true);
  await page.getByRole("button", {name: "Close"}).click();
  expect(page.url()).not.toContain("view=tweak");
  await page.locator(`${valuation} button`).click();
  expect(await page.locator(".pl-card:popover-open").count()).toBe(1);
});

test("edits outlive a reload, and a change on the disk goes under them", async () => {
  await openPanel(server.address);
  await (await openField(page, entry, "the second report")).fill("around $3 billion");
  await expect.poll(shown).toBe("about $3 billion");
  await page.reload();
  await expect.poll(shown).toBe("about $3 billion");
  const file = join(fixture.folder, story);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("is valued at", "is said to be worth"));
  await expect
    .poll(() => page.locator("#both .pl-words").innerText())
    .toContain("is said to be worth about $3 billion");
  expect(await page.locator(".tw-bar").isVisible()).toBe(true);
  writeFileSync(file, text);
  await expect
    .poll(() => page.locator("#both .pl-words").innerText())
    .toContain("is valued at about $3 billion");
});

test("each page that is printed says that numbers are edited, as long as any is", async () => {
  const heads = async (): Promise<boolean[]> => {
    const pdf = await getDocumentProxy(Uint8Array.from(await page.pdf()), {verbosity: 0});
    const pages = Array.from({length: pdf.numPages}, async (_, i) => {
      const {items} = await (await pdf.getPage(i + 1)).getTextContent();
      return items.some((item) => "str" in item && item.str.startsWith("Edited data: numbers"));
    });
    return Promise.all(pages);
  };
  await openPanel(server.address);
  await (await openField(page, entry, "the second report")).fill("around $3 billion");
  await expect.poll(shown).toBe("about $3 billion");
  const edited = await heads();
  expect(edited.length).toBeGreaterThan(1);
  expect(edited).not.toContain(false);
  await page.getByRole("button", {name: "Take all back"}).click();
  await expect.poll(shown).toBe("about $2.5 billion");
  expect(await heads()).not.toContain(true);
});

test("saving writes the edit beside the quote, and the number still shows as edited", async () => {
  const file = join(fixture.folder, "seeds/two.yaml");
  const text = readFileSync(file, "utf8");
  await openPanel(server.address);
  await (await openField(page, entry, "the second report")).fill("around $3 billion");
  await page.getByRole("button", {name: "Save to disk"}).click();
  await expect.poll(() => page.locator(".tw-told").innerText()).toBe("Saved: seeds/two.yaml.");
  expect(readFileSync(file, "utf8")).toBe(
    text.replace(
      "at around $2.5 billion\n",
      "at around $2.5 billion\n    edited: around $3 billion\n"
    )
  );
  // What is saved is no change of this page any more.
  await expect.poll(() => page.locator(".tw-bar").isVisible()).toBe(false);
  expect(await shown()).toBe("about $3 billion");
  expect(await page.locator(valuation).getAttribute("data-origin")).toBe("edited");
  await page.goto(server.address);
  expect(await shown()).toBe("about $3 billion");
  writeFileSync(file, text);
  await expect.poll(shown).toBe("about $2.5 billion");
});

test("what is saved while the panel is loading is in the page, and the panel goes on from it", async () => {
  const file = join(fixture.folder, "seeds/two.yaml");
  const text = readFileSync(file, "utf8");
  await page.goto(server.address);
  await page.locator(":root[data-preview]").waitFor({state: "attached"});
  const version = (): Promise<string | null> => page.locator(":root").getAttribute("data-version");
  const before = await version();
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route("**/tweak.json", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", {name: "Change the data"}).click();
  writeFileSync(file, text.replace("around $2.5 billion", "around $2.4 billion"));
  await expect.poll(version).not.toBe(before);
  go();
  await page.locator(".tw-panel").waitFor();
  await expect.poll(shown).toBe("about $2.4 billion");
  writeFileSync(file, text);
  await expect.poll(shown).toBe("about $2.5 billion");
});

test("a file that changed on the disk meanwhile is not overwritten, and both are shown", async () => {
  const file = join(fixture.folder, "seeds/two.yaml");
  const text = readFileSync(file, "utf8");
  await openPanel(server.address);
  await (await openField(page, entry, "the second report")).fill("around $3 billion");
  const changed = text.replace("more than US$1 billion", "more than US$1.1 billion");
  await page.route("**/__plumbline/save", (route) => {
    // Somebody saves at this very moment.
    writeFileSync(file, changed);
    return route.continue();
  });
  const answered = page.waitForResponse("**/__plumbline/save");
  await page.getByRole("button", {name: "Save to disk"}).click();
  expect((await answered).status()).toBe(409);
  await expect
    .poll(() => page.locator(".tw-told").innerText())
    .toBe("Not saved: seeds/two.yaml changed on the disk meanwhile.");
  const conflict = await page.locator(".tw-conflicts").innerText();
  expect(conflict).toContain("says: more than US$1.1 billion");
  expect(conflict).toContain("edited: around $3 billion");
  expect(readFileSync(file, "utf8")).toBe(changed);
  writeFileSync(file, text);
  // The browser's own word for a 409.
  expect(troubles.splice(0).join()).toContain("409");
});

test("a story that is public takes changes from addresses, shows the bar and the list first; others do not", async () => {
  const file = join(fixture.folder, story);
  const text = readFileSync(file, "utf8");
  const edits = await packEdits(
    new Map([
      ["TWO:beta.valuation", "around $3 billion"],
      ["TWO:gone", "$1"],
      ["TWO:beta.round", "<b>a lot</b>"]
    ])
  );
  const built = buildProject(fixture.folder);
  writeFileSync(file, text.replace("home: true", "home: true\ntweak: public"));
  const open = buildProject(fixture.folder);
  writeFileSync(file, text);
  try {
    for (const [dist, isPublic] of [
      [built.dist, false],
      [open.dist, true]
    ] as const) {
      const files = await serveFiles(dist);
      const requests: string[] = [];
      page.on("request", (request) => requests.push(new URL(request.url()).pathname));
      await page.goto("about:blank");
      await page.goto(`${files.address}#both&edits=${edits}`);
      await page.waitForLoadState("networkidle");
      if (isPublic) {
        await expect.poll(shown).toBe("about $3 billion");
        expect(await page.locator(".tw-panel").isVisible()).toBe(false);
        const list = await page.locator(".tw-changes").innerText();
        expect(list).toContain("at around $2.5 billion → around $3 billion");
        expect(list).toContain("TWO:gone: is not in this story's data");
        expect(list).toContain("TWO:beta.round: ");
        expect(await page.locator(".tw-changes b").count()).toBe(0);
      } else {
        expect(await shown()).toBe("about $2.5 billion");
        expect(requests.some((path) => path.includes("tweak"))).toBe(false);
        expect(await page.locator(".tw-bar").count()).toBe(0);
      }
      files.stop();
    }
  } finally {
    built.remove();
    open.remove();
  }
}, 60_000);

test("files under a figure carry the edits and are named as edited, and are the published ones else", async () => {
  await openPanel(server.address);
  const take = async (name: string): Promise<readonly [string, string]> => {
    await page
      .locator(".pl-workings")
      .first()
      .evaluate((details) => ((details as HTMLDetailsElement).open = true));
    const [made] = await Promise.all([
      page.waitForEvent("download"),
      page
        .locator(`a.pl-file[href$="${name}"]`)
        .first()
        .evaluate((link) => (link as HTMLElement).click())
    ]);
    return [made.suggestedFilename(), readFileSync(await made.path(), "utf8")];
  };
  const [plain, table] = await take(".csv");
  expect(plain).not.toMatch(/^edited/);
  expect(table).not.toContain("edited");
  await (await openField(page, entry, "the second report")).fill("around $3 billion");
  await expect.poll(shown).toBe("about $3 billion");
  for (const ending of [".csv", ".json"]) {
    const [name, content] = await take(ending);
    expect(name).toBe(`edited-${plain.replace(".csv", ending)}`);
    expect(content, ending).toContain("edited");
  }
});
