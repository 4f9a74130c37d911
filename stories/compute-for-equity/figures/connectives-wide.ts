import {quoted} from "../../../src/figure/labels.ts";
import {widthOf} from "../../../src/figure/text.ts";
import {paint} from "../../../src/figure/theme.ts";
import type {Argument, Block} from "./connectives-argument.ts";
import {untied} from "./connectives-argument.ts";
import {beside, heading, leftOutLines, linesOf, wordLine} from "./connectives-place.ts";
import type {Line, PlacedArgument, PlacedSaying, PlacedTie} from "./connectives-place.ts";
import type {Tie} from "./connectives-records.ts";

const width = 640;
/** Where the first arrow begins, and how long each is. */
const start = 112;
const long = 100;
/** The chain's arrows, and the shortcut's below them. */
const chainY = 98;
const shortcutY = 298;
const strong = {face: "sansStrong", size: 16} as const;
const wordSize = 22;

/** An argument from left to right, on the wide artboard. */
export function placeWide(argument: Argument): PlacedArgument {
  const {about, who, chain, shortcut, blocks} = argument;
  const name = beside(
    "about",
    about,
    {x: 0, y: chainY, room: start - 12},
    {face: "sansStrong", size: 17}
  );
  const each = (width - start) / chain.length;
  const ties = chain.map((tie, i): PlacedTie => {
    const x = start + i * each;
    return placeTie(tie, [x, x + long], chainY, {x: x + long + 12, room: each - long - 14});
  });
  const free = [...heading(who.chain, {x: 0, y: 14, room: width}, 0), ...name];
  const placed = {ties, free, trunk: null, sayings: [], rules: []};
  if (shortcut !== null) {
    const end = width - each + long;
    const effect = {x: end + 12, room: each - long - 14};
    // Its word stands under the chain's first, and what it leaves out under where that is.
    const straight = placeTie(shortcut, [start, end], shortcutY, effect, start + long / 2);
    const gone = {x: start + long + 12, y: shortcutY + 28, room: each - long};
    const past: PlacedTie = {
      ...straight,
      arrow: [
        [30, name.at(-1)!.y + 12],
        [30, shortcutY],
        [end, shortcutY]
      ],
      lines: [...straight.lines, ...leftOutLines(argument, gone)],
      isShortcut: true
    };
    const title = heading(who.shortcut, {x: 48, y: shortcutY - 56, room: width}, 1);
    return {...placed, ties: [...ties, past], free: [...free, ...title], bottom: shortcutY + 96};
  }
  return blocks.reduce<PlacedArgument>(
    (above, block, i) => addBlock(above, block, i, block.who === (blocks[i - 1]?.who ?? who.chain)),
    {...placed, bottom: chainY + 56}
  );
}

function placeTie(
  tie: Tie,
  [from, to]: readonly [number, number],
  y: number,
  effect: {readonly x: number; readonly room: number},
  middle = (from + to) / 2
): PlacedTie {
  const half = widthOf(quoted(tie.connective), "serifStrong", wordSize) / 2;
  const x = Math.round(middle - half);
  return {
    tie,
    arrow: [
      [from, y],
      [to, y]
    ],
    lines: [
      wordLine(tie, x, y - 14, wordSize),
      ...linesOf("note", tie.brief, {x, y: y + 26, room: 2 * half + 6}, {fill: paint.muted}),
      ...beside("effect", tie.effect, {...effect, y}, strong)
    ],
    isShortcut: false
  };
}

/** What else a voice says, or under a rule another voice. */
function addBlock(above: PlacedArgument, block: Block, i: number, goesOn: boolean): PlacedArgument {
  const {first} = block;
  const rule = above.bottom + 16;
  const y = goesOn ? above.bottom : rule + 26;
  const who = goesOn ? [] : heading(block.who, {x: 0, y, room: width}, i + 2, first.isQuote);
  const rules = goesOn ? above.rules : [...above.rules, rule];
  if (first.isQuote) {
    const alone: Line = {
      role: "untied",
      text: untied,
      x: width,
      y,
      anchor: "end",
      fill: paint.muted
    };
    const quote = linesOf(
      "saying",
      first.text,
      {x: 0, y: y + 34, room: width},
      {face: "serifStrong", size: 26}
    );
    return {
      ...above,
      rules,
      free: [...above.free, ...who],
      sayings: [...above.sayings, {saying: first, lines: [...quote, alone]}],
      bottom: quote.at(-1)!.y + 8
    };
  }
  const middle = y + 56;
  const saying: PlacedSaying = {
    saying: first,
    lines: beside("saying", first.text, {x: 0, y: middle, room: 186}, strong)
  };
  const ties =
    block.tie === null
      ? []
      : [placeTie(block.tie, [204, 340], middle, {x: 352, room: width - 352})];
  const last = ties[0]?.lines.at(-1) ?? saying.lines.at(-1)!;
  const details = block.details.map((detail, k): PlacedSaying => ({
    saying: detail,
    lines: linesOf(
      "saying",
      detail.text,
      {x: last.x, y: last.y + 22 + k * 20, room: width - last.x},
      {face: "serif", fill: paint.muted}
    )
  }));
  const ends = [saying, ...ties, ...details].flatMap(({lines}) => lines.map((line) => line.y));
  return {
    ...above,
    rules,
    free: [...above.free, ...who],
    sayings: [...above.sayings, saying, ...details],
    ties: [...above.ties, ...ties],
    bottom: Math.max(...ends) + 6
  };
}
