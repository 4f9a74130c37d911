import {formatSpoken} from "../../format.ts";
import type {Artboard} from "../kind.ts";
import {styleOf} from "../marks.ts";
import {barParts, drawnAs, extentOf, named} from "../parts.ts";
import {widthOf} from "../text.ts";
import {fixed, size} from "../theme.ts";
import type {Other, Sum} from "./part-of-sum-data.ts";
import {placeNames, rowsOf} from "./part-of-sum-names.ts";
import type {PlacedName} from "./part-of-sum-names.ts";
import {placeOthers} from "./part-of-sum-others.ts";
import type {PlacedOther} from "./part-of-sum-others.ts";
import {placeOver} from "./part-of-sum-over.ts";
import type {Over, PlacedOver} from "./part-of-sum-over.ts";
import {plumbWords, partBlock, restBlock} from "./part-of-sum-words.ts";
import type {Block, Frame} from "./part-of-sum-words.ts";

/** What a state shows. */
export interface Shown extends Sum {
  /** What the part is, and what is said of the rest, in the author's words. */
  readonly name: string;
  readonly rest: string;
  readonly over: Over;
  readonly others: readonly Other[];
  /** Whether the marks of the bar are named below it. */
  readonly named: boolean;
}

/** Where the parts of a bar end, px. */
interface Ends {
  /** Where the filled part ends; null where nothing is filled that words could stand on. */
  readonly fill: number | null;
  /** Where the value stands that the words name, if they name one. */
  readonly named: number | null;
  /** From where on nothing more of the part is drawn. */
  readonly rest: number;
}

export type PlacedBlock = Block & {readonly x: number; readonly y: number};

/** A state with all of its places; y of words are base lines. */
export interface Placement {
  readonly over: PlacedOver;
  /** Who gives the sum, and the sum. */
  readonly head: number;
  /** The words at the plumb line. */
  readonly plumbName: number;
  readonly top: number;
  readonly thickness: number;
  readonly ends: Ends;
  readonly part: PlacedBlock & {readonly inside: boolean};
  readonly rest: PlacedBlock;
  /** The names of the marks, and their upper edge; none where they are not named. */
  readonly names: readonly PlacedName[];
  readonly namesTop: number;
  /** The tip of the plumb line's weight. */
  readonly tip: number;
  readonly others: readonly PlacedOther[];
  readonly height: number;
  /** From an amount to px. */
  readonly scale: (amount: number) => number;
}

const fits = {
  340: {least: 92, most: 228, pad: 10},
  640: {least: 108, most: 220, pad: 18}
} as const;

/**
 * Places a state from the top down: statements, the bar, the names of its marks, what others say. Of
 * a height that is more than it needs the bar takes what it can use, then the plumb line.
 */
export function placeSum(shown: Shown, width: Artboard, height = 0): Placement {
  const {least, most, pad} = fits[width];
  const scale = scaleOf(shown, width);
  const ends = endsOf(shown, scale);
  const over = placeOver(shown.over, width);
  const blocks = placeBlocks(shown, width, ends, scale);
  const both = [blocks.part, blocks.rest];
  const heightOf = (inside: boolean): number =>
    Math.max(0, ...both.filter((block) => block.inside === inside).map(({height}) => height));
  const outside = heightOf(false);
  const edge = (ends.named ?? ends.rest) - fixed.shy - fixed.dash / 2;
  const names = shown.named
    ? placeNames(shown.share.quantity, {edge, rest: ends.rest + pad + 2, width})
    : [];
  const head = over.bottom + 14;
  const plumbName = head + (isCrowded(shown, ends, width) ? size.line : 0);
  const top = plumbName + 10;
  const high = heightOf(true) + 2 * pad - 6;
  const place = (thickness: number, fall = 0): Placement => {
    const bottom = top + thickness;
    const below = bottom + 4 + (outside === 0 ? 0 : outside + 4);
    const placeBlock = (block: Placing) => ({
      ...block,
      y: block.inside ? top + pad - 4 : bottom + 4
    });
    const tip = below + (shown.named ? rowsOf(names) * size.line + 14 : 0) + 30 + fall;
    const under = placeOthers(shown.others, width, tip + 14);
    return {
      over,
      head,
      plumbName,
      top,
      thickness,
      ends,
      part: placeBlock(blocks.part),
      rest: placeBlock(blocks.rest),
      names,
      namesTop: below,
      tip,
      others: under.rows,
      height: Math.ceil(under.rows.length === 0 ? tip + 2 : under.bottom),
      scale
    };
  };
  const tight = place(inDashes(Math.max(least, high) + 7));
  const slack = Math.max(0, height - tight.height);
  const roomy = place(Math.max(tight.thickness, inDashes(Math.min(most, tight.thickness + slack))));
  return roomy.height >= height || shown.others.length > 0
    ? roomy
    : place(roomy.thickness, height - roomy.height);
}

