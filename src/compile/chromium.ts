import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"
];

/** The path of a Chromium on this machine; `CHROMIUM` in the environment comes first. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : null;
  return places.find((path) => existsSync(path)) ?? null;
}

/** What to do where no browser is found. */
export const noChromium =
  "No Chromium was found. Install Chromium or Google Chrome, or name one: CHROMIUM=/path/to/chrome";

/**
 * Finds a Chromium, and on Debian as root installs the distribution's own where there is none.
 * Gives its path, or null when there is none to be had.
 */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found !== null || process.env["CHROMIUM"]) return found;
  const root = process.getuid?.() === 0;
  if (!root || !existsSync("/etc/debian_version")) return null;
  console.error("Installing Debian's chromium (once)…");
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const {status} = spawnSync("apt-get", args, {
      stdio: ["ignore", 2, 2],
      env: {...process.env, DEBIAN_FRONTEND: "noninteractive"}
    });
    // A stale list of packages may still have a browser, so only the install decides.
    if (status !== 0 && args[0] === "install") return null;
  }
  return findChromium();
}
