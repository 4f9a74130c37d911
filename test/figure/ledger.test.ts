import {expect, test} from "vitest";
import {createDocument} from "../../src/compile/dom.ts";
import {ledger as ledgerKind} from "../../src/figure/kinds/ledger.ts";
import {groupRows, ledgerOf, orders} from "../../src/figure/kinds/ledger-rows.ts";
import type {Order} from "../../src/figure/kinds/ledger-rows.ts";
import {recordsFor} from "../../src/figure/records.ts";
import {toldTwice} from "./datasets.ts";
import {bind, draw, scenes} from "./scenes.ts";

const scene = scenes.find(({name}) => name === "ledger")!;
const {declared} = bind(scene);
const ledger = ledgerOf(declared.records, {});
const pictures = draw([scene]);

function picture(name: string): SVGSVGElement {
  return pictures.find((picture) => picture.name === `ledger-${name}`)!.svg;
}

function grouped(by: Order): Record<string, string[]> {
  const groups = groupRows(ledger, by);
  return Object.fromEntries(groups.map(({id, rows}) => [id, rows.map(({fact}) => fact)]));
}

test("ledgerOf(…) tells each document's words apart, and silence", () => {
  const [round, share] = ledger.rows;
  expect(ledger.documents).toEqual(["article A", "article B"]);
  expect(round!.documents.map((telling) => telling?.claim)).toEqual([
    "A:luna.round",
    "B:luna.round"
  ]);
  expect(share!.documents.map((telling) => telling?.claim ?? null)).toEqual(["A:luna.share", null]);
  expect(share!.elsewhere.map(({source}) => source)).toEqual(["the wire"]);
});

test("ledgerOf(…) lets one claim stand for a source: the printed one, else none of a headline", () => {
  expect(ledger.rows[0]!.elsewhere.map(({claim}) => claim)).toEqual(["post:luna.round"]);
});

test("an edited telling says so in the picture and in the table, and recedes with nothing", () => {
  const dataset = structuredClone(toldTwice());
  Object.assign(dataset.claims["B:luna.round"]!, {origin: "edited"});
  const found = recordsFor(dataset, ["luna.round", "luna.share"]);
  if ("unknown" in found) throw new Error("unknown");
  const drawing = {
    records: found.records,
    options: ledgerKind.options.parse({}),
    state: ledgerKind.state.parse({}),
    highlight: ["luna.share"],
    document: createDocument()
  };
  const height = ledgerKind.height(640, drawing, [drawing.state]);
  const svg = ledgerKind.draw({...drawing, width: 640, height});
  const told = [...svg.querySelectorAll("text")].filter((text) =>
    /, edited$/.test(text.textContent ?? "")
  );
  expect(told.map((text) => text.getAttribute("fill"))).toEqual(["var(--pl-edited)"]);
  const cells = ledgerKind.table(drawing, [drawing.state]).rows.flat();
  expect(cells.filter(({text}) => text.endsWith(" (edited)"))).toHaveLength(1);
});

test.each([
  ["luna.round luna", "undeclared"],
  ["luna.round A:luna.share", "no source tells A:luna.share"],
  ["luna.share", "between two documents"]
])("ledgerOf(…) does not take %s", (ids, message) => {
  const found = recordsFor(
    toldTwice(),
    ids.split(" ").filter((id) => id !== "luna")
  );
  if ("unknown" in found) throw new Error("unknown");
  const records = {...found.records, ids: ids.split(" ")};
  expect(() => ledgerOf(records, {})).toThrow(message);
});

test("ledgerOf(…) does not name what is not declared", () => {
  expect(() => ledgerOf(declared.records, {"octo.age": "age"})).toThrow("octo.age is not declared");
});

test("groupRows(…) groups by who tells, by agreement and by decision, each row once", () => {
  expect(grouped("teller")).toEqual({
    "teller-both": ["luna.round", "luna.valuation"],
    "teller-first": ["luna.share", "luna.growth"],
    "teller-second": ["octo.round"],
    "teller-elsewhere": ["octo.value"]
  });
  expect(grouped("agreement")).toEqual({
    "agreement-conflict": ["luna.valuation"],
    "agreement-corroborated": ["luna.round"],
    "agreement-compatible": ["octo.round"],
    "agreement-same-origin": ["luna.share"],
    "agreement-single": ["luna.growth", "octo.value"]
  });
  expect(grouped("decision")["decision-decided"]).toEqual(["luna.round", "luna.valuation"]);
  for (const order of orders)
    expect(Object.values(grouped(order)).flat().sort()).toEqual([...declared.records.ids].sort());
});

test("a row keeps its form in every grouping and only its place changes, so that it travels", () => {
  for (const width of [340, 640]) {
    const form = (name: string) => {
      const row = picture(`${name}-${width}`).querySelector('[data-key="row:luna.share"]')!;
      return [
        row.getAttribute("transform"),
        row.innerHTML.replaceAll(' fill="var(--pl-muted)"', "")
      ];
    };
    const [there, then] = [form("teller"), form("agreement")];
    expect(there[1]).toBe(then[1]);
    expect(there[0]).not.toBe(then[0]);
  }
});

test("what both documents tell is joined, what conflicts is bracketed, silence is a speck", () => {
  const svg = picture("teller-640");
  const row = (fact: string) => svg.querySelector(`[data-key="row:${fact}"]`)!;
  expect(row("luna.round").querySelectorAll("line").length).toBe(1);
  expect(row("luna.valuation").querySelectorAll("line").length).toBe(0);
  expect(row("luna.valuation").querySelector('path[stroke="var(--pl-warm)"]')).not.toBeNull();
  expect(row("luna.share").querySelector('[stroke="var(--pl-warm)"]')).toBeNull();
  const specks = svg.querySelector('[data-key="specks"]')!.getAttribute("d")!;
  expect(specks.match(/h0/g)!.length).toBe(5);
});

test("where a decision is shown, what is not printed recedes beside what is", () => {
  const dimmed = (name: string) =>
    picture(name).querySelectorAll('[data-key="row:luna.valuation"] g.pl-recede').length;
  expect(dimmed("decision-640")).toBe(1);
  expect(dimmed("agreement-640")).toBe(0);
});

test("the narrow drawing has words for the documents' marks, the wide one for what others say", () => {
  const texts = (name: string, fact: string) =>
    [...picture(name).querySelectorAll(`[data-key="row:${fact}"] text`)].map((e) => e.textContent);
  expect(texts("teller-340", "luna.round")).toEqual(["Luna AI: round", "$1.0B", "$1.0B"]);
  expect(texts("teller-640", "luna.round")).toEqual([
    "Luna AI: round",
    "$1 billion",
    "$1 billion",
    "more than $1 billion"
  ]);
  expect(texts("teller-640", "octo.round").at(-1)).toBe("$600 million");
});

test("a mark stands where words have no room", () => {
  const names = "luna.round: what the round of Luna";
  const [drawn] = draw([{...scene, options: {names}}]);
  const row = drawn!.svg.querySelector('[data-key="row:luna.round"]')!;
  const texts = [...row.querySelectorAll("text")].map((e) => e.textContent);
  expect(texts).toEqual(["What the round of Luna", "$1.0B"]);
  expect(row.querySelectorAll("circle").length).toBe(2);
});

test("describe(…) says who tells what, hedges and agreement in words", () => {
  const said = pictures.find(({name}) => name === "ledger-teller-340")!.says;
  expect(said).toContain("Told by both: ");
  expect(said).toContain("article A $1.5 billion, article B about $2.5 billion, conflict");
  expect(said).toContain("Only in article B: Octo: round, at least $600 million, compatible.");
});
