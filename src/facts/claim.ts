import {didYouMean} from "../diagnostic.ts";
import type {Quantity} from "../quantity.ts";
import type {Checking} from "./checks.ts";
import type {Path} from "./places.ts";
import {readClaim} from "./reading.ts";
import type {ReadingError, WrittenOut} from "./reading.ts";
import {complain} from "./registry.ts";
import type {ClaimInput, SourceFile} from "./source.ts";

type Visit = Checking & {readonly input: SourceFile};

/** The measure of a claim: its name, its unit, and the least that a value of it can be. */
interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly floor?: number | undefined;
}

/**
 * The quantity of a claim: what was edited, else the gloss of a fragment in another language, else
 * the fragment. Null after complaining where there is none, or one of another unit. What is written
 * out beside the fragment has to agree with it, whether or not an edit stands over both.
 */
export function readQuantityOf(
  visit: Visit,
  claim: ClaimInput,
  path: Path,
  measure: Measure
): Quantity | null {
  const {registry, file} = visit;
  const glossed = checkGloss(visit, claim, path) && claim.gloss !== undefined;
  const read = (wording: string, written: WrittenOut = {}): Quantity | ReadingError => {
    const {value, hedge, unit} = written;
    const key = JSON.stringify([wording, measure.unit, value, hedge, unit]);
    return registry.remember("claim", key, () => readClaim(wording, measure.unit, written));
  };
  const quoted = read(glossed ? claim.gloss! : claim.says, claim);
  const {edited} = claim;
  if ("error" in quoted && (edited === undefined || quoted.code === "PL128"))
    complainOf(visit, quoted, path, glossed ? "gloss" : "says");
  const quantity = edited === undefined ? quoted : read(edited);
  const field = edited !== undefined ? "edited" : glossed ? "gloss" : "says";
  if ("error" in quantity) {
    if (edited !== undefined) complainOf(visit, quantity, path, field);
    return null;
  }
  if (quantity.unit !== measure.unit) {
    complain(registry, file, {
      code: "PL112",
      path: [...path, claim.unit === undefined ? field : "unit"],
      message: `reads ${quantity.unit}, but ${measure.name} is measured in ${measure.unit}`,
      hint: didYouMean(quantity.unit, [measure.unit], "use a measure of that unit")
    });
    return null;
  }
  checkFloor(visit, quantity, [...path, field], measure);
  return quantity;
}

/** Whether a gloss may stand where it does: one of English words could say anything in their place. */
export function checkGloss(
  {registry, file, input}: Visit,
  {
    gloss,
    lang = input.source.lang
  }: {readonly gloss?: string | undefined; readonly lang?: string | undefined},
  path: Path
): boolean {
  if (gloss === undefined || !/^en\b/i.test(lang)) return true;
  complain(registry, file, {
    code: "PL128",
    path: [...path, "gloss"],
    message: "the fragment is in English, and is read itself",
    hint: "remove gloss:, or name the fragment's language with lang:"
  });
  return false;
}

function complainOf(
  {registry, file}: Checking,
  {code, error: message, hint, key}: ReadingError,
  path: Path,
  field: string
): void {
  complain(registry, file, {code, path: [...path, key ?? field], message, hint});
}

function checkFloor(
  {registry, file}: Checking,
  {value, lower, upper}: Quantity,
  path: Path,
  {name, floor}: Measure
): void {
  if (floor === undefined) return;
  if ([value, lower, upper].every((number) => number === null || number >= floor)) return;
  complain(registry, file, {
    code: "PL134",
    severity: "warning",
    path,
    message: `lies below the floor of ${name}, ${floor}`,
    hint: "correct floor: in data/measures.yaml, or use another measure"
  });
}