/** The most that is no more than a thickness and comes out even in dashes of 4 px and gaps of 4 px. */
function inDashes(thickness: number): number {
  return Math.floor((thickness + 4) / 8) * 8 - 4;
}

function scaleOf({sum, others}: Shown, width: Artboard): (amount: number) => number {
  const totals = [sum, ...others.filter(({of}) => of === "sum")].map(({quantity}) => quantity);
  const most = Math.max(...totals.flatMap(extentOf));
  const isOpen = totals.some((quantity) => drawnAs(quantity) === "open-above");
  // Room for what a hedge draws past the end.
  const end = width - (isOpen ? 28 : 4);
  return (amount) => (amount / most) * end;
}

function endsOf({sum, share}: Shown, scale: (amount: number) => number): Ends {
  const total = named(sum.quantity);
  const parts = barParts(share.quantity, {scale: (value) => scale(value * total)});
  const solid = parts.flatMap((part) => (part.part === "solid" ? [part.to] : []));
  const kind = drawnAs(share.quantity);
  return {
    fill: styleOf(share.origin).fill === "filled" ? (solid[0] ?? null) : null,
    named: kind === null || kind === "band" ? null : scale(named(share.quantity) * total),
    rest: Math.max(0, ...parts.map((part) => ("at" in part ? part.at : part.to)))
  };
}

interface Blocks {
  readonly part: Placing;
  readonly rest: Placing;
}
type Placing = Block & {readonly x: number; readonly inside: boolean};

/** The part's words stand on its fill and those of the rest on the blank, or below the bar. */
function placeBlocks(
  shown: Shown,
  width: Artboard,
  {fill, rest: start}: Ends,
  scale: (amount: number) => number
): Blocks {
  const {pad} = fits[width];
  const {name, rest, named: large} = shown;
  const partOf = (frame: Frame): Block => partBlock(shown, name, frame);
  const restOf = (frame: Frame): Block => restBlock(shown, rest, frame);
  const within = (make: (frame: Frame) => Block, room: number): Block | null => {
    const block = room < 60 ? null : make({width, large, room});
    return block !== null && block.width <= room && block.lines.length <= 5 ? block : null;
  };
  const restX = start + pad + (start === 0 ? 0 : 2);
  const part = within(partOf, (fill ?? 0) - 2 * pad);
  const blank = within(restOf, scale(named(shown.sum.quantity)) - restX - 4);
  const below = (make: (frame: Frame) => Block, isAlone: boolean): Block =>
    make({width, large: false, room: isAlone ? width : width / 2 - 8});
  const outer = {
    part: part ?? below(partOf, blank !== null),
    rest: blank ?? below(restOf, part !== null)
  };
  return {
    part: {...outer.part, x: part === null ? 0 : pad, inside: part !== null},
    rest: {
      ...outer.rest,
      x: blank === null ? width - outer.rest.width : restX,
      inside: blank !== null
    }
  };
}

/** Whether the words at the plumb line run into those at the bar's ends. */
function isCrowded({sum, share}: Shown, {named: at}: Ends, width: Artboard): boolean {
  if (at === null) return false;
  const {from, to} = plumbWords(share.quantity, at, width);
  const total = widthOf(formatSpoken(sum.quantity), "sansStrong", size.label);
  return from - 12 < widthOf(sum.who, "sansStrong", size.label) || to + 12 > width - total;
}
