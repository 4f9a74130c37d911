import type {Records} from "../../../src/figure/kind.ts";
import {capital, listed, quoted, sentence} from "../../../src/figure/labels.ts";
import {isTie, speakersOf, tieOf} from "./connectives-records.ts";
import type {Tie} from "./connectives-records.ts";

/** Which of a scene's statements an argument is made of. */
export interface Parts {
  /** Each tied to the one before, the first to what the map is about. */
  readonly chain: readonly string[];
  /** What ties the end of the chain to its start, past what is between. */
  readonly shortcut?: string | undefined;
  /** What stands beside the chain: what has a connective is tied to the one before. */
  readonly beside: readonly string[];
}

/** What somebody is quoted as saying, or what the source says in its own voice. */
export interface Saying {
  readonly id: string;
  readonly text: string;
  readonly isQuote: boolean;
}

/** What stands beside the chain in one voice. */
export interface Block {
  readonly who: string;
  readonly first: Saying;
  /** What a connective ties to the first. */
  readonly tie: Tie | null;
  /** The source's words for what the last of them includes. */
  readonly details: readonly Saying[];
}

export interface Argument {
  readonly about: string;
  /** Who says what the chain says, and what the shortcut. */
  readonly who: {readonly chain: string; readonly shortcut: string};
  readonly chain: readonly Tie[];
  readonly shortcut: Tie | null;
  /** What the shortcut leaves out, each as it is said in the chain. */
  readonly leftOut: readonly string[];
  readonly blocks: readonly Block[];
}

/** What is said of a block that no word ties to the chain. */
export const untied = "No word ties this to the rest";
export const leavesOut = "left out here:";

const including = /^including\b/i;

/** An argument of statements; `body` and `summary` say where in the document chain and shortcut are. */
export function argumentOf(
  records: Records,
  about: string,
  {chain, shortcut, beside}: Parts,
  {body, summary}: {readonly body: string; readonly summary: string}
): Argument {
  const ties = chain.map((id) => tieOf(records, id));
  const source = capital(records.source(records.statement(chain[0]!).source).label);
  return {
    about: records.entity(about).name,
    who: {
      chain: shortcut === undefined ? voiceOf(records, chain[0]!) : `${source}, ${body}`,
      shortcut: `${source}, ${summary}`
    },
    chain: ties,
    shortcut: shortcut === undefined ? null : tieOf(records, shortcut),
    leftOut: ties.slice(0, -1).map(({effect}) => effect),
    blocks: blocksOf(records, beside)
  };
}

function blocksOf(records: Records, ids: readonly string[]): Block[] {
  const blocks: {who: string; first: Saying; tie: Tie | null; details: Saying[]}[] = [];
  for (const id of ids) {
    const block = blocks.at(-1);
    const {says} = records.statement(id);
    if (block !== undefined && including.test(says))
      block.details.push({id, text: quoted(says), isQuote: true});
    else if (block?.tie === null && isTie(records, id)) block.tie = tieOf(records, id);
    else
      blocks.push({
        who: voiceOf(records, id),
        first: sayingOf(records, id),
        tie: null,
        details: []
      });
  }
  return blocks;
}

function sayingOf(records: Records, id: string): Saying {
  const {gist, says, by} = records.statement(id);
  const isQuote = by.length > 0;
  return {id, text: isQuote ? quoted(says) : gist.replace(/\.$/, ""), isQuote};
}

function voiceOf(records: Records, id: string): string {
  const by = speakersOf(records, id);
  const source = records.source(records.statement(id).source).label;
  return capital(by.length === 0 ? `${source}, in its own voice` : `${listed(by)}, in ${source}`);
}

/** An argument in sentences: what is tied to what by which word, and what stands alone. */
export function tellArgument(argument: Argument): string {
  const {about, who, chain, shortcut, leftOut, blocks} = argument;
  const told = ({effect, connective, note}: Tie, to: string | null): string =>
    to === null
      ? `${effect}: tied to that by ${quoted(connective)}, ${note}`
      : `${effect}: ${quoted(connective)} ${to}, ${note}`;
  const [first, ...rest] = chain.map((tie, i) => told(tie, i === 0 ? about : null));
  const sentences = [
    `${who.chain}: ${first!}`,
    ...rest,
    ...(shortcut === null
      ? []
      : [
          `${who.shortcut}: ${told(shortcut, about)}`,
          capital(`${leavesOut} ${leftOut.join("; ")}`)
        ]),
    ...blocks.flatMap(({who, first, tie, details}) => [
      `${who}: ${first.text}`,
      ...(tie === null ? [] : [told(tie, null)]),
      ...details.map(({text}) => capital(text)),
      untied
    ])
  ];
  return sentences.map(sentence).join(" ");
}
