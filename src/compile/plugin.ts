import {readFileSync} from "node:fs";
import {join} from "node:path";
import {inspect} from "node:util";
import {runnerImport} from "vite";
import type {Plugin, ResolvedConfig} from "vite";
import {invalidateCode, isStoryInput, serveStories} from "./serve.ts";
import type {StoryServer} from "./serve.ts";
import {bundlePage} from "./bundle.ts";
import {singleVariable} from "./single.ts";
import type {Site} from "./site.ts";

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
      optimizeDeps: {entries: ["src/tweak/index.ts", "src/tweak/source/view.ts"]},
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
        const single = process.env[singleVariable] === undefined;
        for (const {path, content} of [
          ...module.renderSite(site, template, assets.page),
          ...(single ? [] : await module.renderSingle(site, assets.pieces(template)))
        ])
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
