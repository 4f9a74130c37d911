import {z} from "zod";
import {idList, isBefore, period, wordList} from "../attributes.ts";
import {unitName} from "../axis.ts";
import type {Records} from "../kind.ts";
import {defineKind} from "../kind.ts";
import {measureOf, subjectOf} from "../labels.ts";
import {checkPeriods} from "./columns-check.ts";
import {lastMonth, partsOf, slotsOf, stepName} from "./columns-data.ts";
import {drawColumns, heights} from "./columns-draw.ts";
import type {Shown} from "./columns-draw.ts";
import {flagsOf} from "./columns-flags.ts";
import type {Flag} from "./columns-flags.ts";
import {sidesOf} from "./columns-sides.ts";
import {sinceControl, sinceOf} from "./columns-since.ts";
import {columnTable} from "./columns-table.ts";
import {columnWords} from "./columns-words.ts";

const options = z.strictObject({
  /** The last period that was public when the claim was made; a line is drawn after it. */
  divide: period().optional(),
  /** What the periods up to that line are, and those after it, in a few words. */
  before: z.string().default("before"),
  after: z.string().default("since"),
  /** What the line is called; its measure, if nothing is given. */
  line: z.string().optional(),
  /** Whose events are own decisions, flagged below the columns; others' are above. */
  own: idList(),
  /** Whose flags stand above and below, in a few words. */
  above: z.string().optional(),
  below: z.string().optional(),
  /** A few words for each of the scene's events, in their order there, divided by semicolons. */
  names: z
    .string()
    .transform((text) => text.split(";").map((name) => name.trim()))
    .optional()
});

export const layers = ["band", "columns", "line"] as const;

const state = z
  .strictObject({
    /** The periods shown; all of the series where an end is not given. */
    from: period().optional(),
    to: period().optional(),
    /** Which of `band columns line` are drawn; with none, the axis of time alone. */
    layers: wordList(layers),
    /**
     * From which period on readers have the mean of the columns drawn, and may set another; `layers`
     * has the line then.
     */
    since: period().optional(),
    /** Which of the scene's dated events are flagged on the axis of time. */
    flags: idList(),
    /** Events and statements told side by side below, a side for each source. */
    sides: idList()
  })
  .refine(({from, to}) => !isBefore(to, from), {path: ["to"], message: "it ends before from="})
  .refine(({since, layers}) => since === undefined || layers.includes("line"), {
    path: ["since"],
    message: "layers= leaves out the line that it starts"
  });

type Options = z.output<typeof options>;
type State = z.output<typeof state>;

/**
 * Columns from zero, one for each period of a series; a gap where a period has no fact. A claim with
 * a range or class is a band over its own period, labelled with its phrase, and puts no points in
 * it. A series that is computed throughout is a line. The scene's `facts` name these: what they are
 * follows from the records. Columns outside of the band, as far as it was meant, are warm. A step
 * that highlights facts stresses their columns, and has the line's numbers at their periods. Dated
 * events are flags on the axis of time, in their order, which nothing joins.
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
  draw: (drawing) => drawColumns(drawing, shownOf(drawing.records, drawing.options, drawing.state)),
  describe: ({records, options, state, highlight}) =>
    columnWords(shownOf(records, options, state), highlight),
  controls({records, options, state}) {
    const {since} = shownOf(records, options, state);
    return since === null ? [] : [sinceControl(since)];
  },
  supposes({records, options, state}) {
    const {since} = shownOf(records, options, state);
    return since?.means.map(({fact}) => fact.quantity) ?? [];
  },
  table: ({records, options}, states) =>
    columnTable(records, partsOf(records), {
      flags: allFlags(records, options),
      line: options.line,
      from: extreme(
        states.map(({from}) => from),
        -1
      ),
      to: extreme(
        states.map(({to}) => to),
        1
      )
    })
});

/** The first or last of some periods; none where one of them is open. */
function extreme(periods: readonly (string | undefined)[], sign: 1 | -1): string | undefined {
  if (periods.length === 0 || periods.includes(undefined)) return undefined;
  return periods.reduce((a, b) => (sign * (lastMonth(b!) - lastMonth(a!)) > 0 ? b : a));
}

function shownOf(records: Records, options: Options, state: State): Shown {
  const parts = partsOf(records);
  const {divide, before, after, line = null, above = null, below = null} = options;
  checkPeriods(parts, {divide, from: state.from, to: state.to});
  const slots = slotsOf(parts, state.from, state.to);
  const last = divide === undefined ? null : lastMonth(divide);
  const {since} = state;
  return {
    parts,
    slots,
    layers: state.layers,
    divide: last,
    before,
    after,
    line,
    above,
    below,
    flags: flagged(allFlags(records, options), state.flags),
    sides: sidesOf(records, state.sides),
    since: since === undefined ? null : sinceOf(parts, slots, last, lastMonth(since))
  };
}

function allFlags(records: Records, {own, names}: Options): Flag[] {
  return flagsOf(records, own, names);
}

function flagged(flags: readonly Flag[], ids: readonly string[]): Flag[] {
  for (const id of ids)
    if (flags.every((flag) => flag.id !== id)) throw new Error(`no dated event: ${id}`);
  return flags.filter(({id}) => ids.includes(id));
}
