import {createHash} from "node:crypto";
import {join} from "node:path";
import {build} from "vite";
import type {ResolvedConfig} from "vite";
import type {Pieces} from "../story/single.ts";
import type {Assets} from "./page.ts";

/** What pages are made with, beside their stories. */
export interface PageBundle {
  readonly page: Assets;
  readonly files: readonly {readonly path: string; readonly content: string | Uint8Array}[];
  /** What a page that is one file is put together from. */
  pieces(template: string): Pieces;
}

/** What every page has, without the panel, and the files that its style sheet names. */
export interface ReaderBundle extends Omit<Assets, "tweak"> {
  readonly files: PageBundle["files"];
}

/** Bundles the reader, its styles and the panel. */
export async function bundlePage(config: ResolvedConfig): Promise<PageBundle> {
  const {files, ...inline} = await bundleReader(config);
  const {boot, reader, css} = inline;
  const panel = (await bundle(config, "src/tweak/index.ts", "plumblineTweak")).code;
  const tweak = {name: `tweak-${nameOf(panel)}.js`, code: panel};
  return {
    pieces: (template) => ({template, boot, reader, tweak: panel, css: withFonts(css, files)}),
    page: {...inline, tweak},
    files: [...files, {path: `assets/${tweak.name}`, content: tweak.code}]
  };
}

/** Bundles the reader and its styles for inlining; fonts stay files. */
export async function bundleReader(config: ResolvedConfig): Promise<ReaderBundle> {
  const boot = await bundle(config, "src/page/boot.ts");
  const {code: reader, assets} = await bundle(config, "src/page/index.ts");
  const css = assets.find(({path}) => path.endsWith(".css"));
  return {
    boot: boot.code,
    reader,
    css: String(css?.content ?? "").trim(),
    fonts: assets.flatMap(({path}) =>
      path.endsWith(".woff2") ? [path.replace("assets/", "")] : []
    ),
    files: assets.filter((asset) => asset !== css)
  };
}

/** Bundles a script to one of the classic kind; one with a name hands its exports over by it. */
async function bundle(
  config: ResolvedConfig,
  entry: string,
  name?: string
): Promise<{code: string; assets: PageBundle["files"]}> {
  const result = await build({
    configFile: false,
    root: config.root,
    base: "./",
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      target: config.build.target || "baseline-widely-available",
      rolldownOptions: {
        input: join(config.root, entry),
        preserveEntrySignatures: name === undefined ? false : "strict",
        output: {
          format: "iife",
          ...(name === undefined ? {} : {name}),
          codeSplitting: false,
          assetFileNames: "assets/[name]-[hash][extname]"
        }
      }
    }
  });
  const output = [result].flat().flatMap((r) => ("output" in r ? r.output : []));
  const chunk = output.find((file) => file.type === "chunk");
  return {
    code: chunk?.type === "chunk" ? chunk.code.trim() : "",
    assets: output.flatMap((file) =>
      file.type === "asset" ? [{path: file.fileName, content: file.source}] : []
    )
  };
}

/** A style sheet with the font files that it names in it. */
function withFonts(css: string, files: PageBundle["files"]): string {
  return css.replace(/url\(["']?[^"'():]*?([^"'():/]+\.woff2)["']?\)/g, (address, name: string) => {
    const font = files.find(({path}) => path.endsWith(`/${name}`));
    if (font === undefined) return address;
    return `url(data:font/woff2;base64,${Buffer.from(font.content).toString("base64")})`;
  });
}

/** A short name for a file's content, so that a cache never holds another's. */
function nameOf(code: string): string {
  return createHash("sha256").update(code).digest("hex").slice(0, 8);
}
