import type {Element} from "hast";
import {h} from "hastscript";
import type {Dataset} from "../facts/dataset.ts";
import {indexPlace} from "./links.ts";
import {plainText} from "./printer.ts";
import {scenesOf} from "./story.ts";
import type {Story} from "./story.ts";

/**
 * The way through a story: its findings as links in a native popover, a word of the opening that opens
 * it, and the reader's bar, which the style sheet shows where a script answers it. Empty for a story
 * without scenes.
 */
export function renderContents(story: Story, dataset: Dataset): Element[] {
  const scenes = scenesOf(story);
  if (scenes.length === 0) return [];
  const layouts = [
    {value: "", text: "Pinned"},
    {value: "unrolled", text: "All laid out"}
  ];
  return [
    h("button.pl-key-button", {popoverTarget: "pl-contents"}, "Contents"),
    h("nav.pl-bar", {ariaLabel: "Story"}, [
      h("button", {popoverTarget: "pl-contents"}, [h("span.pl-count"), "Contents"]),
      h("div.pl-contents", {id: "pl-contents", popover: "auto"}, [
        h(
          "ol",
          scenes.map(({id, title}) =>
            h("li", [h("a", {href: `#${id}`}, plainText(title, dataset))])
          )
        ),
        h("p", [h("a", {href: `#${indexPlace}`}, "Every number, who tells it, and where")]),
        h("p.pl-keys", "The left and right arrow keys lead to the previous and the next step."),
        h(
          "div.pl-layout",
          {role: "group", ariaLabel: "Layout"},
          layouts.map(({value, text}) => h("button", {type: "button", value}, text))
        )
      ]),
      h("button", {type: "button", value: "-1", ariaKeyShortcuts: "ArrowLeft"}, "Previous"),
      h("button", {type: "button", value: "1", ariaKeyShortcuts: "ArrowRight"}, "Next"),
      h("p.pl-said", {role: "status"})
    ])
  ];
}

/** Id of the place behind a scene, where the way past it leads. */
export function pastScene(scene: string): string {
  return `pl-past-${scene}`;
}
