import type {Dataset} from "../facts/dataset.ts";
import {formatSpoken} from "../format.ts";
import {findPrinted} from "./printed.ts";

/**
 * A formula with its numbers filled in, hedges in words; that of a long series, whose members it does
 * not name, as it was written.
 */
export function formulaWords(
  formula: string,
  parents: readonly string[],
  dataset: Dataset
): string {
  if (parents.some((parent) => !formula.includes(parent))) return formula;
  // The longest first, since one id may begin another.
  return [...parents]
    .sort((a, b) => b.length - a.length)
    .reduce((text, parent) => {
      const quantity = findPrinted(dataset, parent)!.record.quantity;
      return text.replaceAll(parent, formatSpoken(quantity));
    }, formula)
    .replaceAll(" * ", " × ")
    .replaceAll(" / ", " ÷ ")
    .replaceAll(" - ", " − ");
}
