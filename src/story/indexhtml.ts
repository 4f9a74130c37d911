import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {BoundStory} from "./bind.ts";
import {renderContrasts} from "./contrastshtml.ts";
import type {Figures} from "./html.ts";
import {indexRows} from "./indexrows.ts";
import type {IndexRow} from "./indexrows.ts";
import {indexPlace} from "./links.ts";
import type {Printer} from "./printer.ts";
import {toldIn} from "./toldin.ts";
import type {Place} from "./toldin.ts";
import * as voice from "./voice.ts";

/**
 * The index of a story: every number that its steps print or draw, with who tells it, how the tellings
 * agree, why it is printed as it is and where; what does not sit together. Rows open without a script.
 */
export function renderIndex(bound: BoundStory, figures: Figures, printer: Printer): Element {
  const {dataset} = bound;
  const documents = Object.keys(dataset.sources).filter(
    (id) => dataset.sources[id]!.origin === "seed"
  );
  const all = indexRows(dataset, documents);
  const places = toldIn(bound, figures);
  const rows = places.size === 0 ? all : all.filter((row) => placesOf(row, places).length > 0);
  const left = all.length - rows.length;
  const labels = documents.map((id) => voice.capital(dataset.sources[id]!.label));
  const title = `${indexPlace}-title`;
  return h("section.pl-index", {id: indexPlace, ariaLabelledBy: title}, [
    h("h2", {id: title}, "Every number, who tells it, and where"),
    h("table.pl-ledger", {role: "table"}, [
      h(
        "caption",
        "A number opens its words. An empty place is silence. Scenes are numbered as in the contents."
      ),
      h("thead", {role: "rowgroup"}, [
        h(
          "tr",
          {role: "row"},
          ["Number", ...labels, "Context", "Agreement", "Told in"].map((name) =>
            h("th", {scope: "col", role: "columnheader"}, name)
          )
        )
      ]),
      ...subjectsOf(rows).map((subject) =>
        h("tbody", {role: "rowgroup"}, [
          h("tr", {role: "row"}, [
            h(
              "th",
              {scope: "rowgroup", role: "rowheader", colSpan: labels.length + 4},
              voice.namesFor(dataset, [subject])
            )
          ]),
          ...rows
            .filter((row) => row.subject === subject)
            .map((row) => renderRow(row, labels, placesOf(row, places), printer))
        ])
      )
    ]),
    ...(left === 0
      ? []
      : [h("p", `${left} more numbers of the data, which no step prints or draws, are left out.`)]),
    ...renderContrasts(bound, documents)
  ]);
}

function subjectsOf(rows: readonly IndexRow[]): string[] {
  return [...new Set(rows.map(({subject}) => subject))];
}

/** Where a row's facts are told, in the story's order; a scene as a whole only where none of its steps is. */
function placesOf({facts}: IndexRow, places: ReadonlyMap<string, readonly Place[]>): Place[] {
  const all = facts.flatMap((fact) => places.get(fact) ?? []);
  return [...new Map(all.map((place) => [place.href, place])).values()]
    .filter(({text}) => !all.some((other) => other.text.startsWith(`${text},`)))
    .sort((a, b) => a.text.localeCompare(b.text, "en", {numeric: true}));
}

function renderRow(
  row: IndexRow,
  labels: readonly string[],
  places: readonly Place[],
  {cardOf}: Printer
): Element {
  const cell = (of: string, children: readonly ElementContent[]): Element =>
    h("td", {role: "cell", ...(of === "" ? {} : {dataOf: of})}, ...children);
  const text = (value: string): ElementContent[] => (value === "" ? [] : [{type: "text", value}]);
  const {card, label, computed, edited, documents, elsewhere, standing, because} = row;
  return h("tr", {role: "row", ...(edited ? {dataOrigin: "edited"} : {})}, [
    h(
      "th",
      {scope: "row", role: "rowheader"},
      card === null ? label : h("button.pl-record", {popoverTarget: cardOf(card)}, label)
    ),
    ...(computed
      ? [h("td", {role: "cell", colSpan: labels.length + 1})]
      : [
          ...documents.map((said, i) => cell(labels[i]!, text(said))),
          cell("Context", text(elsewhere))
        ]),
    cell(
      "",
      because === "" ? text(standing) : [h("details", [h("summary", standing), h("p", because)])]
    ),
    cell(
      "Told in",
      places.flatMap(({href, text: number}, i): ElementContent[] => [
        ...(i === 0 ? [] : text(" ")),
        h("a", {href}, number)
      ])
    )
  ]);
}
