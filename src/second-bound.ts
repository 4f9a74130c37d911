import {phraseAt} from "./hedge.ts";
import {numberOf, readMeasured, unitName} from "./measured.ts";
import type {Quantity} from "./quantity.ts";
import type {Core} from "./reading.ts";
import {at} from "./token.ts";
import type {Token} from "./token.ts";

const floors: ReadonlySet<string> = new Set(["at-least", "more-than"]);
const caps: ReadonlySet<string> = new Set(["at-most", "less-than", "up-to"]);

/**
 * "More than 3% and less than 5%", "no more than 10%, but at least 5%": the other bound of the same
 * number, if it follows at once. Null where none does, or where the scale of the first is in doubt:
 * "more than $5 but less than $10 million".
 */
export function secondBound(
  tokens: readonly Token[],
  core: Core,
  first: Quantity
): {readonly quantity: Quantity; readonly end: number} | null {
  const rises = floors.has(first.hedge);
  if (!rises && !caps.has(first.hedge)) return null;
  const joint = at(tokens, core.end).text === "," ? core.end + 1 : core.end;
  if (!/^(and|but)$/.test(at(tokens, joint).text)) return null;
  const found = phraseAt(tokens, joint + 1);
  if (found === null || !(rises ? caps : floors).has(found.phrase.part)) return null;
  const other = readMeasured(tokens, found.end);
  const own = first.lower ?? first.upper;
  if (other === null || other.suffix !== null || own === null) return null;
  const unit = unitName(other);
  const bound = numberOf(other);
  if (unit !== core.unit && !(unit === null && core.unit === "count")) return null;
  const [lower, upper] = rises ? [own, bound] : [bound, own];
  if (upper <= lower || (other.numeral.scaled && Math.abs(own) < 1000)) return null;
  const open = found.phrase.part === "less-than" || found.phrase.part === "more-than";
  return {
    quantity: {
      ...first,
      hedge: "between",
      value: null,
      lower,
      upper,
      lowerOpen: rises ? first.lowerOpen : open,
      upperOpen: rises ? open : first.upperOpen,
      significantFigures: Math.max(core.figures, other.numeral.figures)
    },
    end: other.end
  };
}
