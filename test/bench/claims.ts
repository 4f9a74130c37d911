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

/** A project of so many claims, a thousand a source, with what a claim usually carries. */
export function syntheticInputs(count: number): Inputs {
  const entities = ["acme: {name: Acme, kind: company}"];
  const seeds = [];
  for (let first = 0; first < count; first += perSource) {
    const lines = [
      "source:",
      `  id: S${first / perSource}`,
      `  title: Report ${first / perSource}`,
      "  producer: The Daily",
      '  datePublished: "2024-03-05"',
      "  url: https://example.org/report",
      "quantities:"
    ];
    for (let i = first; i < Math.min(count, first + perSource); ++i) {
      // Every other company is told of by two sources, so that there is something to reconcile.
      const subject = `firm-${i % 2 === 0 ? i : i - (i % perSource) / 2}`;
      entities.push(`firm-${i}: {name: Firm ${i}, kind: company}`);
      lines.push(
        `  ${subject}.valuation/${2000 + (i % 25)}-0${1 + (i % 9)}@p${i}:`,
        `    says: ${wordings[i % wordings.length]!}`,
        '    when: "2024-03"',
        `    where: p. ${1 + (i % 400)}`,
        "    by: [people familiar with the matter, acme]",
        "    status: [provisional]",
        `    label: Valuation of firm ${i}`
      );
    }
    seeds.push({path: `seeds/s${first / perSource}.yaml`, text: `${lines.join("\n")}\n`});
  }
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
