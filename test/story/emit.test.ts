import {expect, test} from "vitest";
import {emitDataset, toCsv} from "../../src/story/emit.ts";
import {compile} from "../facts/project.ts";

const {dataset} = compile(
  {
    A:
      "source: {id: A, title: 'Beta, \"the\" report', producer: The Daily, url: 'https://example.org/a'}\n" +
      "quantities:\n" +
      "  beta.valuation: {says: exceeding $2.5 billion, by: [ann, people who know], status: [provisional]}\n" +
      "  beta.round: {says: at most $1 billion}\n" +
      "  acme.growth/2022-06: {says: fell 2%, when: 2022-06}\n" +
      "  acme.share: {says: nearly half, of: beta.round}\n"
  },
  {context: {W: '  beta.valuation: {says: "=about $2.6 billion"}\n'}}
);

/** Rows as objects by column, read as RFC 4180 has it. */
function rows(csv: string): Record<string, string>[] {
  const records = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)].reduce<
    string[][]
  >(
    (table, [, quoted, plain = "", end]) => {
      table.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
      if (end === "\r\n") table.push([]);
      return table;
    },
    [[]]
  );
  const [names = [], ...cells] = records.filter(({length}) => length > 0);
  return cells.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ""])));
}

const csv = toCsv(dataset);
const row = (claim: string): Record<string, string> => rows(csv).find((r) => r["claim"] === claim)!;

test("toCsv(…) has the columns of the contract, in its order", () => {
  expect(csv.split("\r\n")[0]).toBe(
    "claim,fact,subject,measure,period,value,lower,lower_open,upper,upper_open,unit,hedge,says,of," +
      "status,origin,verified,agreement,preferred,by,source,title,producer,date_published,url,line"
  );
});

test("toCsv(…) has one row for each claim", () => {
  expect(rows(csv).map((r) => r["claim"])).toEqual(Object.keys(dataset.claims));
});

test("toCsv(…) keeps each bound and whether it is open, and leaves out what words do not entail", () => {
  expect(row("A:beta.valuation")).toMatchObject({
    value: "2500000000",
    lower: "2500000000",
    lower_open: "true",
    upper: "",
    upper_open: "false",
    hedge: "more-than",
    unit: "USD"
  });
  expect(row("A:beta.round")).toMatchObject({
    lower: "",
    lower_open: "false",
    upper: "1000000000",
    upper_open: "false",
    hedge: "at-most"
  });
  expect(row("A:acme.share")).toMatchObject({upper: "0.5", upper_open: "true", of: "beta.round"});
});

test("toCsv(…) keeps speakers by name, status, source and how claims agree", () => {
  expect(row("A:beta.valuation")).toMatchObject({
    by: "Ann Lee; people who know",
    status: "provisional",
    origin: "seed",
    verified: "false",
    agreement: "compatible",
    title: 'Beta, "the" report',
    producer: "The Daily",
    url: "https://example.org/a"
  });
  expect(row("W:beta.valuation")["origin"]).toBe("context");
  expect([row("A:beta.valuation"), row("W:beta.valuation")].map((r) => r["preferred"])).toContain(
    "true"
  );
});

test("toCsv(…) keeps a negative number a number, and makes a formula words", () => {
  expect(row("A:acme.growth/2022-06")).toMatchObject({value: "-0.02", period: "2022-06"});
  expect(row("W:beta.valuation")["says"]).toBe("'=about $2.6 billion");
});

test.each(["=", "+", "-", "@", "\t", "\r"])(
  "toCsv(…) puts an apostrophe before words that begin with %j",
  (sign) => {
    const [id, claim] = Object.entries(dataset.claims)[0]!;
    const says = `${sign}cmd|' /C calc'!A0`;
    const text = toCsv({...dataset, claims: {[id]: {...claim, says}}});
    expect(text).toContain(`'${says}`);
    expect(text.replaceAll(`'${says}`, "")).not.toContain(says);
  }
);

test("emitDataset(…) writes the dataset as it is, and a package that describes both files", () => {
  const files = Object.fromEntries(
    emitDataset(dataset, {slug: "tour", title: "A tour", license: "CC-BY-4.0"}).map((file) => [
      file.path,
      file.content
    ])
  );
  expect(JSON.parse(files["dataset.json"]!)).toEqual(JSON.parse(JSON.stringify(dataset)));
  expect(files["dataset.csv"]).toBe(csv);
  const described = JSON.parse(files["datapackage.json"]!) as {
    name: string;
    resources: {path: string; schema?: {fields: {name: string}[]}}[];
  };
  expect(described.name).toBe("tour");
  expect(described.resources.map(({path}) => path)).toEqual(["dataset.json", "dataset.csv"]);
  const fields = described.resources[1]!.schema!.fields.map(({name}) => name);
  expect(fields.join(",")).toBe(csv.split("\r\n")[0]);
});
