import type {Inputs} from "../../src/facts/assemble.ts";

const wordings = [
  "at least $600 million",
  "around $2.5 billion",
  "valuing the firm at $1.2 billion",
  "more than US$300m",
  "nearly $40 million",
  "$1.5–2 billion"
];
const perSource = 1000;
const firms = 1000;

/**
 * What a claim carries besides its words. `usual` is what the first story's claims do: two of three
 * say when, and one of four or five its status or who said it.
 */
export type Carrying = "usual" | "everything";

/**
 * A project of so many claims, a thousand a source. Every fact is told by two sources, so that there
 * is something to reconcile.
 */
export function syntheticInputs(count: number, carrying: Carrying): Inputs {
  const entities = Array.from(
    {length: Math.min(firms, Math.ceil(count / 2))},
    (_, i) => `firm-${i}: {name: Firm ${i}, kind: company}`
  );
  const sources: string[][] = [];
  for (let i = 0; i < count; ++i) {
    const source = (i % 2) + 2 * Math.floor(i / (2 * perSource));
    const fact = i >> 1;
    const period = `${1970 + Math.floor(fact / firms)}-0${1 + (fact % 9)}`;
    sources[source] ??= [
      "source:",
      `  id: S${source}`,
      `  title: Report ${source}`,
      "  producer: The Daily",
      '  datePublished: "2024-03-05"',
      "  url: https://example.org/report",
      "quantities:"
    ];
    sources[source].push(
      `  firm-${fact % firms}.valuation/${period}:`,
      `    says: ${wordings[fact % wordings.length]!}`
    );
    const all = carrying === "everything";
    if (all || fact % 3 !== 0) sources[source].push('    when: "2024-03"');
    if (all || fact % 4 === 0) sources[source].push("    status: provisional");
    if (all || fact % 5 === 0) sources[source].push("    by: people familiar with the matter");
    if (all) {
      sources[source].push(`    where: p. ${1 + (i % 400)}`);
      sources[source].push(`    label: Valuation of firm ${fact}`);
    }
  }
  const seeds = sources.map((lines, i) => ({
    path: `seeds/s${i}.yaml`,
    text: `${lines.join("\n")}\n`
  }));
  return {
    seeds,
    context: [],
    entities: {path: "data/entities.yaml", text: `${entities.join("\n")}\n`},
    measures: {
      path: "data/measures.yaml",
      text: "valuation: {label: valuation, unit: USD, floor: 0}\n"
    }
  };
}
