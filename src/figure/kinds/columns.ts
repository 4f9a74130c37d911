import {z} from "zod";
import {formatSpoken} from "../../format.ts";
import {isBefore, period, wordList} from "../attributes.ts";
import {unitName} from "../axis.ts";
import type {Cell, Declared, Described, Records, Table} from "../kind.ts";
import {defineKind} from "../kind.ts";
import {capital, listed, measureOf, originWord, quoted, sourceOf, subjectOf} from "../labels.ts";
import {
  exitOf,
  lastMonth,
  numberOf,
  outsidersOf,
  partsOf,
  periodName,
  slotsOf,
  stepName
} from "./columns-data.ts";
import type {Member, Parts, Slot} from "./columns-data.ts";
import {drawColumns, heights} from "./columns-draw.ts";

const options = z.strictObject({
  /** The last period that was public when the claim was made; a line is drawn after it. */
  divide: period().optional(),
  /** What the periods up to that line are, and those after it, in a few words. */
  before: z.string().default("before"),
  after: z.string().default("since"),
  /** What the line is called; its measure, if nothing is given. */
  line: z.string().optional()
});

export const layers = ["band", "columns", "line"] as const;

const state = z
  .strictObject({
    /** The periods shown; all of the series where an end is not given. */
    from: period().optional(),
    to: period().optional(),
    /** Which of `band columns line` are drawn. */
    layers: wordList(layers)
  })
  .refine(({from, to}) => !isBefore(to, from), {path: ["to"], message: "it ends before from="});

type Options = z.output<typeof options>;
type State = z.output<typeof state>;

/**
 * Columns from zero, one for each period of a series; a gap where a period has no fact. A claim with
 * a range or class is a band over its own period, labelled with its phrase, and puts no points in
 * it. A series that is computed throughout is a line. The scene's `facts` name these: what they are
 * follows from the records. Columns outside of the band, as far as it was meant, are warm. A step
 * that highlights facts stresses their columns, and has the line's numbers at their periods.
 */
export const columns = defineKind({
  name: "columns",
  options,
  state,
  measure({records}) {
    const parts = partsOf(records);
    const member = parts.columns[0];
    if (member === undefined) return "";
    const {fact} = member;
    const unit = unitName(fact.quantity.unit);
    return `${subjectOf(records, fact)}: ${measureOf(fact)}; ${unit}, by ${stepName(parts.step)}.`;
  },
  height: (width) => heights[width],
  draw(drawing) {
    const {records, options, state} = drawing;
    const parts = partsOf(records);
    return drawColumns(drawing, {
      parts,
      slots: slotsOf(parts, state.from, state.to),
      layers: state.layers,
      divide: divideOf(options),
      before: options.before,
      after: options.after,
      line: options.line ?? null
    });
  },
  describe,
  table
});

function describe({records, options, state, highlight}: Described<Options, State>): string {
  const parts = partsOf(records);
  const slots = slotsOf(parts, state.from, state.to);
  const sentences: string[] = [];
  if (state.layers.includes("band")) {
    for (const {who, says} of parts.bands) {
      sentences.push(`${capital(who)} says ${quoted(says)} and gives no figures by period.`);
    }
  }
  if (state.layers.includes("columns")) sentences.push(...columnSentences(parts, slots, options));
  if (state.layers.includes("line"))
    sentences.push(...lineSentences(parts, slots, options, highlight));
  return sentences.join(" ");
}

function columnSentences(parts: Parts, slots: readonly Slot[], options: Options): string[] {
  const known = slots.flatMap(({column}) => (numberOf(column) === null ? [] : [column!]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const told = ({fact, month}: Member) =>
    `${formatSpoken(fact.quantity)} in the ${periodName(month, parts.step)}`;
  const by = (sign: 1 | -1) =>
    known.reduce((a, b) => (sign * numberOf(b)! > sign * numberOf(a)! ? b : a));
  const gaps = slots.filter(({column}) => column === null);
  const outside = outsidersOf(parts, slots, divideOf(options));
  const computed = known.filter(({fact}) => fact.origin === "derived");
  return [
    `From ${told(first)} to ${told(last)}; the most is ${told(by(1))}, the least ${told(by(-1))}.`,
    ...(outside.length === 0
      ? []
      : [`Outside of what the claim says: ${listed(outside.map(told))}.`]),
    ...computed.map((member) => `Computed, not reported: ${told(member)}.`),
    ...gaps.map(({month}) => `No source for the ${periodName(month, parts.step)}: it is a gap.`)
  ];
}

function lineSentences(
  parts: Parts,
  slots: readonly Slot[],
  options: Options,
  highlight: readonly string[]
): string[] {
  const points = slots.flatMap(({point}) => (point === null ? [] : [point]));
  const divide = divideOf(options);
  const stops = new Set([
    points[0],
    points.find(({month}) => month === divide),
    exitOf(parts, slots, divide) ?? undefined,
    points.at(-1)
  ]);
  const told = points
    .filter((member) => stops.has(member) || highlight.includes(member.id))
    .map(
      ({fact, month}) => `${formatSpoken(fact.quantity)} up to the ${periodName(month, parts.step)}`
    );
  if (points[0] === undefined) return [];
  return [`${capital(options.line ?? measureOf(points[0].fact))}, computed: ${listed(told)}.`];
}

/** The month after which a line is drawn. */
export function divideOf({divide}: Options): number | null {
  return divide === undefined ? null : lastMonth(divide);
}

function table({records, options}: Declared<Options>): Table {
  const parts = partsOf(records);
  const name =
    parts.points[0] === undefined ? null : (options.line ?? measureOf(parts.points[0].fact));
  const more = (cell: Cell | null) => (name === null ? [] : [cell ?? {text: ""}]);
  const number = ({id, fact}: Member): Cell => ({text: formatSpoken(fact.quantity), fact: id});
  return {
    caption: parts.columns[0] === undefined ? "" : capital(measureOf(parts.columns[0].fact)),
    columns: ["Period", "Value", "Where from", ...(name === null ? [] : [capital(name)])],
    rows: [
      ...parts.bands.map(({who, says, quantity, fact, claim}) => [
        {text: capital(who)},
        {text: formatSpoken(quantity), fact, ...(claim === null ? {} : {claim})},
        {text: quoted(says)},
        ...more(null)
      ]),
      ...slotsOf(parts).map(({column, point, month}) => [
        {text: capital(periodName(month, parts.step))},
        column === null ? {text: "not stated"} : number(column),
        {text: column === null ? "no source" : fromWhom(records, column)},
        // What is computed for every period is told once, by its formula, where the line is labelled.
        ...more(point === null ? null : {text: formatSpoken(point.fact.quantity)})
      ]),
      ...parts.others.map(({label, quantity, fact, claim}) => [
        {text: capital(label)},
        {text: formatSpoken(quantity), fact, ...(claim === null ? {} : {claim})},
        {text: originWord(records.fact(fact).origin)},
        ...more(null)
      ])
    ]
  };
}

function fromWhom(records: Records, {fact}: Member): string {
  if (fact.claims.length === 0) return originWord(fact.origin);
  return listed([...new Set(fact.claims.map((id) => sourceOf(records, records.claim(id))))]);
}
