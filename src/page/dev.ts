// Development only: takes what the server compiled anew into the open page, and shows what is wrong.
import {showProblems} from "./problems.ts";
import type {Problem} from "./problems.ts";
import {offerTweak} from "./shells.ts";
import {copyMade, takeStory} from "./take.ts";
import type {StoryChanges} from "./take.ts";

/** As `src/compile/update.ts` describes it. */
interface Update {
  readonly from: number;
  readonly to: number;
  readonly present: readonly string[];
  readonly stories: Readonly<Record<string, StoryChanges>>;
  readonly problems: readonly Problem[];
  readonly kept: boolean;
}

const {dataset} = document.documentElement;
const made = copyMade(document);

const {reader} = await import("./index.ts");
const slug = dataset["story"] ?? "";
const offer = offerTweak(document, window, reader, {
  // Named here, so that the panel's code is no part of a built page.
  load: () => import("../tweak/index.ts"),
  address: `/${slug}/tweak.json`,
  open: "open" in dataset,
  token: dataset["save"] ?? ""
});

const initial = document.getElementById("pl-problems")?.textContent;
dataset["updated"] = String(performance.now());
if (initial) showProblems(document, JSON.parse(initial) as Problem[], "kept" in dataset);

import.meta.hot?.on("plumbline:update", (update: Update) => {
  const {from, to, present, stories, problems, kept} = update;
  if (dataset["version"] !== String(from)) return location.reload();
  dataset["version"] = String(to);
  const story = stories[slug];
  const panel = offer.panel();
  // A page that somebody edits takes what is published under their edits.
  // One that cannot be fetched now has its message in the banner.
  if (panel !== null) panel.then((tweak) => tweak.renew()).catch(() => undefined);
  else if (story !== undefined) takeStory(story, made, reader);
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
