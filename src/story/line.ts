import {readFactKey, isSourceId} from "../facts/ids.ts";
import {append, boundMark, opaque} from "./flat.ts";
import type {Flat} from "./flat.ts";
import {findLoose} from "./loose.ts";
import {findComments, unmask} from "./manuscript.ts";
import type {Comment, Manuscript} from "./manuscript.ts";
import type {Inline, Typed} from "./story.ts";

/** A comment that lets words stand as they are. */
export interface Waiver {
  readonly words: readonly string[];
  readonly offset: number;
}

/**
 * Splits text at its `{{…}}`. Gives text and bound numbers, and adds to `flat` what lints read.
 * `offsets` are those of the text's characters in the source; only braces typed there bind.
 */
export function splitBound(
  manuscript: Manuscript,
  text: string,
  offsets: readonly number[],
  flat: Flat
): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  const keep = (to: number): void => {
    const kept = text.slice(from, to);
    append(flat, kept, offsets.slice(from, to));
    const value = unmask(kept);
    if (value !== "") parts.push({type: "text", value});
  };
  for (let i = text.indexOf("{{"); i >= 0; i = text.indexOf("{{", Math.max(from, i + 1))) {
    if (!manuscript.source.startsWith("{{", offsets[i]) || offsets[i + 1] === offsets[i]) continue;
    const close = text.indexOf("}}", i + 2);
    const nested = text.indexOf("{{", i + 2);
    if (close < 0 || (nested >= 0 && nested < close)) {
      reportUnclosed(manuscript, offsets[i]!);
      continue;
    }
    const bound = readBound(manuscript, text, i + 2, close, offsets);
    if (bound !== null) {
      keep(i);
      append(flat, boundMark, [offsets[i]!]);
      parts.push(bound);
      from = close + 2;
    }
  }
  keep(text.length);
  return parts;
}

/**
 * Braces that are closed in the source hold what Markdown took for markup, such as `__proto__`; no
 * id has such characters.
 */
function reportUnclosed(manuscript: Manuscript, offset: number): void {
  const closed = /^\{\{\s*([^{}\n]*?)\s*\}\}/.exec(manuscript.source.slice(offset, offset + 300));
  if (closed === null) {
    const hint = "write {{fact}} or {{fact | format}}";
    manuscript.report("PL360", offset, "{{ is not closed by }}", hint);
    return;
  }
  const [ref = ""] = closed[1]!.split("|");
  const hint = "a fact is subject.measure, a claim source:fact";
  const at = offset + closed[0].indexOf(closed[1]!);
  manuscript.report("PL361", at, `unknown fact "${ref.trim()}"`, hint);
}

function readBound(
  manuscript: Manuscript,
  text: string,
  start: number,
  end: number,
  offsets: readonly number[]
): Inline | null {
  const [ref = "", format, ...more] = text.slice(start, end).split("|");
  const place = (part: string, from: number): number =>
    offsets[from + Math.max(0, part.search(/\S/))] ?? offsets[start - 2]!;
  const refAt = place(ref, start);
  const formatAt = format === undefined ? refAt : place(format, start + ref.length + 1);
  const fail = (offset: number, message: string, hint: string): null => {
    manuscript.report("PL360", offset, message, hint);
    return null;
  };
  if (more.length > 0) return fail(formatAt, "a bound number takes one format", "remove the rest");
  if (format !== undefined && format.trim() === "")
    return fail(offsets[start - 2]!, "no format follows |", "remove |, or write spoken");
  const id = ref.trim();
  if (id === "") return fail(offsets[start - 2]!, "{{}} binds nothing", "write {{fact}}");
  if (!isNumberId(id))
    return fail(refAt, `"${id}" is not an id`, "a fact is subject.measure, a claim source:fact");
  return {
    type: "bound",
    ref: id,
    format: format?.trim() ?? "spoken",
    at: manuscript.position(refAt),
    formatAt: manuscript.position(formatAt)
  };
}

function isNumberId(id: string): boolean {
  const colon = id.indexOf(":");
  const key = readFactKey(id.slice(colon + 1));
  if (key === null) return false;
  return colon < 0 ? key.place === null : isSourceId(id.slice(0, colon));
}

