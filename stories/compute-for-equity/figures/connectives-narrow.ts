import {quoted} from "../../../src/figure/labels.ts";
import {widthOf} from "../../../src/figure/text.ts";
import {paint, size} from "../../../src/figure/theme.ts";
import type {Argument, Block} from "./connectives-argument.ts";
import {untied} from "./connectives-argument.ts";
import {beside, heading, leftOutLines, linesOf, wordLine} from "./connectives-place.ts";
import type {Line, PlacedArgument, PlacedSaying, PlacedTie} from "./connectives-place.ts";
import type {Tie} from "./connectives-records.ts";

const width = 340;
const strong = {face: "sansStrong", size: 15} as const;

/** An argument on the narrow artboard: with a shortcut beside it downwards, else in short lines. */
export function placeNarrow(argument: Argument, height: number): PlacedArgument {
  return argument.shortcut === null
    ? placeLines(argument)
    : placeDown(argument, argument.shortcut, height);
}

/** Arrows' places across, where words beside them begin, and how wide these may be. */
const columns = {
  chain: {arrow: 8, words: 26, nodes: 0, room: 160},
  shortcut: {arrow: 188, words: 204, nodes: 182, room: 158}
} as const;
const wordSize = 21;
const top = 30;

/** The chain on the left and what goes past it on the right, from one name down. */
function placeDown(argument: Argument, shortcut: Tie, height: number): PlacedArgument {
  const {about, who, chain} = argument;
  const tight = chainDown(chain, 0);
  const left = Math.max(0, height - tight.bottom);
  const {ties, end, bottom} = chainDown(chain, Math.floor(left / chain.length));
  const {chain: a, shortcut: b} = columns;
  const node = linesOf("effect", shortcut.effect, {x: b.nodes, y: end + 18, room: b.room}, strong);
  const past: PlacedTie = {
    tie: shortcut,
    arrow: [
      [b.arrow, top],
      [b.arrow, end]
    ],
    lines: [
      ...wordDown(shortcut, b, top + 26),
      ...leftOutLines(argument, {x: b.words, y: top + 134, room: width - b.words}),
      ...node
    ],
    isShortcut: true
  };
  const free = [
    ...linesOf("about", about, {x: 0, y: 18, room: width}, {face: "sansStrong", size: 19}),
    ...heading(who.chain, {x: a.words, y: top + 22, room: a.room - a.words}, 0),
    ...heading(who.shortcut, {x: b.words, y: top + 22, room: width - b.words}, 1)
  ];
  return {
    ties: [...ties, past],
    sayings: [],
    free,
    trunk: `M${a.arrow},${top}H${b.arrow}`,
    rules: [],
    bottom
  };
}

function chainDown(chain: readonly Tie[], spare: number) {
  const column = columns.chain;
  let y = top;
  let end = top;
  const ties = chain.map((tie, i): PlacedTie => {
    // Beside the first arrow it also says whose words these are.
    const lines = wordDown(tie, column, y + (i === 0 ? 26 : 0));
    end = lines.at(-1)!.y + 18 + spare;
    const node = linesOf(
      "effect",
      tie.effect,
      {x: column.nodes, y: end + 18, room: column.room},
      strong
    );
    const from = y;
    y = node.at(-1)!.y + 12;
    return {
      tie,
      arrow: [
        [column.arrow, from],
        [column.arrow, end]
      ],
      lines: [...lines, ...node],
      isShortcut: false
    };
  });
  return {ties, end, bottom: y - 4};
}

function wordDown(
  tie: Tie,
  {words, room, nodes}: (typeof columns)["chain" | "shortcut"],
  y: number
): Line[] {
  return [
    wordLine(tie, words, y + 46, wordSize),
    ...linesOf(
      "note",
      tie.brief,
      {x: words, y: y + 68, room: nodes + room - words},
      {fill: paint.muted}
    )
  ];
}

/** Where effects begin in short lines. */
const effectX = 132;
const lineWord = 15;

/** Ties as short lines under who says so, and what stands apart below. */
function placeLines({about, who, chain, blocks}: Argument): PlacedArgument {
  const ties = tieLines(chain, 42);
  const start: PlacedArgument = {
    ties: ties.placed,
    sayings: [],
    free: [
      ...heading(who.chain, {x: 0, y: 14, room: width}, 0),
      ...linesOf("about", about, {x: 0, y: 35, room: width}, strong)
    ],
    trunk: null,
    rules: [],
    bottom: ties.bottom
  };
  return blocks.reduce<PlacedArgument>(
    (above, block, i) => addBlock(above, block, i, block.who === (blocks[i - 1]?.who ?? who.chain)),
    start
  );
}

function tieLines(ties: readonly Tie[], from: number) {
  let y = from;
  const placed = ties.map((tie): PlacedTie => {
    const place = {x: effectX, y: 0, room: width - effectX};
    const count = linesOf("effect", tie.effect, place, strong).length;
    const middle = y + (count * size.line) / 2 + 2;
    y += count * size.line + 4;
    const word = Math.ceil(widthOf(quoted(tie.connective), "serifStrong", lineWord));
    return {
      tie,
      arrow: [
        [word + 8, middle],
        [effectX - 8, middle]
      ],
      lines: [
        wordLine(tie, 0, middle + 5, lineWord),
        ...beside("effect", tie.effect, {...place, y: middle}, strong)
      ],
      isShortcut: false
    };
  });
  return {placed, bottom: y};
}

/** What else a voice says, or under a rule another voice. */
function addBlock(above: PlacedArgument, block: Block, i: number, goesOn: boolean): PlacedArgument {
  const {first} = block;
  const rule = above.bottom + 10;
  const place = {x: 0, y: rule + 21, room: width};
  const who = goesOn ? [] : heading(block.who, place, i + 2, first.isQuote);
  const style = first.isQuote ? ({face: "serifStrong", size: 20} as const) : strong;
  const begin = goesOn ? above.bottom + 27 : who.at(-1)!.y + (first.isQuote ? 27 : 21);
  const lines = linesOf("saying", first.text, {x: 0, y: begin, room: width}, style);
  const ties = tieLines(block.tie === null ? [] : [block.tie], lines.at(-1)!.y + 7);
  let y = block.tie === null ? lines.at(-1)!.y : ties.bottom - 4;
  const details = block.details.map((detail): PlacedSaying => {
    const place = {x: effectX, y: y + 16, room: width - effectX};
    const lines = linesOf("saying", detail.text, place, {face: "serif", fill: paint.muted});
    y = lines.at(-1)!.y;
    return {saying: detail, lines};
  });
  const alone: Line[] = first.isQuote
    ? [{role: "untied", text: untied, x: 0, y: y + 23, fill: paint.muted}]
    : [];
  return {
    ...above,
    rules: goesOn ? above.rules : [...above.rules, rule],
    free: [...above.free, ...who],
    sayings: [...above.sayings, {saying: first, lines: [...lines, ...alone]}, ...details],
    ties: [...above.ties, ...ties.placed],
    bottom: y + (first.isQuote ? 28 : 5)
  };
}
