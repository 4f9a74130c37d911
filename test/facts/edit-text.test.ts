import {load} from "js-yaml";
import fc from "fast-check";
import {expect, test} from "vitest";
import {setEdited} from "../../src/facts/edit-text.ts";

const claims = `# What one document says.
source: {id: ONE, title: A report}

quantities:
  # the first round
  beta.valuation: # as printed
    says: valuing Beta at $2.5 billion # verbatim
    when: "2024-03"
    by:
      - people familiar

  beta.round:
    says: >-
      a $2 billion
      round

    # nothing after this
  acme.staff: {says: 40 people, when: 2024} # short
`;

const at = (key: string) => ({path: ["quantities", key], beside: "says"});

test("setEdited(…) writes the edit on a line of its own behind the words", () => {
  expect(setEdited(claims, at("beta.valuation"), "around $3 billion")).toBe(
    claims.replace("# verbatim\n", "# verbatim\n    edited: around $3 billion\n")
  );
});

test("setEdited(…) writes it behind words on several lines", () => {
  expect(setEdited(claims, at("beta.round"), "$3bn")).toBe(
    claims.replace("      round\n", '      round\n    edited: "$3bn"\n')
  );
});

test("setEdited(…) writes it into brackets", () => {
  expect(setEdited(claims, at("acme.staff"), "over 50")).toBe(
    claims.replace("says: 40 people,", 'says: 40 people, edited: "over 50",')
  );
});

test("setEdited(…) changes an edit, in whatever style it stands", () => {
  for (const old of ["about 3", '"about 3"', "'about 3'", ">-\n      about\n      3"]) {
    const text = `quantities:\n  b:\n    says: 2 # two\n    edited: ${old}\n    when: x\n`;
    const wanted = "quantities:\n  b:\n    says: 2 # two\n    edited: at least 4\n    when: x\n";
    expect(setEdited(text, at("b"), "at least 4")).toBe(wanted);
  }
});

test("setEdited(…, null) takes the edit away, and keeps a comment behind it", () => {
  const edited = claims.replace("# verbatim\n", "# verbatim\n    edited: $3bn # by hand\n");
  expect(setEdited(edited, at("beta.valuation"), null)).toBe(
    claims.replace("# verbatim\n", "# verbatim\n    # by hand\n")
  );
  expect(setEdited(claims, at("beta.valuation"), null)).toBe(claims);
});

test("setEdited(…) makes a record that was never there, and takes it away again", () => {
  const spot = {path: ["decisions", "beta.round"], beside: "prefer"};
  const texts = {
    "# Decisions\n": "# Decisions\ndecisions:\n  beta.round:\n    edited: A\n",
    "": "decisions:\n  beta.round:\n    edited: A\n",
    "decisions: # ours\n  x: {prefer: B, reason: c}\n":
      "decisions: # ours\n  beta.round:\n    edited: A\n  x: {prefer: B, reason: c}\n",
    "decisions: {x: {prefer: B, reason: c}}\n":
      "decisions: {beta.round: {edited: A}, x: {prefer: B, reason: c}}\n",
    "decisions:\n": "decisions:\n  beta.round:\n    edited: A\n",
    "decisions: # none yet\ncontrasts: {}\n":
      "decisions: # none yet\n  beta.round:\n    edited: A\ncontrasts: {}\n",
    "decisions: ~ # none\n": "decisions: # none\n  beta.round:\n    edited: A\n",
    "decisions: null": "decisions:\n  beta.round:\n    edited: A",
    "decisions:\n  beta.round:\n  c: {prefer: B, reason: d}\n":
      "decisions:\n  beta.round: {edited: A}\n  c: {prefer: B, reason: d}\n",
    "contrasts: {}\n": "contrasts: {}\ndecisions:\n  beta.round:\n    edited: A\n"
  };
  for (const [before, after] of Object.entries(texts)) {
    expect(setEdited(before, spot, "A")).toBe(after);
    const taken = setEdited(after, spot, null);
    expect(taken).not.toContain("edited");
    // What is left can be edited again.
    expect(load(setEdited(taken, spot, "A"))).toEqual(load(after));
  }
});

test("setEdited(…) keeps the line ends of a file, and a last line that has none", () => {
  const text = "quantities:\r\n  b:\r\n    says: 2";
  const edited = setEdited(text, at("b"), "about 3");
  expect(edited).toBe("quantities:\r\n  b:\r\n    says: 2\r\n    edited: about 3");
  expect(setEdited(edited, at("b"), null)).toBe(text);
});

const table = `tables:
  cloud: # as printed
    subject: acme
    columns: [growth, round]
    rows:
      2022-03: [12%, '$1 billion'] # both
      2022-06:
        - 9,5% # with a comma
        - {says: $2 billion}
      2022-09: [null, $3 billion]
      2022-12:
        - edited: 8%
          says: 7%
        - >- # folded
          $4
          billion
`;
const cell = (...cell: (string | number)[]) => ({
  path: ["tables", "cloud", "rows", ...cell],
  beside: "says"
});

