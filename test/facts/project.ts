import {assemble} from "../../src/facts/assemble.ts";
import type {Assembled, Inputs} from "../../src/facts/assemble.ts";

const entities = `
acme: {name: Acme, kind: company}
beta: {name: Beta Labs, kind: company}
ann: {name: Ann Lee, kind: person}
`;
const measures = `
valuation: {label: valuation, unit: USD, floor: 0}
round: {label: funding round, unit: USD, floor: 0}
in-beta: {label: invested in Beta Labs, unit: USD, floor: 0}
share: {label: share, unit: ratio, floor: 0}
growth: {label: growth on a year earlier, unit: ratio}
mean-growth: {label: mean growth, unit: ratio}
power: {label: power drawn, unit: MW, floor: 0}
`;

type Rest = Partial<Record<"derived" | "assumptions" | "reconcile" | "measures", string>> & {
  readonly context?: Readonly<Record<string, string>>;
  readonly lock?: Inputs["lock"];
};

/** Compiles sources given as the YAML of their quantities, or whole, with small tables beside. */
export function compile(sources: Readonly<Record<string, string>>, rest: Rest = {}): Assembled {
  return assemble(inputsOf(sources, rest));
}

/** The texts that `compile` compiles. */
export function inputsOf(sources: Readonly<Record<string, string>>, rest: Rest = {}): Inputs {
  const files = (set: Readonly<Record<string, string>>, folder: string) =>
    Object.entries(set).map(([id, text]) => ({
      path: `${folder}/${id.toLowerCase()}.yaml`,
      text: text.includes("source:")
        ? text
        : `source: {id: ${id}, title: Report ${id}}\nquantities:\n${text}`
    }));
  const file = (name: "derived" | "assumptions" | "reconcile") => {
    const text = rest[name];
    return text === undefined ? undefined : {path: `data/${name}.yaml`, text};
  };
  return {
    seeds: files(sources, "seeds"),
    context: files(rest.context ?? {}, "data/context"),
    entities: {path: "data/entities.yaml", text: entities},
    measures: {path: "data/measures.yaml", text: rest.measures ?? measures},
    derived: file("derived"),
    assumptions: file("assumptions"),
    reconcile: file("reconcile"),
    lock: rest.lock
  };
}

/** `code line:column` of each diagnostic. */
export function marks({diagnostics}: Assembled): string[] {
  return diagnostics.map(({code, line, column}) => `${code} ${line}:${column}`);
}
