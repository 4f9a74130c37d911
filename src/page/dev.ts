// Development only: takes what the server compiled anew into the open page, and shows what is wrong.
import {showProblems} from "./problems.ts";
import type {Problem} from "./problems.ts";
import {offerTweak} from "./shells.ts";
import type {Preview, Saved} from "../tweak/preview.ts";
import {copyMade, isNear, takeStory} from "./take.ts";
import type {StoryChanges} from "./take.ts";

/** As `src/compile/update.ts` describes it. */
interface Update {
  readonly from: number;
  readonly to: number;
  readonly present: readonly string[];
  readonly stories: Readonly<Record<string, StoryChanges>>;
  readonly problems: readonly Problem[];
  readonly kept: boolean;
  readonly told: number;
  readonly more: "nothing" | "files" | "code";
}

const {dataset} = document.documentElement;
const made = copyMade(document);

const {reader} = await import("./index.ts");
const slug = dataset["story"] ?? "";
let isStarted = false;
const offer = offerTweak(document, window, reader, {
  // Named here, so that the code of the panel and of its editor is no part of a built page.
  load: async () => {
    const {startTweak} = await import("../tweak/index.ts");
    const loadEditor = () => import("../tweak/source/view.ts");
    return {
      async startTweak(options) {
        const tweak = await startTweak({...options, loadEditor, shown: made});
        isStarted = true;
        return tweak;
      }
    };
  },
  address: `/${slug}/tweak.json`,
  open: "open" in dataset,
  token: dataset["save"] ?? ""
});

// Shows what is seen of a saved text before the server has compiled it; null until it is ready.
let preview: Preview | null = null;
let told = 0;
let isKept = "kept" in dataset;
let starts = 0;
let isOld = false;
const prepare = (): void => {
  const start = ++starts;
  preview = null;
  delete dataset["preview"];
  // Code that has changed comes with the page when that is loaded again.
  if (isOld) return;
  const begin = async (): Promise<void> => {
    // A panel follows what is published.
    if (offer.panel() !== null) return;
    const {startPreview} = await import("../tweak/preview.ts");
    const started = await startPreview(`/${slug}/tweak.json`);
    // What was saved meanwhile may be in it or not.
    if (start !== starts) return;
    preview = started;
    dataset["preview"] = "";
  };
  // A story that cannot be shown has none.
  (window.requestIdleCallback ?? setTimeout)(() => void begin().catch(() => undefined));
};
const showSaved = (): void => {
  if (isKept || offer.panel() !== null) return;
  const changes = preview?.show(isNear);
  if (changes) takeStory(changes, made, reader);
};
// The server compiles once that is painted: the two would take the processor from each other.
const answer = (): void =>
  void requestAnimationFrame(() =>
    setTimeout(() => import.meta.hot?.send("plumbline:shown", {count: told}))
  );
prepare();

import.meta.hot?.on("plumbline:saved", (saved: Saved & {slug: string | null; count: number}) => {
  told = saved.count;
  answer();
  if (saved.slug !== null && saved.slug !== slug) return;
  if (preview === null) return prepare();
  preview.note(saved);
  showSaved();
});

const initial = document.getElementById("pl-problems")?.textContent;
dataset["updated"] = String(performance.now());
if (initial) showProblems(document, JSON.parse(initial) as Problem[], "kept" in dataset);

import.meta.hot?.on("plumbline:update", (update: Update) => {
  const {from, to, present, stories, problems, kept, more} = update;
  if (dataset["version"] !== String(from)) return location.reload();
  dataset["version"] = String(to);
  isKept = kept;
  const story = preview?.settle(stories[slug]) ?? stories[slug];
  const panel = offer.panel();
  // A page that somebody edits takes what is published under their edits, once it can.
  if (!isStarted && story !== undefined) takeStory(story, made, reader);
  // One that cannot be fetched now has its message in the banner.
  if (panel !== null) panel.then((tweak) => tweak.renew()).catch(() => undefined);
  isOld ||= more === "code";
  if (more !== "nothing" || preview === null) prepare();
  else if (update.told < told) showSaved();
  const gone = present.includes(slug) ? [] : [goneStory(slug)];
  showProblems(document, [...gone, ...problems], kept || gone.length > 0);
  dataset["updated"] = String(performance.now());
});

// An update that came while the page was loading is in no page.
import.meta.hot?.on("plumbline:version", ({version}: {version: number}) => {
  if (dataset["version"] !== String(version)) location.reload();
});
import.meta.hot?.send("plumbline:opened");

import.meta.hot?.on("plumbline:failure", ({message}: {message: string}) => {
  showProblems(document, [{text: message, place: "", excerpt: "", file: ""}], true);
});

function goneStory(slug: string): Problem {
  const text = "is gone; the page is as it last was (put the story back, or open another)";
  return {text, place: `stories/${slug}/story.md`, excerpt: "", file: ""};
}
