import jsep from "jsep";

/** A formula or guard, parsed. Offsets count from the start of the expression's text. */
export type Expression =
  | {
      readonly type: "number";
      readonly value: number;
      readonly percent: boolean;
      readonly at: number;
    }
  | {readonly type: "text"; readonly value: string; readonly at: number}
  | {readonly type: "record"; readonly id: string; readonly at: number}
  | {
      readonly type: "slice";
      readonly id: string;
      /** EDTF, "" for an open end, `period` for the period that is being computed. */
      readonly from: string;
      readonly to: string;
      readonly at: number;
    }
  | {
      readonly type: "call";
      readonly name: string;
      readonly args: readonly Expression[];
      readonly at: number;
    }
  | {
      readonly type: "unary";
      readonly operator: "-" | "!";
      readonly operand: Expression;
      readonly at: number;
    }
  | {
      readonly type: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    };

const binaryOperators = ["+", "-", "*", "/", "==", "!=", "<", "<=", ">", ">=", "&&", "||"] as const;
export type BinaryOperator = (typeof binaryOperators)[number];

/** What is wrong with an expression, and where in its text. */
export interface ExpressionError {
  readonly error: string;
  readonly at: number;
  readonly hint?: string;
}

const longest = 2000;

const factId =
  /(?:[A-Za-z][\w-]*:)?[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*(?:\/[0-9X][0-9X.~?%/-]*)?(?:@[a-z][a-z0-9-]*)?/y;
const slice = /\[\s*([0-9][0-9-]*|period)?\s*\.\.\s*([0-9][0-9-]*|period)?\s*\]/y;
const percent = /\d+(?:\.\d+)?\s?%/y;

interface RecordNode extends jsep.Expression {
  type: "Plumbline";
  node: Expression;
}

// jsep is a calculator's parser; ids with dots, hyphens and slashes are one token to us.
for (const operator of ["|", "^", "&", "===", "!==", "<<", ">>", ">>>", "%", "**", "??"])
  jsep.removeBinaryOp(operator);
for (const operator of ["~", "+"]) jsep.removeUnaryOp(operator);
jsep.hooks.add("gobble-token", function (env) {
  const text = this.expr;
  this.gobbleSpaces();
  const at = this.index;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = this.index;
    const found = pattern.exec(text);
    if (found !== null) this.index += found[0].length;
    return found;
  };
  const share = take(percent);
  if (share !== null) {
    const digits = share[0].replace(/\s?%$/, "");
    env.node = token({type: "number", value: Number(`${digits}e-2`), percent: true, at});
    return;
  }
  const id = take(factId);
  if (id === null) return;
  const range = take(slice);
  env.node = token(
    range === null
      ? {type: "record", id: id[0], at}
      : {type: "slice", id: id[0], from: range[1] ?? "", to: range[2] ?? "", at}
  );
});

function token(node: Expression): RecordNode {
  return {type: "Plumbline", node};
}

/** Parses a formula or guard. Gives the tree, or the first error with its offset. */
export function parseExpression(text: string): Expression | ExpressionError {
  if (text.trim() === "") return {error: "the expression is empty", at: 0};
  if (text.length > longest)
    return {error: `the expression is longer than ${longest} characters`, at: 0};
  try {
    return convert(jsep(text), text);
  } catch (error) {
    if (error instanceof Unsupported) return {error: error.message, at: error.at};
    if (error instanceof Error && "index" in error) {
      const {description} = error as {description?: string};
      return {
        error: `cannot read the expression: ${lowerFirst(description ?? error.message)}`,
        at: Number(error.index)
      };
    }
    throw error;
  }
}

/** Every part of an expression, itself first. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  if (expression.type === "call") for (const arg of expression.args) yield* walk(arg);
  if (expression.type === "unary") yield* walk(expression.operand);
  if (expression.type === "binary") {
    yield* walk(expression.left);
    yield* walk(expression.right);
  }
}

class Unsupported extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

function convert(node: jsep.Expression, text: string): Expression {
  switch (node.type) {
    case "Plumbline":
      return (node as RecordNode).node;
    case "Literal": {
      const {value, raw} = node as jsep.Literal;
      const at = Math.max(0, text.indexOf(raw));
      if (typeof value === "number" && !Number.isFinite(value))
        throw new Unsupported(`${raw} is too large a number`, at);
      if (typeof value === "number") return {type: "number", value, percent: false, at};
      if (typeof value === "string") return {type: "text", value, at};
      break;
    }
    case "Identifier": {
      const {name} = node as jsep.Identifier;
      throw new Unsupported(
        `"${name}" is not an id (a fact is subject.measure)`,
        Math.max(0, text.indexOf(name))
      );
    }
    case "UnaryExpression": {
      const {operator, argument} = node as jsep.UnaryExpression;
      const operand = convert(argument, text);
      return {type: "unary", operator: operator as "-" | "!", operand, at: operand.at};
    }
    case "LogicalExpression":
    case "BinaryExpression": {
      const {operator, left: l, right: r} = node as jsep.BinaryExpression;
      const [left, right] = [convert(l, text), convert(r, text)];
      if (!(binaryOperators as readonly string[]).includes(operator))
        throw new Unsupported(`"${operator}" is not an operator here`, left.at);
      return {type: "binary", operator: operator as BinaryOperator, left, right, at: left.at};
    }
    case "CallExpression": {
      const {callee, arguments: args} = node as jsep.CallExpression;
      if (callee.type !== "Identifier") throw new Unsupported("only named functions are called", 0);
      const {name} = callee as jsep.Identifier;
      return {
        type: "call",
        name,
        args: args.map((arg) => convert(arg, text)),
        at: Math.max(0, text.indexOf(name))
      };
    }
    default:
  }
  throw new Unsupported("this is not a formula", 0);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
