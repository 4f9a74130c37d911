import type {Found} from "./hedge.ts";
import type {Negation} from "./negation.ts";
import type {Hedge, Quantity} from "./quantity.ts";
import type {Core} from "./reading.ts";

/** The hedge that words come to, or why they come to none that anybody could rely on. */
export type Outcome = {readonly hedge: Hedge | null} | {readonly refusal: string};

const lowers: ReadonlySet<Hedge> = new Set(["at-least", "more-than", "just-over"]);
const uppers: ReadonlySet<Hedge> = new Set(["at-most", "less-than", "up-to", "nearly"]);
const open: ReadonlySet<Hedge> = new Set(["more-than", "just-over", "less-than", "nearly"]);

const opposite: Readonly<Partial<Record<Hedge, Hedge>>> = {
  "at-least": "less-than",
  "more-than": "at-most",
  "less-than": "at-least",
  "at-most": "more-than"
};

/**
 * What the hedges of a number come to, a negation before them included. Of several "about" wins, as
 * in calculations; two that bound the same side are as strict as the stricter; two that pull apart
 * entail nothing: "at least nearly half" may be less than half.
 */
export function hedgeOf(core: Core, phrases: readonly Found[], negation: Negation | null): Outcome {
  const all: Hedge[] = core.suffix === null ? [] : [core.suffix];
  for (const {phrase} of phrases)
    if (phrase.part !== "range" && phrase.part !== "filler") all.push(phrase.part);
  const combined = all.length < 2 ? (all[0] ?? null) : combine(all);
  if (combined === "clash") return {refusal: "its hedges pull two ways"};
  if (negation !== null) return negated(core, phrases, combined, negation);
  // Both ends of "about 3 to 5%" move, and no closed bound is left to state.
  const vague = combined === "approx" || combined === "nearly" || combined === "just-over";
  if (core.ends !== null && vague)
    return {refusal: "nobody can say how far a hedge moves the ends of a span"};
  return {hedge: combined};
}

function combine(all: readonly Hedge[]): Hedge | "clash" | null {
  if (all.includes("approx")) return "approx";
  if (all.includes("exactly") && new Set(all).size > 1) return "approx";
  const outer = all.at(-1) ?? null;
  if (all.some((hedge) => lowers.has(hedge)) && all.some((hedge) => uppers.has(hedge)))
    return "clash";
  if (outer === null || open.has(outer) || !all.some((hedge) => open.has(hedge))) return outer;
  return lowers.has(outer) ? "more-than" : "less-than";
}

/** Only a plain negation of a plain comparison can be turned round. */
function negated(
  {ends}: Core,
  phrases: readonly Found[],
  hedge: Hedge | null,
  {plain, tops, kind}: Negation
): Outcome {
  // What may be up to 5% is up to 5%.
  if (kind === "perhaps" && hedge !== null && caps.has(hedge)) return {hedge};
  const refusal = reasons[kind];
  if (!plain || ends !== null) return {refusal};
  if (hedge === null) return tops ? {hedge: "at-most"} : {refusal};
  // "Not well over 5%" may be over it; "not as little as 5%" is more.
  if (phrases.some(({phrase}) => degrees.has(phrase.words[0]!))) return {refusal};
  const turned = opposite[hedge];
  return turned === undefined ? {refusal} : {hedge: turned};
}

const caps: ReadonlySet<Hedge> = new Set(["up-to", "at-most", "less-than"]);

const reasons: Readonly<Record<Negation["kind"], string>> = {
  hardly: "nobody can say on which side of the number that is",
  not: "it says what the number is not",
  perhaps: "it says only what may be"
};

const degrees: ReadonlySet<string> = new Set(
  "as well far much significantly considerably substantially comfortably way rather".split(" ")
);

/** The bounds that a hedge's words entail, and no more (DESIGN section 1). */
export function bounded(core: Core, hedge: Hedge | null): Quantity {
  const {value, ends, unit, figures} = core;
  if (ends !== null) return boundedSpan(core, ends, hedge);
  const lower = hedge !== null && (lowers.has(hedge) || hedge === "exactly");
  const upper = hedge !== null && (uppers.has(hedge) || hedge === "exactly");
  return {
    verbatim: "",
    hedge: hedge ?? "none",
    value,
    lower: lower ? value : null,
    upper: upper ? value : null,
    lowerOpen: lower && open.has(hedge),
    upperOpen: upper && open.has(hedge),
    unit,
    significantFigures: figures
  };
}

/** A hedged span: "at least 3 to 5%" is at least 3%, "up to 3–5%" up to 5%. */
function boundedSpan(
  {value, form, unit, figures, opens}: Core,
  [low, high]: readonly [number, number],
  hedge: Hedge | null
): Quantity {
  const isClass = form === "class";
  const floor = hedge === "at-least" || hedge === "more-than";
  const cap = hedge === "at-most" || hedge === "less-than" || hedge === "up-to";
  const ajar = cap ? isClass || hedge === "less-than" : isClass && !floor;
  return {
    verbatim: "",
    hedge: floor ? hedge : cap ? (isClass ? "less-than" : hedge) : isClass ? "class" : "between",
    value: floor ? low : cap ? high : value,
    lower: cap ? null : low,
    upper: floor ? null : high,
    lowerOpen: !cap && (hedge === "more-than" || opens?.lower === true),
    upperOpen: !floor && (ajar || opens?.upper === true),
    unit,
    significantFigures: figures
  };
}
