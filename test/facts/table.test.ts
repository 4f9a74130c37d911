import fc from "fast-check";
import {expect, test} from "vitest";
import {formatDiagnostic} from "../../src/diagnostic.ts";
import {assemble} from "../../src/facts/assemble.ts";
import {applyEdits, editableOf, publishedWords} from "../../src/facts/edits.ts";
import {emptyLock} from "../../src/facts/lock.ts";
import type {TextFile} from "../../src/facts/places.ts";
import {compile, inputsOf} from "./project.ts";

const head = "source: {id: A, title: A report}\n";
const tables = `${head}tables:\n`;

/** What is wrong with a text, without the file's name and the hint. */
function problems(text: string, lock = emptyLock): string[] {
  return compile({A: text}, {lock}).diagnostics.map((d) =>
    formatDiagnostic({...d, hint: ""}).replace(/^seeds\/a\.yaml:/, "")
  );
}

function json(text: string): string {
  return JSON.stringify(compile({A: text}).dataset);
}

test("a table of one measure is the claims that its cells would be", () => {
  const table = `${tables}  growth: {subject: acme, columns: growth, rows: {2022-03: 12%, 2022-06: -3%}}\n`;
  const claims = `${head}quantities:
  acme.growth/2022-03: {says: 12%, when: 2022-03}
  acme.growth/2022-06: {says: -3%, when: 2022-06}
`;
  expect(problems(table)).toEqual([]);
  expect(json(table)).toBe(json(claims));
  expect(json(table)).toContain('"verbatim":"-3%"');
});

const cloud = `${tables}  cloud: # as printed
    subject: acme
    columns: [growth, round]
    by: ann
    status: provisional
    where: p. 2
    rows:
      2022-03: [12%, $2 million]
      2022-06:
        - {says: about 10%, when: "2022", status: [], by: [beta, a spokesman]}
        - null
      2022-09: [null, {says: $3 million, where: p. 3, label: money}]
`;

test("the cells of a table have its keys, unless they have their own", () => {
  const common = "by: ann, status: provisional, where: p. 2";
  const claims = `${head}quantities:
  acme.growth/2022-03: {says: 12%, when: 2022-03, ${common}}
  acme.round/2022-03: {says: $2 million, when: 2022-03, ${common}}
  acme.growth/2022-06: {says: about 10%, when: "2022", by: [beta, a spokesman], where: p. 2}
  acme.round/2022-09: {says: $3 million, when: 2022-09, by: ann, status: provisional, where: p. 3, label: money}
`;
  expect(problems(cloud)).toEqual([]);
  expect(json(cloud)).toBe(json(claims));
});

test("what is wrong with a cell goes by its claim's name, and stands at the cell", () => {
  const found = problems(`${tables}  t:
    subject: acme
    columns: [growth, round]
    rows:
      2022-03: [a lot, $2 million]
      2022-06: ["12%", {says: 40%}]
      2022-09:
        - {says: 4%, by: nobody, status: provisionl, when: 2022-13, of: acme.none}
        - at least $1 million of what they asked for
`);
  expect(found).toEqual([
    '7:17 PL104 acme.growth/2022-03.says — cannot read a quantity in "a lot"',
    "8:31 PL112 acme.round/2022-06.says — reads ratio, but round is measured in USD",
    '10:26 PL111 acme.growth/2022-09.by.0 — unknown entity "nobody"',
    '10:42 PL110 warning: acme.growth/2022-09.status.0 — "provisionl" is no status that cards have a sentence for',
    expect.stringMatching(/^10:60 PL114 acme\.growth\/2022-09\.when — /),
    '10:73 PL113 acme.growth/2022-09.of — unknown id "acme.none"',
    "11:11 PL106 acme.round/2022-09.says — has 9 words; this source allows 8"
  ]);
});

