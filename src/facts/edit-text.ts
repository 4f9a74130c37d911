import {COLLECTION_STYLE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE} from "js-yaml";
import type {Path} from "./places.ts";

/** Where a key of a mapping stands in a text, as UTF-16 offsets. */
interface Pair {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Node;
}

interface Node {
  readonly start: number;
  /** Past its last character; of a block text or mapping past its last that is no white space. */
  readonly end: number;
  /** Null for anything but a mapping. */
  readonly pairs: readonly Pair[] | null;
  /** Null for anything but a list. */
  readonly items: readonly Node[] | null;
  readonly flow: boolean;
  /** Null for a mapping or a list. */
  readonly scalar: ScalarEvent | null;
}

/**
 * What to change: the mapping at `path`, and the key beside which its `edited` stands. Words that
 * stand there instead of a mapping are what the key would have.
 */
export interface Spot {
  readonly path: Path;
  readonly beside: string;
}

/**
 * Sets the key `edited` of a mapping of a YAML text, or takes it away where `words` is null, and
 * touches nothing else: comments, order and every other character stay. Where there is no mapping at
 * the path one is made of the words there, or under its parent, which is made where it is missing
 * too; one that an edit leaves empty is taken away. Throws where the text is no YAML in which that
 * can be done.
 */
export function setEdited(text: string, {path, beside}: Spot, words: string | null): string {
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const root = nodeOf(text);
  const way = nodesAt(root, path);
  const there = way[path.length];
  if (there?.scalar && there.end > there.start)
    return words === null ? text : mappingOf(text, there, there.scalar, beside, words);
  const empty = way.findIndex(
    ({scalar, start, end}) =>
      scalar !== null && /^(?:~|null)?$/i.test(text.slice(start, Math.max(start, end)))
  );
  if (empty > 0 && words !== null) return fillEmpty(text, newline, way, empty, path, words);
  const parents = way.filter(({scalar}) => scalar === null);
  const record = parents[path.length];
  if (record === undefined)
    return words === null ? text : insertRecord(text, newline, parents, path, words);
  const old = record.pairs!.find(({key}) => key === "edited");
  if (words === null) {
    if (old === undefined) return text;
    if (record.pairs!.length > 1) return withoutPair(text, record, old);
    const parent = parents[path.length - 1]!;
    return withoutPair(
      text,
      parent,
      parent.pairs!.find(({key}) => key === String(path.at(-1)))!
    );
  }
  const scalar = write(words, record.flow);
  if (old !== undefined) {
    const colon = text.indexOf(":", old.keyEnd);
    const from =
      text[old.value.start] === "|" || text[old.value.start] === ">" || old.value.end <= colon;
    const start = from ? colon + 1 : old.value.start;
    return splice(text, start, Math.max(start, old.value.end), from ? ` ${scalar}` : scalar);
  }
  const anchor = record.pairs!.find(({key}) => key === beside) ?? record.pairs!.at(-1);
  if (anchor === undefined) throw new Error(`nothing stands at ${path.join(".")}`);
  if (record.flow) return splice(text, anchor.value.end, anchor.value.end, `, edited: ${scalar}`);
  const line = `${newline}${indentOf(text, anchor.keyStart)}edited: ${scalar}`;
  const at = lineEnd(text, anchor.value.end);
  return splice(text, at, at, line);
}

/** The nodes on the way to a path, the root first; as many as there are. */
function nodesAt(root: Node | null, path: Path): Node[] {
  const found: Node[] = [];
  let node = root ?? undefined;
  for (let i = 0; node !== undefined; ++i) {
    found.push(node);
    if (i === path.length) break;
    const step = String(path[i]);
    node = node.items?.[Number(step)] ?? node.pairs?.find(({key}) => key === step)?.value;
  }
  return found;
}