test("setEdited(…) makes a mapping of words that stand alone, as they were typed where they can be", () => {
  const edits: [(string | number)[], string, string][] = [
    [["2022-03", 0], "[12%,", "[{says: 12%, edited: about},"],
    [["2022-03", 1], "'$1 billion']", "{says: '$1 billion', edited: about}]"],
    [["2022-06", 0], "- 9,5% #", '- {says: "9,5%", edited: about} #'],
    [["2022-06", 1], "{says: $2 billion}", "{says: $2 billion, edited: about}"],
    [["2022-12", 0], "edited: 8%", "edited: about"],
    [
      ["2022-12", 1],
      ">- # folded\n          $4\n          billion",
      '{says: "$4 billion", edited: about} # folded'
    ]
  ];
  for (const [path, before, after] of edits) {
    expect(table).toContain(before);
    expect(setEdited(table, cell(...path), "about")).toBe(table.replace(before, () => after));
  }
});

test("setEdited(…, null) leaves words that stand alone, and the sign of a list's item", () => {
  expect(setEdited(table, cell("2022-03", 0), null)).toBe(table);
  expect(setEdited(table, cell("2022-12", 0), null)).toBe(
    table.replace("edited: 8%\n          says", "says")
  );
});

test("setEdited(…) keeps words that only a tag makes words", () => {
  const text = "tables: {cloud: {rows: {2022: !!str 12, 2023: 1}}}\n";
  expect(setEdited(text, cell("2022"), "about")).toBe(
    text.replace("!!str 12", '{says: "12", edited: about}')
  );
});

const words = fc
  .oneof(fc.string({minLength: 1, maxLength: 40}), fc.string({unit: "binary", minLength: 1}))
  .filter((text) => text.trim() !== "");
const scalar = fc.oneof(
  words.map((text) => JSON.stringify(text)),
  fc.constantFrom(
    "plain words",
    "'single ''quoted'''",
    ">-\n      folded\n      text\n",
    "|\n      kept\n"
  )
);
const comment = fc.constantFrom("", " # why", " # {a: b}, 'c' \"d\": e");
const record = fc
  .tuple(scalar, comment, fc.option(scalar), fc.boolean(), comment)
  .map(([says, behind, edited, before, line]) => {
    const isBlock = /^[>|]/.test(says);
    const first = `    says: ${says}${isBlock ? "" : behind}`;
    const second = edited === null ? "" : `    edited: ${edited}\n`;
    const when = '    when: "2024"\n';
    const own = line === "" ? "" : `   ${line}\n`;
    return `${before ? when : ""}${first.trimEnd()}\n${own}${second}${before ? "" : when}`;
  });
const file = fc
  .array(record, {minLength: 1, maxLength: 4})
  .map((records) => `# top\nquantities:\n${records.map((r, i) => `  r${i}.x:\n${r}`).join("")}`);

test("setEdited(…) changes nothing but the one key, whatever stands around it", () => {
  fc.assert(
    fc.property(file, fc.nat(3), fc.option(words), (text, pick, edited) => {
      const before = load(text) as {quantities: Record<string, Record<string, unknown>>};
      const key = `r${pick % Object.keys(before.quantities).length}.x`;
      const after = setEdited(text, at(key), edited);
      const {[key]: record, ...others} = before.quantities;
      const {edited: _, ...rest} = record!;
      expect(load(after)).toEqual({
        quantities: {...others, [key]: edited === null ? rest : {...rest, edited}}
      });
      for (const line of text.split("\n"))
        if (/^\s*#/.test(line)) expect(after.split("\n")).toContain(line);
      if (!("edited" in record!)) expect(setEdited(after, at(key), null)).toBe(text);
    }),
    {numRuns: 1000}
  );
});

const cellText = fc.oneof(
  scalar.map((text) => text.replaceAll("\n      ", "\n          ")),
  fc.constantFrom("9,5% # why", "12%", "a [b] {c}", "plain\n          on two lines", "!!str 12"),
  fc.tuple(words, words).map(([says, edited]) => {
    const pair = [`says: ${JSON.stringify(says)}`, `edited: ${JSON.stringify(edited)}`];
    return says < edited ? `{${pair.join(", ")}}` : pair.reverse().join("\n          ");
  })
);

test("setEdited(…) changes nothing but the one cell of a table, whatever stands around it", () => {
  fc.assert(
    fc.property(
      fc.array(cellText, {minLength: 1, maxLength: 4}),
      fc.nat(3),
      fc.option(words),
      (cells, pick, edited) => {
        const items = cells.map((text, i) => `        # cell ${i}\n        - ${text.trimEnd()}\n`);
        const text = `tables:\n  cloud:\n    rows:\n      "2022":\n${items.join("")}    by: ann\n`;
        const rowOf = (text: string) =>
          (load(text) as {tables: {cloud: {rows: {2022: unknown[]}}}}).tables.cloud.rows[2022];
        const n = pick % cells.length;
        const after = setEdited(text, cell("2022", n), edited);
        const expected = rowOf(text).map((old, i) => {
          if (i !== n) return old;
          if (typeof old !== "object") return edited === null ? old : {says: old, edited};
          const {edited: _, ...rest} = old as {edited?: string};
          return edited === null ? rest : {...rest, edited};
        });
        expect(rowOf(after)).toEqual(expected);
        expect(after).toContain("    by: ann\n");
        for (const line of text.split("\n"))
          if (/^\s*#/.test(line)) expect(after.split("\n")).toContain(line);
      }
    ),
    {numRuns: 1000}
  );
});
