import {EVENT_ID, parseEvents, SCALAR_STYLE} from "js-yaml";
import {positionsOf} from "../diagnostic.ts";
import type {Position} from "../diagnostic.ts";

/** One author's file: path from the project's root, and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Keys and list positions from the top of a YAML document. */
export type Path = readonly (string | number)[];

// Positions are only needed for diagnostics, so the index is built at the first one.
interface Place {
  readonly start: number;
  readonly children: Map<string, {readonly key: number; readonly value: Place}>;
}

/**
 * Makes a function from a path to its position: the value's start, or its key's. What is missing
 * stands where its nearest parent's key does. A file that cannot be parsed has only a first line.
 */
export function locator(file: TextFile): (path: Path, atKey: boolean) => Position {
  let root: Place | null = null;
  let position: ((offset: number) => Position) | null = null;
  return (path, atKey) => {
    position ??= positionsOf(file.text);
    root ??= places(file);
    let place = root;
    let offset = root.start;
    for (const [i, step] of path.entries()) {
      const child = place.children.get(String(step));
      if (child === undefined) break;
      const next = path[i + 1];
      const last = next === undefined;
      const mapping = typeof step === "string";
      // Where a key below is missing, the parent's key is the place to look. One word may stand for
      // a list of one, and is then its own first item.
      const missing = typeof next === "string" && !child.value.children.has(next);
      // Nothing has no start of its own.
      const start = Math.max(child.key, child.value.start);
      offset = mapping && ((last && atKey) || missing) ? child.key : start;
      place = child.value;
    }
    return position(offset);
  };
}

function places(file: TextFile): Place {
  const empty: Place = {start: 0, children: new Map()};
  let events: ReturnType<typeof parseEvents>;
  try {
    events = parseEvents(file.text, {filename: file.path});
  } catch {
    return empty;
  }
  const [first, second] = events;
  if (first?.type !== EVENT_ID.DOCUMENT || second === undefined || second.type === EVENT_ID.POP)
    return empty;
  let i = 1;
  const read = (): Place => {
    const event = events[i++]!;
    if (event.type === EVENT_ID.SCALAR) {
      const quoted =
        event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      return {start: Math.max(0, event.valueStart - (quoted ? 1 : 0)), children: new Map()};
    }
    const place: Place = {start: "start" in event ? event.start : 0, children: new Map()};
    if (event.type === EVENT_ID.SEQUENCE) {
      for (let n = 0; events[i]!.type !== EVENT_ID.POP; ++n) {
        const value = read();
        place.children.set(String(n), {key: value.start, value});
      }
      i++;
    } else if (event.type === EVENT_ID.MAPPING) {
      while (events[i]!.type !== EVENT_ID.POP) {
        const key = events[i]!;
        const name =
          key.type === EVENT_ID.SCALAR
            ? unquoted(file.text.slice(key.valueStart, key.valueEnd))
            : `?${i}`;
        const start = read().start;
        place.children.set(name, {key: start, value: read()});
      }
      i++;
    }
    return place;
  };
  return read();
}

function unquoted(key: string): string {
  return key.replace(/\\(["\\/])/g, "$1").replaceAll("''", "'");
}
