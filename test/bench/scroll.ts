import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {runVite} from "../../src/compile/vite.ts";
import {launchBrowser} from "../browser.ts";
import {serveFiles} from "../site/files.ts";
import {median} from "./median.ts";

/** What a slow machine does while the whole story passes, ms. */
export interface Scrolled {
  /** Tasks of the main thread that the browser calls long: over 50 ms. */
  readonly long: readonly number[];
  /** Script of each frame in which marks travel. */
  readonly frames: readonly number[];
  /** Script, style and layout of each move of a slider. */
  readonly moves: readonly number[];
}

/** Scrolls through a built page from top to end on a processor slowed down so many times. */
export async function measureScroll(address: string, slower: number): Promise<Scrolled> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({viewport: {width: 1280, height: 800}});
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", {rate: slower});
    await page.goto(address);
    await page.waitForTimeout(3000);
    const [long, frames] = await page.evaluate(async () => {
      const tasks: number[] = [];
      const scripts: number[] = [];
      new PerformanceObserver((list) => {
        for (const {duration} of list.getEntries()) tasks.push(duration);
      }).observe({type: "longtask"});
      const next = window.requestAnimationFrame.bind(window);
      const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
      window.requestAnimationFrame = (callback) =>
        next((time) => {
          const start = performance.now();
          callback(time);
          if (document.querySelector("[data-moving]")) scripts.push(performance.now() - start);
        });
      for (let y = 0; y < document.documentElement.scrollHeight; y += 100) {
        scrollTo({top: y, behavior: "instant"});
        await wait(60);
      }
      return [tasks, scripts] as const;
    });
    const moves = await page.evaluate(async () => {
      const spent: number[] = [];
      for (const input of document.querySelectorAll<HTMLInputElement>(
        ".pl-controls [type=range]"
      )) {
        const step = input.closest(".step")!;
        step.scrollIntoView({behavior: "instant"});
        await new Promise((done) => setTimeout(done, 1000));
        const stage = step.closest(".scene")!.querySelector(".pl-stage")!;
        for (let i = 0; i < 40; ++i) {
          input.value = String(i % (Number(input.max) + 1));
          const start = performance.now();
          input.dispatchEvent(new Event("input", {bubbles: true}));
          stage.getBoundingClientRect();
          spent.push(performance.now() - start);
          await new Promise(requestAnimationFrame);
        }
      }
      return spent;
    });
    return {long, frames, moves};
  } finally {
    await browser.close();
  }
}

/** Builds the site into a temporary folder, scrolls through its home page and prints what it saw. */
export async function benchScroll(): Promise<void> {
  const dist = mkdtempSync(join(tmpdir(), "plumbline-bench-"));
  const options = ["--outDir", dist, "--emptyOutDir", "--logLevel", "error"];
  try {
    if ((await runVite(["build", ...options])) !== 0) throw new Error("the build failed");
    const server = await serveFiles(dist);
    try {
      console.log("\nThe whole story scrolled through, ms");
      for (const slower of [1, 4]) {
        const {long, frames, moves} = await measureScroll(server.address, slower);
        console.log(
          `${slower}× slower: ${long.length} tasks over 50 (longest ${Math.round(Math.max(0, ...long))}); ` +
            `script of a moving frame: ${spread(frames)}; a move of a slider: ${spread(moves)}`
        );
      }
    } finally {
      server.stop();
    }
  } finally {
    rmSync(dist, {recursive: true, force: true});
  }
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(0.95 * sorted.length)] ?? NaN;
  return `median ${median(times).toFixed(1)}, 95 % ${p95.toFixed(1)}, of ${times.length}`;
}
