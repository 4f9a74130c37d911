import {recedes} from "../emphasis.ts";
import type {Records} from "../kind.ts";
import {capital, listed, quoted} from "../labels.ts";
import {openerOf, tiesOf} from "./matrix-data.ts";
import type {Matrix, Tie} from "./matrix-data.ts";

export interface Told {
  /** What two columns are that a relation joins. */
  readonly pair: string;
  /** Words for types of relations: `competes-with` is "rival". */
  readonly tags: ReadonlyMap<string, string>;
  readonly by: "documents" | "rows";
  readonly highlight: readonly string[];
}

/** The type of a relation as words: "leads round of". */
export function typeWords(type: string): string {
  return type.replaceAll("-", " ");
}

/** A state in sentences: what a step is about first, then what else is drawn. */
export function describeMatrix(records: Records, matrix: Matrix, told: Told): string {
  const {highlight, by} = told;
  const all = by === "rows" ? matrix : {...matrix, rows: matrix.rows.slice(0, 1)};
  const sides = matrix.sides.map(({label}) => label).join(" or ");
  const silence = `Where ${sides} is silent, it does not say no.`;
  if (highlight.length === 0) return [...tell(records, all, told, () => true), silence].join(" ");
  const stressed = (...ids: readonly string[]): boolean => !recedes(highlight, ...ids);
  return [
    ...tell(records, all, told, stressed),
    "Also drawn:",
    ...tell(records, all, told, (...ids) => !stressed(...ids)),
    silence
  ].join(" ");
}

function tell(
  records: Records,
  matrix: Matrix,
  {pair, tags, by}: Told,
  holds: (...ids: readonly string[]) => boolean
): string[] {
  const name = (id: string): string => records.entity(id).name;
  const tied = matrix.rows.flatMap((row) =>
    matrix.sides.flatMap(({label}, side) => {
      const named = tiesOf(matrix, row, side).filter(({ids}) => holds(...ids));
      if (named.length === 0) return [];
      const opener = openerOf(named);
      const open = opener === null ? "" : `; ${quoted(opener)} leaves the list open`;
      return [`${capital(label)}: ${name(row)} ${clauses(named, name)}${open}.`];
    })
  );
  if (by === "documents") return tied;
  const asides = matrix.asides
    .filter(({id}) => holds(id))
    .map(({row, says}) => `${name(row)}: ${quoted(says)}, none named.`);
  const pairs = matrix.ofColumns
    .filter(({id}) => holds(id))
    .map(({from, to}) => `${listed([name(from), name(to)])}: ${pair}.`);
  const links = matrix.ofRows
    .filter(({id}) => holds(id))
    .map(
      ({type, from, to}) => `${name(to)}: ${tags.get(type) ?? typeWords(type)} of ${name(from)}.`
    );
  return [...tied, ...asides, ...pairs, ...links];
}

/** "invests in X, funds Y and Z": the columns of one row by the relation that ties each. */
function clauses(ties: readonly Tie[], name: (id: string) => string): string {
  const types = [...new Set(ties.map(({type}) => type))];
  return types
    .map((type) => {
      const whom = ties.filter((tie) => tie.type === type).map(({column}) => name(column));
      return `${typeWords(type)} ${listed(whom)}`;
    })
    .join(", ");
}
