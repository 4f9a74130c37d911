import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {chromium} from "playwright-core";
import {createServer} from "vite";
import {ensureChromium, noChromium} from "../../src/compile/chromium.ts";
import {median} from "./median.ts";

const edits = 21;

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

/** Prints how long an edit of a source file takes to reach an open page, measured in the browser. */
export async function benchEdit(root: string): Promise<void> {
  const executablePath = ensureChromium();
  if (executablePath === null) throw new Error(noChromium);
  const copy = copyProject(root);
  const server = await createServer({
    root: copy,
    configFile: join(copy, "vite.config.ts"),
    logLevel: "error",
    server: {port: 0}
  });
  await server.listen();
  const browser = await chromium.launch({executablePath, args: ["--no-sandbox"]});
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls!.local[0]!);
    // The reader has run when the stage's marks are a group, not a picture.
    await page.waitForSelector('.pl-stage svg[role="group"]', {state: "attached"});
    await page.waitForTimeout(1000);
    const file = join(copy, "seeds/minimax-round.yaml");
    const text = readFileSync(file, "utf8");
    const times: number[] = [];
    for (let i = 0; i < edits; ++i) {
      const seen = page.evaluate(
        (before) =>
          new Promise<number>((resolve) => {
            const look = (): void => {
              if (document.documentElement.dataset["updated"] === before)
                requestAnimationFrame(look);
              else requestAnimationFrame(() => resolve(Date.now()));
            };
            look();
          }),
        await page.evaluate(() => document.documentElement.dataset["updated"])
      );
      await page.waitForTimeout(60);
      const start = Date.now();
      const amount = i % 2 === 0 ? "at least $700 million" : "at least $600 million";
      writeFileSync(file, text.replace("at least $600 million", amount));
      times.push((await seen) - start);
    }
    console.log(
      `\nAn edit of a source file is painted after ${median(times).toFixed(0)} ms (median of ${edits}, ` +
        `${Math.min(...times)} to ${Math.max(...times)}).`
    );
  } finally {
    await browser.close();
    await server.close();
    rmSync(copy, {recursive: true, force: true});
  }
}
