import {formatSpoken} from "../../../src/format.ts";
import type {Cell} from "../../../src/figure/kind.ts";
import {capital, hedgeWord, originWord, quoted} from "../../../src/figure/labels.ts";
import {isStated} from "../../../src/quantity.ts";
import type {ClaimId, FactId, StatementId} from "../ids.ts";
import type {LoopRecords} from "./loop-amounts.ts";
import {echoesOf} from "./loop-echoes.ts";

/** The rows of the table: sums, what is said of the money without one, and what it echoes. */
export function loopRows(records: LoopRecords): Cell[][] {
  const claim = (what: string, id: ClaimId): Cell[] => {
    const {fact, quantity, says, source} = records.claim(id);
    const link = {fact, claim: id};
    return [
      {text: what, ...link},
      {text: formatSpoken(quantity), ...link},
      {text: hedgeWord(quantity)},
      {text: quoted(says)},
      {text: capital(records.source(source).label)}
    ];
  };
  const fact = (what: string, id: FactId): Cell[] => {
    const {quantity, origin} = records.fact(id);
    return [
      {text: what, fact: id},
      {text: formatSpoken(quantity), fact: id},
      {text: hedgeWord(quantity)},
      {text: ""},
      {text: isStated(quantity) ? capital(originWord(origin)) : "No source here"}
    ];
  };
  const statement = (id: StatementId): Cell[] => {
    const {gist, says, source} = records.statement(id);
    return [
      {text: gist.replace(/\.$/, ""), record: id},
      {text: "not stated"},
      {text: ""},
      {text: quoted(says), record: id},
      {text: capital(records.source(source).label)}
    ];
  };
  const [, ...others] = echoesOf(records);
  return [
    claim("Alibaba in Moonshot AI", "A:alibaba.in-moonshot"),
    claim("Share of it in cloud credits", "A:moonshot.credits-share"),
    fact("The credits", "moonshot.credits"),
    fact("The rest, form not stated", "moonshot.rest-of-investment"),
    statement("A:escrow"),
    statement("tr-im-second-article:escrow"),
    statement("A:counts-as-revenue"),
    statement("A:money-never-transferred"),
    claim(
      "Equity for it, by Alibaba’s own report",
      "scmp-on-moonshot-stake:alibaba.disclosed-stake-in-moonshot"
    ),
    ...others.flatMap(({who, sumFact, sumClaim, shareFact, noteRecord}) => [
      sumClaim === null ? fact(who, sumFact) : claim(who, sumClaim),
      fact(`${who}: share of it in computing`, shareFact),
      ...(noteRecord === null ? [] : [statement(noteRecord)])
    ])
  ];
}