/** Reads a text that is one line of words without markup: bound numbers, comments, the lint. */
export function readLine(
  manuscript: Manuscript,
  text: string,
  offsets: readonly number[]
): {children: Inline[]; typed: Typed[]} {
  const flat: Flat = {text: "", offsets: []};
  const children: Inline[] = [];
  const waivers: Waiver[] = [];
  let from = 0;
  for (const comment of findComments(text)) {
    children.push(...part(from, comment.start));
    const waiver = readWaiver(comment);
    if (waiver !== null) waivers.push({...waiver, offset: offsets[comment.start] ?? 0});
    from = comment.end;
  }
  children.push(...part(from, text.length));
  return {children, typed: lintFlat(manuscript, flat, waivers)};

  function part(start: number, end: number): Inline[] {
    return splitBound(manuscript, text.slice(start, end), offsets.slice(start, end), flat);
  }
}

/** The waiver that a comment is; null for any other comment. */
export function readWaiver(comment: Comment): Waiver | null {
  const match = /^\s*as is:([\s\S]*)$/.exec(comment.body);
  if (match === null) return null;
  const words = match[1]!.split(";").map((part) => part.trim().replace(/\s+/g, " "));
  return {words: words.filter((word) => word !== ""), offset: comment.start};
}

/**
 * What a block's text types instead of binding, waived words left out. Also reports waivers that
 * waive nothing, and words around a bound number that would change it.
 */
export function lintFlat(
  manuscript: Manuscript,
  flat: Flat,
  waivers: readonly Waiver[] = []
): Typed[] {
  let text = flat.text;
  for (const {words, offset} of waivers) {
    if (words.length === 0) reportIdle(manuscript, offset, "nothing");
    for (const word of words) {
      const waived = waive(text, word);
      if (waived === null) reportIdle(manuscript, offset, `"${word}"`);
      else text = waived;
    }
  }
  checkAround(manuscript, {text, offsets: flat.offsets});
  return findLoose(text).map(({start, end: _, ...loose}) => ({
    ...loose,
    ...manuscript.position(flat.offsets[start] ?? 0)
  }));
}

function reportIdle(manuscript: Manuscript, offset: number, what: string): void {
  const hint = "a waiver quotes a number that its paragraph types";
  manuscript.report("PL373", offset, `this waives ${what} in its paragraph`, hint, "warning");
}

/** The text with the words made opaque; null where they are no number of the text. */
function waive(text: string, words: string): string | null {
  const pattern = words
    .split(" ")
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("\\s+");
  const hedges = [...text.matchAll(hedged)].map(({index, 1: hedge}) => ({
    start: index,
    end: index + hedge!.length
  }));
  const loose = [...findLoose(text), ...hedges];
  let waived: string | null = null;
  for (const {index, 0: match} of text.matchAll(
    new RegExp(`(?<![\\p{L}\\p{N}-])${pattern}(?![\\p{L}\\p{N}]|-\\p{N})`, "giu")
  )) {
    const end = index + match.length;
    if (!loose.some((number) => number.start < end && index < number.end)) continue;
    const base: string = waived ?? text;
    waived = base.slice(0, index) + opaque.repeat(match.length) + base.slice(end);
  }
  return waived;
}

const hedged =
  /\b(about|around|nearly|almost|roughly|approximately|exactly|at least|at most|up to|just (?:over|under)|(?:more|less) than)\s+\uFFFC/giu;
const scaled =
  /\uFFFC(\s*%|[\s-]*(?:per ?cent|percent|thousand|million|billion|trillion|bn|fold)\b)/giu;

function checkAround(manuscript: Manuscript, {text, offsets}: Flat): void {
  for (const {index, 1: words} of text.matchAll(hedged)) {
    const message = `"${words}" hedges a bound number, which brings its own hedge`;
    const hint = `remove it, reword, or write <!-- as is: ${words} -->`;
    manuscript.report("PL363", offsets[index]!, message, hint, "warning");
  }
  for (const {index, 1: words} of text.matchAll(scaled)) {
    const after = index + 1 + words!.search(/[^\s-]/);
    const message = `"${words!.trim()}" follows a bound number, which brings its own unit`;
    manuscript.report("PL363", offsets[after]!, message, "remove it");
  }
}
