import {readFileSync} from "node:fs";
import {join} from "node:path";
import {emitDataset} from "../story/emit.ts";
import type {EmittedFile} from "../story/emit.ts";
import {emitFigures} from "../story/figurefiles.ts";
import {paletteOf} from "../story/picture.ts";
import {createDocument} from "./dom.ts";
import {fillTemplate} from "../story/template.ts";
import {inlineParts} from "./page.ts";
import type {Assets} from "./page.ts";
import type {Site, StoryPage} from "./site.ts";

const palette = paletteOf(readFileSync(join(import.meta.dirname, "../page/tokens.css"), "utf8"));

/** The home story: the one that says so, or the first. */
function homeOf(site: Site): StoryPage | undefined {
  return site.stories.find(({home}) => home) ?? site.stories[0];
}

/** Every file of the build. A story that cannot be shown has none; the build has stopped by then. */
export function renderSite(site: Site, template: string, assets: Assets): EmittedFile[] {
  const home = homeOf(site);
  return site.stories.flatMap((story) => {
    const {slug, page} = story;
    if (page === null) return [];
    const open = story.source?.story.front.tweak === "public";
    const at = (path: string, depth: number): EmittedFile => ({
      path,
      content: fillTemplate(template, page, inlineParts(assets, {slug, open}, depth))
    });
    return [
      ...(story === home ? [fromTop(at("index.html", 0), slug)] : []),
      at(`${slug}/index.html`, 1),
      ...filesOf(story).map(({path, content}) => ({path: `${slug}/${path}`, content}))
    ];
  });
}

/** The files beside a story's page. */
function filesOf({slug, dataset, license, page, drawn, source}: StoryPage): EmittedFile[] {
  return [
    ...(source === null ? [] : [{path: "tweak.json", content: `${JSON.stringify(source)}\n`}]),
    ...emitDataset(dataset, {slug, title: page?.title ?? slug, license}),
    ...(drawn === null ? [] : emitFigures(drawn.bound, drawn.drawings, createDocument(), palette))
  ];
}

/** The home page stands above its story's folder. Text has no such tag: its brackets are escaped. */
function fromTop({path, content}: EmittedFile, slug: string): EmittedFile {
  const tag = '<a class="pl-file" href="';
  return {path, content: content.replaceAll(`${tag}figures/`, () => `${tag}${slug}/figures/`)};
}

type Route =
  | {readonly story: StoryPage}
  | {readonly redirect: string}
  | {readonly file: string; readonly type: string};

/** What an address of the development server shows; null for one that is not a story's. */
export function route(site: Site, pathname: string): Route | null {
  const [, slug = "", ...names] = pathname.split("/");
  const name = names.join("/");
  if (slug === "" || slug === "index.html") {
    const home = homeOf(site);
    return home === undefined ? null : {story: home};
  }
  const story = site.stories.find((s) => s.slug === slug);
  // The home story's files, as its page at the top names them.
  if (story === undefined && slug === "figures") return fileOf(homeOf(site), `figures/${name}`);
  if (story === undefined) return null;
  if (!pathname.startsWith(`/${slug}/`)) return {redirect: `/${slug}/`};
  if (name === "" || name === "index.html") return {story};
  return fileOf(story, name);
}

function fileOf(story: StoryPage | undefined, name: string): Route | null {
  const file = story && filesOf(story).find(({path}) => path === name);
  if (file === undefined) return null;
  const ending = name.slice(name.lastIndexOf(".") + 1);
  return {file: file.content, type: `${types[ending] ?? "text/plain"}; charset=utf-8`};
}

const types: Readonly<Record<string, string>> = {
  csv: "text/csv",
  json: "application/json",
  svg: "image/svg+xml",
  js: "text/javascript"
};
