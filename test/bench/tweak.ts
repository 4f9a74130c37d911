import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {launchBrowser} from "../browser.ts";
import {buildProject, emptyProject} from "../site/command.ts";
import {serveFiles} from "../site/files.ts";
import {median} from "./median.ts";

// What is typed, a key at a time, into the first input of each entry that a place shows.
const places = ["nearly-half", "exceeding", "rounds", "mean", "half"];
const words = ["around $3 billion", "at least 12%"];
const many = 500;

/** Prints how long a key in the panel takes to be painted, and how a panel of many facts moves. */
export async function benchTweak(root: string): Promise<void> {
  console.log("\nThe panel, ms");
  const built = buildProject(root);
  const large = largeProject();
  const builtLarge = buildProject(large.folder);
  const browser = await launchBrowser();
  try {
    const files = await serveFiles(built.dist);
    const page = await browser.newPage({viewport: {width: 1440, height: 900}});
    const keys: number[] = [];
    for (const place of places) {
      await page.goto("about:blank");
      await page.goto(`${files.address}?view=tweak#${place}`);
      await page.locator(".tw-panel").waitFor();
      await page.waitForTimeout(1000);
      for (const text of words) keys.push(...(await typeInSight(page, text)));
    }
    files.stop();
    print("from a key to the painted page", keys);
    const largeFiles = await serveFiles(builtLarge.dist);
    await page.goto(`${largeFiles.address}?view=tweak`);
    await page.locator(".tw-panel").waitFor();
    const count = await page.locator(".tw-entry").count();
    if (count < many) throw new Error(`invalid run: ${count} facts`);
    print(`a frame while ${many} facts are scrolled`, await scrollList(page));
    print(`a frame while ${many} facts are searched`, await searchList(page));
    largeFiles.stop();
  } finally {
    await browser.close();
    for (const each of [built, builtLarge, large]) each.remove();
  }
}

function print(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const last = sorted[Math.floor(sorted.length * 0.95)] ?? NaN;
  console.log(
    `${what}: median ${median(times).toFixed(1)}, 95 % ${last.toFixed(1)}, of ${times.length}`
  );
}

/** Types words into the inputs of the numbers that the step in sight prints; gives ms for each key. */
async function typeInSight(page: Page, text: string): Promise<number[]> {
  return page.evaluate(async (typed) => {
    const painted = (): Promise<void> =>
      new Promise((resolve) =>
        requestAnimationFrame(() => {
          const {port1, port2} = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        })
      );
    const middle = innerHeight / 2;
    const step = [...document.querySelectorAll(".step")].find(
      (each) => each.getBoundingClientRect().bottom > middle
    );
    const times: number[] = [];
    const numbers = [...(step?.querySelectorAll<HTMLElement>(".pl-words .fact button") ?? [])];
    for (const number of numbers.slice(0, 3)) {
      number.click();
      const input = document.activeElement;
      if (!(input instanceof HTMLInputElement) || input.type !== "text") continue;
      for (let i = 1; i <= typed.length; ++i) {
        const start = performance.now();
        input.value = typed.slice(0, i);
        input.dispatchEvent(new Event("input", {bubbles: true}));
        await painted();
        times.push(performance.now() - start);
        // Sixty words a minute, and a pause now and then in which the rest of the page follows.
        await new Promise((done) => setTimeout(done, i % 6 === 0 ? 600 : 120));
      }
    }
    return times;
  }, text);
}

/** The time of each frame's work while the list is scrolled from top to end. */
async function scrollList(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const list = document.querySelector(".tw-list")!;
    const times: number[] = [];
    for (let y = 0; y < list.scrollHeight; y += 120) {
      list.scrollTop = y;
      times.push(
        await new Promise<number>((resolve) =>
          requestAnimationFrame(() => {
            const start = performance.now();
            const {port1, port2} = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - start);
            port2.postMessage(null);
          })
        )
      );
    }
    return times;
  });
}

/** The time from each key of a search to the painted list. */
async function searchList(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const search = document.querySelector<HTMLInputElement>(".tw-search input")!;
    const times: number[] = [];
    for (const words of ["firm 4", "valuation", "2024", "nothing here", ""])
      for (let i = 0; i <= words.length; ++i) {
        await new Promise((done) => setTimeout(done, 50));
        times.push(
          await new Promise<number>((resolve) =>
            requestAnimationFrame(() => {
              const start = performance.now();
              search.value = words.slice(0, i);
              search.dispatchEvent(new Event("input", {bubbles: true}));
              const {port1, port2} = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - start);
              port2.postMessage(null);
            })
          )
        );
      }
    return times;
  });
}

/** A project whose data has five hundred facts. */
function largeProject(): ReturnType<typeof emptyProject> {
  const project = emptyProject();
  const write = (path: string, text: string): void => {
    mkdirSync(join(project.folder, path, ".."), {recursive: true});
    writeFileSync(join(project.folder, path), text);
  };
  const firms = Array.from({length: many}, (_, i) => i);
  write(
    "data/entities.yaml",
    firms.map((i) => `firm-${i}: {name: Firm ${i}, kind: company}\n`).join("")
  );
  write("data/measures.yaml", "valuation: {label: valuation, unit: USD, floor: 0}\n");
  write(
    "seeds/one.yaml",
    `source: {id: ONE, title: Many firms}\nquantities:\n${firms
      .map(
        (i) => `  firm-${i}.valuation: {says: "around $${1 + (i % 90)} million", when: "2024"}\n`
      )
      .join("")}`
  );
  write(
    "stories/many/story.md",
    `---\ntitle: Many firms\nhome: true\n---\n\n:::::scene{#few kind=number-line facts="ONE:firm-0.valuation ONE:firm-1.valuation"}\n\n## Some of many firms\n\n:::step{#two}\nOne is valued at {{firm-0.valuation}}.\n:::\n\n:::::\n`
  );
  return project;
}
