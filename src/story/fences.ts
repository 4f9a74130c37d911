import {didYouMean} from "../diagnostic.ts";
import {readAttributes} from "./attributes.ts";
import type {RawAttribute} from "./attributes.ts";
import type {Manuscript} from "./manuscript.ts";
import {mask} from "./manuscript.ts";

/** The opening line of a directive; offsets are of the source. */
export interface Opening {
  readonly name: string;
  /** How many colons. */
  readonly size: number;
  readonly start: number;
  readonly attributes: readonly RawAttribute[];
}

const directives = ["scene", "step"] as const;
const colons = /^([ \t]*)(:{3,})[ \t]*(.*)$/;
const code = /^[ \t]*(`{3,}|~{3,})(.*)$/;

/** The state of reading fences: what is open where, and whether all was well so far. */
interface Scan {
  readonly openings: Map<number, Opening>;
  readonly open: Opening[];
  readonly fault: Manuscript["report"];
  sound: boolean;
}

/**
 * Reads the lines that open and close directives, before Markdown does, since Markdown is silent
 * about every mistake in them. Gives the openings by offset, or null where a mistake would make
 * the structure another than the author's.
 */
export function readFences(manuscript: Manuscript): Map<number, Opening> | null {
  const scan: Scan = {
    openings: new Map(),
    open: [],
    sound: true,
    fault: (...args) => {
      scan.sound = false;
      manuscript.report(...args);
    }
  };
  let closesCode: string | null = null;
  let start = 0;
  for (const raw of manuscript.text.split("\n")) {
    const line = raw.replaceAll(mask, " ");
    closesCode = nextCode(line, closesCode);
    const [all, indent = "", fence = "", rest = ""] = colons.exec(line) ?? [];
    const closing = all !== undefined && rest.trim() === "";
    const at = start + indent.length;
    if (closesCode !== null) {
      if (closing) checkCode(fence.length, at, scan);
    } else if (closing) close(fence.length, at, scan);
    else if (all !== undefined) enter(line, fence.length, at, start, scan);
    else checkShort(line, start, scan.fault);
    start += raw.length + 1;
  }
  for (const opening of scan.open) reportUnclosed(opening, scan);
  return scan.sound ? scan.openings : null;
}

function enter(line: string, size: number, at: number, lineStart: number, scan: Scan): void {
  const {open, openings, fault} = scan;
  const opening = readOpening(line, size, at, lineStart, fault);
  const parent = open.at(-1);
  if (parent !== undefined && parent.size <= size)
    fault(
      "PL311",
      at,
      `${opening.name} opens with ${size} colons inside a ${parent.name} of ${parent.size}`,
      `give the ${parent.name} at least ${size + 1} colons`
    );
  open.push(opening);
  openings.set(at, opening);
}

function close(size: number, at: number, scan: Scan): void {
  const {open, fault} = scan;
  const same = open.findLastIndex((opening) => opening.size === size);
  const index = same >= 0 ? same : open.findIndex((opening) => opening.size <= size);
  if (index < 0) fault("PL315", at, "this fence closes nothing", "remove it, or count the colons");
  else for (const opening of open.splice(index).slice(1)) reportUnclosed(opening, scan);
}

/** Markdown ends a directive at a closing fence, even in code. */
function checkCode(size: number, at: number, {open, fault}: Scan): void {
  const closed = open.find((opening) => opening.size <= size);
  if (closed === undefined) return;
  const hint = `end the code before it, or give the ${closed.name} more colons`;
  fault("PL315", at, `in code, this closes the ${closed.name}`, hint);
}

function reportUnclosed({name, size, start}: Opening, {fault}: Scan): void {
  fault("PL310", start, `this ${name} is not closed`, `end it with a line of ${size} colons`);
}

function readOpening(
  line: string,
  size: number,
  at: number,
  lineStart: number,
  fault: Manuscript["report"]
): Opening {
  const nameAt = at - lineStart + size;
  const name = /^[A-Za-z][\w-]*/.exec(line.slice(nameAt))?.[0];
  if (name === undefined) {
    fault("PL312", at, "a directive's name follows its colons", "write :::step{#id}");
    return {name: "directive", size, start: at, attributes: []};
  }
  const opening: Opening = {name, size, start: at, attributes: []};
  if (!(directives as readonly string[]).includes(name)) {
    const hint = didYouMean(name, directives, "there are scene and step");
    fault("PL314", lineStart + nameAt, `${name} is no directive of a story`, hint);
    return opening;
  }
  const rest = line.slice(nameAt + name.length);
  const restAt = nameAt + name.length + rest.search(/\S|$/);
  if (rest.trim() === "") return opening;
  if (line[nameAt + name.length] !== "{") {
    const message = line[restAt] === "[" ? "a directive has no label here" : "only {…} follows";
    fault("PL312", lineStart + restAt, `${message} after ${name}`, `write :::${name}{#id}`);
    return opening;
  }
  const attributes = readAttributes(line, nameAt + name.length);
  if ("error" in attributes) {
    fault("PL312", lineStart + attributes.at, attributes.error, attributes.hint);
    return opening;
  }
  const move = (a: RawAttribute): RawAttribute => ({
    ...a,
    nameAt: a.nameAt + lineStart,
    valueAt: a.valueAt + lineStart
  });
  return {...opening, attributes: attributes.map(move)};
}

/** The fence that would close the code block that a line stands in; null outside code. */
function nextCode(line: string, closes: string | null): string | null {
  const match = code.exec(line);
  if (match === null) return closes;
  const [, fence = "", rest = ""] = match;
  if (closes === null) return fence.startsWith("`") && rest.includes("`") ? null : fence;
  return fence.startsWith(closes) && rest.trim() === "" ? null : closes;
}

function checkShort(line: string, start: number, fault: Manuscript["report"]): void {
  const match = /^[ \t]*(::?)(scene|step)\b(?=[[{\s]|$)/.exec(line);
  if (match === null) return;
  fault(
    "PL314",
    start + match[0].length - match[2]!.length - match[1]!.length,
    `${match[2]} opens with ${match[1]!.length === 1 ? "one colon" : "two colons"}`,
    "write at least three"
  );
}
