import * as arithmetic from "../arithmetic.ts";
import {didYouMean} from "../diagnostic.ts";
import type {Quantity} from "../quantity.ts";
import type {Agreement} from "./dataset.ts";
import {compareQuantities, comparisons} from "./comparison.ts";
import type {Comparison} from "./comparison.ts";
import type {BinaryOperator, Expression, ExpressionError} from "./expression.ts";

/** What an expression can come to. Truth is null where the intervals do not decide it. */
export type Value =
  | {readonly type: "quantity"; readonly quantity: Quantity}
  | {readonly type: "list"; readonly items: readonly Quantity[]}
  | {readonly type: "truth"; readonly truth: boolean | null}
  | {readonly type: "truths"; readonly items: readonly (boolean | null)[]}
  | {readonly type: "text"; readonly text: string};

/** What an expression may ask about. Every look-up gives an error sentence for what is unknown. */
export interface Scope {
  quantity(id: string): Quantity | {error: string; hint?: string};
  series(
    id: string,
    from: string,
    to: string
  ): readonly Quantity[] | {error: string; hint?: string};
  agreement(id: string): Agreement | {error: string; hint?: string};
  /** How many claims of the story's documents, or which of these records, hold these words. */
  printed(words: string, records: readonly string[]): number | {error: string; hint?: string};
  /** How many different authors these records come from in the end. */
  authors(records: readonly string[]): number | {error: string; hint?: string};
  /** To how many entities these documents relate one, by relations of these types. */
  related(
    from: string,
    types: readonly string[],
    sources: readonly string[]
  ): number | {error: string; hint?: string};
  /** How many facts all of the sources tell. */
  told(sources: readonly string[]): number | {error: string; hint?: string};
}

/** The functions of formulas and guards; the list is closed. */
export const functions = [
  "sum",
  "mean",
  "min",
  "max",
  "count",
  "all",
  "any",
  "share",
  "part",
  "printed",
  "authors",
  "related",
  "told",
  "hedge",
  "agreement"
] as const;

/** Evaluates a parsed expression over a scope. */
export function evaluate(expression: Expression, scope: Scope): Value | ExpressionError {
  try {
    return run(expression, scope);
  } catch (error) {
    if (error instanceof Failure) return {error: error.message, at: error.at, hint: error.hint};
    throw error;
  }
}

class Failure extends Error {
  readonly at: number;
  readonly hint: string;
  constructor(message: string, at: number, hint = "") {
    super(message);
    this.at = at;
    this.hint = hint;
  }
}

function run(e: Expression, scope: Scope): Value {
  switch (e.type) {
    case "number":
      return quantity(arithmetic.number(e.value));
    case "text":
      return {type: "text", text: e.value};
    case "record":
      return quantity(found(scope.quantity(e.id), e.at));
    case "slice":
      return {type: "list", items: found(scope.series(e.id, e.from, e.to), e.at)};
    case "unary":
      return unary(e, scope);
    case "binary":
      return binary(e, scope);
    case "call":
      return call(e, scope);
  }
}

function unary(e: Expression & {type: "unary"}, scope: Scope): Value {
  const value = run(e.operand, scope);
  if (e.operator === "!") {
    const truth = truthOf(value, e.at);
    return {type: "truth", truth: truth === null ? null : !truth};
  }
  return quantity(done(arithmetic.multiply(arithmetic.number(-1), one(value, e.at)), e.at));
}

function binary(e: Expression & {type: "binary"}, scope: Scope): Value {
  const left = run(e.left, scope);
  const right = run(e.right, scope);
  const calculate = calculations[e.operator];
  if (calculate !== undefined)
    return quantity(done(calculate(one(left, e.left.at), one(right, e.right.at)), e.at));
  if (e.operator === "&&" || e.operator === "||") {
    const [a, b] = [truthOf(left, e.left.at), truthOf(right, e.right.at)];
    const decides = e.operator === "||";
    if (a === decides || b === decides) return {type: "truth", truth: decides};
    return {type: "truth", truth: a === null || b === null ? null : !decides};
  }
  if (left.type === "text" && right.type === "text") {
    if (e.operator !== "==" && e.operator !== "!=")
      throw new Failure(`words are compared with == or !=, not ${e.operator}`, e.at);
    return {type: "truth", truth: (left.text === right.text) === (e.operator === "==")};
  }
  const limit = one(right, e.right.at);
  if (left.type === "list")
    return {type: "truths", items: left.items.map((item) => compare(item, limit, e))};
  return {type: "truth", truth: compare(one(left, e.left.at), limit, e)};
}

const calculations: Partial<
  Record<BinaryOperator, (a: Quantity, b: Quantity) => arithmetic.Result>
> = {
  "+": arithmetic.add,
  "-": arithmetic.subtract,
  "*": arithmetic.multiply,
  "/": arithmetic.divide
};

