import {z} from "zod";
import {formatSpoken} from "../../format.ts";
import {wordList} from "../attributes.ts";
import {unitName} from "../axis.ts";
import {defineKind} from "../kind.ts";
import {hedgeWord, measureOf, originWord, sentence} from "../labels.ts";
import {leastHeight} from "../theme.ts";
import {axisOf, mainName} from "./number-line-axis.ts";
import {drawRows} from "./number-line-draw.ts";
import {placeRows} from "./number-line-layout.ts";
import {groups, mainMeasure, rowsOf} from "./number-line-rows.ts";
import type {Row} from "./number-line-rows.ts";

const options = z.strictObject({
  /** `zero` starts the line there; `near` below the least number, and says so, but for lengths. */
  axis: z.enum(["zero", "near"]).default("zero"),
  /** A measure whose facts are drawn as lengths below the others, on the same line. */
  beside: z.string().optional()
});

const state = z.strictObject({
  /** Which groups of rows are shown: `articles context computed beside`. */
  show: wordList(groups, ["articles", "context", "computed"])
});

/**
 * Number line: one row for each claim or fact that the scene declares, with its words and the end
 * that those words give it. A plumb line hangs from the number that most rows share. The scene's
 * `facts` are claims and facts of one unit.
 */
export const numberLine = defineKind({
  name: "number-line",
  options,
  state,
  measure({records, options}) {
    const rows = rowsOf(records, options.beside);
    const main = rows.find((row) => row.measure === mainMeasure(rows));
    if (main === undefined) return "";
    const what = measureOf(records.fact(main.fact));
    const say = `Where each sentence puts the ${what}; ${unitName(main.quantity.unit)}.`;
    return options.axis === "near" ? `${say} The line does not start at zero.` : say;
  },
  height(width, {records, options}, states) {
    const rows = rowsOf(records, options.beside);
    const near = options.axis === "near";
    const heights = states.map(({show}) => {
      const shown = rows.filter((row) => show.includes(row.group));
      return placeRows(shown, axisOf(rows, shown, near, width), width).height;
    });
    return Math.max(...heights, leastHeight[width]);
  },
  draw(drawing) {
    const rows = rowsOf(drawing.records, drawing.options.beside);
    return drawRows(drawing, rows, {
      shown: rows.filter(({group}) => drawing.state.show.includes(group)),
      near: drawing.options.axis === "near"
    });
  },
  drawnFrom({records, options, state, width}) {
    const rows = rowsOf(records, options.beside);
    const shown = rows.filter(({group}) => state.show.includes(group));
    return [shown, axisOf(rows, shown, options.axis === "near", width), mainName(rows)];
  },
  describe({records, options, state}) {
    const shown = rowsOf(records, options.beside).filter(({group}) => state.show.includes(group));
    return shown.map(said).join(" ");
  },
  table({records, options}) {
    const rows = rowsOf(records, options.beside);
    return {
      caption: "What each source says, in its own words",
      columns: ["Who", "Words", "Value", "Hedge", "Where from"],
      rows: rows.map((row) => {
        const link = row.claim === null ? {fact: row.fact} : {fact: row.fact, claim: row.claim};
        return [
          {text: row.label, ...link},
          {text: row.says},
          {text: formatSpoken(row.quantity), ...link},
          {text: row.crossed === null ? hedgeWord(row.quantity) : `${row.word}; ${row.crossed}`},
          {text: originWord(row.origin) || "in the article"}
        ];
      })
    };
  }
});

function said(row: Row): string {
  const value = formatSpoken(row.quantity);
  const end = row.crossed === null ? "" : `, which is ${row.heading.toLowerCase()}, ${row.crossed}`;
  const from = row.group === "computed" ? `, ${originWord(row.origin)}` : "";
  return sentence(`${row.label}: ${value}${from}${end}`);
}