test("what is wrong with a name is told once, where the name stands", () => {
  const unknown = (from: string, to: string) => problems(cloud.replace(from, to));
  expect(unknown("subject: acme", "subject: acne")).toEqual([
    '4:14 PL111 cloud.subject — unknown entity "acne"'
  ]);
  expect(unknown("[growth,", "[grwth,")).toEqual([
    '5:15 PL116 cloud.columns.0 — unknown measure "grwth"'
  ]);
  expect(unknown("2022-09:", "2022-19:")).toEqual([
    expect.stringMatching(/^14:7 PL114 cloud\.rows\.2022-19 — /)
  ]);
  expect(
    problems(cloud.replace("[growth, round]", "grwth").replace(/rows:[^]*/, "rows: {}"))
  ).toEqual(['5:14 PL116 cloud.columns.0 — unknown measure "grwth"']);
});

test("what is wrong with a key that the cells share is told once, at that key", () => {
  const shared = (keys: string) =>
    problems(
      `${tables}  t:\n    subject: acme\n    columns: growth\n${keys}    rows: {2022: 1%, 2023: 2%}\n`
    );
  expect(shared("    by: [ann, nobody]\n")).toEqual([
    '6:15 PL111 t.by.1 — unknown entity "nobody"'
  ]);
  expect(shared("    of: acme.none\n")).toEqual(['6:9 PL113 t.of — unknown id "acme.none"']);
  expect(shared("    status: provisionl\n")).toEqual([
    '6:13 PL110 warning: t.status.0 — "provisionl" is no status that cards have a sentence for'
  ]);
  expect(shared("    when: 2022-13\n")).toEqual([expect.stringMatching(/^6:11 PL114 t\.when — /)]);
  expect(shared("    near: one two three four five six seven eight nine\n")).toEqual([
    "6:11 PL106 t.near — has 9 words; this source allows 8"
  ]);
});

test("what is wrong with a cell's own key is told at the cell, though the cells share one", () => {
  expect(problems(cloud.replace("by: [beta,", "by: [nobody,"))).toEqual([
    '12:60 PL111 acme.growth/2022-06.by.0 — unknown entity "nobody"'
  ]);
});

test("a claim that stands under quantities too, or in two tables, is told with both places", () => {
  const one = "subject: acme, columns: growth, rows: {2022: 1%}";
  const text = `${head}quantities:\n  acme.growth/2022: {says: 1%}\ntables:\n  a: {${one}}\n  b: {${one}}\n`;
  const {diagnostics} = compile({A: text});
  expect(diagnostics.map(formatDiagnostic)).toEqual(
    ["5:46", "6:46"].map(
      (place) =>
        `seeds/a.yaml:${place} PL102 acme.growth/2022 — the id "A:acme.growth/2022" is taken (it stands at seeds/a.yaml:3:3 already)`
    )
  );
  const twice = `${tables}  a: {subject: acme, columns: [growth, growth], rows: {2022: [1%, 2%]}}\n`;
  expect(compile({A: twice}).diagnostics.map(({hint}) => hint)).toEqual([
    "it stands at seeds/a.yaml:3:63 already"
  ]);
});

test("a cell that the schema refuses takes no other one with it", () => {
  const {dataset, diagnostics, refused} = compile({
    A: `${tables}  t:
    subject: acme
    columns: [growth, round]
    rows:
      2022-03: [12, $2 million]
      2022-06: [12%, {sayz: $2 million}]
      2022-09: [12%]
      2022-12: [12%, $2 million, 3]
      2023-03: [12%, {says: $2 million, sayz: 3}]
  whole: {subject: beta, columns: [], rows: {2022: 1%}}
`
  });
  expect(diagnostics.map((d) => formatDiagnostic(d).replace("seeds/a.yaml:", ""))).toEqual([
    '7:17 PL109 t.rows.2022-03.0 — a number (12) where words belong (put it in quotes: "12")',
    "8:22 PL108 t.rows.2022-06.1.says — is missing (add it)",
    '8:23 PL107 t.rows.2022-06.1.sayz — is not a key here (did you mean "says"?)',
    "9:16 PL110 t.rows.2022-09 — a list of 1 where 2 belong (name what is missing)",
    "10:16 PL110 t.rows.2022-12 — a list of 3 where 2 belong (name no more than those; words that hold a comma need quotes)",
    '10:34 PL109 t.rows.2022-12.2 — a number (3) where words belong (put it in quotes: "3")',
    '11:41 PL107 t.rows.2023-03.1.sayz — is not a key here (did you mean "says"?)',
    "12:35 PL110 whole.columns — a list of 0 where 1 belong (name what is missing)"
  ]);
  expect(Object.keys(dataset.claims)).toEqual([
    "A:acme.round/2022-03",
    "A:acme.growth/2022-06",
    "A:acme.growth/2023-03",
    "A:acme.round/2023-03"
  ]);
  const declared = ["acme.growth/2022-03", "acme.round/2022-06", "A:acme.round/2022-09"];
  for (const id of declared) expect(refused.has(id), id).toBe(true);
  for (const id of ["acme.round/2022-03", "acme.growth/2024"]) expect(refused.has(id)).toBe(false);
  // Nobody knows what a table without a head would declare.
  expect(refused.file).toBe(true);
});

