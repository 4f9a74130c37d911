import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {Dataset} from "../facts/dataset.ts";
import {artboards} from "../figure/kind.ts";
import type {Cell} from "../figure/kind.ts";
import {closureOf} from "../figure/records.ts";
import type {BoundScene, BoundStep} from "./bind.ts";
import {renderControls, renderVariants} from "./controlshtml.ts";
import type {Variants} from "./controlshtml.ts";
import {hasCard} from "./printed.ts";
import type {Figures} from "./html.ts";
import {renderBlocks, renderInlines, renderNumber} from "./printer.ts";
import type {Printer} from "./printer.ts";
import {sourceId} from "./sources.ts";
import {suffixIds} from "./svgids.ts";

/** How many sources of one origin a source line names before it counts. */
const longestLine = 6;

/** Renders a scene: its title, its figure with table and sources, and every step with its state. */
export function renderScene(
  bound: BoundScene,
  figures: Figures,
  dataset: Dataset,
  printer: Printer,
  variants: (scene: string, step: string) => Variants | null
): Element {
  const {scene, records, steps} = bound;
  const {id} = scene;
  for (const record of [...cardsOf(records.ids, dataset), ...marked(bound, figures)])
    if (hasCard(dataset, record)) printer.cardOf(record);
  const tall = tallFor(bound, figures);
  return h("section.scene", {id, ariaLabelledBy: `${id}-title`, ...tall}, [
    h("h2", {id: `${id}-title`}, renderInlines(scene.title, printer)),
    renderFigure(bound, figures, dataset, printer),
    ...steps.map((step) => renderStep(id, step, figures, printer, variants(id, step.step.id)))
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

function renderFigure(
  bound: BoundScene,
  figures: Figures,
  dataset: Dataset,
  printer: Printer
): Element {
  const {scene, steps, measure} = bound;
  const {id} = scene;
  const first = steps[0];
  const stage =
    first === undefined
      ? []
      : artboards.map((width) => raw(suffixIds(figures(id, first.step.id, width), "-stage")));
  return h(
    "figure.figure",
    {id: `${id}-figure`, ariaLabelledBy: `${id}-title`, ariaDescribedBy: `${id}-description`},
    [
      h("p.pl-measure", measure),
      h("div.pl-stage", {dataStep: first?.step.id}, stage),
      h("figcaption.pl-source", sourceLine(bound, dataset, longestLine)),
      h("p.pl-description", {id: `${id}-description`}, first?.description ?? ""),
      renderWorkings(bound, dataset, printer)
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
      ...(holds ? [] : [h("p.pl-untrue", "With the numbers as they are now, this is not true.")])
    ]),
    ...(movable ? [renderControls(step.id, controls)] : []),
    h("div.state", [
      ...artboards.map((width) => raw(figures(scene, step.id, width))),
      h("p.pl-says", description),
      ...(movable ? [renderVariants(controls, variants)] : [])
    ])
  ]);
}

function renderWorkings(bound: BoundScene, dataset: Dataset, printer: Printer): Element {
  const {scene, table, steps} = bound;
  const [head, ...columns] = table.columns;
  const guards = [scene.holds, ...steps.map(({step}) => step.holds)].filter((g) => g !== null);
  return h("details.pl-workings", [
    h("summary", "Data and sources"),
    h("div.pl-table", {tabIndex: 0, role: "region", ariaLabel: table.caption}, [
      h("table", [
        h("caption", table.caption),
        h("thead", [
          h("tr", [
            ...(head === undefined ? [] : [h("th", {scope: "col"}, head)]),
            ...columns.map((column) => h("th", {scope: "col"}, column))
          ])
        ]),
        h(
          "tbody",
          table.rows.map(([header, ...cells]) =>
            h("tr", [
              ...(header === undefined
                ? []
                : [h("th", {scope: "row"}, [renderCell(header, dataset, printer)])]),
              ...cells.map((cell) => h("td", [renderCell(cell, dataset, printer)]))
            ])
          )
        )
      ])
    ]),
    h("p.pl-sources", sourceLine(bound, dataset, Infinity)),
    ...guards.map(({value}) => h("p.pl-guard", ["Holds while ", h("code", value), "."]))
  ]);
}

function renderCell(cell: Cell, dataset: Dataset, printer: Printer): ElementContent {
  const {text, fact, claim, record} = cell;
  const number = claim ?? fact;
  if (number !== undefined && text !== "") return renderNumber(number, printer, {text});
  if (record !== undefined && hasCard(dataset, record))
    return h("button.pl-record", {popoverTarget: printer.cardOf(record), dataRecord: record}, text);
  return {type: "text", value: text};
}

/** Names the sources, articles and context apart; each leads to its place in the colophon. */
function sourceLine(bound: BoundScene, dataset: Dataset, longest: number): ElementContent[] {
  const ids = sourcesOf(bound, dataset);
  const lines = (["seed", "context"] as const).flatMap((origin): ElementContent[] => {
    const own = ids.filter((id) => dataset.sources[id]!.origin === origin);
    if (own.length === 0) return [];
    const word = origin === "context" ? "Context" : own.length === 1 ? "Source" : "Sources";
    const rest = own.length - longest;
    const named = own
      .slice(0, longest)
      .flatMap((id, i): ElementContent[] => [
        {type: "text", value: i === 0 ? "" : ", "},
        h("a", {href: `#${sourceId(id, dataset)}`}, dataset.sources[id]!.label)
      ]);
    const end = rest > 0 ? `, and ${rest} more in the data below. ` : ". ";
    return [{type: "text", value: `${word}: `}, ...named, {type: "text", value: end}];
  });
  if (lines.length > 0) return lines;
  return [{type: "text", value: "No source: the numbers are assumed."}];
}

/** The sources of everything a scene declares and that this is computed from, seeds first. */
function sourcesOf({records}: BoundScene, dataset: Dataset): string[] {
  const found = new Set<string>();
  for (const id of closureOf(dataset, records.ids))
    for (const table of [dataset.claims, dataset.statements, dataset.events, dataset.relations])
      if (Object.hasOwn(table, id)) found.add(table[id]!.source);
  return Object.keys(dataset.sources).filter((id) => found.has(id));
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
