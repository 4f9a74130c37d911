import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {Dataset} from "../facts/dataset.ts";
import {plotCode} from "../figure/code.ts";
import type {Cell} from "../figure/kind.ts";
import type {BoundScene} from "./bind.ts";
import {formulaWords} from "./formula.ts";
import {hasCard} from "./printed.ts";
import {plainText, renderNumber} from "./printer.ts";
import type {Printer} from "./printer.ts";
import {sceneSource} from "./scenesource.ts";
import {sourceText} from "./sourceline.ts";
import {capital} from "./voice.ts";

/**
 * The notebook side of a figure, closed until a reader asks: its table, all of its sources, how its
 * numbers were computed, its files, and the code that it is made from, guards included. Open where
 * they stand in for a figure that could not be drawn, with the message of its `failure`.
 */
export function renderWorkings(
  bound: BoundScene,
  dataset: Dataset,
  printer: Printer,
  failure: string | null
): Element {
  const {text, count} = sourceText(bound, dataset);
  return h("details.pl-workings", {open: failure !== null}, [
    h("summary", "Data, formulas and code"),
    ...(failure === null ? [] : [h("p.pl-failure", `This figure cannot be drawn: ${failure}`)]),
    ...(bound.table.columns.length === 0 ? [] : [renderTable(bound, dataset, printer)]),
    h("p.pl-sources", {dataCount: count}, text),
    ...renderFormulas(bound, dataset, printer),
    renderFiles(bound),
    renderCode(bound)
  ]);
}

function renderTable({scene, table}: BoundScene, dataset: Dataset, printer: Printer): Element {
  const [head, ...columns] = table.columns;
  // Figures of one kind have one caption; regions are told apart by their names.
  const ariaLabel = `${plainText(scene.title, dataset)}: ${table.caption}`;
  return h("div.pl-table", {tabIndex: 0, role: "region", ariaLabel}, [
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
              : [h("th", {scope: "row"}, [renderCell(named(header, cells), dataset, printer)])]),
            ...cells.map((cell) => h("td", [renderCell(cell, dataset, printer)]))
          ])
        )
      )
    ])
  ]);
}

/** A row's head: plain words where another of its cells is the number that it names. */
function named(header: Cell, cells: readonly Cell[]): Cell {
  const number = ({claim, fact}: Cell): string | undefined => claim ?? fact;
  const told =
    number(header) !== undefined && cells.some((cell) => number(cell) === number(header));
  return told ? {text: header.text} : header;
}

function renderCell(cell: Cell, dataset: Dataset, printer: Printer): ElementContent {
  const {text, fact, claim, record} = cell;
  const number = claim ?? fact;
  if (number !== undefined && text !== "") return renderNumber(number, printer, {text});
  if (record !== undefined && hasCard(dataset, record))
    return h("button.pl-record", {popoverTarget: printer.cardOf(record), dataRecord: record}, text);
  return {type: "text", value: text};
}

/** Each computed number of the figure, or printed beside it: its formula with the numbers in it. */
function renderFormulas({records, printed}: BoundScene, dataset: Dataset, printer: Printer) {
  const ids = [...records.ids, ...printed].filter((id) => dataset.facts[id]?.formula != null);
  return [...new Set(ids)].map((id) => {
    const {label, formula, parents} = dataset.facts[id]!;
    const words = formulaWords(formula!, parents, dataset);
    return h("p.pl-formula", [
      `${capital(label)}: `,
      h("code", words),
      " = ",
      renderNumber(id, printer),
      "."
    ]);
  });
}

/**
 * Addresses from the story's folder; the page of the whole site rewrites them to its own. The program
 * for Plot is a file, for it repeats the data.
 */
function renderFiles({scene, records}: BoundScene): Element {
  const file = (ending: string, words: string): Element =>
    h("a.pl-file", {href: `figures/${scene.id}.${ending}`, download: true}, words);
  const plotted = plotCode(records) !== "";
  return h("p.pl-files", [
    "Take it along: ",
    file("svg", "the picture"),
    "; its data as ",
    file("csv", "CSV"),
    " and ",
    file("json", "JSON"),
    ...(plotted ? ["; ", file("plot.js", "a program for Plot")] : []),
    ". ",
    ...(plotted ? [h("button.pl-copy", {ariaLive: "polite"}, "Copy as Plot")] : [])
  ]);
}

function renderCode({scene}: BoundScene): Element {
  return h("div.pl-code", [
    h("p", "As its author wrote it, prose left out:"),
    h("pre", [h("code", sceneSource(scene))])
  ]);
}
