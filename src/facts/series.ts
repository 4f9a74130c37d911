import {compareTime} from "../time.ts";
import {readFactKey} from "./ids.ts";

/** Ids of facts, and the series that they make: all of one subject and measure, by period. */
export interface Known {
  has(id: string): boolean;
  ids(): Iterable<string>;
  /** Members of a series between two periods, both included, in order; "" leaves an end open. */
  slice(seriesId: string, from?: string, to?: string): string[];
}

/** Indexes ids once, so that reading slices costs what the slice holds. */
export function knownIds(ids: Iterable<string>): Known {
  const all = new Set(ids);
  const series = new Map<string, {id: string; period: string}[]>();
  for (const id of all) {
    const key = id.includes("/") ? readFactKey(id) : null;
    if (key === null || key.period === null) continue;
    const name = `${key.subject}.${key.measure}`;
    const members = series.get(name) ?? [];
    members.push({id, period: key.period});
    series.set(name, members);
  }
  for (const members of series.values()) members.sort((a, b) => compareTime(a.period, b.period));
  return {
    has: (id) => all.has(id),
    ids: () => all,
    slice: (seriesId, from = "", to = "") =>
      (series.get(seriesId) ?? [])
        .filter(
          ({period}) =>
            (from === "" || compareTime(period, from) >= 0) &&
            (to === "" || compareTime(period, to) <= 0)
        )
        .map(({id}) => id)
  };
}