test("a cell is no lost source, and a refused cell no lost table", () => {
  const {refused} = compile({
    A: `${tables}  t: {subject: acme, columns: growth, rows: {2022: 1, 2023: 2%}}
  u: {subject: beta, columns: [growth, round], rows: {2022: [1, null]}}
`
  });
  expect([refused.file, refused.some]).toEqual([false, true]);
  const ids = ["acme.growth/2022", "beta.growth/2022", "beta.round/2022"];
  expect(ids.map((id) => refused.has(id))).toEqual([true, true, false]);
});

test("a claim of a table is placed at its cell, or at its row where that is one cell", () => {
  const {placeOf, inputOf} = compile({
    A: cloud.replace(
      "tables:\n",
      "tables:\n  one: {subject: beta, columns: growth, rows: {2022: 1%}}\n"
    )
  });
  expect(placeOf("A:acme.round/2022-03")).toEqual({file: "seeds/a.yaml", line: 11, column: 22});
  expect(placeOf("acme.round/2022-03")).toEqual({file: "seeds/a.yaml", line: 11, column: 22});
  expect(placeOf("A:beta.growth/2022")).toEqual({file: "seeds/a.yaml", line: 3, column: 48});
  expect(inputOf("A:acme.round/2022-09")).toEqual({
    file: "seeds/a.yaml",
    path: ["tables", "cloud", "rows", "2022-09", 1]
  });
});

test("a cell is edited where it stands, and nothing else of the file changes", () => {
  const inputs = inputsOf({A: cloud});
  const published = assemble(inputs);
  const edit = (id: string, words: string): TextFile => {
    const {inputs: edited, missing} = applyEdits(inputs, published, new Map([[id, words]]));
    expect(missing).toEqual([]);
    const {dataset, diagnostics} = assemble(edited);
    expect(diagnostics.map(({code}) => code)).toEqual(["PL126"]);
    expect(dataset.claims[id]).toMatchObject({origin: "edited", quantity: {verbatim: words}});
    expect(dataset.claims[id]!.says).toBe(published.dataset.claims[id]!.says);
    return edited.seeds[0]!;
  };
  expect(editableOf(published, "A:acme.growth/2022-03", inputs)?.kind).toBe("claim");
  expect(publishedWords(inputs, published)("A:acme.growth/2022-03")).toBe("12%");
  expect(edit("A:acme.growth/2022-03", "about 13%").text).toBe(
    cloud.replace("[12%,", '[{says: 12%, edited: "about 13%"},')
  );
  expect(edit("A:acme.growth/2022-06", "about 13%").text).toBe(
    cloud.replace("says: about 10%,", 'says: about 10%, edited: "about 13%",')
  );
});

