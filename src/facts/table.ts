import {checkEntity, checkMeasure, checkTime} from "./checks.ts";
import type {Checking} from "./checks.ts";
import type {Path} from "./places.ts";
import type {Place} from "./registry.ts";
import type {CellInput, ClaimInput, TableInput} from "./source.ts";

/** A claim of a table: as `quantities:` would hold it, and where it stands instead. */
export interface Cell extends Place {
  readonly key: string;
  readonly claim: ClaimInput;
  readonly period: string;
  /** Which of the table's columns it stands in, from 0. */
  readonly column: number;
}

/**
 * The claims of a table, in the order of its rows. What is reported of one goes by the claim's own
 * name; what is wrong with a key that all of them share is reported of that key.
 */
export function* cellsOf(file: Place["file"], name: string, table: TableInput): Generator<Cell> {
  const {subject, columns, rows, ...keys} = table;
  const shared: Partial<typeof keys> = Object.fromEntries(
    Object.entries(keys).filter(([, value]) => value !== undefined && [value].flat().length > 0)
  );
  for (const [period, row] of Object.entries(rows)) {
    const path = ["tables", name, "rows", period];
    for (const [column, cell] of [row].flat().entries()) {
      if (cell === null) continue;
      const key = keyOf(subject, columns[column]!, period);
      const own = typeof cell === "string" ? {says: cell} : cell;
      const claim = {by: [], status: [], when: period, ...shared, ...own};
      const place: Path = Array.isArray(row) ? [...path, column] : path;
      yield {
        key,
        claim,
        period,
        column,
        path: place,
        file: {file: file.file, report: reporterOf(file, name, key, place, cell, shared)}
      };
    }
  }
}

/** Reports at a cell, or at the table's key where the cell has what is wrong from there. */
function reporterOf(
  file: Place["file"],
  name: string,
  key: string,
  place: Path,
  cell: CellInput,
  shared: object
): Place["file"]["report"] {
  return (report) => {
    const within = report.path.slice(place.length);
    const field = String(within[0]);
    const isOwn = typeof cell === "object" && cell !== null && Object.hasOwn(cell, field);
    if (!isOwn && Object.hasOwn(shared, field))
      return file.report({...report, path: ["tables", name, ...within]});
    return file.report({
      ...report,
      path: typeof cell === "string" ? place : report.path,
      name: ["quantities", key, ...within]
    });
  };
}

/**
 * The claims of a table whose names are all known. An unknown one is reported where it stands: the
 * subject and a measure once, at the table's head, a period at its row.
 */
export function* checkedCellsOf(
  visit: Checking & {readonly file: Place["file"]},
  name: string,
  table: TableInput
): Generator<Cell> {
  const {subject, columns, rows} = table;
  const path = ["tables", name];
  const isKnown = checkEntity(visit, subject, [...path, "subject"]);
  const measured = columns.map((measure, i) =>
    checkMeasure(visit, measure, [...path, "columns", i])
  );
  const periods = Object.keys(rows).filter((period) =>
    checkTime(visit, period, [...path, "rows", period], true)
  );
  const timed = new Set(periods);
  for (const cell of cellsOf(visit.file, name, table))
    if (isKnown && measured[cell.column]! && timed.has(cell.period)) yield cell;
}

/** The keys of the claims at a path of a file's tables, whether or not they could be kept. */
export function keysAt(
  tables: Readonly<Record<string, TableInput>>,
  [, name, rows, period, column]: Path
): string[] {
  const table = Object.hasOwn(tables, String(name)) ? tables[String(name)] : undefined;
  if (table === undefined || rows !== "rows" || period === undefined) return [];
  return table.columns.flatMap((measure, i) =>
    typeof column === "number" && column !== i
      ? []
      : [keyOf(table.subject, measure, String(period))]
  );
}

function keyOf(subject: string, measure: string, period: string): string {
  return `${subject}.${measure}/${period}`;
}
