import {mean} from "../../arithmetic.ts";
import type {Control} from "../kind.ts";
import type {Band, Member, Parts, Slot} from "./columns-data.ts";
import {edtfOf, monthName, numberOf, sinceName, within} from "./columns-data.ts";

/** A place of the running mean; `fact` is null where no record has that mean. */
export interface Mean extends Member {
  readonly real: boolean;
}

/**
 * The mean of all columns from `since` on, up to each of them. A gap has none, and does not count in
 * those after it. A mean that a fact of the line states is that fact's.
 */
export function meansSince({points}: Parts, slots: readonly Slot[], since: number): Mean[] {
  const counted = slots.flatMap(({column, month}) =>
    column === null || month < since ? [] : [column]
  );
  const real = points[0]?.month === since;
  return counted.map(({fact, month}, i): Mean => {
    const own = real ? points.find((point) => point.month === month) : undefined;
    if (own !== undefined) return {...own, real: true};
    const result = mean(counted.slice(0, i + 1).map((member) => member.fact.quantity));
    if ("error" in result) throw new Error(`no mean since ${edtfOf(since)}: ${result.error}`);
    return {id: "", fact: {...fact, quantity: result.quantity}, month, real: false};
  });
}

/** Where a running mean leaves a band for good; one that never lies in it has its least place. */
export interface Exit {
  readonly is: "left" | "never in" | "still in";
  readonly last: Mean | null;
  readonly first: Mean | null;
}

/** The last mean inside of the band and the first that stays outside. */
export function leaving(means: readonly Mean[], band: Band | undefined): Exit {
  const isIn = (member: Mean) =>
    band === undefined || within(numberOf(member) ?? Number.NaN, band.quantity);
  const at = means.findLastIndex(isIn);
  if (at >= 0) {
    const first = means[at + 1] ?? null;
    return {is: first === null ? "still in" : "left", last: means[at]!, first};
  }
  const least = means.toSorted((a, b) => numberOf(a)! - numberOf(b)!)[0];
  return {is: "never in", last: least ?? null, first: null};
}

/** A mean from one column on. */
export interface Start {
  readonly month: number;
  /** "2022", "April 2022". */
  readonly name: string;
  /** "2022", "Apr 2022". */
  readonly short: string;
  readonly means: readonly Mean[];
  readonly exit: Exit;
  /** Periods that have no column and do not count. */
  readonly gaps: readonly Slot[];
}

/** From when the mean is taken, and from when else it could be. */
export interface Since extends Start {
  readonly starts: readonly Start[];
}

/** What `since` makes of the columns shown; a reader may start at any column up to the divide. */
export function sinceOf(
  parts: Parts,
  slots: readonly Slot[],
  divide: number | null,
  month: number
): Since {
  const last = divide ?? slots.findLast(({column}) => column !== null)?.month ?? month;
  const startAt = (since: number): Start => {
    const means = meansSince(parts, slots, since);
    return {
      month: since,
      name: sinceName(since, parts.step),
      short: sinceName(since, parts.step, monthName),
      means,
      exit: leaving(means, parts.bands[0]),
      gaps: slots.filter((slot) => slot.column === null && slot.month >= since)
    };
  };
  const starts = slots.filter((slot) => slot.column !== null && slot.month <= last);
  return {...startAt(month), starts: starts.map((slot) => startAt(slot.month))};
}

/** What readers may set of it. */
export function sinceControl({starts}: Since): Control {
  return {
    attribute: "since",
    label: "Since when? The average starts in",
    as: "range",
    values: starts.map(({month, name}) => ({value: edtfOf(month), text: name})),
    assumption: false
  };
}
