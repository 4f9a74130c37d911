import {z} from "zod";
import {formatSpoken} from "../../format.ts";
import {isStated} from "../../quantity.ts";
import {idList} from "../attributes.ts";
import {unitName} from "../axis.ts";
import type {Records} from "../kind.ts";
import {defineKind} from "../kind.ts";
import {capital, hedgeWord, originWord, sentence} from "../labels.ts";
import {leastHeight} from "../theme.ts";
import {givenOf, isNumber, othersOf, saidOf, sumOf} from "./part-of-sum-data.ts";
import type {Given, Other} from "./part-of-sum-data.ts";
import {drawSum} from "./part-of-sum-draw.ts";
import {placeSum} from "./part-of-sum-layout.ts";
import type {Shown} from "./part-of-sum-layout.ts";

const options = z.strictObject({
  /** What the part is: "cloud credits". */
  part: z.string(),
  /** What is said of the rest, where nobody says more. */
  rest: z.string().default("not stated"),
  /** The facts that are computed from sum and share: the part and the rest, in the sum's unit. */
  amount: z.string().optional(),
  remainder: z.string().optional(),
  /** Statements that hang over the whole bar, since they give no amount. */
  over: idList(),
  /** Where in its document each of them stands, in their order, split by semicolons. */
  places: phrases(),
  /** What stands over them. */
  heading: z.string().default(""),
  /** Words of them that the bar stands against, split by semicolons. */
  stress: phrases()
});

const state = z.strictObject({
  /** Claims that others make of the same sum or share, and what else they say, below the bar. */
  under: idList(),
  /** `named`: the marks are named below the bar, so that it teaches how to read all others. */
  marks: z.enum(["named", "plain"]).default("plain")
});

/** A bar alone is as high as a phone's stage lets it be, too. */
const leastHeights = {...leastHeight, 340: 372} as const;

type Options = z.output<typeof options>;
type State = z.output<typeof state>;

/**
 * One bar for one sum: filled is the part that is told, its end as hedged as the words, blank what
 * nobody says, up to the sum's end. A plumb line hangs from the value that the words name. Of the
 * scene's `facts` the first amount is the sum, the first share its part.
 */
export const partOfSum = defineKind({
  name: "part-of-sum",
  options,
  state,
  measure({records, options}) {
    const {sum} = sumOf(records, options);
    return `${capital(sum.measure)}, in ${unitName(sum.quantity.unit)}; the bar is the whole sum.`;
  },
  height(width, {records, options}, states) {
    return Math.max(
      leastHeights[width],
      ...states.map((state) => placeSum(shownIn(records, options, state), width).height)
    );
  },
  draw(drawing) {
    return drawSum(drawing, shownIn(drawing.records, drawing.options, drawing.state));
  },
  describe({records, options, state}) {
    const shown = shownIn(records, options, state);
    const {sum, share, amount, remainder, name, rest, others} = shown;
    const over = shown.over.lines.map(({place, says}) => `${place}: ${says}`.trim());
    const part = amount === null ? "" : `, ${spoken(amount)}`;
    const left = remainder === null ? "" : `, ${spoken(remainder)}`;
    return [
      ...(over.length === 0
        ? []
        : [sentence(capital(`${shown.over.heading}: ${over.join("; ")}`))]),
      sentence(`${sum.who}: ${spoken(sum)}, ${sum.measure}`),
      isStated(share.quantity)
        ? sentence(`${capital(name)}: ${spoken(share)} of it${part}`)
        : sentence(`${capital(name)}: not stated`),
      sentence(`The rest${left}: ${rest}`),
      ...others.map((other) => toldBy(other, rest))
    ].join(" ");
  },
  table({records, options}) {
    const sum = sumOf(records, options);
    const {amount, remainder} = sum;
    const own = [sum.sum, sum.share, amount, remainder].flatMap((given) => given ?? []);
    const rest = records.ids.filter((id) => own.every((given) => given.id !== id));
    const numbers = rest.filter((id) => isNumber(records, id)).map((id) => givenOf(records, id));
    const statements = rest.filter((id) => records.kindOf(id) === "statement");
    return {
      caption: "One sum, its parts, and who says so",
      columns: ["What", "Amount", "Hedge", "Words", "Who", "Where from"],
      rows: [
        ...[...own, ...numbers].map((given) => {
          const {fact, claim, quantity, origin, says, who} = given;
          const link = claim === null ? {fact} : {fact, claim};
          return [
            {text: capital(given.measure), ...link},
            {text: formatSpoken(quantity), ...link},
            {text: hedgeWord(quantity)},
            {text: says},
            {text: given.told === null ? "" : who},
            {text: originWord(origin) || "in the article"}
          ];
        }),
        ...statements.map((id) => {
          const {gist, source} = records.statement(id);
          return [
            {text: gist, record: id},
            {text: "no amount"},
            {text: ""},
            {text: saidOf(records, id).says},
            {text: capital(records.source(source).label)},
            {text: ""}
          ];
        })
      ]
    };
  }
});

/** An attribute that lists phrases, split by semicolons. */
function phrases() {
  return z
    .string()
    .prefault("")
    .transform((text) =>
      text
        .split(";")
        .map((phrase) => phrase.trim())
        .filter((phrase) => phrase !== "")
    );
}

function shownIn(records: Records, options: Options, state: State): Shown {
  const sum = sumOf(records, options);
  return {
    ...sum,
    name: options.part,
    rest: options.rest,
    over: {
      heading: options.heading,
      lines: options.over.map((id, i) => ({
        ...saidOf(records, id),
        place: options.places[i] ?? ""
      })),
      stress: options.stress
    },
    others: othersOf(records, state.under, sum),
    named: state.marks === "named"
  };
}

function spoken({quantity, origin}: Given): string {
  const word = isStated(quantity) && origin !== "context" ? originWord(origin) : "";
  return word === "" ? formatSpoken(quantity) : `${formatSpoken(quantity)}, ${word}`;
}

function toldBy(other: Other, rest: string): string {
  const by = other.by === "" ? "" : `, from ${other.by}`;
  const what = other.of === "sum" ? `, ${rest}` : "";
  const notes = other.notes.map(({says}) => ` ${sentence(says)}`).join("");
  return `${sentence(`${other.who}${by}: ${spoken(other)}${what}, in the words ${other.says}`)}${notes}`;
}
