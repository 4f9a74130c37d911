import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import {formatTime} from "../time.ts";
import type {BoundStory} from "./bind.ts";
import {sourceId, sourceWords} from "./sources.ts";

/** The end of a story: its sources and what they rest on, authors, date, license, method. */
export function renderColophon({story, dataset}: BoundStory, sources: readonly string[]): Element {
  const {authors, date, license} = story.front;
  // The data's own order, not that of first use: articles first, then context.
  const listed = Object.keys(dataset.sources).filter((id) => sources.includes(id));
  const made = [
    ...(authors.length === 0 ? [] : [`By ${authors.join(", ")}.`]),
    ...(date === null ? [] : [`Written ${formatTime(date)}.`]),
    ...(license === null ? [] : [`License: ${license}.`])
  ];
  return h("footer.pl-colophon", [
    h("h2", "Sources"),
    ...group("The story is about", "seed"),
    ...group("Context, from other publishers", "context"),
    h(
      "p",
      "Every number opens the words that it was read from. Hedges are the documents’ own; what no " +
        "source says is marked as computed, assumed or edited."
    ),
    h("p.pl-views", [
      h("a.pl-as-notebook", {href: "?view=notebook"}, "Read it as a notebook"),
      h("a.pl-as-story", {href: "?"}, "Read it as a story")
    ]),
    ...(made.length === 0 ? [] : [h("p", made.join(" "))])
  ]);

  function group(title: string, origin: "seed" | "context"): ElementContent[] {
    const ids = listed.filter((id) => dataset.sources[id]!.origin === origin);
    if (ids.length === 0) return [];
    return [
      h("h3", title),
      h(
        "ul.pl-sources",
        ids.map((id) => {
          const hash = dataset.sources[id]!.sha256 ?? undefined;
          return h("li", {id: sourceId(id, dataset), dataSha256: hash}, sourceWords(id, dataset));
        })
      )
    ];
  }
}
