import {randomBytes} from "node:crypto";
import {readFileSync, readdirSync, statSync} from "node:fs";
import {join, posix, relative} from "node:path";
import type {Connect, HotUpdateOptions, ViteDevServer} from "vite";
import {isRunnableDevEnvironment} from "vite";
import {bundlePage} from "./bundle.ts";
import {folders} from "./project.ts";
import type {Front} from "../story/front.ts";
import type {Site} from "./site.ts";

type SiteModule = typeof import("./site.ts");

/** What development keeps between edits. */
export interface StoryServer {
  /** Compiles again after a change and sends the open pages what is new. */
  update(file: string): void;
}

/** Where an open page saves edits; `src/tweak/save.ts` posts to it. */
const saveAddress = "/__plumbline/save";

/** Where the panel gets what a single file is put together from; `src/tweak/pieces.ts` asks for it. */
const piecesAddress = "/__plumbline/pieces";

// A story may name any folder of the project for its data, but for these.
const outsideStories = /^(?:node_modules|dist|test)(?:\/|$)|(?:^|\/)\./;

/** Whether a file is one that stories are made of: texts, or code that runs at build. */
export function isStoryInput(root: string, file: string): "text" | "code" | null {
  const path = relative(root, file).replaceAll("\\", "/");
  const outside = outsideStories.test(path);
  if (path === folders.lock || (!outside && /\.ya?ml$/.test(path))) return "text";
  if (/^stories\/[^/]+\/[^/]*\.md$/.test(path)) return "text";
  if (/^stories\/.*\.ts$/.test(path)) return "code";
  return /^src\/(?:[^/]+|(?:facts|figure|story|compile)\/.*)\.ts$/.test(path) ? "code" : null;
}

/** Serves the stories' pages and data, and watches what they are made of. */
export function serveStories(server: ViteDevServer): StoryServer {
  const {root} = server.config;
  let site: Promise<Site> | null = null;
  let again: NodeJS.Timeout | null = null;
  let codeChanged = false;
  let version = 0;
  // A page of another start, or of nobody's, does not have it.
  const token = randomBytes(24).toString("base64url");
  const changed = new Set<string>();
  // Saved texts that the open pages have been told of since the last compilation, and how many ever.
  const told = new Set<string>();
  let tellings = 0;
  // As they were at the last compilation after a change.
  let inputs: ReadonlySet<string> = new Set();

  let loaded: SiteModule | null = null;
  let shownNow: Site | null = null;

  const load = async (): Promise<SiteModule> => {
    const environment = server.environments.ssr;
    if (!isRunnableDevEnvironment(environment)) throw new Error("invalid environment: ssr");
    loaded = await environment.runner.import<SiteModule>("/src/compile/site.ts");
    return loaded;
  };
  // While the tool's own code is at fault, a page that is loaded again is the last good one.
  const lastGood = (): Promise<SiteModule> =>
    load().catch((error: unknown) => {
      if (loaded === null) throw error;
      return loaded;
    });
  const current = (): Promise<Site> => {
    site ??= lastGood().then((m) => (shownNow = m.compileSite(root)));
    site.catch(() => (site = null));
    return site;
  };

  const {hot} = server.environments.client;
  hot.on("plumbline:opened", (_, client) => client.send("plumbline:version", {version}));
  server.middlewares.use(pages(server, root, current, lastGood, () => ({version, token})));

  // One compilation after another: an older one that ends later would take back what a newer one told.
  let queue = Promise.resolve();
  const refresh = async (): Promise<void> => {
    if (changed.size === 0) return;
    const read = [...changed].map((file) => ({file, stamp: stampOf(file)}));
    const isTold = read.every(({file}) => told.has(file));
    const more = codeChanged ? "code" : isTold ? "nothing" : "files";
    const of = {told: tellings, more} as const;
    changed.clear();
    told.clear();
    inputs = listInputs(root);
    setTimeout(() => {
      for (const {file, stamp} of read)
        if (stampOf(file) !== stamp) server.watcher.emit("change", file);
      const now = listInputs(root);
      const other = [...now].find((path) => !inputs.has(path));
      const gone = [...inputs].find((path) => !now.has(path));
      for (const path of [other, gone]) if (path !== undefined) update(join(root, path));
    }, missedAfter);
    const previous = await current().catch(() => null);
    try {
      const module = await load();
      const next = module.compileSite(root, codeChanged ? undefined : previous?.memo);
      codeChanged = false;
      const shown = module.keepLastGood(next, previous);
      const update = module.describeUpdate(root, previous, shown, version, of);
      site = Promise.resolve((shownNow = shown));
      version = update.to;
      hot.send("plumbline:update", update);
      if (next.diagnostics.length > 0) module.report(root, next.diagnostics);
      else if ((previous?.diagnostics.length ?? 0) > 0) server.config.logger.info("no errors");
    } catch (error) {
      // A mistake in a figure's code; the page keeps what it shows.
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      server.config.logger.error(message);
      hot.send("plumbline:failure", {message});
    }
  };
  /** Tells the open pages of a saved text at once: they show it sooner than it is compiled here. */
  const tell = (file: string): boolean => {
    if (loaded === null || shownNow === null || codeChanged) return false;
    const path = relative(root, file).replaceAll("\\", "/");
    const saved = loaded.readSaved(root, shownNow, path);
    if (saved === null) return false;
    told.add(file);
    hot.send("plumbline:saved", {...saved, count: ++tellings});
    return server.ws.clients.size > 0;
  };
  const compileIn = (ms: number): void => {
    if (again !== null) clearTimeout(again);
    again = setTimeout(() => {
      again = null;
      queue = queue.then(refresh);
    }, ms);
  };
  hot.on("plumbline:shown", ({count}: {count: number}) => {
    if (again !== null && count === tellings) compileIn(afterSaves);
  });
  const update = (file: string): void => {
    changed.add(file);
    if (isStoryInput(root, file) === "code") {
      const environment = server.environments.ssr;
      if (isRunnableDevEnvironment(environment)) environment.runner.clearCache();
      codeChanged = true;
      compileIn(afterSaves);
    } else compileIn(tell(file) ? shownWithin : afterSaves);
  };
  return {update};
}

