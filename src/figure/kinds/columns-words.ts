import {formatSpoken} from "../../format.ts";
import {capital, listed, measureOf, quoted, sentence} from "../labels.ts";
import {exitOf, numberOf, outsidersOf, periodName} from "./columns-data.ts";
import type {Member} from "./columns-data.ts";
import type {Shown} from "./columns-draw.ts";
import type {Since} from "./columns-since.ts";

/** What a state shows, in sentences. */
export function columnWords(shown: Shown, highlight: readonly string[]): string {
  const {layers, parts} = shown;
  const bands = parts.bands.map(
    ({who, says}) => `${capital(who)} says ${quoted(says)} and gives no figures by period.`
  );
  return [
    ...(layers.includes("band") ? bands : []),
    ...(layers.includes("columns") ? columnSentences(shown) : []),
    ...(shown.since !== null
      ? sinceSentences(shown, shown.since)
      : layers.includes("line")
        ? lineSentences(shown, highlight)
        : []),
    ...flagSentences(shown),
    ...sideSentences(shown)
  ].join(" ");
}

function columnSentences({parts, slots, divide}: Shown): string[] {
  const known = slots.flatMap(({column}) => (numberOf(column) === null ? [] : [column!]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const told = ({fact, month}: Member) =>
    `${formatSpoken(fact.quantity)} in the ${periodName(month, parts.step)}`;
  const by = (sign: 1 | -1) =>
    known.reduce((a, b) => (sign * numberOf(b)! > sign * numberOf(a)! ? b : a));
  const gaps = slots.filter(({column}) => column === null);
  const outside = outsidersOf(parts, slots, divide);
  const later = divide === null ? [] : outsidersOf(parts, slots, null).slice(outside.length);
  const computed = known.filter(({fact}) => fact.origin === "derived");
  return [
    `From ${told(first)} to ${told(last)}; the most is ${told(by(1))}, the least ${told(by(-1))}.`,
    ...(outside.length === 0
      ? []
      : [`Outside of what the claim says: ${listed(outside.map(told))}.`]),
    ...(later.length === 0
      ? []
      : [`Outside, but later than the claim: ${spanned(later.map(told))}.`]),
    ...computed.map((member) => `Computed, not reported: ${told(member)}.`),
    ...gaps.map(({month}) => `No source for the ${periodName(month, parts.step)}: it is a gap.`)
  ];
}

/** All of few, of many how many and their ends. */
function spanned(words: readonly string[]): string {
  if (words.length <= 3) return listed(words);
  return `${words.length} columns, from ${words[0]!} to ${words.at(-1)!}`;
}

function lineSentences(
  {parts, slots, divide, line}: Shown,
  highlight: readonly string[]
): string[] {
  const points = slots.flatMap(({point}) => (point === null ? [] : [point]));
  const stops = new Set([
    points[0],
    points.find(({month}) => month === divide),
    exitOf(parts, slots, divide) ?? undefined,
    points.at(-1)
  ]);
  const told = points
    .filter((member) => stops.has(member) || highlight.includes(member.id))
    .map(
      ({fact, month}) => `${formatSpoken(fact.quantity)} up to the ${periodName(month, parts.step)}`
    );
  if (points[0] === undefined) return [];
  return [`${capital(line ?? measureOf(points[0].fact))}, computed: ${listed(told)}.`];
}

function sinceSentences({parts}: Shown, {name, means, exit, gaps}: Since): string[] {
  const told = [...new Set([means[0], exit.last, exit.first, means.at(-1)])].flatMap((mean) =>
    mean == null
      ? []
      : `${formatSpoken(mean.fact.quantity)} up to the ${periodName(mean.month, parts.step)}`
  );
  return [
    `Average since ${name}, computed: ${listed(told)}.`,
    ...gaps.map(({month}) => `The ${periodName(month, parts.step)} does not count: it is a gap.`)
  ];
}

function flagSentences({flags}: Shown): string[] {
  if (flags.length === 0) return [];
  const told = flags.map(({when, what}) => sentence(`${capital(when)}: ${what}`));
  return ["Dated by other sources, in order:", ...told];
}

function sideSentences({sides: {sides, contrast}}: Shown): string[] {
  const told = sides.map(({who, after, said}) => {
    const head = after === null ? who : `${who}, after ${after}`;
    const words = said.map(({says, note}) => `${quoted(says)}${note === "" ? "" : `, ${note}`}`);
    return `${head}: ${words.join("; ")}.`;
  });
  return contrast === null ? told : [...told, "These do not sit together.", contrast.reason];
}
