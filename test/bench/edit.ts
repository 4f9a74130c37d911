import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createServer} from "vite";
import type {Page} from "playwright-core";
import {launchBrowser} from "../browser.ts";
import {median} from "./median.ts";

const edits = 21;

/** What is edited, and how: each time to an amount that it never was. */
const edited = "seeds/minimax-round.yaml";
const words = (i: number): string => `at least $${600 + i} million`;

/** A copy of the project that a bench or a test may edit; node_modules is shared. */
export function copyProject(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), "plumbline-copy-"));
  for (const name of [
    "src",
    "stories",
    "data",
    "seeds",
    "index.html",
    "vite.config.ts",
    "package.json",
    "tsconfig.json"
  ])
    cpSync(join(root, name), join(copy, name), {recursive: true});
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

/**
 * Prints how long a saved file takes until the page in development shows it, prose and figure, and how
 * long a plain Vite app takes that lists the same data and is loaded again, in turns.
 */
export async function benchEdit(root: string): Promise<void> {
  const [copy, plain] = [copyProject(root), plainApp(root)];
  const servers = await Promise.all([copy, plain].map(serve));
  const browser = await launchBrowser();
  try {
    const [ours, other] = [await browser.newPage(), await browser.newPage()];
    for (const page of [ours, other]) await page.addInitScript(`(${watch.toString()})()`);
    await ours.goto(`${servers[0]!.address}#rounds`);
    await other.goto(servers[1]!.address);
    await ours.locator(":root[data-preview]").waitFor();
    await ours.waitForTimeout(1000);
    const times = {ours: [] as number[], other: [] as number[]};
    for (let i = 0; i < edits; ++i) {
      const [from, to] = [words(i), words(i + 1)];
      const write = (folder: string) => (): void => {
        const file = join(folder, edited);
        writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
      };
      await ours.bringToFront();
      times.ours.push(
        await timeOf(ours, ["#rounds .pl-words", "#price .pl-stage"], to, write(copy))
      );
      await other.bringToFront();
      times.other.push(await timeOf(other, ["main"], to, write(plain)));
    }
    print("An edit of a source file is painted after", times.ours);
    print("in a plain Vite app that lists the same data", times.other);
  } finally {
    await browser.close();
    for (const {server} of servers) await server.close();
    for (const folder of [copy, plain]) rmSync(folder, {recursive: true, force: true});
  }
}

function print(what: string, times: readonly number[]): void {
  console.log(
    `${what} ${median(times).toFixed(0)} ms (median of ${times.length}, ${Math.min(...times)} to ${Math.max(...times)}).`
  );
}

/** Writes a file, and gives the ms until a frame with the amount in each of the places is painted. */
async function timeOf(
  page: Page,
  places: readonly string[],
  says: string,
  write: () => void
): Promise<number> {
  const wanted = JSON.stringify({places, amount: says.replace("at least ", "")});
  await page.evaluate((text) => sessionStorage.setItem("wanted", text), wanted);
  await page.waitForTimeout(100);
  const start = Date.now();
  write();
  // What compiles behind it comes to rest too.
  await page.waitForTimeout(1200);
  const painted = await page.evaluate(() => Number(sessionStorage.getItem("painted")));
  if (painted < start) throw new Error("invalid run: a page does not show what was saved");
  return painted - start;
}

/** Notes when a frame is painted with what is wanted, in a page that may be loaded again. */
function watch(): void {
  const look = (): void => {
    const wanted = sessionStorage.getItem("wanted");
    if (wanted === null) return;
    const {places, amount} = JSON.parse(wanted) as {
      readonly places: readonly string[];
      readonly amount: string;
    };
    if (!places.every((each) => document.querySelector(each)?.textContent.includes(amount))) return;
    sessionStorage.removeItem("wanted");
    // A frame with it is painted before its next message is read.
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => sessionStorage.setItem("painted", String(Date.now()));
      port2.postMessage(null);
    });
  };
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    characterData: true
  });
}

async function serve(
  root: string
): Promise<{readonly server: Awaited<ReturnType<typeof createServer>>; readonly address: string}> {
  const server = await createServer({
    root,
    logLevel: "silent",
    cacheDir: join(root, ".vite"),
    server: {port: 0, fs: {strict: false}}
  });
  await server.listen();
  return {server, address: server.resolvedUrls!.local[0]!};
}

/** A page that lists the claims of the same files, made the plain way: a change loads it again. */
function plainApp(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-plain-"));
  mkdirSync(join(folder, "seeds"));
  cpSync(join(root, "seeds"), join(folder, "seeds"), {recursive: true});
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(
    join(folder, "index.html"),
    '<!doctype html><main></main><script type="module" src="/main.js"></script>\n'
  );
  writeFileSync(
    join(folder, "main.js"),
    `import {load} from "js-yaml";
const texts = import.meta.glob("./seeds/*.yaml", {query: "?raw", import: "default", eager: true});
for (const text of Object.values(texts))
  for (const [id, {says}] of Object.entries(load(text).quantities ?? {})) {
    const line = document.createElement("p");
    line.textContent = \`\${id}: \${says}\`;
    document.querySelector("main").append(line);
  }
`
  );
  return folder;
}
