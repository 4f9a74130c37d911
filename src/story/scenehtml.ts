import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {Dataset} from "../facts/dataset.ts";
import {artboards} from "../figure/kind.ts";
import type {BoundScene, BoundStep} from "./bind.ts";
import {pastScene} from "./contents.ts";
import {renderControls, renderVariants} from "./controlshtml.ts";
import type {Variants} from "./controlshtml.ts";
import {hasCard} from "./printed.ts";
import type {Figures} from "./html.ts";
import {renderBlocks, renderInlines} from "./printer.ts";
import type {Printer} from "./printer.ts";
import {sourceLine} from "./sourceline.ts";
import {suffixIds} from "./svgids.ts";
import {renderWorkings} from "./workings.ts";

/** How many sources of one origin a source line names before it counts. */
const longestLine = 6;

/** What stands by words that a guard no longer vouches for. */
const unheld = "Written for the published numbers.";

/** What a scene's place in the page decides, and what readers can set in it. */
interface SceneOptions {
  /** Whether it is the first, which is seen before a script runs. */
  readonly opens: boolean;
  readonly variants: (scene: string, step: string) => Variants | null;
  /** Why its figure could not be drawn; null where it was. */
  readonly failure: string | null;
}

/** Renders a scene: its title, its figure with table and sources, and every step with its state. */
export function renderScene(
  bound: BoundScene,
  figures: Figures,
  dataset: Dataset,
  printer: Printer,
  {opens, variants, failure}: SceneOptions
): Element {
  const {scene, records, steps} = bound;
  const {id} = scene;
  for (const record of [...cardsOf(records.ids, dataset), ...marked(bound, figures)])
    if (hasCard(dataset, record)) printer.cardOf(record);
  const tall = tallFor(bound, figures);
  const holds = bound.holds ? {} : {dataHolds: "false"};
  return h("section.scene", {id, ariaLabelledBy: `${id}-title`, ...tall, ...holds}, [
    h("a.pl-skip", {href: `#${pastScene(id)}`}, "Skip this scene"),
    h("h2", {id: `${id}-title`}, [
      ...renderInlines(scene.title, printer),
      ...(bound.holds ? [] : [h("span.pl-untrue", ` ${unheld}`)])
    ]),
    renderFigure(bound, figures, dataset, printer, {opens, failure}),
    ...steps.map((step) => renderStep(id, step, figures, printer, variants(id, step.step.id))),
    h("span.pl-past", {id: pastScene(id)})
  ]);
}

// Heights in px from which a drawing does not fit its place at a size that can be read: the places
// are those of `src/page/unpinned.css`.
const tallFrom = [
  {place: "phone", width: 340, height: 400},
  {place: "tablet", width: 640, height: 400},
  {place: "laptop", width: 640, height: 500}
] as const;

/** The places where a scene's drawings are too tall to be pinned, for the style sheet. */
function tallFor({scene, steps}: BoundScene, figures: Figures): {dataTall?: string} {
  const first = steps[0];
  if (first === undefined) return {};
  const places = tallFrom.filter(({width, height}) => {
    const svg = figures(scene.id, first.step.id, width);
    return Number(/ height="([\d.]+)"/.exec(svg)?.[1] ?? 0) >= height;
  });
  return places.length === 0 ? {} : {dataTall: places.map(({place}) => place).join(" ")};
}

/** SVG that our own figures drew, which is markup. */
export function raw(svg: string): ElementContent {
  // mdast-util-to-hast declares this node; it is one that hast-util-to-html prints as it is.
  return {type: "raw", value: svg} as unknown as ElementContent;
}

/** A drawing without what is drawn: its name, and the room that it takes. */
function frameOf(svg: string): string {
  return `${svg.slice(0, svg.indexOf(">") + 1)}</svg>`;
}

/**
 * The stage is what is seen while a script runs. The first scene's holds its first state, for that is
 * seen before; the others keep its room, and the reader puts it there before they come near.
 */
function renderFigure(
  bound: BoundScene,
  figures: Figures,
  dataset: Dataset,
  printer: Printer,
  {opens, failure}: Pick<SceneOptions, "opens" | "failure">
): Element {
  const {scene, steps, measure} = bound;
  const {id} = scene;
  const first = steps[0];
  const stage =
    first === undefined
      ? []
      : artboards.map((width) => {
          const drawn = figures(id, first.step.id, width);
          return raw(opens ? suffixIds(drawn, "-stage") : frameOf(drawn));
        });
  return h(
    "figure.figure",
    {id: `${id}-figure`, ariaLabelledBy: `${id}-title`, ariaDescribedBy: `${id}-description`},
    [
      h("p.pl-measure", measure),
      h("div.pl-stage", opens ? {dataStep: first?.step.id} : {}, stage),
      h("figcaption.pl-source", sourceLine(bound, dataset, longestLine)),
      h("p.pl-description", {id: `${id}-description`}, first?.description ?? ""),
      renderWorkings(bound, dataset, printer, failure)
    ]
  );
}

function renderStep(
  scene: string,
  bound: BoundStep,
  figures: Figures,
  printer: Printer,
  variants: Variants | null
): Element {
  const {step, description, holds, controls} = bound;
  const movable = controls !== null && variants !== null;
  return h("section.step", {id: step.id, ...(holds ? {} : {dataHolds: "false"})}, [
    h("div.pl-words", [
      ...renderBlocks(step.blocks, printer),
      ...(holds ? [] : [h("p.pl-untrue", unheld)])
    ]),
    ...(movable ? [renderControls(step.id, controls)] : []),
    h("div.state", [
      ...(step.measure === null ? [] : [h("p.pl-measure", step.measure.value)]),
      ...artboards.map((width) => raw(figures(scene, step.id, width))),
      h("p.pl-says", description),
      ...(movable ? [renderVariants(controls, variants)] : [])
    ])
  ]);
}

/** The records with cards that a scene declares. A series has cards for what is drawn or told of it. */
function cardsOf(ids: readonly string[], dataset: Dataset): string[] {
  return ids.map((id) => (Object.hasOwn(dataset.claims, id) ? dataset.claims[id]!.fact : id));
}

/** Records that a mark of the scene stands for. */
function marked({scene, steps}: BoundScene, figures: Figures): string[] {
  return steps.flatMap(({step}) =>
    artboards.flatMap((width) =>
      [...figures(scene.id, step.id, width).matchAll(/ data-(?:fact|record)="([^"]*)"/g)].map(
        ([, id]) => id!
      )
    )
  );
}
