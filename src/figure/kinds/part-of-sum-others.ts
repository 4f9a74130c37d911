import {formatSpoken} from "../../format.ts";
import {isStated} from "../../quantity.ts";
import {blankPaper} from "../glyphs.ts";
import {recedes} from "../emphasis.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {readFrom} from "../labels.ts";
import {barMark, endMark, styleOf} from "../marks.ts";
import {named} from "../parts.ts";
import type {Face} from "../advances.ts";
import {group, words} from "../svg.ts";
import {wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import type {Other} from "./part-of-sum-data.ts";

interface HeadLine {
  readonly role: string;
  readonly text: string;
  readonly face: Face;
  readonly y: number;
}

export interface PlacedOther {
  readonly other: Other;
  readonly heading: readonly HeadLine[];
  /** The bar's upper edge. */
  readonly top: number;
}

const thickness = 28;

/** Places what others say below each other: who, whom the source has it from, what else it says. */
export function placeOthers(
  others: readonly Other[],
  width: Artboard,
  start: number
): {readonly rows: readonly PlacedOther[]; readonly bottom: number} {
  let y = start;
  const rows = others.map((other): PlacedOther => {
    const lines = (role: string, text: string, face: Face) =>
      wrapEvenly(text, face, size.label, width).map((text, i) => ({
        role: `${role}:${i}`,
        text,
        face
      }));
    const texts = [
      ...lines("who", other.who, "sansStrong"),
      ...lines("by", other.by === "" ? "" : `from ${other.by}`, "sans"),
      ...other.notes.flatMap(({id, says}) => lines(`note:${id}`, says, "serif"))
    ];
    const heading = texts.map((line, i) => ({...line, y: y + 14 + i * size.line}));
    const top = y + texts.length * size.line + 6;
    y = top + thickness + 16;
    return {other, heading, top};
  });
  return {rows, bottom: y - 14};
}

/** Where the bar lies that others are held against. */
export interface Against {
  /** The sum, in its unit. */
  readonly total: number;
  readonly scale: (amount: number) => number;
  /** What is said of what is blank. */
  readonly rest: string;
}

/** Draws what another says on the same scale: a share as a fill, a sum as a blank with an end. */
export function otherMark(
  {document, highlight}: Drawing,
  {other, heading, top}: PlacedOther,
  {total, scale, rest}: Against
): SVGGElement {
  const {id, of, quantity, fact, claim} = other;
  const style = styleOf(other.origin);
  const receding = recedes(highlight, id, fact, ...other.notes.map((note) => note.id));
  const isShare = of === "share";
  const unit = isShare ? total : 1;
  const mark = {
    scale: (value: number) => scale(value * unit),
    style,
    axis: "x",
    middle: top + thickness / 2,
    thickness: thickness,
    id
  } as const;
  const end = scale(isShare || !isStated(quantity) ? total : named(quantity));
  const onFill = isShare && isStated(quantity) && scale(named(quantity) * total) > 120;
  const own = quantity.verbatim === "" ? formatSpoken(quantity) : readFrom(other);
  return group(document, `row:${id}`, {fact, claim}, receding, [
    ...heading.map(({role, text, face, y}) => {
      const isName = face === "sansStrong";
      return words(document, {
        text,
        x: 0,
        y,
        // In heavy type even a muted name would stand before what the step is about.
        face: isName && receding ? "sans" : face,
        fill: isName ? style.color : paint.muted,
        key: `${role}:${id}`
      });
    }),
    blankPaper(document, [0, top, end, top + thickness], `whole:${id}`),
    ...(isShare
      ? barMark(document, quantity, mark)
      : endMark(document, quantity, {...mark, reach: 3})),
    words(document, {
      text: own,
      x: isShare && !onFill ? end - 10 : 10,
      y: mark.middle + 5.5,
      face: quantity.verbatim === "" ? "sans" : "serif",
      anchor: isShare && !onFill ? "end" : "start",
      ...(onFill ? {fill: paint.onFill} : {}),
      key: `own:${id}`
    }),
    isShare
      ? null
      : words(document, {
          text: rest,
          x: end - 12,
          y: mark.middle + 5.5,
          anchor: "end",
          fill: paint.muted,
          key: `rest:${id}`
        })
  ]);
}
