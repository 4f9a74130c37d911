import {formatShort} from "../../format.ts";
import type {Quantity} from "../../quantity.ts";
import {recedes} from "../emphasis.ts";
import {bracket, line, path} from "../glyphs.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {capital} from "../labels.ts";
import {drawnAs} from "../parts.ts";
import {plot} from "../plot.ts";
import {element, group, words} from "../svg.ts";
import {widthOf} from "../text.ts";
import {fixed, paint, size} from "../theme.ts";
import {cell, isOpen, withoutKey} from "./ledger-cell.ts";
import {baseline, columns, head, middle, placeLedger} from "./ledger-layout.ts";
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
  {told, elsewhere}: Columns,
  width: Artboard
): SVGGElement {
  const name = (text: string, x: number, anchor: "start" | "end") =>
    words(document, {text, x, y: baseline, anchor, tick: true, fill: paint.muted});
  const [first, second] = width === 340 ? shortened(documents) : documents.map(capital);
  return element(document, "g", {"data-key": "head"}, [
    name(first!, told[0], "end"),
    name(second!, told[1], "start"),
    width === 340 ? name("Context", width, "end") : name("Context", elsewhere, "start"),
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
  const said = documents.map((telling, i) =>
    telling === null ? null : told(document, telling, lines, at, i === 0, dims(telling))
  );
  const node = group(document, `row:${fact}`, {fact}, recedes(highlight, fact), [
    ...lines.map((text, i) =>
      words(document, {text: i === 0 ? capital(text) : text, x: 0, y: baseline + i * size.line})
    ),
    ...tie(document, row, at),
    ...documents.flatMap((telling, i) =>
      telling === null || (at.inWords === "documents" && said[i] !== null)
        ? []
        : cell(document, telling, at.marks[i]!, dims(telling))
    ),
    ...said,
    ...others(document, elsewhere, at, dims)
  ]);
  node.setAttribute("transform", `translate(0,${y})`);
  return node;
}

/** What joins what the two documents say: a line, or a bracket over what conflicts. */
function tie(document: Document, row: Row, {marks: [a, b], told, inWords}: Columns): SVGElement[] {
  if (row.documents.includes(null)) return [];
  if (row.agreement === "conflict")
    return [withoutKey(bracket(document, [a, b], 0, `tie:${row.fact}`))];
  const inset = fixed.dot - 1;
  const [from, to] = inWords === "documents" ? [told[0] + 4, told[1] - 4] : [a + inset, b - inset];
  return [line(document, [from, middle, to, middle], {stroke: paint.accent, "stroke-width": 3})];
}

/** A document's own words, or the short form where they have no room; null where that has none. */
function told(
  document: Document,
  {quantity, origin}: Telling,
  lines: readonly string[],
  at: Columns,
  first: boolean,
  dim: boolean
): SVGTextElement | null {
  const [left, right] = at.told;
  const label = Math.max(...lines.map((text) => widthOf(text, "sans", size.label)));
  const room = first ? left - label - 6 : at.elsewhere - right - 4;
  const own = at.inWords === "documents" ? [] : [quantity.verbatim];
  const edited = origin === "edited";
  const forms = [...own, formatShort(quantity)];
  // An edit never recedes, and says what it is wherever there is room for the word.
  const named = edited ? forms.map((form) => `${form}, edited`) : [];
  const text = [...named, ...forms].find((text) => widthOf(text, "sans", size.label) <= room);
  if (text === undefined) return null;
  return words(document, {
    text,
    x: first ? left : right,
    y: baseline,
    anchor: first ? "end" : "start",
    ...(edited ? {fill: paint.edited} : dim ? {fill: paint.muted} : {})
  });
}

/** What others say: in their words or in short where they have room, else each form of mark once. */
function others(
  document: Document,
  tellings: readonly Telling[],
  {elsewhere, inWords}: Columns,
  dims: (telling: Telling) => boolean
): SVGElement[] {
  if (tellings.length === 0) return [];
  const told = (words: string, {origin}: Telling): string =>
    origin === "edited" ? `${words} (edited)` : words;
  const all = (wordsOf: (quantity: Quantity) => string): string =>
    [...new Set(tellings.map((each) => told(wordsOf(each.quantity), each)))].join(", ");
  const text = [all(({verbatim}) => verbatim), all(formatShort)].find(
    (line) => widthOf(line, "sans", size.label) <= 640 - elsewhere
  );
  if (inWords === "others" && text !== undefined) {
    const fill = tellings.every(dims) ? {fill: paint.muted} : {};
    return [words(document, {text, x: elsewhere, y: baseline, ...fill})];
  }
  const forms = new Map(
    tellings.map((telling) => [drawnAs(telling.quantity), telling] as const).reverse()
  );
  let x: number = elsewhere + fixed.dot;
  return [...forms.values()].reverse().flatMap((telling) => {
    const here = x;
    x += 2 * fixed.dot + (isOpen(telling.quantity) ? 10 : 3);
    return cell(document, telling, here, dims(telling));
  });
}