test("a cell stands against the lock as any claim does", () => {
  const text = `source: {id: A, title: t, document: a.txt, sha256: "${"0".repeat(64)}"}
tables:
  t: {subject: acme, columns: growth, by: ann, rows: {2022: 1%, 2023: 2%, 2024: 3%}}
`;
  const at = {line: 1, start: 0, end: 2};
  const lock = {
    version: 1 as const,
    sources: {A: {document: "a.txt", sha256: "0".repeat(64)}},
    fragments: {
      "A:acme.growth/2022": {says: "1%", ...at, reading: {when: "2022", by: ["beta"]}},
      "A:acme.growth/2023": {says: "4%", ...at}
    }
  };
  expect(problems(text.replace(" by: ann,", ""), lock)[0]).toBe(
    "3:52 PL126 warning: acme.growth/2022.by — differs from what was verified: beta"
  );
  expect(problems(text, lock)).toEqual([
    "3:43 PL126 warning: t.by — differs from what was verified: beta",
    '3:71 PL126 warning: acme.growth/2023.says — differs from what was verified: "4%"',
    "3:75 PL125 warning: acme.growth/2024 — is not verified"
  ]);
  const {claims} = compile({A: text}, {lock}).dataset;
  expect(Object.values(claims).map(({verified, origin}) => [verified, origin])).toEqual([
    [true, "seed"],
    [false, "edited"],
    [false, "seed"]
  ]);
});

const wordings = [
  "12%",
  "up about 3.5%",
  "$2 million",
  "at least $600 million",
  "a lot",
  "5",
  "-2%"
];
const own = fc.record(
  {
    by: fc.constantFrom("ann", ["beta", "a spokesman"], []),
    status: fc.constantFrom("provisional", ["figure-only", "provisional"], []),
    when: fc.constantFrom("2022-03", "XXXX-02"),
    where: fc.constantFrom("p. 1", "p. 2"),
    own: fc.boolean(),
    near: fc.constant("the table"),
    of: fc.constantFrom("acme.growth/2022", "acme.none")
  },
  {requiredKeys: []}
);
const saying = fc.record(
  {
    says: fc.constantFrom(...wordings),
    edited: fc.constantFrom("13%", "$3 million"),
    label: fc.constant("its own words")
  },
  {requiredKeys: ["says"]}
);
const anyCell = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...wordings),
  fc.tuple(saying, own).map(([says, keys]) => ({...says, ...keys}))
);
const anyTable = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom("growth", "round", "share"), {minLength: 1}),
    fc.uniqueArray(fc.constantFrom("2022", "2021", "2022-03", "2022-06", "2022-36"), {
      minLength: 1
    }),
    own,
    fc.boolean()
  )
  .chain(([columns, periods, {of: _, ...shared}, bare]) =>
    fc
      .array(fc.array(anyCell, {minLength: columns.length, maxLength: columns.length}), {
        minLength: periods.length,
        maxLength: periods.length
      })
      .map((cells) => ({columns, periods, shared, cells, bare: bare && columns.length === 1}))
  );

test("any claims compile to the same, written as a table or one by one", () => {
  fc.assert(
    fc.property(anyTable, ({columns, periods, shared, cells, bare}) => {
      const rows = Object.fromEntries(
        periods.map((period, i) => [period, bare ? cells[i]![0] : cells[i]])
      );
      const quantities = Object.fromEntries(
        Object.entries(rows).flatMap(([period, row]) =>
          [row].flat().flatMap((cell, i) => {
            if (cell === null || cell === undefined) return [];
            const keys = typeof cell === "string" ? {says: cell} : cell;
            return [[`acme.${columns[i]!}/${period}`, {when: period, ...shared, ...keys}] as const];
          })
        )
      );
      const table = {subject: "acme", columns: bare ? columns[0] : columns, ...shared, rows};
      const asTable = compile({A: `${head}tables: ${JSON.stringify({t: table})}\n`});
      const asClaims = compile({A: `${head}quantities: ${JSON.stringify(quantities)}\n`});
      expect(JSON.stringify(asTable.dataset)).toBe(JSON.stringify(asClaims.dataset));
      const told = ({diagnostics}: typeof asTable) =>
        diagnostics.map(
          ({code, severity, message, hint}) => `${code} ${severity} ${message} ${hint}`
        );
      expect(told(asTable).sort()).toEqual(told(asClaims).sort());
    }),
    {numRuns: 200}
  );
});
