import {mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {launchBrowser} from "../browser.ts";
import {fixtureProject, startServer} from "./command.ts";

let fixture: ReturnType<typeof fixtureProject>;
let project: string;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  fixture = fixtureProject();
  project = fixture.folder;
  server = await startServer(project);
  browser = await launchBrowser();
  page = await browser.newPage({viewport: {width: 1280, height: 720}});
  await page.goto(server.address);
  await page.waitForSelector('.pl-stage svg[role="group"]', {state: "attached"});
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
  fixture?.remove();
});

/** Writes a file and waits until the page has taken the update. */
async function edit(path: string, change: (text: string) => string): Promise<void> {
  // A page that is loading takes no update, and is told of none.
  await page.waitForFunction(() => document.documentElement.dataset["updated"] !== undefined);
  const before = await page.evaluate(() => document.documentElement.dataset["updated"]);
  const file = join(project, path);
  writeFileSync(file, change(readFileSync(file, "utf8")));
  await page.waitForFunction((b) => document.documentElement.dataset["updated"] !== b, before);
}

/** Waits until an element has a text; one edit may reach the page as two updates. */
async function shows(selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    ([s, t]) => document.querySelector<HTMLElement>(s!)?.innerText.includes(t!) === true,
    [selector, text]
  );
}

/** Waits until no problem is shown. */
async function showsNoProblem(): Promise<void> {
  await page.waitForSelector(banner, {state: "detached"});
}

/** Writes a file that was not there, with its folder. */
function create(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), {recursive: true});
  writeFileSync(join(project, path), text);
}

function rename(from: string, to: string): void {
  renameSync(join(project, from), join(project, to));
}

const banner = "#pl-problem-banner";
const number = '.step [data-fact="beta.valuation"]';

test("an edit of a seed changes the number and the figure in the open page, and keeps the place", async () => {
  await page.evaluate(() => scrollTo(0, 300));
  await page.evaluate(() => ((window as unknown as {kept: boolean}).kept = true));
  const top = await page.evaluate(() => scrollY);
  await edit("seeds/two.yaml", (text) =>
    text.replace("around $2.5 billion", "around $2.6 billion")
  );
  await shows(number, "about $2.6 billion");
  expect(await page.locator(".pl-stage").innerHTML()).toContain("$2.6 billion");
  expect(await page.evaluate(() => scrollY)).toBe(top);
  expect(await page.evaluate(() => (window as unknown as {kept?: boolean}).kept)).toBe(true);
});

test("the marks of a figure travel from the old number to the new", async () => {
  await page.evaluate(() => {
    const seen = ((window as unknown as {seen: string[]}).seen = [] as string[]);
    // A drawing comes with the mark of what moves, and loses it when all has arrived.
    new MutationObserver((changes) => {
      for (const {target} of changes)
        for (const mark of (target as Element).querySelectorAll("[data-key^='row:']"))
          seen.push(mark.getAttribute("data-key")!);
    }).observe(document, {
      subtree: true,
      attributes: true,
      attributeFilter: ["data-moving"]
    });
  });
  await edit("seeds/two.yaml", (text) =>
    text.replace("around $2.6 billion", "around $2.4 billion")
  );
  await shows(number, "about $2.4 billion");
  await page.waitForFunction(() => (window as unknown as {seen: string[]}).seen.length > 0);
  await page.locator("[data-moving]").waitFor({state: "detached"});
  expect(await page.locator(".pl-stage svg:visible").innerHTML()).toContain("$2.4 billion");
  await edit("seeds/two.yaml", (text) =>
    text.replace("around $2.4 billion", "around $2.6 billion")
  );
});

test("an edit of the story's words updates them in place", async () => {
  await edit("stories/tour/story.md", (text) =>
    text.replace("is valued at", "is said to be worth")
  );
  await shows("#both .pl-words", "is said to be worth");
});

