/** One attribute of an opening line; offsets are of that line. */
export interface RawAttribute {
  readonly name: string;
  /** Null where the author wrote the name alone. */
  readonly value: string | null;
  readonly nameAt: number;
  readonly valueAt: number;
}

/** What is wrong with a list of attributes, and where in its line. */
export interface AttributeError {
  readonly error: string;
  readonly at: number;
  readonly hint: string;
}

const shortcut = /([#.])([^\s"#'.<=>`}]+)/y;
const named = /([A-Za-z_][\w.:-]*)/y;
const assigned = /[ \t]*=[ \t]*/y;
const quoted = /"([^"]*)"|'([^']*)'/y;
const bare = /[^\s"'<=>`}]+/y;
const spaces = /[ \t]*/y;

/**
 * Reads `{#id name=value name="…"}` and what follows it on an opening line, from the brace on.
 * Stricter than the directive grammar, which would take a faulty opening line for a paragraph and
 * never say so.
 */
export function readAttributes(line: string, from: number): RawAttribute[] | AttributeError {
  const found: RawAttribute[] = [];
  let at = from + 1;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match !== null) at += match[0].length;
    return match;
  };
  for (;;) {
    take(spaces);
    if (line[at] === "}") break;
    if (at >= line.length)
      return {error: "the attributes are not closed", at: from, hint: "end the line with }"};
    const start = at;
    const short = take(shortcut);
    const next = short === null ? /[\s}]/ : /[\s}#.]/;
    if (short !== null) {
      const name = short[1] === "#" ? "id" : "class";
      found.push({name, value: short[2]!, nameAt: start, valueAt: start + 1});
    } else {
      const attribute = readNamed();
      if ("error" in attribute) return attribute;
      found.push(attribute);
    }
    if (!next.test(line[at] ?? " "))
      return {error: "two attributes touch", at, hint: "put a space between them"};
  }
  const rest = line.slice(at + 1);
  if (rest.trim() === "") return found;
  return {
    error: "words stand after the attributes",
    at: at + 1 + rest.search(/\S/),
    hint: "begin them on the next line"
  };

  function readNamed(): RawAttribute | AttributeError {
    const nameAt = at;
    const name = take(named)?.[1];
    if (name === undefined)
      return {error: `cannot read "${line[at]}" among the attributes`, at, hint: hintAt(at)};
    if (take(assigned) === null) return {name, value: null, nameAt, valueAt: nameAt};
    const valueStart = at;
    const inQuotes = take(quoted);
    if (inQuotes !== null)
      return {name, value: inQuotes[1] ?? inQuotes[2]!, nameAt, valueAt: valueStart + 1};
    if (line[at] === '"' || line[at] === "'")
      return {error: "a quote is not closed", at, hint: "attributes stand on one line"};
    const value = take(bare)?.[0];
    if (value === undefined)
      return {error: `${name} has no value`, at: nameAt, hint: `write ${name}="…"`};
    if (/^[“”‘’]/.test(value))
      return {error: "a curly quote opens a value", at: valueStart, hint: "write \" or '"};
    return {name, value, nameAt, valueAt: valueStart};
  }

  function hintAt(offset: number): string {
    return /[“”‘’]/.test(line[offset] ?? "") ? "write \" or '" : 'write #id, name or name="value"';
  }
}
