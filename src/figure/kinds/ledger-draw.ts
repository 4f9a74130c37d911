import {formatShort} from "../../format.ts";
import {recedes} from "../emphasis.ts";
import {bracket, line, path} from "../glyphs.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {capital} from "../labels.ts";
import {plot} from "../plot.ts";
import {element, group, words} from "../svg.ts";
import {widthOf} from "../text.ts";
import {fixed, paint, size} from "../theme.ts";
import {cell, isOpen, withoutKey} from "./ledger-cell.ts";
import {baseline, columns, head, middle, placeLedger, room} from "./ledger-layout.ts";
import type {Columns, Placed} from "./ledger-layout.ts";
import type {Group, Ledger, Row, Telling} from "./ledger-rows.ts";

export interface Look {
  readonly groups: readonly Group[];
  /** Whether a claim that is not printed recedes beside the one that is. */
  readonly weighs: boolean;
}

/** Draws one state. A row keeps its form wherever it stands, so that it can travel. */
export function drawLedger(drawing: Drawing, ledger: Ledger, look: Look): SVGSVGElement {
  const {document, width, height, highlight} = drawing;
  const {groups} = placeLedger(look.groups, width, height);
  const at = columns[width];
  return plot({
    document,
    width,
    height,
    label: `Who tells what: ${groups.map(({group}) => group.heading).join("; ")}`,
    marks: [
      () => drawHead(document, ledger, at, width),
      ...groups.map(({group: {id, heading, rows}, y}) => () => {
        const receding = rows.every(({fact}) => recedes(highlight, fact));
        return words(document, {
          text: heading,
          x: 0,
          y,
          ...(receding ? {fill: paint.muted} : {face: "sansStrong"}),
          key: `group:${id}`
        });
      }),
      () => element(document, "g", {}, drawUnder(document, ledger, groups, at, width)),
      ...groups.flatMap(({rows}) =>
        rows.map((placed) => () => drawRow(drawing, placed, at, look.weighs))
      )
    ]
  });
}

function drawHead(
  document: Document,
  {documents}: Ledger,
  at: Columns,
  width: Artboard
): SVGGElement {
  const [a, b] = at.marks;
  const name = (text: string, x: number, anchor: "start" | "middle" | "end") =>
    words(document, {text, x, y: baseline, anchor, tick: true, fill: paint.muted});
  const names =
    at.told === null
      ? shortened(documents).map((text, i) => name(text, at.marks[i]!, "middle"))
      : [
          name(capital(documents[0]), a + fixed.dot, "end"),
          name(capital(documents[1]), b - fixed.dot, "start")
        ];
  return element(document, "g", {"data-key": "head"}, [
    ...names,
    name("Context", at.elsewhere - fixed.dot, "start"),
    line(document, [0, head - 3, width, head - 3], {stroke: paint.ink})
  ]);
}

/** Two names without the words that both begin with: "article A" and "article B" are A and B. */
function shortened(names: readonly [string, string]): string[] {
  const [first, second] = names.map((name) => name.split(" ")) as [string[], string[]];
  let alike = 0;
  while (alike < first.length - 1 && alike < second.length - 1 && first[alike] === second[alike])
    ++alike;
  return [first, second].map((words) => words.slice(alike).join(" "));
}

/** Lines below rows and specks of silence: each a path in the ledger's order, so that it travels with them. */
function drawUnder(
  document: Document,
  {rows}: Ledger,
  groups: readonly Placed[],
  {marks}: Columns,
  width: Artboard
): SVGPathElement[] {
  const placed = groups.flatMap((group) => group.rows);
  const inOrder = rows.flatMap(({fact}) => placed.find(({row}) => row.fact === fact) ?? []);
  const rules = inOrder.map(({y, lines}) => `M0,${y + lines.length * size.line - 0.5}h${width}`);
  const specks = inOrder.flatMap(({row, y}) =>
    row.documents.flatMap((telling, i) =>
      telling === null ? [`M${marks[i]!},${y + middle}h0`] : []
    )
  );
  const stroke = {stroke: paint.muted, "stroke-width": 3, "stroke-linecap": "round"};
  return [
    path(document, rules.join(""), {stroke: paint.rule, "data-key": "rules"}),
    ...(specks.length === 0
      ? []
      : [path(document, specks.join(""), {...stroke, "data-key": "specks"})])
  ];
}

// A row travels as one piece, so that nothing in it needs a key of its own.
function drawRow(
  {document, highlight}: Drawing,
  {row, lines, y}: Placed["rows"][number],
  at: Columns,
  weighs: boolean
): SVGGElement {
  const {fact, documents, elsewhere} = row;
  const dims = ({claim}: Telling) => weighs && row.decided && claim !== row.printed;
  const mark = (telling: Telling, x: number) => cell(document, telling, x, dims(telling));
  let x: number = at.elsewhere;
  const others = elsewhere.flatMap((telling) => {
    const here = x;
    x += 2 * fixed.dot + (isOpen(telling.quantity) ? 10 : 3);
    return mark(telling, here);
  });
  const node = group(document, `row:${fact}`, {fact}, recedes(highlight, fact), [
    ...lines.map((text, i) =>
      words(document, {text: i === 0 ? capital(text) : text, x: 0, y: baseline + i * size.line})
    ),
    ...tie(document, row, at),
    ...documents.flatMap((telling, i) => (telling === null ? [] : mark(telling, at.marks[i]!))),
    ...(at.told === null
      ? []
      : documents.map((telling, i) =>
          telling === null ? null : told(document, telling, at.told![i]!, i === 0, dims(telling))
        )),
    ...others
  ]);
  node.setAttribute("transform", `translate(0,${y})`);
  return node;
}

/** What joins the two documents' marks: a line, or a bracket over what conflicts. */
function tie(document: Document, row: Row, {marks: [a, b]}: Columns): SVGElement[] {
  if (row.documents.includes(null)) return [];
  if (row.agreement === "conflict")
    return [withoutKey(bracket(document, [a, b], 0, `tie:${row.fact}`))];
  const inset = fixed.dot - 1;
  const across = [a + inset, middle, b - inset, middle] as const;
  return [line(document, across, {stroke: paint.accent, "stroke-width": 3})];
}

function told(
  document: Document,
  {quantity}: Telling,
  x: number,
  first: boolean,
  dim: boolean
): SVGTextElement {
  const fits = widthOf(quantity.verbatim, "sans", size.label) <= room[first ? 0 : 1];
  return words(document, {
    text: fits ? quantity.verbatim : formatShort(quantity),
    x,
    y: baseline,
    anchor: first ? "end" : "start",
    ...(dim ? {fill: paint.muted} : {})
  });
}
