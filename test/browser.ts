import {existsSync} from "node:fs";
import {chromium} from "playwright-core";
import type {Browser, Page} from "playwright-core";
import {findChromium, noChromium} from "../src/compile/chromium.ts";

/**
 * Starts a headless Chromium: the one that `CHROMIUM_PATH` names, else one found on the machine.
 * Throws where there is none; a browser test is never skipped.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env["CHROMIUM_PATH"];
  const executablePath = named && existsSync(named) ? named : findChromium();
  if (executablePath === null) throw new Error(noChromium);
  return chromium.launch({
    executablePath,
    headless: true,
    // Without these a start without network tries to reach Google many times.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync"
    ]
  });
}

/**
 * Collects what a good page has none of: words in the console, each after its type, errors, and
 * requests that failed. What fits `harmless` is passed over.
 */
export function collectTroubles(page: Page, harmless?: RegExp): string[] {
  const troubles: string[] = [];
  const note = (words: string): void => {
    if (harmless?.test(words) !== true) troubles.push(words);
  };
  page.on("console", (message) => note(`${message.type()}: ${message.text()}`));
  page.on("pageerror", ({message}) => note(message));
  page.on("requestfailed", (request) =>
    note(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`)
  );
  return troubles;
}
