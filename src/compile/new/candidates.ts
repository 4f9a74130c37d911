import {countWords} from "../../facts/text.ts";
import {readClaim} from "../../facts/reading.ts";
import {isCurrency} from "../../quantity.ts";
import type {Quantity} from "../../quantity.ts";
import {lineCounter, locate, toPlainText} from "../document.ts";
import type {Harvested} from "../harvest.ts";
import {findCut} from "../surroundings.ts";

/** What a program can tell of a measure: its unit, and a name made of that. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** What it is a share of, in the document's words; null for what is none. */
  readonly whole: string | null;
}

/** A harvested quantity that can be a claim as it stands. */
export interface Candidate {
  readonly harvested: Harvested;
  /** The fragment, which stands in the document once and reads alone as it does there. */
  readonly says: string;
  readonly measure: Measure;
}

const mostWords = 8;

/** Those of a text's quantities that can be claims as they stand, in order. */
export function findCandidates(text: string, harvest: readonly Harvested[]): Candidate[] {
  const plain = toPlainText(text);
  const lineOf = lineCounter(text);
  return harvest.flatMap((harvested): Candidate[] => {
    for (const {measure, tail} of measuresOf(text, harvested)) {
      const says = shorten(
        harvested.says + tail,
        text.slice(harvested.start, harvested.end) + tail
      );
      const read = readClaim(says, measure.unit);
      if (countWords(says) > mostWords) continue;
      if ("error" in read || !isSame(read, harvested.quantity)) continue;
      const place = locate(plain, lineOf, says);
      if (typeof place === "string" || place.start > harvested.start) continue;
      if (place.end < harvested.end || findCut(text, place.start, place.end) !== null) continue;
      return [{harvested, says, measure}];
    }
    return [];
  });
}

/** What may be measured, the most telling first, with the words behind the number that say so. */
function measuresOf(
  text: string,
  {quantity, end}: Harvested
): {readonly measure: Measure; readonly tail: string}[] {
  const {unit, upper, value} = quantity;
  const behind = text.slice(end, end + 200);
  // "2,300 bottles fewer" counts no bottles.
  if (difference.test(behind)) return [];
  const plain = {measure: plainMeasure(unit), tail: ""};
  if (unit === "count") {
    const [tail = "", noun] = /^\s+([a-z]+)\b(?!-)/.exec(behind) ?? [];
    if (noun === undefined || !isPlural(noun)) return [plain];
    const own = {id: `number-of-${noun}`, label: `number of ${noun}`, unit: noun, whole: null};
    return [{measure: own, tail: oneLine(tail)}, plain];
  }
  if (unit === "ratio" && (upper ?? value ?? 2) <= 1) {
    const [tail = "", noun] = ofWhole.exec(behind) ?? [];
    if (noun === undefined || !isPlural(noun)) return [plain];
    const whole = `the ${noun}`;
    const share = {id: `share-of-${noun}`, label: `share of ${whole}`, unit, whole};
    return [{measure: share, tail: oneLine(tail)}, plain];
  }
  return [plain];
}

const difference =
  /^(?:\s+[a-z]+)?\s+(?:more|less|fewer|higher|lower|larger|smaller|greater|above|below)\b/;

const ofWhole = /^\s+of\s+(?:(?:the|its|their|our|his|her|all|these|those)\s+)?([a-z]+)\b(?!-)/;

/** Whether a word looks like things that are counted. */
function isPlural(word: string): boolean {
  if (/^(?:people|children|men|women)$/.test(word)) return true;
  return /^[a-z]{2,30}[^isu]s$/.test(word) && !noThings.has(word);
}

const noThings: ReadonlySet<string> = new Set(
  "this was has does times less plus minus across towards afterwards besides sometimes always".split(
    " "
  )
);

function plainMeasure(unit: string): Measure {
  const name = unit.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const [id, label] =
    unit === "ratio"
      ? ["percentage", "percentage"]
      : unit === "count"
        ? ["number", "number"]
        : isSpan(unit)
          ? [`time-in-${name}s`, "time"]
          : [`amount-in-${name}`, "amount"];
  return {id, label, unit, whole: null};
}

function isSpan(unit: string): boolean {
  return /^(?:year|quarter|month|day|hour|minute|second)$/.test(unit);
}

/** How much a measure tells by its unit alone: 0 most. Counts of nothing named tell least. */
export function vagueness({unit, whole}: Measure): 0 | 1 | 2 {
  if (whole !== null) return 0;
  if (unit === "count" || isSpan(unit)) return 2;
  return isCurrency(unit) || !/^(?:ratio|pp)$/.test(unit) ? 0 : 1;
}

/** A fragment without its first words, where it has more than a source may quote. */
function shorten(fragment: string, least: string): string {
  const words = oneLine(fragment).trim().split(" ");
  const needed = oneLine(least).trim().split(" ").length;
  while (words.length > needed && countWords(words.join(" ")) > mostWords) words.shift();
  return words.join(" ");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function isSame(a: Quantity, b: Quantity): boolean {
  const read = ({hedge, value, lower, upper}: Quantity) =>
    JSON.stringify([hedge, value, lower, upper]);
  return read(a) === read(b);
}
