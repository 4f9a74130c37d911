import {formatTime, readTime} from "../../time.ts";
import {recedes} from "../emphasis.ts";
import type {Records} from "../kind.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {size} from "../theme.ts";

/** A dated event beside the columns: what others did stands above them, own decisions below. */
export interface Flag {
  readonly id: string;
  /** In a few words, for the drawing. */
  readonly name: string;
  /** As its record has it. */
  readonly what: string;
  /** "26 August 2022". */
  readonly when: string;
  readonly source: string;
  /** Months since year 0, with fractions: the first and the last moment that the date names. */
  readonly from: number;
  readonly to: number;
  readonly own: boolean;
}

/** A flag in its lane. Rows count away from the axis. */
export interface PlacedFlag {
  readonly flag: Flag;
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly lines: readonly string[];
  readonly anchor: "start" | "end";
  /** From and to where its words stand across, px. */
  readonly span: readonly [number, number];
}

export interface Lane {
  /** Whether it is the lane below, of own decisions. */
  readonly own: boolean;
  readonly placed: readonly PlacedFlag[];
  /** Where each row begins, counted from the lane's edge at the axis, px; the last is where it ends. */
  readonly rows: readonly number[];
  readonly height: number;
}

/**
 * The scene's events in order of time, as `names` has them in the order of the scene; what any of
 * `own` did is an own decision. Throws where an event has no date with a year, since it has no place.
 */
export function flagsOf(
  records: Records,
  own: readonly string[],
  names: readonly string[] | undefined
): Flag[] {
  const ids = records.ids.filter((id) => records.kindOf(id) === "event");
  const dated = ids.flatMap((id, i): Flag[] => {
    const {what, who, when, source} = records.event(id);
    const time = when === null ? null : readTime(when);
    if (time === null || "error" in time || time.start === null || time.end === null) return [];
    return [
      {
        id,
        name: names?.[i] ?? what,
        what,
        when: formatTime(when!),
        source,
        from: monthsTo(time.start, 0),
        to: monthsTo(time.end, 1),
        own: who.some((entity) => own.includes(entity))
      }
    ];
  });
  return dated.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Between words and what stands beside them in a row, px. */
const apart = 12;
/** Between a pole and its words, px. */
const clear = 10;
/** Lines of a name, where it must wrap. */
const most = 2;

/** Where a moment lies among periods of `step` months, of which the first one ends with `first`. */
export function momentAt(
  first: number,
  step: number,
  left: number,
  pitch: number
): (month: number) => number {
  return (month) => left + (pitch * (month - (first - step + 1))) / step;
}

/**
 * Places flags, in order of time, in rows away from the axis: each in the nearest row in which its
 * words touch no other's and no pole passes through words, if there is one. What recedes has its
 * date alone.
 */
export function placeLane(
  all: readonly Flag[],
  own: boolean,
  x: (month: number) => number,
  width: number,
  highlight: readonly string[]
): Lane {
  const flags = all.filter((flag) => flag.own === own);
  const placed: PlacedFlag[] = [];
  flags.forEach((flag, i) => {
    const place = {flag, from: x(flag.from), to: x(flag.to)};
    const next = flags[i + 1] === undefined ? width + clear : x(flags[i + 1]!.from);
    const brief = recedes(highlight, flag.id);
    const before = blockOf(place, brief, "end", place.from - clear);
    const beside = blockOf(place, brief, "start", next - place.to - 2 * clear);
    const short = [before, beside].filter((block) => block !== null && block.lines.length <= most);
    const rows = Math.max(-1, ...placed.map(({row}) => row)) + 1;
    for (let row = 0; row <= rows; ++row) {
      const block = short.find((block) => isFree(block!, row, placed));
      if (block == null) continue;
      placed.push({...block, row});
      return;
    }
    // No room off every pole: a row of its own, where poles pass behind the words.
    const block = before ?? blockOf(place, brief, "start", width - place.to - clear);
    if (block === null) throw new Error(`no room for the date of ${flag.id}`);
    placed.push({...block, row: rows});
  });
  const rows = [0];
  for (let row = 0; placed.some((flag) => flag.row === row); ++row) {
    const lines = placed.flatMap((flag) => (flag.row === row ? [flag.lines.length + 1] : []));
    rows.push(rows.at(-1)! + Math.max(...lines) * size.line + 6);
  }
  return {own, placed, rows, height: rows.at(-1)!};
}

type Block = Omit<PlacedFlag, "row">;

/** A flag's words on one side of its pole; null where not even its date fits there. */
function blockOf(
  place: Pick<PlacedFlag, "flag" | "from" | "to">,
  brief: boolean,
  anchor: PlacedFlag["anchor"],
  room: number
): Block | null {
  const {flag, from, to} = place;
  const lines = brief || room <= 0 ? [] : wrapEvenly(flag.name, "sans", size.label, room);
  const wide = Math.max(
    widthOf(flag.when, brief ? "sans" : "sansStrong", size.label),
    ...lines.map((line) => widthOf(line, "sans", size.label))
  );
  if (wide > room) return null;
  const start = anchor === "end" ? from - clear - wide : to + clear;
  return {...place, lines, anchor, span: [start, start + wide]};
}

function isFree({from, to, span}: Block, row: number, placed: readonly PlacedFlag[]): boolean {
  const touches = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]) =>
    a < d + apart && c < b + apart;
  const crosses = (pole: readonly [number, number], [a, b]: readonly [number, number]) =>
    pole[0] < b + 4 && a - 4 < pole[1];
  return placed.every(
    (other) =>
      !(other.row === row && touches(span, other.span)) &&
      // A pole stands in all rows between its words and the axis.
      !(other.row >= row && crosses([other.from, other.to], span)) &&
      !(row >= other.row && crosses([from, to], other.span))
  );
}

function monthsTo(date: string, daysOn: number): number {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year * 12 + month - 1 + (day - 1 + daysOn) / days;
}
