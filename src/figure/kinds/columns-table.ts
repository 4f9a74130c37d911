import {formatSpoken} from "../../format.ts";
import type {Cell, Records, Table} from "../kind.ts";
import {capital, listed, measureOf, originWord, quoted, sourceOf} from "../labels.ts";
import {periodName, slotsOf} from "./columns-data.ts";
import type {Member, Parts} from "./columns-data.ts";
import type {Flag} from "./columns-flags.ts";

interface TableOptions {
  readonly flags: readonly Flag[];
  /** What the line is called. */
  readonly line: string | undefined;
  /** First and last period that any step shows; all where not given. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What a scene of columns shows: periods, then what is of none, then its events and words. */
export function columnTable(
  records: Records,
  parts: Parts,
  {flags, line, from, to}: TableOptions
): Table {
  const [first] = parts.points;
  const name = first === undefined ? null : (line ?? measureOf(first.fact));
  const more = (cell: Cell | null) => (name === null ? [] : [cell ?? {text: ""}]);
  const number = ({id, fact}: Member): Cell => ({text: formatSpoken(fact.quantity), fact: id});
  const statements = records.ids.filter((id) => records.kindOf(id) === "statement");
  const undated = records.ids.filter(
    (id) => records.kindOf(id) === "event" && flags.every((flag) => flag.id !== id)
  );
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
      ...slotsOf(parts, from, to).map(({column, point, month}) => [
        {text: capital(periodName(month, parts.step))},
        column === null ? {text: "not stated"} : number(column),
        {text: column === null ? "no source" : fromWhom(records, column)},
        // What is computed for every period is told once, by its formula, where the line is labelled.
        ...more(point === null ? null : {text: meanOf(point)})
      ]),
      ...parts.others.map(({label, quantity, fact, claim}) => [
        {text: capital(label)},
        {text: formatSpoken(quantity), fact, ...(claim === null ? {} : {claim})},
        {text: originWord(records.fact(fact).origin)},
        ...more(null)
      ]),
      ...flags.map(({id, what, when, source}) => [
        {text: capital(when)},
        {text: what, record: id},
        {text: records.source(source).label},
        ...more(null)
      ]),
      ...[...undated, ...statements].map((id) => {
        const record = undated.includes(id) ? records.event(id) : records.statement(id);
        return [
          {text: "Not dated"},
          {text: quoted(record.says), record: id},
          {text: capital(records.source(record.source).label)},
          ...more(null)
        ];
      })
    ]
  };
}

function meanOf({fact}: Member): string {
  const words = formatSpoken(fact.quantity);
  return fact.origin === "edited" ? `${words} (edited)` : words;
}

function fromWhom(records: Records, {fact}: Member): string {
  if (fact.claims.length === 0) return originWord(fact.origin);
  return listed([...new Set(fact.claims.map((id) => sourceOf(records, records.claim(id))))]);
}