function call(e: Expression & {type: "call"}, scope: Scope): Value {
  const {name, args, at} = e;
  const values = (): Value[] => args.map((arg) => run(arg, scope));
  const quantities = (): Quantity[] =>
    values().flatMap((value, i) =>
      value.type === "list" ? [...value.items] : [one(value, args[i]!.at)]
    );
  const texts = (what: string, least: number, most = least): string[] => {
    const found = args.flatMap((arg) => (arg.type === "text" ? [arg.value] : []));
    if (found.length !== args.length || found.length < least || found.length > most)
      throw new Failure(`${name} takes ${what} in quotes`, at);
    return found;
  };
  const id = (): string => {
    const [arg] = args;
    if (args.length !== 1 || arg?.type !== "record")
      throw new Failure(`${name} takes one fact or claim`, at);
    return arg.id;
  };
  switch (name) {
    case "sum":
      return quantity(done(arithmetic.sum(quantities()), at));
    case "mean":
      return quantity(done(arithmetic.mean(quantities()), at));
    case "min":
      return quantity(done(arithmetic.minimum(quantities()), at));
    case "max":
      return quantity(done(arithmetic.maximum(quantities()), at));
    case "share": {
      const [part, whole, ...rest] = quantities();
      if (part === undefined || whole === undefined || rest.length > 0)
        throw new Failure("share takes a part and its whole", at);
      if (part.unit !== whole.unit)
        throw new Failure(`a share needs one unit, not ${part.unit} of ${whole.unit}`, at);
      return quantity(done(arithmetic.divide(part, whole), at));
    }
    case "part": {
      const [whole, ...rest] = quantities();
      if (whole === undefined || rest.length > 0) throw new Failure("part takes one whole", at);
      return quantity(arithmetic.part(whole));
    }
    case "count":
    case "all":
    case "any":
      return tally(name, values(), at);
    case "printed": {
      const [words = "", records = ""] = texts("words, and records if only these,", 1, 2);
      const count = found(scope.printed(words, listOf(records)), at);
      return quantity(arithmetic.number(count, "count"));
    }
    case "authors": {
      const records = listOf(texts("records in one text", 1)[0]!);
      return quantity(arithmetic.number(found(scope.authors(records), at), "count"));
    }
    case "related": {
      const [from = "", types = "", sources = ""] = texts("an entity, types and sources", 2, 3);
      const count = found(scope.related(from, listOf(types), listOf(sources)), at);
      return quantity(arithmetic.number(count, "count"));
    }
    case "told": {
      const sources = listOf(texts("sources in one text", 1)[0]!);
      return quantity(arithmetic.number(found(scope.told(sources), at), "count"));
    }
    case "hedge":
      return {type: "text", text: found(scope.quantity(id()), at).hedge};
    case "agreement":
      return {type: "text", text: found(scope.agreement(id()), at)};
    default:
      throw new Failure(
        `unknown function ${name}`,
        at,
        didYouMean(name, functions, `there are ${functions.join(", ")}`)
      );
  }
}

function listOf(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== "");
}

function tally(name: "count" | "all" | "any", values: readonly Value[], at: number): Value {
  const truths = values.flatMap((value) => {
    if (value.type === "truths") return [...value.items];
    if (value.type === "truth") return [value.truth];
    if (name === "count" && value.type === "list") return value.items.map(() => true);
    if (name === "count" && value.type === "quantity") return [true];
    throw new Failure(`${name} takes conditions`, at);
  });
  if (name === "all") {
    if (truths.includes(false)) return {type: "truth", truth: false};
    return {type: "truth", truth: truths.includes(null) ? null : true};
  }
  if (name === "any") {
    if (truths.includes(true)) return {type: "truth", truth: true};
    return {type: "truth", truth: truths.includes(null) ? null : false};
  }
  // What is undecided is counted by nobody: the count would be a guess.
  if (truths.includes(null)) throw new Failure("what is counted is not decided by the bounds", at);
  return quantity(arithmetic.number(truths.filter((truth) => truth === true).length, "count"));
}

function compare(
  left: Quantity,
  right: Quantity,
  {operator, left: a, right: b, at}: Expression & {type: "binary"}
): boolean | null {
  if (!isComparison(operator)) throw new Failure(`${operator} does not compare`, at);
  if (left.unit !== right.unit && !isBareNumber(a) && !isBareNumber(b))
    throw new Failure(
      `cannot compare ${left.unit} with ${right.unit}`,
      at,
      "compare numbers of one unit, or with a number that is written here"
    );
  return compareQuantities(left, operator, right);
}

/** Whether an expression is made of numbers alone, which take the other side's unit. */
function isBareNumber(e: Expression): boolean {
  if (e.type === "number") return !e.percent;
  if (e.type === "unary") return isBareNumber(e.operand);
  return e.type === "binary" && isBareNumber(e.left) && isBareNumber(e.right);
}

function isComparison(operator: BinaryOperator): operator is Comparison {
  return (comparisons as readonly string[]).includes(operator);
}

function quantity(q: Quantity): Value {
  return {type: "quantity", quantity: q};
}

function one(value: Value, at: number): Quantity {
  if (value.type === "quantity") return value.quantity;
  if (value.type === "list")
    throw new Failure("a series stands where one number belongs", at, "take its mean or sum");
  throw new Failure("a number belongs here", at);
}

function truthOf(value: Value, at: number): boolean | null {
  if (value.type === "truth") return value.truth;
  throw new Failure("a condition belongs here", at);
}

function found<T>(result: T | {error: string; hint?: string}, at: number): T {
  if (typeof result === "object" && result !== null && "error" in result)
    throw new Failure(result.error, at, result.hint ?? "");
  return result as T;
}

function done(result: arithmetic.Result, at: number): Quantity {
  if ("error" in result) throw new Failure(result.error, at);
  return result.quantity;
}
