import {capital, quoted} from "../labels.ts";
import type {Words} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import type {Row} from "./shares-rows.ts";

/** A line of words by its role in a row. */
export type Placed = Words & {readonly role: string};

/** Speaker and date: on one line if they fit. */
export function heading(row: Row, width: number, y: number): Placed[] {
  const who = capital(row.who);
  const indent = Math.ceil(widthOf(who, "sansStrong", size.label)) + 12;
  const beside = indent + widthOf(row.when, "sans", size.label) <= width;
  const name = beside ? [who] : wrapEvenly(who, "sansStrong", size.label, width);
  return [
    ...name.map((text, i): Placed => ({
      role: `who:${i}`,
      text,
      x: 0,
      y: y + i * size.line,
      face: "sansStrong",
      fill: row.origin === "context" ? paint.context : paint.ink
    })),
    {
      role: "when",
      text: row.when,
      x: beside ? indent : 0,
      y: beside ? y : y + name.length * size.line,
      fill: paint.muted
    }
  ];
}

interface At {
  readonly x: number;
  readonly y: number;
  readonly fontSize: number;
}

/** The share and its noun, apart, so that one of them can be marked. */
export function spoken(
  {share}: Row,
  lines: readonly string[],
  {x, y, step, fontSize}: At & {step: number}
): Placed[] {
  const style = {face: "serifStrong", size: fontSize} as const;
  return lines.flatMap((text, i) => {
    const at = {...style, y: y + i * step};
    if (i > 0 || !text.startsWith(share)) return [{...at, role: `noun:${i}`, text, x}];
    const rest = text.slice(share.length).trimStart();
    const start = Math.round(x + widthOf(`${share} `, "serifStrong", fontSize));
    return [
      {...at, role: "share", text: share, x},
      ...(rest === "" ? [] : [{...at, role: "noun:0", text: rest, x: start}])
    ];
  });
}

/**
 * On the narrow artboard, of many rows: the words up to the share, which hold the verb; all if one
 * line has room and they say more than the phrase.
 */
export function shortSays({says, lead, phrase}: Row, fontSize: number): string[] {
  if (says === "" || says === quoted(phrase)) return [];
  if (widthOf(says, "serif", fontSize) <= 340) return [says];
  return lead === "" ? [] : [quoted(`${lead} …`)];
}

/** The source's words, in ink those that they lead with, if any are given. */
export function quoteLines(lead: string, lines: readonly string[], {x, y, fontSize}: At): Placed[] {
  const verb = `“${lead}`;
  return lines.flatMap((text, i) => {
    const at = {x, y: y + i * (fontSize + 5), face: "serif", size: fontSize} as const;
    const says = {...at, role: `says:${i}`, fill: paint.muted};
    if (i > 0 || lead === "" || !text.startsWith(`${verb} `)) return [{...says, text}];
    const rest = text.slice(verb.length + 1);
    return [
      {...at, role: "verb", text: verb},
      {...says, text: rest, x: Math.round(x + widthOf(`${verb} `, "serif", fontSize))}
    ];
  });
}

/** The words that both texts begin with. */
export function alike(text: string, other: string): string {
  const words = text.split(" ");
  const others = other.split(" ");
  const end = words.findIndex((word, i) => word !== others[i]);
  return words.slice(0, end < 0 ? words.length : end).join(" ");
}
