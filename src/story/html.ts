import type {Element, ElementContent} from "hast";
import {toHtml} from "hast-util-to-html";
import {h} from "hastscript";
import type {Artboard} from "../figure/kind.ts";
import type {BoundScene, BoundStory} from "./bind.ts";
import type {Variants} from "./controlshtml.ts";
import {createCards} from "./cards.ts";
import {renderColophon} from "./colophon.ts";
import {editedOver} from "./edited.ts";
import {renderIndex} from "./indexhtml.ts";
import {renderContents} from "./contents.ts";
import {plainText, renderBlocks, renderInlines} from "./printer.ts";
import type {Printer} from "./printer.ts";
import {footOfCards} from "./foot.ts";
import type {Places} from "./quoted.ts";
import {raw, renderScene} from "./scenehtml.ts";
import type {Inline, Prose} from "./story.ts";

/** Gives the SVG of a scene's figure at a step, on an artboard, as text. */
export type Figures = (scene: string, step: string, width: Artboard) => string;

export interface RenderOptions {
  /** What differs in the states that a step's controls make; no controls where absent. */
  readonly variants?: (scene: string, step: string) => Variants | null;
  /** Why a scene's figure could not be drawn, so that its table stands in for it; null where it was. */
  readonly failure?: (scene: string) => string | null;
  /** Drawn samples for the key of marks, as markup; no key where absent. */
  readonly key?: string;
  /** Where the verified fragments stand in their documents. */
  readonly places?: Places;
  /** Where only some scenes are wanted: what else there is stays as it was in the page before. */
  readonly part?: {readonly before: RenderedStory; wants(scene: string): boolean} | undefined;
  /** Gives what it remembers of a scene of which nothing has changed, else what `make` makes. */
  readonly remember?: (scene: BoundScene, make: () => RenderedScene) => RenderedScene;
}

/** A scene as HTML, and the ids of the cards that it leads to. */
export interface RenderedScene {
  readonly html: string;
  readonly cards: readonly string[];
}

/** A story as HTML; `title` and `description` are plain text for the page's head. */
export interface RenderedStory {
  readonly title: string;
  readonly description: string;
  /** The children of the `main` element: opening, prose, scenes, index, colophon. */
  readonly blocks: readonly string[];
  /** Provenance cards, native popovers. */
  readonly cards: readonly string[];
}

/** The `main` element and, after it, the cards and what an open one ends with. */
export function pageBody({blocks, cards}: Pick<RenderedStory, "blocks" | "cards">): string {
  return `<main class="pl-story" id="pl-story">${blocks.join("")}</main>
<div class="pl-cards">${cards.join("")}</div>
${print(footOfCards)}`;
}

/**
 * Renders a bound story, every state of every figure included. Text is text wherever it comes from;
 * only what `figures` and `key` give is taken for markup, since the caller drew it.
 */
export function renderStory(
  bound: BoundStory,
  figures: Figures,
  options: RenderOptions = {}
): RenderedStory {
  const {story, dataset} = bound;
  const cards = createCards(dataset, options.places);
  const printer: Printer = {dataset, cardOf: cards.cardOf};
  const first = story.parts.findIndex((part) => part.type === "scene");
  const opening = story.parts.slice(0, first < 0 ? undefined : first);
  const header = renderOpening(bound, opening as Prose[], printer, options);
  const {remember = (_, make) => make(), variants = () => null, failure = () => null} = options;
  const rest = story.parts.slice(opening.length).map((part): string => {
    const stays =
      part.type === "scene" && options.part?.wants(part.id) === false
        ? blockOf(options.part.before, part.id)
        : undefined;
    if (stays !== undefined) return stays;
    if (part.type === "prose") return print(h("div.pl-prose", renderBlocks(part.blocks, printer)));
    const scene = bound.scenes.find((other) => other.scene === part);
    if (scene === undefined) throw new Error(`scene not bound: ${part.id}`);
    const made = remember(scene, () => {
      const asked: string[] = [];
      const cardOf: Printer["cardOf"] = (id) => {
        asked.push(id);
        return cards.cardOf(id);
      };
      const own = {dataset, cardOf};
      return {
        html: print(
          renderScene(scene, figures, dataset, own, {
            opens: scene === bound.scenes[0],
            variants,
            failure: failure(scene.scene.id)
          })
        ),
        cards: asked
      };
    });
    for (const id of made.cards) cards.cardOf(id);
    return made.html;
  });
  if (options.part !== undefined) {
    const {blocks, cards: old} = options.part.before;
    return {...pageWords(bound), blocks: [print(header), ...rest, ...blocks.slice(-2)], cards: old};
  }
  const index = print(renderIndex(bound, figures, printer));
  const shown = cards.render().map(print);
  const colophon = print(renderColophon(bound, cards.sources()));
  return {...pageWords(bound), blocks: [print(header), ...rest, index, colophon], cards: shown};
}

/** A scene's block of a page, which opens with its id. */
function blockOf({blocks}: RenderedStory, scene: string): string | undefined {
  return blocks.find((html) => html.slice(0, html.indexOf(">")).includes(` id="${scene}"`));
}

/** Title and description of a page as plain text. */
export function pageWords({story, dataset}: BoundStory): {title: string; description: string} {
  const {title, standfirst, description} = story.front;
  const words = [description, standfirst, openingParagraph(story.parts) ?? []];
  const described = words.find((inlines) => inlines.length > 0) ?? [];
  return {title: plainText(title, dataset), description: plainText(described, dataset)};
}

function renderOpening(
  {story, dataset}: BoundStory,
  opening: readonly Prose[],
  printer: Printer,
  {key}: RenderOptions
): Element {
  const blocks = opening.flatMap((prose) => prose.blocks);
  const standfirst = story.front.standfirst.length > 0 ? story.front.standfirst : null;
  // Without a standfirst of its own, a story's first paragraph is it.
  const lead = standfirst ?? openingParagraph(opening);
  const others = standfirst === null && lead !== null ? blocks.slice(1) : blocks;
  const edited = editedOver(dataset);
  return h("header.pl-opening", [
    ...(edited === "" ? [] : [h("p.pl-untrue.pl-edited", edited)]),
    h("h1", renderInlines(story.front.title, printer)),
    ...(lead === null ? [] : [h("p.pl-standfirst", renderInlines(lead, printer))]),
    ...(others.length === 0 ? [] : [h("div.pl-prose", renderBlocks(others, printer))]),
    ...renderKey(key),
    ...renderContents(story, dataset)
  ]);
}

/** The key of marks: a native popover, so that the page folds it away without a script. */
function renderKey(samples: string | undefined): Element[] {
  if (samples === undefined) return [];
  const title = "How to read the marks";
  return [
    h("button.pl-key-button", {popoverTarget: "pl-key"}, title),
    h("figure.pl-key", {id: "pl-key", popover: "auto"}, [h("figcaption", title), raw(samples)])
  ];
}

function openingParagraph(parts: BoundStory["story"]["parts"]): readonly Inline[] | null {
  const [first] = parts;
  const block = first?.type === "prose" ? first.blocks[0] : undefined;
  return block?.type === "paragraph" ? block.children : null;
}

function print(node: ElementContent): string {
  return toHtml(node, {allowDangerousHtml: true});
}
