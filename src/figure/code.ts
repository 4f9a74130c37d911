import {formatSpoken} from "../format.ts";
import type {Quantity} from "../quantity.ts";
import type {Records} from "./kind.ts";
import {sourceOf} from "./labels.ts";

/** One quantity of a figure as plain data, hedge, bounds and words included. */
export interface Datum extends Omit<Quantity, "verbatim" | "significantFigures"> {
  readonly id: string;
  readonly label: string;
  /** EDTF; only where the measure recurs. */
  readonly period?: string;
  /** How it reads, hedge in words. */
  readonly reads: string;
  readonly origin: string;
  /** Where one source says it: its name and its words. */
  readonly source?: string;
  readonly says?: string;
}

/** The quantities that a scene declares, members of its series one by one, in its order. */
export function dataOf(records: Records): Datum[] {
  return records.ids.flatMap((id): Datum[] => {
    switch (records.kindOf(id)) {
      case "series":
        return records.series(id).map((member) => factDatum(records, member.id));
      case "fact":
        return [factDatum(records, id)];
      case "claim": {
        const claim = records.claim(id);
        const {fact, quantity, origin, says} = claim;
        const {label} = records.fact(fact);
        const source = sourceOf(records, claim);
        return [{id, label: `${label}, ${source}`, ...plain(quantity), origin, source, says}];
      }
      default:
        return [];
    }
  });
}

function factDatum(records: Records, id: string): Datum {
  const {label, period, quantity, origin} = records.fact(id);
  return {id, label, ...(period === null ? {} : {period}), ...plain(quantity), origin};
}

type Plain = Omit<Quantity, "verbatim" | "significantFigures"> & {readonly reads: string};

function plain(quantity: Quantity): Plain {
  const {value, lower, upper, lowerOpen, upperOpen, hedge, unit} = quantity;
  const reads = formatSpoken(quantity);
  return {value, lower, upper, lowerOpen, upperOpen, hedge, unit, reads};
}

/**
 * A program for Observable Plot that draws the quantities of a scene by themselves: bounds as lines,
 * an arrow where an end is open, a full dot for a number without a hedge, a ring for one with. Of
 * several units the most frequent is drawn. Empty where the scene declares no quantity.
 */
export function plotCode(records: Records): string {
  const data = dataOf(records);
  if (data.length === 0) return "";
  const series = data.filter(({period}) => period !== undefined).length > data.length / 2;
  const rows = data.map((datum) => `  ${JSON.stringify(leaveOut(datum, series))}`);
  return `import * as Plot from "@observablehq/plot";

// A bound is null where the words give none. Nothing is rounded and no hedge is left out.
const data = [
${rows.join(",\n")}
];
const drawn = data.filter((d) => d.unit === "${mostFrequent(data.map(({unit}) => unit))}"${series ? " && d.period" : ""});
const at = (d) => d.value ?? d.lower ?? d.upper;

document.body.append(
${series ? overTime : byLabel}
);`;
}

const byLabel = `  Plot.plot({
    marginLeft: 280,
    y: {label: null, domain: drawn.map((d) => d.label)},
    marks: [
      Plot.link(drawn, {x1: (d) => d.lower ?? at(d), x2: (d) => d.upper ?? at(d), y: "label"}),
      Plot.dot(drawn, {x: at, y: "label", fill: (d) => (d.hedge === "none" ? "black" : "white"), stroke: "black"}),
      Plot.text(drawn, {x: at, y: "label", dy: -12, text: "reads"}),
      Plot.text(drawn.filter((d) => d.lower !== null && d.upper === null), {x: "lower", y: "label", dx: 16, text: () => "→"}),
      Plot.text(drawn.filter((d) => d.upper !== null && d.lower === null), {x: "upper", y: "label", dx: -16, text: () => "←"})
    ]
  })`;

const overTime = `  Plot.plot({
    x: {type: "band", label: null, tickRotate: -60},
    marginBottom: 60,
    marks: [
      Plot.barY(drawn.filter((d) => d.origin !== "derived"), {x: "period", y: at}),
      Plot.barY(drawn.filter((d) => d.origin === "derived"), {x: "period", y: at, fill: "none", stroke: "black"}),
      Plot.text(drawn, {x: "period", y: at, dy: -8, text: "reads"}),
      Plot.ruleY([0])
    ]
  })`;

/** A long series needs no id and label for each of its members. */
function leaveOut(datum: Datum, series: boolean): Partial<Datum> {
  if (!series || datum.period === undefined) return datum;
  const {id: _, label: __, ...rest} = datum;
  return rest;
}

function mostFrequent(units: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
