import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {parseHTML} from "linkedom";
import {runVite} from "../../src/compile/vite.ts";

/** Sizes of one built page, bytes: as they are, and gzipped each by itself. */
export interface PageSizes {
  readonly parts: readonly {readonly name: string; readonly raw: number; readonly gzip: number}[];
  /** The whole document, styles and scripts inside it. */
  readonly document: number;
  /** Scripts that a reader loads, gzipped. */
  readonly scripts: number;
  readonly fonts: number;
}

/** Measures a built page by part. */
export function measurePage(dist: string, page = "index.html"): PageSizes {
  const html = readFileSync(join(dist, page), "utf8");
  const {document} = parseHTML(html);
  const outer = (selector: string): string =>
    [...document.querySelectorAll(selector)].map((e) => e.outerHTML).join("\n");
  const texts = {
    styles: outer("style"),
    scripts: outer('script:not([type="application/json"])'),
    "what controls set": outer(".pl-variants"),
    "states of the figures": outer(".state svg"),
    "stages (first states again)": outer(".pl-stage"),
    prose: outer(".pl-words, .pl-prose, .pl-opening, h2"),
    descriptions: outer(".pl-says"),
    tables: outer(".pl-workings"),
    "provenance cards": outer(".pl-cards")
  };
  const assets = join(dist, "assets");
  const fonts = existsSync(assets)
    ? readdirSync(assets).filter((name) => name.endsWith(".woff2"))
    : [];
  const gzip = (text: string): number => gzipSync(text, {level: 9}).length;
  return {
    parts: Object.entries(texts).map(([name, text]) => ({
      name,
      raw: Buffer.byteLength(text),
      gzip: gzip(text)
    })),
    document: gzip(html),
    scripts: gzip(texts["scripts"]),
    fonts: fonts.reduce((sum, name) => sum + readFileSync(join(assets, name)).length, 0)
  };
}

/** Builds the site into a temporary folder and prints its sizes. */
export async function benchPage(): Promise<void> {
  const dist = mkdtempSync(join(tmpdir(), "plumbline-bench-"));
  try {
    const status = await runVite([
      "build",
      "--outDir",
      dist,
      "--emptyOutDir",
      "--logLevel",
      "error"
    ]);
    if (status !== 0) throw new Error("the build failed");
    const sizes = measurePage(dist);
    console.log("\nThe home page by part, bytes");
    console.log("part                              raw      gzip");
    for (const {name, raw, gzip} of sizes.parts)
      console.log(`${name.padEnd(28)} ${String(raw).padStart(8)}  ${String(gzip).padStart(8)}`);
    console.log(`whole document, gzipped once: ${sizes.document}; fonts: ${sizes.fonts}`);
  } finally {
    rmSync(dist, {recursive: true, force: true});
  }
}
