import type {Agreement, Origin} from "../../facts/dataset.ts";
import type {Quantity} from "../../quantity.ts";
import type {Records} from "../kind.ts";
import type {Style} from "../marks.ts";
import {styleOf} from "../marks.ts";

/** What one source says of a fact. */
export interface Telling {
  readonly claim: string;
  /** How the story calls the source. */
  readonly source: string;
  readonly quantity: Quantity;
  readonly origin: Origin;
  readonly style: Style;
}

/** One fact, and who tells it. */
export interface Row {
  readonly fact: string;
  readonly label: string;
  /** What each of the two documents says; null where it is silent. */
  readonly documents: readonly [Telling | null, Telling | null];
  /** What other sources say, one telling a source. */
  readonly elsewhere: readonly Telling[];
  readonly agreement: Agreement;
  /** The claim that is printed. */
  readonly printed: string | null;
  /** Whether that is an editor's decision, with a reason. */
  readonly decided: boolean;
}

export interface Ledger {
  /** How the story calls the two documents. */
  readonly documents: readonly [string, string];
  readonly rows: readonly Row[];
}

/** What rows can be grouped by. */
export const orders = ["teller", "agreement", "decision"] as const;
export type Order = (typeof orders)[number];

export interface Group {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly Row[];
}

/**
 * The declared facts as rows, in the author's order, named as the author names them or by their
 * labels. Throws where a record is no fact that a source tells, where a name is of no declared fact,
 * and where the facts are not told by two documents.
 */
export function ledgerOf(records: Records, names: Readonly<Record<string, string>>): Ledger {
  const claims = records.ids.flatMap((id) => {
    const found = records.kindOf(id) === "fact" ? records.fact(id).claims : [];
    if (found.length === 0) throw new Error(`invalid record of a ledger: no source tells ${id}`);
    return found.map((claim) => records.claim(claim));
  });
  const stranger = Object.keys(names).find((id) => !records.ids.includes(id));
  if (stranger !== undefined) throw new Error(`invalid name: ${stranger} is not declared`);
  const told = claims.map(({source}) => source);
  const [first, second, ...others] = [...new Set(told)]
    .filter((id) => records.source(id).origin === "seed")
    .sort();
  if (first === undefined || second === undefined || others.length > 0)
    throw new Error("invalid ledger: it stands between two documents");
  return {
    documents: [records.source(first).label, records.source(second).label],
    rows: records.ids.map((id) => rowOf(records, id, names[id], [first, second]))
  };
}

function rowOf(
  records: Records,
  id: string,
  name: string | undefined,
  documents: readonly [string, string]
): Row {
  const fact = records.fact(id);
  const told = new Map<string, Telling>();
  for (const claim of tellingFirst(fact.claims, fact.preferred)) {
    const {source, quantity, origin} = records.claim(claim);
    if (told.has(source)) continue;
    const {label} = records.source(source);
    told.set(source, {claim, source: label, quantity, origin, style: styleOf(origin)});
  }
  const [first, second] = documents.map((source) => told.get(source) ?? null);
  return {
    fact: id,
    label: name ?? fact.label,
    documents: [first!, second!],
    elsewhere: [...told].filter(([id]) => !documents.includes(id)).map(([, telling]) => telling),
    agreement: fact.agreement,
    printed: fact.preferred,
    decided: fact.reason !== null && fact.claims.length > 1
  };
}

// Of several claims of one source the printed one stands for it, else one in a sentence: a headline
// is another place of the same document.
function tellingFirst(claims: readonly string[], preferred: string | null): string[] {
  const rank = (id: string) => (id === preferred ? 0 : id.includes("@") ? 2 : 1);
  return [...claims].sort((a, b) => rank(a) - rank(b));
}

const agreementHeadings: Readonly<Record<Agreement, string>> = {
  conflict: "Conflict: they cannot all be right",
  corroborated: "Corroborated: independent and equal",
  compatible: "Compatible: independent, overlapping",
  "same-origin": "Same origin: one witness, however often",
  single: "One source"
};
const agreementOrder = ["conflict", "corroborated", "compatible", "same-origin", "single"] as const;

/** The rows in their groups; a group without rows is left out. */
export function groupRows({documents, rows}: Ledger, order: Order): Group[] {
  const [first, second] = documents;
  const group = (id: string, heading: string, has: (row: Row) => boolean): Group => ({
    id: `${order}-${id}`,
    heading,
    rows: rows.filter(has)
  });
  const tells = (a: boolean, b: boolean) => (row: Row) =>
    (row.documents[0] !== null) === a && (row.documents[1] !== null) === b;
  const groups = {
    teller: () => [
      group("both", "Told by both", tells(true, true)),
      group("first", `Only in ${first}`, tells(true, false)),
      group("second", `Only in ${second}`, tells(false, true)),
      group("elsewhere", "Only elsewhere", tells(false, false))
    ],
    agreement: () =>
      agreementOrder.map((word) =>
        group(word, agreementHeadings[word], ({agreement}) => agreement === word)
      ),
    decision: () => [
      group("decided", "Told often: what we print stands out", ({decided}) => decided),
      group("open", "Nothing to decide", ({decided}) => !decided)
    ]
  }[order]();
  return groups.filter(({rows}) => rows.length > 0);
}
