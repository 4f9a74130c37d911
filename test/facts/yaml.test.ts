import fc from "fast-check";
import {expect, test} from "vitest";
import {z} from "zod";
import {SourceFile} from "../../src/facts/source.ts";
import {readYaml} from "../../src/facts/yaml.ts";

const read = (text: string) => readYaml({path: "x.yaml", text}, SourceFile);
const head = "source: {id: A, title: t}\n";

test("readYaml(file, schema) points at the value, at the key, or at the parent's key", () => {
  const {report} = read(`${head}quantities:\n  a.b:\n    says: "forty"\n`);
  const at = (path: (string | number)[], atKey = false): string => {
    const {line, column} = report({code: "", path, message: "", atKey});
    return `${line}:${column}`;
  };
  expect(at(["quantities", "a.b", "says"])).toBe("4:11");
  expect(at(["quantities", "a.b", "says"], true)).toBe("4:5");
  expect(at(["quantities", "a.b"], true)).toBe("3:3");
  expect(at(["quantities", "a.b", "when"])).toBe("3:3");
  expect(at(["source", "title"])).toBe("1:24");
});

test("readYaml(file, schema) treats one word as a list of one", () => {
  const {value, report} = read(`${head}events:\n  e:\n    what: w\n    who: acme\n    says: s\n`);
  expect(value?.events["e"]?.who).toEqual(["acme"]);
  const {line, column} = report({code: "", path: ["events", "e", "who", 0], message: ""});
  expect([line, column]).toEqual([5, 10]);
});

test("readYaml(file, schema) keeps the other records when one is refused", () => {
  const {value, diagnostics} = read(
    `${head}quantities:\n  a.b: {says: 4}\n  c.d: {says: five}\n  e.f: {says: six, wehn: x}\n`
  );
  expect(diagnostics.map(({code}) => code)).toEqual(["PL107", "PL109"].sort().reverse());
  expect(Object.keys(value?.quantities ?? {})).toEqual(["c.d", "e.f"]);
});

test("readYaml(file, schema) asks whether a misspelt key was meant to be a near one", () => {
  const {diagnostics} = read(`${head}quantities:\n  a.b: {says: six, wehn: x}\n`);
  expect(diagnostics[0]).toMatchObject({code: "PL107", hint: 'did you mean "when"?'});
});

test("readYaml(file, schema) never throws on an author's text", () => {
  const schema = z.record(z.string(), z.strictObject({a: z.string()}));
  fc.assert(
    fc.property(
      fc.string({unit: fc.constantFrom(..."ab:{}[]-&*!|>'\"%@`#,? \n\t\r\0")}),
      (text) => {
        readYaml({path: "x.yaml", text}, schema);
      }
    ),
    {numRuns: 2000}
  );
});

test("readYaml(file, schema) gives positions inside the file for whatever it reports", () => {
  fc.assert(
    fc.property(fc.string({unit: fc.constantFrom(..."ab:{}[]-&*'\" \n")}), (text) => {
      const lines = text.split("\n");
      for (const {line, column} of readYaml({path: "x", text}, SourceFile).diagnostics) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThan(0);
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
      }
    })
  );
});