test("an edit of the title leaves the choice of a layout as it was", async () => {
  const pressed = (): Promise<(string | null)[]> =>
    page
      .locator(".pl-layout button")
      .evaluateAll((buttons) => buttons.map((button) => button.ariaPressed));
  const before = await pressed();
  expect(before.toSorted()).toEqual(["false", "true"]);
  await edit("stories/tour/story.md", (text) => text.replace(/^## (.*)$/m, "## $1 indeed"));
  await shows(".pl-contents", "indeed");
  expect(await pressed()).toEqual(before);
  await edit("stories/tour/story.md", (text) => text.replace(" indeed", ""));
  await expect.poll(() => page.locator(".pl-contents").textContent()).not.toContain("indeed");
});

test("a bad edit puts file, line, column and hint over the last good page; mending it clears them", async () => {
  await edit("seeds/two.yaml", (text) => text.replace("at around $2.6 billion", "at a lot"));
  await shows(banner, "PL104");
  const text = await page.locator(banner).innerText();
  expect(text).toContain("seeds/two.yaml:9:11");
  expect(text).toContain("PL104");
  expect(text).toContain("says: at a lot");
  await shows(number, "about $2.6 billion");
  await edit("seeds/two.yaml", (t) => t.replace("at a lot", "at around $2.4 billion"));
  await shows(number, "about $2.4 billion");
  await showsNoProblem();
});

test("a file that is not YAML at all leaves the page as it was", async () => {
  await edit("data/derived.yaml", (text) => `{{{\n${text}`);
  await shows(banner, "data/derived.yaml:");
  expect(await page.locator("section.scene").count()).toBe(1);
  await edit("data/derived.yaml", (text) => text.replace("{{{\n", ""));
  await showsNoProblem();
});

test("the second of two saves in quick succession is not lost", async () => {
  const file = join(project, "seeds/two.yaml");
  const text = readFileSync(file, "utf8");
  for (const amount of ["around $2.5 billion", "around $2.6 billion"]) {
    writeFileSync(file, text.replace("around $2.4 billion", amount));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await shows(number, "about $2.6 billion");
});

test("an edit of a kind's code redraws the figure without loading the page again", async () => {
  await page.evaluate(() => ((window as unknown as {kept: boolean}).kept = true));
  await edit("src/figure/kinds/number-line.ts", (text) =>
    text.replace("Where each sentence puts", "Where every sentence puts")
  );
  await shows(".pl-measure", "Where every sentence puts");
  expect(await page.evaluate(() => (window as unknown as {kept?: boolean}).kept)).toBe(true);
});

const misspelt =
  "source: {id: THREE, title: Three}\nquantities:\n  betta.round: {says: $3 billion}\n";

test("a new source is read, wherever it is moved, until it is deleted", async () => {
  create("seeds/three.yaml", misspelt);
  await shows(banner, "seeds/three.yaml:3:3");
  rename("seeds/three.yaml", "seeds/four.yaml");
  await shows(banner, "seeds/four.yaml:3:3");
  create("data/context/five.yaml", misspelt.replaceAll("THREE", "FIVE"));
  await shows(banner, "data/context/five.yaml:3:3");
  rmSync(join(project, "seeds/four.yaml"));
  await page.waitForFunction(
    (b) => document.querySelector<HTMLElement>(b)?.innerText.includes("four.yaml") === false,
    banner
  );
  rmSync(join(project, "data/context"), {recursive: true});
  await showsNoProblem();
});

test("a source that is renamed away and back leaves the page as it was in the end", async () => {
  rename("seeds/two.yaml", "seeds/two.txt");
  await shows(banner, "TWO:beta.valuation");
  await shows(number, "about $2.6 billion");
  rename("seeds/two.txt", "seeds/two.yaml");
  await showsNoProblem();
  await shows(number, "about $2.6 billion");
});

test("a data file that is deleted shows what is unknown without it, and its return mends it", async () => {
  const file = join(project, "data/measures.yaml");
  const text = readFileSync(file, "utf8");
  rmSync(file);
  await shows(banner, "PL116");
  writeFileSync(file, text);
  await showsNoProblem();
});

test("a story that is deleted stays on its page, which says so until the story is back", async () => {
  const file = join(project, "stories/tour/story.md");
  const text = readFileSync(file, "utf8");
  rmSync(file);
  await shows(banner, "stories/tour/story.md");
  expect(await page.locator("section.scene").count()).toBe(1);
  await edit("seeds/one.yaml", (t) => t.replace("a $1 billion round", "a $1.1 billion round"));
  await shows(banner, "stories/tour/story.md");
  writeFileSync(file, text.replace("is said to be worth", "is worth"));
  await showsNoProblem();
  await shows("#both .pl-words", "is worth");
});

test("a story that cannot be read stays on its page, even when that is loaded again", async () => {
  const file = join(project, "stories/tour/story.md");
  const text = readFileSync(file);
  writeFileSync(file, Buffer.concat([text, Buffer.from([0xff])]));
  await shows(banner, "PL001");
  await page.reload();
  await shows(banner, "PL001");
  // A page that was loaded between two compilations loads itself again.
  await expect.poll(() => page.locator("section.scene").count()).toBe(1);
  writeFileSync(file, text);
  await showsNoProblem();
});

test("sources in another folder that a story names are watched as well", async () => {
  await edit("stories/tour/story.md", (text) =>
    text.replace("home: true", "home: true\nseeds: [seeds, more]")
  );
  create("more/six.yaml", misspelt);
  await shows(banner, "more/six.yaml:3:3");
  rmSync(join(project, "more/six.yaml"));
  await showsNoProblem();
});

test("a kind that a story gains can be used without starting again", async () => {
  await edit("stories/tour/story.md", (text) => text.replace("number-line", "own-line"));
  await shows(banner, "PL342");
  const kind = [
    'import {numberLine} from "../../../src/figure/kinds/number-line.ts";',
    'export const own = {...numberLine, name: "own-line", measure: () => "A line of our own"};',
    ""
  ];
  create("stories/tour/figures/own.ts", kind.join("\n"));
  await showsNoProblem();
  await shows(".pl-measure", "A line of our own");
  rmSync(join(project, "stories/tour/figures/own.ts"));
  await shows(banner, "PL342");
  await edit("stories/tour/story.md", (text) => text.replace("own-line", "number-line"));
  await showsNoProblem();
});

test("a mistake in a story's own kind leaves the page as it was, even when that is loaded again", async () => {
  const kind = "stories/tour/figures/own.ts";
  create(kind, "export const own = {\n  draw( => 1\n};\n");
  await shows(banner, `${kind}:2:9`);
  await page.reload();
  await shows(banner, `${kind}:2:9`);
  expect(await page.locator("section.scene").count()).toBe(1);
  create(kind, 'throw new Error("no pen");\n');
  await shows(banner, "no pen");
  rmSync(join(project, kind));
  await showsNoProblem();
});

test("a figure that throws gives its place to the message and its table, and the rest stands", async () => {
  await edit("stories/tour/story.md", (text) => text.replace("number-line", "own-line"));
  await shows(banner, "PL342");
  const kind = "stories/tour/figures/own.ts";
  create(
    kind,
    'import {numberLine} from "../../../src/figure/kinds/number-line.ts";\n' +
      'export const own = {...numberLine, name: "own-line", draw: () => { throw new Error("no pen"); }};\n'
  );
  await shows(banner, "PL404");
  await shows(banner, "The rest of the page stands.");
  const said = (): Promise<string> => page.locator("#both .state svg").last().innerHTML();
  await expect.poll(said).toContain("no pen");
  await page.reload();
  await expect.poll(said).toContain("no pen");
  await shows(".pl-workings[open]", "This figure cannot be drawn: no pen");
  await shows(".pl-workings[open] table", "Beta");
  await shows("#both .pl-words", "Beta");
  rmSync(join(project, kind));
  // What is deleted is told of later than what is written.
  await shows(banner, "PL342");
  await edit("stories/tour/story.md", (text) => text.replace("own-line", "number-line"));
  await showsNoProblem();
  await expect.poll(said).not.toContain("no pen");
  expect(await page.locator(".pl-workings[open]").count()).toBe(0);
});

test("a figure that fails before it is drawn keeps the last good page, or where there is none its place alone", async () => {
  await edit("stories/tour/story.md", (text) => text.replace("number-line", "own-line"));
  const kind = "stories/tour/figures/own.ts";
  create(
    kind,
    'import {numberLine} from "../../../src/figure/kinds/number-line.ts";\n' +
      'export const own = {...numberLine, name: "own-line", describe: () => { throw new Error("no words"); }};\n'
  );
  await shows(banner, "PL347");
  await shows(banner, "The page shows the last good state.");
  expect(await page.locator(".pl-failure").count()).toBe(0);
  const cold = await startServer(project);
  const other = await browser.newPage();
  try {
    await other.goto(cold.address);
    const said = (selector: string): Promise<string> => other.locator(selector).innerText();
    expect(await said(banner)).toContain("The rest of the page stands.");
    expect(await said(".pl-failure")).toBe("This figure cannot be drawn: no words");
    expect(await said("#both .pl-words")).toContain("Beta");
  } finally {
    await other.close();
    cold.stop();
  }
  rmSync(join(project, kind));
  // What is deleted is told of later than what is written.
  await shows(banner, "PL342");
  await edit("stories/tour/story.md", (text) => text.replace("own-line", "number-line"));
  await showsNoProblem();
}, 60_000);

test("a mistake in the tool's own code leaves the page as it was, even when that is loaded again", async () => {
  const file = join(project, "src/figure/kinds/number-line.ts");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, `${text}\nthrow new Error("no ruler");\n`);
  await shows(banner, "no ruler");
  await page.reload();
  expect(await page.locator("section.scene").count()).toBe(1);
  writeFileSync(file, text);
  await edit("stories/tour/story.md", (t) => t.replace("is worth", "is said to be worth"));
  await shows("#both .pl-words", "is said to be worth");
});

test("an edit that is made while the page is loading is in it", async () => {
  const reader = "**/src/page/dev.ts*";
  let loading = (): void => {};
  const isLoading = new Promise<void>((resolve) => (loading = resolve));
  let go = (): void => {};
  const mayGo = new Promise<void>((resolve) => (go = resolve));
  await page.route(reader, async (route) => {
    loading();
    await mayGo;
    await route.continue();
  });
  await page.reload({waitUntil: "commit"});
  await isLoading;
  const story = join(project, "stories/tour/story.md");
  const text = readFileSync(story, "utf8");
  writeFileSync(story, text.replace(/is (?:valued at|said to be worth)/, "goes for"));
  const {address} = server;
  await vi.waitFor(async () => expect(await (await fetch(address)).text()).toContain("goes for"));
  go();
  await shows("#both .pl-words", "goes for");
  await page.unroute(reader);
  await edit("stories/tour/story.md", () => text);
});

test("an editor's lock and a link that leads nowhere stop no update", async () => {
  symlinkSync("me@host.1:5", join(project, "seeds/.#one.yaml"));
  await edit("stories/tour/story.md", (t) => t.replace("is said to be worth", "costs"));
  await shows("#both .pl-words", "costs");
  symlinkSync("nowhere", join(project, "seeds/lost.yaml"));
  await edit("seeds/one.yaml", (t) => `${t}\n`);
  await shows(banner, "seeds/lost.yaml:1:1");
  rmSync(join(project, "seeds/lost.yaml"));
  await edit("seeds/one.yaml", (t) => t.trimEnd());
  await showsNoProblem();
});

test("what is seen of a saved text is shown before the server has compiled it; a mistake is not", async () => {
  const other = await browser.newPage({viewport: {width: 1280, height: 720}});
  const told: string[] = [];
  // This page never hears of what the server compiles.
  await other.routeWebSocket(/./, (socket) => {
    const upstream = socket.connectToServer();
    upstream.onMessage((message) => {
      if (String(message).includes("plumbline:update")) told.push(String(message));
      else socket.send(message);
    });
  });
  const seed = join(project, "seeds/two.yaml");
  const texts = readFileSync(seed, "utf8");
  try {
    await other.goto(`${server.address}#both`);
    await other.locator(":root[data-preview]").waitFor({state: "attached"});
    await other.evaluate(() => document.querySelector("#both")!.scrollIntoView());
    writeFileSync(seed, texts.replace(/around \$2\.\d billion/, "around $2.4 billion"));
    await vi.waitFor(async () =>
      expect(await other.locator("#both .pl-words").innerText()).toContain("$2.4 billion")
    );
    await vi.waitFor(async () =>
      expect(await other.locator(".pl-stage svg:visible").innerHTML()).toContain("$2.4 billion")
    );
    await vi.waitFor(() => expect(told).not.toEqual([]));
    told.length = 0;
    writeFileSync(seed, texts.replace(/around \$2\.\d billion/, "around many"));
    await vi.waitFor(() => expect(told.join()).toContain("PL104"));
    expect(await other.locator("#both .pl-words").innerText()).toContain("$2.4 billion");
  } finally {
    await other.close();
    writeFileSync(seed, texts);
  }
  await showsNoProblem();
});
