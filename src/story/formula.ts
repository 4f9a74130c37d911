import type {Dataset} from "../facts/dataset.ts";
import {knownIds} from "../facts/series.ts";
import {edtfOf, lastMonth, stepName} from "../figure/kinds/columns-data.ts";
import {formatSpoken} from "../format.ts";
import {formatTime, readTime} from "../time.ts";
import {findPrinted} from "./printed.ts";

/** The longest series that stands in a formula number by number. */
const longest = 4;

const functions: Readonly<Record<string, string>> = {
  mean: "the mean of",
  sum: "the sum of",
  min: "the least of",
  max: "the most of"
};

/**
 * A formula with its numbers filled in, hedges in words; of a long series, how many numbers and up to
 * when.
 */
export function formulaWords(
  formula: string,
  parents: readonly string[],
  dataset: Dataset
): string {
  const known = knownIds(parents);
  const spoken = (id: string): string => formatSpoken(findPrinted(dataset, id)!.record.quantity);
  const sliced = formula.replace(
    /(?:\b(mean|sum|min|max)\()?([a-z][\w.-]*)\[([^[\]]*)\.\.([^[\]]*)\](\)?)/g,
    (whole, name: string | undefined, series: string, from: string, to: string, end: string) => {
      const members = known.slice(series, from, to);
      if (members.length === 0) return whole;
      const words =
        members.length > longest ? spanWords(members, dataset) : list(members.map(spoken));
      // A function of this alone needs no brackets.
      if (name !== undefined && end === ")") {
        const call = `${functions[name]!} ${words}`;
        return whole === formula ? call : `(${call})`;
      }
      return `${name === undefined ? "" : `${name}(`}${words}${end}`;
    }
  );
  // The longest first, since one id may begin another.
  return [...parents]
    .sort((a, b) => b.length - a.length)
    .reduce((text, parent) => text.replaceAll(parent, spoken(parent)), sliced)
    .replaceAll(" * ", " × ")
    .replaceAll(" / ", " ÷ ")
    .replaceAll(" - ", " − ");
}

/** "the 8 quarters to December 2023"; where there are gaps, "7 quarters from March 2022 to December 2023". */
function spanWords(ids: readonly string[], {facts}: Dataset): string {
  const periods = ids.map((id) => facts[id]!.period!);
  const ended = periods.every((period) => {
    const time = readTime(period);
    return !("error" in time) && time.end !== null;
  });
  if (!ended) return `${ids.length} periods`;
  const months = periods.map(lastMonth);
  const step = Math.min(...months.slice(1).map((month, i) => month - months[i]!));
  const [first, last] = [months[0]!, months.at(-1)!];
  const all = `${ids.length} ${stepName(step)}s`;
  const to = `to ${formatTime(edtfOf(last))}`;
  if (last - first === step * (ids.length - 1)) return `the ${all} ${to}`;
  return `${all} from ${formatTime(edtfOf(first))} ${to}`;
}

function list(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;
}