/** A text in which words that stand alone are a mapping, in brackets, with an edit beside them. */
function mappingOf(
  text: string,
  {start, end}: Node,
  scalar: ScalarEvent,
  beside: string,
  words: string
): string {
  const {style, tagStart} = scalar;
  const typed = text.slice(start, end);
  const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  const isPlain = style === SCALAR_STYLE.PLAIN;
  // What reads in brackets as it does outside them stays as it was typed.
  const isSame = tagStart < 0 && (isQuoted || (isPlain && !/[,[\]{}\r\n]/.test(typed)));
  const old = isSame ? typed : write(getScalarValue(text, scalar), true);
  const [comment = ""] = isQuoted || isPlain ? [] : (/ #[^\r\n]*/.exec(headOf(typed)) ?? []);
  const record = `{${beside}: ${old}, edited: ${write(words, true)}}${comment}`;
  return splice(text, tagStart < 0 ? start : tagStart, end, record);
}

/** The line of a block text that has its sign. */
function headOf(typed: string): string {
  return typed.slice(0, lineEnd(typed, 0));
}

/** Writes a record that holds nothing but an edit, first of its siblings. */
function insertRecord(
  text: string,
  newline: string,
  parents: readonly Node[],
  path: Path,
  words: string
): string {
  const missing = path.slice(Math.max(0, parents.length - 1));
  const parent = parents.at(-1);
  const keys = missing.map((key) => write(String(key), true));
  if (parent?.flow === true) {
    const inner = `${keys.join(": {")}: {edited: ${write(words, true)}${"}".repeat(keys.length)}`;
    const rest = parent.pairs!.length > 0 ? ", " : "";
    return splice(text, parent.start + 1, parent.start + 1, `${inner}${rest}`);
  }
  const first = parent?.pairs?.[0];
  const indent = first === undefined ? "" : indentOf(text, first.keyStart);
  const lines = [...keys.map((key) => `${key}:`), `edited: ${write(words, false)}`]
    .map((line, i) => `${indent}${"  ".repeat(i)}${line}`)
    .join(newline);
  if (parents.length <= 1) {
    // At the end of the file: what a comment at its top is about stays under it.
    const end = /\s*$/.exec(text)!.index;
    return `${text.slice(0, end)}${end === 0 ? "" : newline}${lines}${text.slice(end) || newline}`;
  }
  const owner = parents.at(-2)!.pairs!.find(({value}) => value === parent)!;
  const at = lineEnd(text, owner.keyEnd);
  return splice(text, at, at, `${newline}${lines}`);
}

/** Writes a record under a key that stands there with nothing, or with a null, behind it. */
function fillEmpty(
  text: string,
  newline: string,
  way: readonly Node[],
  empty: number,
  path: Path,
  words: string
): string {
  const owner = way[empty - 1]!;
  const node = way[empty]!;
  const pair = owner.pairs?.find(({value}) => value === node);
  if (pair === undefined) throw new Error(`nothing can be written at ${path.join(".")}`);
  const keys = path.slice(empty).map((key) => write(String(key), true));
  const colon = text.indexOf(":", pair.keyEnd);
  const nothing = node.end > colon ? text.slice(colon + 1, node.end) : "";
  const rest = colon + 1 + nothing.length;
  if (owner.flow || keys.length === 0) {
    const open = keys.map((key) => `{${key}: `).join("");
    const inner = `${open}{edited: ${write(words, true)}}${"}".repeat(keys.length)}`;
    return splice(text, colon + 1, rest, ` ${inner}`);
  }
  const indent = `${indentOf(text, pair.keyStart)}  `;
  const lines = [...keys.map((key) => `${key}:`), `edited: ${write(words, false)}`]
    .map((line, i) => `${newline}${indent}${"  ".repeat(i)}${line}`)
    .join("");
  const bare = splice(text, colon + 1, rest, "");
  const at = lineEnd(bare, colon + 1);
  return splice(bare, at, at, lines);
}

/** A text without a pair; a comment behind it keeps a line of its own. */
function withoutPair(text: string, owner: Node, pair: Pair): string {
  if (owner.flow) {
    const after = /^\s*,\s*/.exec(text.slice(pair.value.end));
    if (after !== null) return splice(text, pair.keyStart, pair.value.end + after[0].length, "");
    const before = /\s*,?\s*$/.exec(text.slice(0, pair.keyStart))!;
    return splice(text, before.index, pair.value.end, "");
  }
  const from = text.lastIndexOf("\n", pair.keyStart - 1) + 1;
  const until = lineEnd(text, pair.value.end);
  const comment = text.slice(pair.value.end, until).trim();
  if (comment !== "") return splice(text, pair.keyStart, until, comment);
  // The sign of a list's item stands before its first key, and goes before the next one.
  if (text.slice(from, pair.keyStart).trim() !== "")
    return splice(text, pair.keyStart, until + /^\s*/.exec(text.slice(until))![0].length, "");
  const next = /^(?:\r\n|\n|\r)/.exec(text.slice(until))?.[0].length ?? 0;
  if (next > 0) return splice(text, from, until + next, "");
  // The last line, which nothing ends: the end of the line before goes with it.
  return splice(text, /(?:\r\n|\n|\r)?$/.exec(text.slice(0, from))!.index, until, "");
}

function nodeOf(text: string): Node | null {
  const events = parseEvents(text, {});
  const [first, second] = events;
  if (first?.type !== EVENT_ID.DOCUMENT || second === undefined || second.type === EVENT_ID.POP)
    return null;
  // Each node takes the events that are its own.
  let i = 1;
  const read = (): Node => {
    const event = events[i++]!;
    if (event.type === EVENT_ID.SCALAR) return scalarNode(text, event);
    if (event.type !== EVENT_ID.MAPPING && event.type !== EVENT_ID.SEQUENCE)
      throw new Error("aliases are not read");
    const pairs: Pair[] = [];
    const items: Node[] = [];
    let end = event.start + 1;
    while (events[i]!.type !== EVENT_ID.POP) {
      const name = events[i]!;
      const key = read();
      if (event.type === EVENT_ID.SEQUENCE) {
        items.push(key);
        end = key.end;
        continue;
      }
      const value = read();
      const named = name.type === EVENT_ID.SCALAR ? getScalarValue(text, name) : "";
      pairs.push({key: named, keyStart: key.start, keyEnd: key.end, value});
      end = Math.max(key.end, value.end);
    }
    i++;
    const flow = event.style === COLLECTION_STYLE.FLOW;
    // Behind its last item a list in brackets has nothing but space, commas and comments.
    if (flow) end += /^(?:[\s,]|#.*)*/.exec(text.slice(end))![0].length + 1;
    return {
      start: event.start,
      end,
      pairs: event.type === EVENT_ID.MAPPING ? pairs : null,
      items: event.type === EVENT_ID.SEQUENCE ? items : null,
      flow,
      scalar: null
    };
  };
  return read();
}

type ScalarEvent = Extract<ReturnType<typeof parseEvents>[number], {valueStart: number}>;

function scalarNode(text: string, scalar: ScalarEvent): Node {
  const {style, valueStart, valueEnd} = scalar;
  const node = {pairs: null, items: null, flow: false, scalar};
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  if (quoted) return {...node, start: valueStart - 1, end: valueEnd + 1};
  const plain = style === SCALAR_STYLE.PLAIN;
  const end = plain
    ? valueEnd
    : valueStart + text.slice(valueStart, valueEnd).replace(/\s+$/, "").length;
  // A block text begins where its sign stands, on the line before its own first.
  const sign = plain ? valueStart : text.slice(0, valueStart).search(/[|>][-+\d]*[^\n]*\n$/);
  return {...node, start: sign < 0 ? valueStart : sign, end};
}

function splice(text: string, from: number, to: number, words: string): string {
  return `${text.slice(0, from)}${words}${text.slice(to)}`;
}

function lineEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/);
  return at < 0 ? text.length : from + at;
}

/** The white space before a key on its line; what else stands there, "- " or "? ", counts as such. */
function indentOf(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  return text.slice(start, at).replace(/\S/g, " ");
}

/** Words as YAML that reads as the same words: plain where that is plain, else in double quotes. */
function write(words: string, flow: boolean): string {
  const plain = flow ? /^[a-z][\w./@-]*$/i : /^[a-z][\w .,;%$€£'’“”()/@*+–-]*$/i;
  const reads = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(words) || /\s$|\s#|:\s/.test(words);
  return plain.test(words) && !reads ? words : JSON.stringify(words);
}
