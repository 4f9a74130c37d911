import type {Fact, Origin} from "../../facts/dataset.ts";
import type {Quantity} from "../../quantity.ts";
import {readTime} from "../../time.ts";
import type {Records} from "../kind.ts";
import {originBefore, sourceOf} from "../labels.ts";
import {extentOf, named} from "../parts.ts";

/** One fact of a series; `month` counts months since year 0, of the last one of its period. */
export interface Member {
  readonly id: string;
  readonly fact: Fact;
  readonly month: number;
}

/** A place on the axis of time: a period, with its column and its point, or without. */
export interface Slot {
  readonly month: number;
  readonly column: Member | null;
  readonly point: Member | null;
}

/** A range or class that one claim, or one fact, gives for a period as a whole. */
export interface Band {
  readonly id: string;
  readonly fact: string;
  readonly claim: string | null;
  /** "article A", or the fact's label. */
  readonly who: string;
  readonly says: string;
  readonly quantity: Quantity;
  readonly origin: Origin;
  /** First and last month, null where the claim leaves that end open. */
  readonly from: number | null;
  readonly to: number | null;
}

/** A fact or claim that columns do not draw. */
export interface Other {
  readonly fact: string;
  readonly claim: string | null;
  readonly label: string;
  readonly quantity: Quantity;
}

export interface Parts {
  readonly columns: readonly Member[];
  readonly points: readonly Member[];
  readonly bands: readonly Band[];
  /** Facts of the scene that are neither: its table has them. */
  readonly others: readonly Other[];
  /** Months from one period to the next. */
  readonly step: number;
}

/**
 * What a scene's records are in a figure of columns: a series with any fact that is not computed is
 * columns, one that is all computed a line, and a claim or fact with two bounds and no value a band.
 * Events and statements stand beside these: see `flagsOf` and `sidesOf`.
 */
export function partsOf(records: Records): Parts {
  const columns: Member[] = [];
  const points: Member[] = [];
  const bands: Band[] = [];
  const others: Other[] = [];
  for (const id of records.ids) {
    const kind = records.kindOf(id);
    if (kind === "series") {
      const members = records
        .series(id)
        .map(({id, fact}) => ({id, fact, month: lastMonth(fact.period!)}));
      const computed = members.every(({fact}) => originBefore(records, fact) === "derived");
      (computed ? points : columns).push(...members);
    } else if (kind === "claim" || kind === "fact") {
      const other = otherOf(records, id, kind);
      const {value, lower, upper} = other.quantity;
      if (value === null && lower !== null && upper !== null) bands.push(bandOf(records, other));
      else others.push(other);
    } else if (kind === "relation")
      throw new Error(`invalid record of columns: ${id} is a ${kind}`);
  }
  const months = columns.map(({month}) => month);
  const steps = months.slice(1).map((month, i) => month - months[i]!);
  return {columns, points, bands, others, step: Math.max(1, Math.min(...steps, 12))};
}

/** The periods between two, both included, in order; a period without a fact is a gap. */
export function slotsOf({columns, points, step}: Parts, from?: string, to?: string): Slot[] {
  const first = from === undefined ? columns[0]?.month : lastMonth(from);
  const last = to === undefined ? columns.at(-1)?.month : lastMonth(to);
  if (first === undefined || last === undefined) return [];
  const slots: Slot[] = [];
  for (let month = first; month <= last; month += step) {
    slots.push({
      month,
      column: columns.find((member) => member.month === month) ?? null,
      point: points.find((member) => member.month === month) ?? null
    });
  }
  return slots;
}

/** The month that a period ends in, counted from year 0. Throws if it has no end. */
export function lastMonth(edtf: string): number {
  const time = readTime(edtf);
  if ("error" in time || time.end === null) throw new Error(`invalid period: ${edtf}`);
  return monthOf(time.end);
}

/** Whether a number lies in a band; a bound that is open is outside. */
export function within(number: number, {lower, upper, lowerOpen, upperOpen}: Quantity): boolean {
  if (lower !== null && (lowerOpen ? number <= lower : number < lower)) return false;
  return upper === null || (upperOpen ? number < upper : number <= upper);
}

/** The number of a member: what it names, or null where nothing is stated. */
export function numberOf(member: Member | null): number | null {
  if (member === null || extentOf(member.fact.quantity).length === 0) return null;
  return named(member.fact.quantity);
}

/**
 * Columns outside of every band that speaks of them: from the band's start, up to where the claim
 * was made. What came after a claim does not contradict it.
 */
export function outsidersOf(parts: Parts, slots: readonly Slot[], divide: number | null): Member[] {
  return slots.flatMap(({column, month}) => {
    const number = numberOf(column);
    if (column === null || number === null || (divide !== null && month > divide)) return [];
    const outside = parts.bands.some(
      ({quantity, from, to}) =>
        (from === null || month >= from) &&
        (to === null || month <= to) &&
        !within(number, quantity)
    );
    return outside ? [column] : [];
  });
}

/** The first point of the line, after the divide, that lies outside of the band; null if none does. */
export function exitOf(parts: Parts, slots: readonly Slot[], divide: number | null): Member | null {
  const band = parts.bands[0];
  if (band === undefined || divide === null) return null;
  for (const {month, point} of slots) {
    const number = numberOf(point);
    if (month > divide && number !== null && !within(number, band.quantity)) return point;
  }
  return null;
}

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"]
];

/** "Mar", of a month counted from year 0. */
export function monthName(month: number): string {
  return months[month % 12]!.slice(0, 3);
}

/** "quarter to March 2022", "year to March 2022", "March 2022", by the months of a period. */
export function periodName(month: number, step: number): string {
  const name = `${months[month % 12]!} ${yearOf(month)}`;
  return step === 3 ? `quarter to ${name}` : step === 12 ? `year to ${name}` : name;
}

/** "2022", "April 2022": the beginning of a period, of which a year's is called by the year. */
export function sinceName(month: number, step: number, nameOf = longName): string {
  const first = month - step + 1;
  return first % 12 === 0 ? String(yearOf(first)) : `${nameOf(first)} ${yearOf(first)}`;
}

function longName(month: number): string {
  return months[month % 12]!;
}

/** "2022-03", as an author writes the period that ends in a month. */
export function edtfOf(month: number): string {
  return `${yearOf(month)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** What one period is called, by its months. */
export function stepName(step: number): string {
  return step === 3 ? "quarter" : step === 12 ? "year" : "month";
}

export function yearOf(month: number): number {
  return Math.floor(month / 12);
}

function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function otherOf(records: Records, id: string, kind: "claim" | "fact"): Other {
  const claim = kind === "claim" ? records.claim(id) : null;
  const factId = claim?.fact ?? id;
  const fact = records.fact(factId);
  return {
    fact: factId,
    claim: claim === null ? null : id,
    label: claim === null ? fact.label : sourceOf(records, claim),
    quantity: claim?.quantity ?? fact.quantity
  };
}

function bandOf(records: Records, other: Other): Band {
  const {fact, claim, label, quantity} = other;
  const when = claim === null ? records.fact(fact).period : records.claim(claim).when;
  const time = when === null ? null : readTime(when);
  const ends = time === null || "error" in time ? {start: null, end: null} : time;
  return {
    id: claim ?? fact,
    fact,
    claim,
    who: label,
    says: claim === null ? label : records.claim(claim).says,
    quantity,
    origin: claim === null ? records.fact(fact).origin : records.claim(claim).origin,
    from: ends.start === null ? null : monthOf(ends.start),
    to: ends.end === null ? null : monthOf(ends.end)
  };
}
