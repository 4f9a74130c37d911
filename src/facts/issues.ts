import type {z} from "zod";
import {didYouMean} from "../diagnostic.ts";
import type {Diagnostic} from "../diagnostic.ts";
import type {Path} from "./places.ts";
import {shortenQuote as shorten} from "./text.ts";
import type {Report} from "./yaml.ts";

/** What a refusal is about: of alternatives, what the one that has the value's shape says of it. */
export function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.find((errors) =>
    errors.every(({code, path}) => path.length > 0 || !/^invalid_(?:type|union)$/.test(code))
  );
  if (meant === undefined || meant.length === 0) return [issue];
  return meant.flatMap((inner) => innermost({...inner, path: [...issue.path, ...inner.path]}));
}

/** What a schema's refusal means to an author: one diagnostic, or one for each unknown key. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  data: unknown,
  text: string,
  report: (r: Report) => Diagnostic
): Diagnostic[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      report({
        code: "PL107",
        path: [...path, key],
        atKey: true,
        message: "is not a key here",
        hint: didYouMean(key, keysAt(schema, path), "remove it")
      })
    );
  const value = at(data, path);
  if (value === undefined)
    return [report({code: "PL108", path, message: "is missing", hint: "add it"})];
  if (issue.code === "invalid_union") {
    const words = issue.errors.flat().some((e) => e.code === "invalid_type");
    return [
      report({
        code: words ? "PL109" : "PL110",
        path,
        message: `${typeName(value)} where words belong`,
        hint: isPlain(value)
          ? `put it in quotes: "${shorten(String(value), 30)}"`
          : "put it in quotes"
      })
    ];
  }
  if (issue.code === "invalid_type" && issue.expected === "string")
    return [
      report({
        code: "PL109",
        path,
        message: `${typeName(value)} where words belong`,
        hint: isPlain(value)
          ? `put it in quotes: "${shorten(String(value), 30)}"`
          : "write the words on one line"
      })
    ];
  if (value === "") return [emptyText(path, text, report)];
  return [report({code: "PL110", path, ...sentenceOf(issue, value)})];
}

/** What a value is that a key cannot have, and what to write instead. */
function sentenceOf(issue: z.core.$ZodIssue, value: unknown): {message: string; hint: string} {
  switch (issue.code) {
    case "invalid_type": {
      const [kind, hint] = kinds[issue.expected] ?? [`a ${issue.expected}`, "write one"];
      return {message: `${typeName(value)} where ${kind} belongs`, hint};
    }
    case "invalid_value": {
      const names = issue.values.map(String);
      const hint = didYouMean(String(value), names, `it may be ${names.join(", ")}`);
      return {message: `"${shorten(String(value), 30)}" is none of its values`, hint};
    }
    case "too_small":
    case "too_big": {
      const limit = Number(issue.code === "too_small" ? issue.minimum : issue.maximum);
      const bound = `${issue.code === "too_small" ? "at least" : "at most"} ${limit}`;
      if (issue.origin === "array") {
        // One value may stand for a list of one.
        const size = Array.isArray(value) ? value.length : 1;
        const over = "name no more than those; words that hold a comma need quotes";
        const hint = limit > size ? "name what is missing" : over;
        return {message: `a list of ${size} where ${limit} belong`, hint};
      }
      if (issue.origin === "string") return {message: issue.message, hint: "shorten it"};
      const above = issue.code === "too_small" && issue.inclusive === false;
      return {
        message: `${String(value)} is too ${issue.code === "too_small" ? "small" : "large"}`,
        hint: `write ${above ? `more than ${limit}` : bound}`
      };
    }
    default:
      return {message: issue.message, hint: "see the other files for what stands here"};
  }
}

const kinds: Readonly<Record<string, readonly [string, string]>> = {
  object: ["a mapping", "write key: value lines below it"],
  record: ["a mapping", "write key: value lines below it"],
  array: ["a list", "write [one, another]"],
  tuple: ["a list of two", "write [one, another]"],
  number: ["a number", "write it in digits, without quotes: 0.5, 2e9"],
  int: ["a whole number", "write it without a decimal part"],
  boolean: ["true or false", "write true or false, without quotes"]
};

function isPlain(value: unknown): boolean {
  return typeof value !== "object";
}

function emptyText(path: Path, text: string, report: (r: Report) => Diagnostic): Diagnostic {
  const d = report({
    code: "PL109",
    path,
    atKey: true,
    message: "is empty",
    hint: "write the words"
  });
  const line = text.split(/\r\n|\n|\r/)[d.line - 1] ?? "";
  const typed = /:\s*([>|].*)$/.exec(line)?.[1];
  return typed === undefined ? d : {...d, hint: `put it in quotes: "${shorten(typed, 30)}"`};
}

/** The keys that a schema admits at a path; empty where any key may stand. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const def = schema._zod.def as {
    innerType?: z.core.$ZodType;
    shape?: Record<string, z.core.$ZodType>;
    valueType?: z.core.$ZodType;
    element?: z.core.$ZodType;
    options?: readonly z.core.$ZodType[];
    in?: z.core.$ZodType;
  };
  const inner = def.innerType ?? def.in;
  if (inner !== undefined) return keysAt(inner, path);
  if (def.options !== undefined) return def.options.flatMap((option) => keysAt(option, path));
  if (path.length === 0) return Object.keys(def.shape ?? {});
  const next = def.shape?.[String(path[0])] ?? def.valueType ?? def.element;
  return next === undefined ? [] : keysAt(next, path.slice(1));
}

function typeName(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "string") return "words";
  return typeof value === "number" ? `a number (${value})` : `a ${typeof value}`;
}

/** The value at a path of plain data; undefined where there is none. */
export function at(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
