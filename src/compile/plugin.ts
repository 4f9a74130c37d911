import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {inspect} from "node:util";
import {build, runnerImport} from "vite";
import type {Plugin, ResolvedConfig} from "vite";
import {invalidateCode, isStoryInput, serveStories} from "./serve.ts";
import type {StoryServer} from "./serve.ts";
import type {Assets, Site} from "./site.ts";

type SiteModule = typeof import("./site.ts");

/**
 * The Vite plugin: compiles the project's stories, serves them in development with updates in
 * place, and puts them into the build as plain static files.
 */
export function plumbline(): Plugin {
  let config: ResolvedConfig;
  let module: SiteModule;
  let site: Site;
  let stories: StoryServer | null = null;
  return {
    name: "plumbline",
    // Vitest loads the same config, and needs neither server nor pages.
    apply: () => process.env["VITEST"] === undefined,
    config: () => ({
      base: "./",
      appType: "mpa",
      publicDir: false,
      // Known from the start: what is found only when the panel opens would load the page again.
      optimizeDeps: {entries: ["src/tweak/index.ts"]},
      // The reader is one small script; the polyfill would double it.
      build: {modulePreload: false}
    }),
    async configResolved(resolved) {
      config = resolved;
      if (config.command !== "build") return;
      // Before the bundler starts, which would bury an author's error in a trace of its own.
      ({module} = await runnerImport<SiteModule>(join(config.root, "src/compile/site.ts"), {
        configFile: false,
        root: config.root,
        logLevel: "error"
      }));
      site = module.compileSite(config.root);
      const {report} = module;
      if (site.diagnostics.length > 0) report(config.root, site.diagnostics);
      if (site.diagnostics.some(({severity}) => severity === "error"))
        throw new AuthorError(`the build stops: ${module.count(site.diagnostics)}`);
    },
    configureServer(server) {
      stories = serveStories(server);
    },
    hotUpdate(options) {
      if (isStoryInput(config.root, options.file) === null) return undefined;
      // Every environment asks; the pages are compiled once, and nothing else is to reload.
      if (this.environment.name === "ssr") {
        invalidateCode(options);
        stories?.update(options.file);
      }
      return [];
    },
    generateBundle: {
      // After Vite's own: its rendering of the template is replaced by pages that have content.
      order: "post",
      async handler(_, bundle) {
        if (config.command !== "build") return;
        for (const name of Object.keys(bundle)) delete bundle[name];
        const assets = await bundlePage(config);
        for (const {path, content} of assets.files)
          this.emitFile({type: "asset", fileName: path, source: content});
        const template = readFileSync(join(config.root, "index.html"), "utf8");
        for (const {path, content} of module.renderSite(site, template, assets.page))
          this.emitFile({type: "asset", fileName: path, source: content});
      }
    }
  };
}

/** Ends a build by an author's mistake, which has been reported: Vite prints no trace of it. */
class AuthorError extends Error {
  [inspect.custom](): string {
    return this.message;
  }
}

interface PageBundle {
  readonly page: Assets;
  readonly files: readonly {readonly path: string; readonly content: string | Uint8Array}[];
}

/** Bundles the reader and its styles for inlining; fonts stay files. */
async function bundlePage(config: ResolvedConfig): Promise<PageBundle> {
  const bundle = async (
    entry: string,
    name?: string
  ): Promise<{code: string; assets: PageBundle["files"]}> => {
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
          // What has a name hands its exports over by it.
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
  };
  const [boot, reader] = [await bundle("src/page/boot.ts"), await bundle("src/page/index.ts")];
  const panel = (await bundle("src/tweak/index.ts", "plumblineTweak")).code;
  const tweak = {name: `tweak-${nameOf(panel)}.js`, code: panel};
  const css = reader.assets.find(({path}) => path.endsWith(".css"));
  return {
    page: {
      boot: boot.code,
      reader: reader.code,
      // Addresses in the style sheet are relative to assets/; a page names them from its own depth.
      css: String(css?.content ?? "").trim(),
      fonts: reader.assets.flatMap(({path}) =>
        path.endsWith(".woff2") ? [path.replace("assets/", "")] : []
      ),
      tweak
    },
    files: [
      ...reader.assets.filter((asset) => asset !== css),
      {path: `assets/${tweak.name}`, content: tweak.code}
    ]
  };
}

/** A short name for a file's content, so that a cache never holds another's. */
function nameOf(code: string): string {
  return createHash("sha256").update(code).digest("hex").slice(0, 8);
}
