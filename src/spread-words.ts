import {plus} from "./decimal.ts";
import {isDispersionNear} from "./dispersion.ts";
import {isYear} from "./doubt.ts";
import {figuresIn, numberOf, readMeasured, unitName} from "./measured.ts";
import type {Measured} from "./measured.ts";
import {isMultiple} from "./multiple.ts";
import {valueOf} from "./numeral.ts";
import {durationUnits} from "./quantity.ts";
import {why} from "./refusals.ts";
import {isContinued, isMeasure, isNoun, plain, sharedScale} from "./span.ts";
import type {NoRange, Range} from "./span.ts";
import {at, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";

/** Reads what a number may be off by: "5% ± 1%", "80% plus or minus 3 points". Null where nothing does. */
export function readSpread(tokens: readonly Token[], low: Measured): Range | NoRange | null {
  const lopsided = lopsidedEnd(tokens, low);
  if (lopsided !== null) return {end: lopsided, reason: why.lopsided};
  const start = aroundEnd(tokens, low.end);
  if (start === null) return null;
  const off = readMeasured(tokens, start);
  if (off === null || off.suffix !== null || off.sign < 0) return null;
  const [unit, other] = [unitName(low), unitName(off)];
  const points = unit === "ratio" && other === "pp";
  if (unit !== null && other !== null && unit !== other && !points) return null;
  const refused = (reason: string | null): NoRange => ({end: off.end, reason});
  if (isDispersionNear(tokens, low.first, off.end)) return refused(why.dispersion);
  // "100 ± 10%" is off by a tenth of itself, or by ten points.
  if (unit === null && other === "ratio") return refused(why.unitOfOne);
  // "1998 ± 2 years" is a date.
  if (unit === null && isYear(low, tokens) && isDuration(other)) return refused(null);
  // "12.3 kg ± 400 g", of a unit that is not known: it is not what the first is in.
  if (isMeasure(unit) && other === null && isNoun(tokens, off.end)) return refused(why.unitOfOne);
  // "$5 ± 30 cents" is in two units of one currency.
  if (low.currency !== null && (off.words?.shift ?? 0) !== 0) return refused(why.unitOfOne);
  // "12.3 million ± 0.4" may be off by less than one, or by hundreds of thousands.
  const inDoubt = low.numeral.scaled && !off.numeral.scaled && numberOf(off) < 1000;
  if (inDoubt && off.currency === null && off.words === null) return refused(why.scaleOfOne);
  // "12.3 ± 0.4 million" shares its scale, as the ends of a range do.
  const words = low.words ?? off.words;
  const whole = {...low, words};
  const [own, shared] = [numberOf(whole), sharedScale(whole, off, Infinity)];
  // Nobody writes "1,200 ± 50 million" of one thousand two hundred, or not so that one could tell.
  if (own !== shared && Math.abs(own) >= 1000) return refused(why.scaleOfOne);
  // "(42 ± 3)%", "3.2 ± 0.1 × 10⁵": the unit or the power is that of all.
  if (isContinued(tokens, off.end, off.numeral)) return refused(why.unitBehind);
  const by = points
    ? valueOf(off.numeral, -2)
    : numberOf({...off, words: off.words ?? low.words}, words?.shift ?? 0);
  return {
    ...plain,
    end: pointsEnd(tokens, low, off),
    lower: plus(shared, -by),
    upper: plus(shared, by),
    centre: shared,
    figures: figuresIn(low),
    unit: unit ?? other ?? "count",
    bare: unit === null && other === null,
    multiple: isMultiple(low, off)
  };
}

/** The token after "±", "plus or minus", with hyphens or without, or "plus/minus"; null elsewhere. */
export function aroundEnd(tokens: readonly Token[], start: number): number | null {
  const {text} = at(tokens, start);
  if (text === "±") return start + 1;
  if (!pluses.test(text)) return null;
  const step = isHyphen(tokens, start + 1) && isHyphen(tokens, start + 3) ? 2 : 1;
  const joined = /^(or|\/)$/.test(at(tokens, start + step).text);
  const minus = joined ? start + 2 * step : start + 1;
  return minuses.test(at(tokens, minus).text) ? minus + 1 : null;
}

const pluses = /^(plus|\+)$/;
const minuses = /^(minus|[-–−])$/;

/**
 * The token after "+0.4/-0.3", which says how far a number may be off to either side; in brackets
 * too, if there it has no unit of its own: "$5bn (+2%, −1%)" tells of changes. Null elsewhere.
 */
function lopsidedEnd(tokens: readonly Token[], low: Measured): number | null {
  const open = /^[([]$/.test(at(tokens, low.end).text);
  const start = open ? low.end + 1 : low.end;
  const up = pluses.test(at(tokens, start).text);
  if (!up && !minuses.test(at(tokens, start).text)) return null;
  const first = readMeasured(tokens, start + 1);
  if (first === null || first.sign < 0) return null;
  const joint = /^[/,;]$/.test(at(tokens, first.end).text) ? first.end + 1 : first.end;
  if (!(up ? minuses : pluses).test(at(tokens, joint).text)) return null;
  const second = readMeasured(tokens, joint + 1);
  if (second === null || second.sign < 0) return null;
  const own = [first, second].some((off) => ![null, unitName(low)].includes(unitName(off)));
  if (!open) return second.end;
  return own ? null : second.end + (/^[)\]]$/.test(at(tokens, second.end).text) ? 1 : 0);
}

function isDuration(unit: string | null): boolean {
  return (durationUnits as readonly (string | null)[]).includes(unit);
}

/** Past the points of "44% ± 3 points", which are those of the per cent. */
function pointsEnd(tokens: readonly Token[], low: Measured, off: Measured): number {
  const percent = low.words?.unit === "ratio" && low.words.shift === -2;
  const points =
    percent && unitName(off) === null && /^(points?|pts?)$/.test(at(tokens, off.end).text);
  return points ? off.end + 1 : off.end;
}
