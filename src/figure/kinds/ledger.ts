import {z} from "zod";
import {formatSpoken} from "../../format.ts";
import {defineKind} from "../kind.ts";
import {agreementWord, capital, sentence} from "../labels.ts";
import {leastHeight} from "../theme.ts";
import {drawLedger} from "./ledger-draw.ts";
import {placeLedger} from "./ledger-layout.ts";
import {groupRows, ledgerOf, orders} from "./ledger-rows.ts";
import type {Ledger, Row, Telling} from "./ledger-rows.ts";

const options = z.strictObject({
  /** Short names of facts: `moonshot.round: Moonshot’s round; minimax.age: MiniMax’s age`. */
  names: z
    .string()
    .prefault("")
    .transform((text) =>
      Object.fromEntries(
        text
          .split(";")
          .map((pair) => /^\s*(\S+):\s+(.*\S)\s*$/.exec(pair))
          .flatMap((found) => (found === null ? [] : [[found[1]!, found[2]!] as const]))
      )
    )
});

const state = z.strictObject({
  /** What the rows are grouped by: who tells them, how the tellings agree, what was decided. */
  by: z.enum(orders).default("teller")
});

/**
 * Ledger: one row for each declared fact, with what either of two documents says of it, what others
 * say, and how all that agrees. A mark's form is its hedge; a dot is silence.
 */
export const ledger = defineKind({
  name: "ledger",
  options,
  state,
  measure({records, options}) {
    const [first, second] = ledgerOf(records, options.names).documents;
    return `What ${first} and ${second} put a number on. A speck is silence, not denial.`;
  },
  height(width, {records, options}, states) {
    const ledger = ledgerOf(records, options.names);
    const heights = states.map(({by}) => placeLedger(groupRows(ledger, by), width).height);
    return Math.max(...heights, leastHeight[width]);
  },
  draw(drawing) {
    const ledger = ledgerOf(drawing.records, drawing.options.names);
    const {by} = drawing.state;
    return drawLedger(drawing, ledger, {groups: groupRows(ledger, by), weighs: by === "decision"});
  },
  drawnFrom({records, options, state}) {
    const ledger = ledgerOf(records, options.names);
    return [ledger.documents, groupRows(ledger, state.by)];
  },
  describe({records, options, state}) {
    const ledger = ledgerOf(records, options.names);
    return groupRows(ledger, state.by)
      .map(({heading, rows}) => {
        const said = rows.map((row) => saidOf(row, ledger, state.by));
        return sentence(`${heading.replace(":", ",")}: ${said.join("; ")}`);
      })
      .join(" ");
  },
  table({records, options}) {
    const ledger = ledgerOf(records, options.names);
    return {
      caption: "Who tells each number, in whose words",
      columns: ["Fact", ...ledger.documents.map(capital), "Context", "Agreement"],
      rows: ledger.rows.map((row) => [
        {text: capital(row.label)},
        ...row.documents.map((telling) => ({text: telling === null ? "silent" : saidIn(telling)})),
        {text: row.elsewhere.map(saidElsewhere).join("; ") || "silent"},
        {text: agreementWord(row.agreement)}
      ])
    };
  }
});

/** A row in words: by teller all that the documents say, else what is printed. */
function saidOf(row: Row, {documents}: Ledger, by: (typeof orders)[number]): string {
  const spoken = ({quantity}: Telling) => formatSpoken(quantity);
  if (by !== "teller") {
    const telling = [...row.documents, ...row.elsewhere].find(
      (telling) => telling?.claim === row.printed
    );
    return telling == null ? row.label : `${row.label}, ${spoken(telling)} (${telling.source})`;
  }
  const told = row.documents.flatMap((telling, i) =>
    telling === null
      ? []
      : [row.documents.includes(null) ? spoken(telling) : `${documents[i]} ${spoken(telling)}`]
  );
  return `${row.label}, ${[...told, agreementWord(row.agreement)].join(", ")}`;
}

function saidElsewhere(telling: Telling): string {
  return `${telling.source}: ${saidIn(telling)}`;
}

function saidIn({quantity, origin}: Telling): string {
  return origin === "edited" ? `${quantity.verbatim} (edited)` : quantity.verbatim;
}
