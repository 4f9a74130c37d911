import type {Records} from "../kind.ts";

/** One cell as one document has it: that the row's entity is tied to the column's. */
export interface Tie {
  /** The relation that is drawn: of several in one cell, the first that is declared. */
  readonly id: string;
  /** All relations of the cell in this document. */
  readonly ids: readonly string[];
  readonly type: string;
  readonly row: string;
  readonly column: string;
  /** Which of the documents has it. */
  readonly side: number;
  readonly says: string;
}

/** A relation between two rows or between two columns. */
export interface Link {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** A row of which a document names no column, and what it says instead. */
export interface Aside {
  readonly id: string;
  readonly row: string;
  readonly says: string;
}

export interface Side {
  readonly label: string;
  /** Stands inside a mark: the label's last letter or numeral that stands alone, else its first letter. */
  readonly letter: string;
}

export interface Matrix {
  readonly sides: readonly Side[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly ties: readonly Tie[];
  readonly asides: readonly Aside[];
  readonly ofColumns: readonly Link[];
  readonly ofRows: readonly Link[];
}

/**
 * The scene's records as a matrix: relations of the given types tie a row to a column, each in the
 * order of first mention; other relations join two rows or two columns; a statement is what stands in
 * a row without a tie. Throws where more than two documents speak, or a record fits nowhere.
 */
export function matrixOf(records: Records, types: readonly string[]): Matrix {
  const relations = records.ids.flatMap((id) =>
    records.kindOf(id) === "relation" ? [{id, ...records.relation(id)}] : []
  );
  const tying = relations.filter(({type}) => types.includes(type));
  if (tying.length === 0) throw new Error(`invalid matrix: no relation is "${types.join(" ")}"`);
  const sources = [...new Set(tying.map(({source}) => source))];
  if (sources.length > 2) throw new Error(`invalid matrix: ${sources.length} documents`);
  const asides = asidesOf(records);
  const rows = [...new Set([...tying.map(({from}) => from), ...asides.map(({row}) => row)])];
  const columns = [...new Set(tying.map(({to}) => to))];
  const ties: Tie[] = [];
  for (const row of rows)
    for (const column of columns)
      for (const [side, source] of sources.entries()) {
        const same = tying.filter(
          (relation) =>
            relation.from === row && relation.to === column && relation.source === source
        );
        if (same[0] === undefined) continue;
        const {id, type, says} = same[0];
        ties.push({id, ids: same.map(({id}) => id), type, row, column, side, says});
      }
  const bare = asides.find(({row}) => ties.some((tie) => tie.row === row));
  if (bare !== undefined) throw new Error(`invalid matrix: "${bare.row}" has ties, and ${bare.id}`);
  const links = relations.filter(({type}) => !types.includes(type));
  const among = (ids: readonly string[]): Link[] =>
    links
      .filter(({from, to}) => ids.includes(from) && ids.includes(to))
      .map(({id, type, from, to}) => ({id, type, from, to}));
  const [ofColumns, ofRows] = [among(columns), among(rows)];
  const stray = links.find(({id}) => ![...ofColumns, ...ofRows].some((link) => link.id === id));
  if (stray !== undefined) throw new Error(`invalid matrix: ${stray.id} ties nothing in it`);
  return {
    sides: sources.map((id) => sideOf(records, id)),
    rows,
    columns,
    ties,
    asides,
    ofColumns,
    ofRows
  };
}

function asidesOf(records: Records): Aside[] {
  return records.ids.flatMap((id) => {
    if (records.kindOf(id) !== "statement") return [];
    const {about, says} = records.statement(id);
    const [row] = about;
    return row === undefined ? [] : [{id, row, says}];
  });
}

function sideOf(records: Records, id: string): Side {
  const {label} = records.source(id);
  const alone = /(?:^| )(\p{L}|\p{N})$/u.exec(label)?.[1];
  return {label, letter: alone ?? label.charAt(0).toUpperCase()};
}

const openers = /\b(?:including|such as|like|among them|for example)\b/i;

/** The word that leaves a list open, as the document has it; null where no fragment of these has one. */
export function openerOf(ties: readonly Tie[]): string | null {
  for (const {says} of ties) {
    const found = openers.exec(says);
    if (found !== null) return found[0];
  }
  return null;
}

/** A row as one document has it. */
export function tiesOf({ties}: Matrix, row: string, side: number): Tie[] {
  return ties.filter((tie) => tie.row === row && tie.side === side);
}