// Editors save several files, or one in two writes: one compilation answers them together.
const afterSaves = 4;

// A page that shows a saved text by itself is not to share the processor: it says when it has, in ms.
const shownWithin = 150;

// Vite's watcher tells nothing of a file for 50 ms after it told of a change, and may miss one that
// comes with its folder: a second save within them, the second half of a slow one, what came and what
// went are looked for.
const missedAfter = 60;

/** The texts that stories may be made of, as paths from the project's root. */
function listInputs(root: string, folder = ""): ReadonlySet<string> {
  const found = new Set<string>();
  try {
    for (const entry of readdirSync(join(root, folder), {withFileTypes: true})) {
      const path = posix.join(folder, entry.name);
      if (outsideStories.test(path)) continue;
      if (entry.isDirectory()) for (const inner of listInputs(root, path)) found.add(inner);
      else if (isStoryInput(root, join(root, path)) === "text") found.add(path);
    }
  } catch {
    // A folder that may not be read, or that has gone meanwhile.
  }
  return found;
}

function stampOf(file: string): string {
  const stats = statSync(file, {throwIfNoEntry: false});
  return stats === undefined ? "" : `${stats.mtimeMs} ${stats.size}`;
}

/** Marks what an edited file invalidates in the modules that run at build. */
export function invalidateCode(options: HotUpdateOptions): void {
  const graph = options.server.environments.ssr.moduleGraph;
  const seen = new Set<(typeof options.modules)[number]>();
  const invalidate = (module: (typeof options.modules)[number]): void => {
    if (seen.has(module)) return;
    seen.add(module);
    graph.invalidateModule(module, seen, options.timestamp, true);
    for (const importer of module.importers) invalidate(importer);
  };
  for (const module of graph.getModulesByFile(options.file) ?? []) invalidate(module);
}

const isPage =
  /^\/(?:gallery|(?:[a-z0-9-]+\/?)?(?:index\.html|data[a-z]+\.(?:json|csv)|tweak\.json|(?:figures\/)?[a-z0-9-]+\.(?:svg|csv|json|plot\.js))?)$/;

type GalleryModule = typeof import("./gallery.ts");

function gallery(server: ViteDevServer): Promise<GalleryModule> {
  const environment = server.environments.ssr;
  if (!isRunnableDevEnvironment(environment)) throw new Error("invalid environment: ssr");
  return environment.runner.import<GalleryModule>("/src/compile/gallery.ts");
}

function pages(
  server: ViteDevServer,
  root: string,
  current: () => Promise<Site>,
  load: () => Promise<SiteModule>,
  now: () => {readonly version: number; readonly token: string}
): Connect.NextHandleFunction {
  return (request, response, next) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const answer = async (): Promise<boolean> => {
      if (url.pathname === saveAddress) {
        const [module, site] = [await load(), await current()];
        const folders = (slug: string): Front | null =>
          site.stories.find((story) => story.slug === slug)?.source?.story.front ?? null;
        await module.answerSave(request, response, {root, token: now().token, folders});
        return true;
      }
      if (request.method !== "GET" && request.method !== "HEAD") return false;
      if (url.pathname === piecesAddress) {
        const {pieces} = await bundlePage(server.config);
        response.writeHead(200, {"content-type": "application/json", "cache-control": "no-store"});
        response.end(JSON.stringify(pieces(readFileSync(join(root, "index.html"), "utf8"))));
        return true;
      }
      // The panel imports the template as a text.
      if (!isPage.test(url.pathname) || url.searchParams.has("raw")) return false;
      const module = await load();
      const site = await current();
      if (url.pathname === "/gallery") {
        const {renderGallery} = await gallery(server);
        response.writeHead(200, {"content-type": "text/html; charset=utf-8"});
        response.end(await server.transformIndexHtml(url.pathname, renderGallery(site)));
        return true;
      }
      const found = module.route(site, url.pathname);
      if (found === null) return false;
      if ("redirect" in found) {
        response.writeHead(302, {location: found.redirect + url.search});
        response.end();
        return true;
      }
      if ("file" in found) {
        response.writeHead(200, {"content-type": found.type, "cache-control": "no-store"});
        response.end(found.file);
        return true;
      }
      const template = readFileSync(join(root, "index.html"), "utf8");
      const html = module.renderForDevelopment(root, site, found.story, template, now());
      response.writeHead(200, {"content-type": "text/html; charset=utf-8"});
      response.end(await server.transformIndexHtml(url.pathname, html, request.originalUrl ?? "/"));
      return true;
    };
    answer().then((done) => (done ? undefined : next()), next);
  };
}
