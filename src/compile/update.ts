import {excerpt, formatDiagnostic} from "../diagnostic.ts";
import type {Diagnostic} from "../diagnostic.ts";
import {changesBetween} from "../story/changes.ts";
import type {StoryChanges} from "../story/changes.ts";
import type {Story} from "../story/story.ts";
import {filesOf} from "../facts/edits.ts";
import {fillTemplate} from "../story/template.ts";
import {parseStory} from "../story/parse.ts";
import {folders, peekText, readTextFile} from "./project.ts";
import type {Site, StoryPage} from "./site.ts";

/** What the open pages are sent after an edit; `src/page/dev.ts` takes it. */
export interface Update {
  /** The version of the page that the changes are to, and the one that they lead to. */
  readonly from: number;
  readonly to: number;
  /** The stories that there are. A page whose story is gone keeps what it shows, and says so. */
  readonly present: readonly string[];
  readonly stories: Readonly<Record<string, StoryChanges>>;
  readonly problems: readonly Problem[];
  /** Whether the pages stay as they last were good. */
  readonly kept: boolean;
  /** How many saved texts the pages had been told of when this was compiled. */
  readonly told: number;
  /** Whether something else has changed too: a file is new or gone, or code is other. */
  readonly more: "nothing" | "files" | "code";
}

/** A text that was saved, told before it is compiled; `src/tweak/preview.ts` says what it is for. */
export interface Saved {
  /** The story that it is the text of; null where it is a file of data. */
  readonly slug: string | null;
  readonly file: {readonly path: string; readonly text: string} | null;
  readonly story: Story | null;
}

/**
 * Reads a file that was saved, for the open pages to show at once: null for one that they do not have,
 * that cannot be read, or a story that now asks for other files.
 */
export function readSaved(root: string, site: Site, path: string): Saved | null {
  const sources = site.stories.flatMap(({source}) => source ?? []);
  const slug = new RegExp(`^${folders.stories}/([^/]+)/story\\.md$`).exec(path)?.[1] ?? null;
  const before = sources.find(({story}) => story.slug === slug)?.story;
  if (slug === null && !sources.some(({inputs}) => filesOf(inputs).has(path))) return null;
  const file = readTextFile(root, path);
  if ("code" in file) return null;
  if (slug === null) return {slug, file: {path, text: file.text}, story: null};
  const {story, diagnostics} = parseStory(file.text, path);
  if (before === undefined || story === null || diagnostics.length > 0) return null;
  const asks = ({front: {seeds, data}}: Story): string => JSON.stringify([seeds, data]);
  return asks(story) === asks(before) ? {slug, file: null, story} : null;
}

/** One author error as development shows it; `src/page/problems.ts` says what the fields are. */
interface Problem {
  readonly text: string;
  readonly place: string;
  readonly excerpt: string;
  readonly file: string;
}

/** What differs between two compilations, of which the pages show the first. */
export function describeUpdate(
  root: string,
  previous: Site | null,
  next: Site,
  version: number,
  {told, more}: Pick<Update, "told" | "more">
): Update {
  const stories: Record<string, StoryChanges> = {};
  for (const {slug, page} of next.stories) {
    if (page === null) continue;
    const before = previous?.stories.find((story) => story.slug === slug)?.page;
    if (before === page) continue;
    stories[slug] = changesBetween(before ?? null, page);
  }
  const problems = problemsOf(root, next.diagnostics);
  const present = next.stories.map(({slug}) => slug);
  return {from: version, to: version + 1, present, stories, problems, kept: next.kept, told, more};
}

/** A story's page as development shows it: linked styles, modules, and what is wrong. */
export function renderForDevelopment(
  root: string,
  site: Site,
  story: StoryPage,
  template: string,
  {version, token}: {readonly version: number; readonly token: string}
): string {
  const content = story.page ?? {
    title: story.slug,
    description: "",
    lang: "en",
    blocks: [],
    cards: []
  };
  const problems = JSON.stringify(problemsOf(root, site.diagnostics)).replaceAll("<", "\\u003c");
  const kept = site.kept ? " data-kept" : "";
  const open = story.source?.story.front.tweak === "public" ? " data-open" : "";
  return fillTemplate(template, content, {
    root: `data-story="${story.slug}" data-version="${version}" data-save="${token}"${open}${kept}`,
    head: [
      '<link rel="stylesheet" href="/src/page/page.css">',
      '<link rel="stylesheet" href="/src/page/problems.css">'
    ].join("\n"),
    end: [
      `<script type="application/json" id="pl-problems">${problems}</script>`,
      '<script type="module" src="/src/page/dev.ts"></script>'
    ].join("\n")
  });
}

function problemsOf(root: string, diagnostics: readonly Diagnostic[]): Problem[] {
  return diagnostics
    .filter(({severity}) => severity === "error")
    .slice(0, 50)
    .map((d) => {
      const place = `${d.file}:${d.line}:${d.column}`;
      return {
        text: formatDiagnostic(d).slice(place.length + 1),
        place,
        excerpt: excerpt(peekText(root, d.file), d),
        file: place
      };
    });
}
