import {capital, quoted} from "../labels.ts";
import type {Words} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import type {Row} from "./shares-rows.ts";

/** A line of words by its role in a row. */
export type Placed = Words & {readonly role: string};

/** Where words begin, the base line of the first, and their size. */
interface At {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Speaker and date, on one line if they fit; a remark at the end of it, or below. */
export function heading(row: Row, width: number, y: number, remark: string | null): Placed[] {
  const who = capital(row.who);
  const indent = Math.ceil(widthOf(who, "sansStrong", size.label)) + 12;
  const beside = indent + widthOf(row.when, "sans", size.label) <= width;
  const name = beside ? [who] : wrapEvenly(who, "sansStrong", size.label, width);
  const x = beside ? indent : 0;
  const last = beside ? y : y + name.length * size.line;
  const lines = [
    ...name.map((text, i): Placed => ({
      role: `who:${i}`,
      text,
      x: 0,
      y: y + i * size.line,
      face: "sansStrong",
      fill: row.origin === "context" ? paint.context : paint.ink
    })),
    {role: "when", text: row.when, x, y: last, fill: paint.muted}
  ];
  if (remark === null) return lines;
  const taken = x + widthOf(row.when, "sans", size.label) + 12;
  const fits = taken + widthOf(remark, "sans", size.label) <= width;
  const end = {x: width, y: last, anchor: "end"} as const;
  const below = {x: 0, y: last + size.line} as const;
  return [...lines, {role: "remark", text: remark, fill: paint.warm, ...(fits ? end : below)}];
}

/** The share, and its noun larger: beside it if there is room, else below. */
export function told(
  {opening, tail}: Row,
  {x, y, size: opens}: At,
  nounSize: number,
  room: number
): Placed[] {
  const gap = Math.round(widthOf(`${opening} `, "serifStrong", opens));
  const noun = wrapEvenly(tail, "serifStrong", nounSize, room);
  const beside = noun.length === 1 && gap + widthOf(tail, "serifStrong", nounSize) <= room;
  const step = nounSize + 5;
  return [
    {role: "opening", text: opening, x, y, face: "serifStrong", size: opens},
    ...noun.map((text, i): Placed => ({
      role: `noun:${i}`,
      text,
      x: beside ? x + gap : x,
      y: y + (beside ? 0 : (i + 1) * step),
      face: "serifStrong",
      size: nounSize
    }))
  ];
}

/** Whether the source's words say more than what is drawn of the share and its noun. */
export function saysMore({says, verbatim, lead}: Row): boolean {
  return says !== "" && !(verbatim && lead === "");
}

/**
 * The source's words, strong those that lead to the share: they hold the verb. Alone, where the rest
 * of them is drawn.
 */
export function quotation(row: Row, at: At, room: number): Placed[] {
  const {says, lead} = row;
  const {x, y, size: fontSize} = at;
  if (row.verbatim && lead !== "") return verbOf(row, at);
  const verb = `“${lead} `;
  const strong = widthOf(verb, "serifStrong", fontSize);
  const more = Math.ceil(strong - widthOf(verb, "serif", fontSize));
  return wrapEvenly(says, "serif", fontSize, room - more).flatMap((text, i): Placed[] => {
    const at = {y: y + i * (fontSize + 5), size: fontSize};
    const line = {...at, role: `says:${i}`, face: "serif", fill: paint.muted} as const;
    if (i > 0 || lead === "" || !text.startsWith(verb)) return [{...line, text, x}];
    return [
      {...at, role: "verb", text: verb.trimEnd(), x, face: "serifStrong"},
      {...line, text: text.slice(verb.length), x: Math.round(x + strong)}
    ];
  });
}

/** The words that lead to the share, alone. */
export function verbOf({lead}: Row, at: At & {anchor?: "end"}): Placed[] {
  return [{role: "verb", text: quoted(lead), face: "serifStrong", ...at}];
}
