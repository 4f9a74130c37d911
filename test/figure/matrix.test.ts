import {expect, test} from "vitest";
import {matrixOf} from "../../src/figure/kinds/matrix-data.ts";
import {matrix} from "../../src/figure/kinds/matrix.ts";
import {recordsFor} from "../../src/figure/records.ts";
import {backing} from "./datasets.ts";
import {Fixture} from "./fixture.ts";
import {bind, draw, scenes} from "./scenes.ts";

const types = ["invests-in", "leads-round-of", "funds", "commits-to"];
const scene = scenes.find(({name}) => name === "matrix")!;
const pictures = draw([scene]);

function picture(name: string): SVGSVGElement {
  return pictures.find((picture) => picture.name === `matrix-${name}`)!.svg;
}

function says(step: string): string {
  return pictures.find(({name}) => name === `matrix-${step}-640`)!.says;
}

function matrixFor(...ids: string[]) {
  const found = recordsFor(backing(), ids);
  if ("unknown" in found) throw new Error(`unknown: ${found.unknown.join(" ")}`);
  return matrixOf(found.records, types);
}

function keysOf(svg: Element, role: string): string[] {
  const keys = [...svg.querySelectorAll("[data-key]")].map((e) => e.getAttribute("data-key")!);
  return keys.filter((key) => key.startsWith(`${role}:`)).map((key) => key.slice(role.length + 1));
}

const partAt = (svg: Element, id: string): string =>
  svg.querySelector(`[data-key="tie:${id}"] path`)!.getAttribute("d")!;

test("matrixOf(…) has rows and columns in the order of first mention, and who stands instead of a row's ties last", () => {
  const {rows, columns, sides} = matrixFor(
    ...["A:sea-octo", "B:tide-gami", "B:lake-others", "A:sea-luna", "B:sea-luna"]
  );
  expect(rows).toEqual(["sea", "tide", "lake"]);
  expect(columns).toEqual(["octo", "gami", "luna"]);
  expect(sides.map(({letter}) => letter)).toEqual(["A", "B"]);
});

test("matrixOf(…) has one tie where a document says it more than once, which goes by all its records", () => {
  const {ties} = matrixFor("B:sea-octo", "B:sea-octo-again");
  expect(ties.length).toBe(1);
  expect(ties[0]!.id).toBe("B:sea-octo");
  expect(ties[0]!.ids).toEqual(["B:sea-octo", "B:sea-octo-again"]);
});

test.each([
  [["B:octo-luna"], 'no relation is "invests-in leads-round-of funds commits-to"'],
  [["A:sea-luna", "B:octo-luna"], "B:octo-luna ties nothing in it"],
  [["A:sea-luna", "B:lake-others", "B:lake-buys"], '"lake" has ties, and B:lake-others']
])("matrixOf(…) of %j throws: %s", (ids, message) => {
  const dataset = backing();
  dataset.relations["B:lake-buys"] = {...dataset.relations["B:tide-gami"]!, from: "lake"};
  const found = recordsFor(dataset, ids);
  if ("unknown" in found) throw new Error("unknown");
  expect(() => matrixOf(found.records, types)).toThrow(`invalid matrix: ${message}`);
});

test("matrixOf(…) throws where a third document speaks, since a disc has two halves", () => {
  const dataset = backing();
  dataset.sources["C"] = {...dataset.sources["A"]!, label: "article C"};
  dataset.relations["C:sea-luna"] = {...dataset.relations["A:sea-luna"]!, source: "C"};
  const found = recordsFor(dataset, ["A:sea-luna", "B:sea-luna", "C:sea-luna"]);
  if ("unknown" in found) throw new Error("unknown");
  expect(() => matrixOf(found.records, types)).toThrow("invalid matrix: 3 documents");
});

test("each document that names a tie has its part of the disc, with its letter and its record", () => {
  for (const width of [340, 640]) {
    const svg = picture(`all-${width}`);
    const ties = [...svg.querySelectorAll('[data-key^="tie:"]')];
    expect(ties.length).toBe(10);
    for (const tie of ties) {
      const id = tie.getAttribute("data-record")!;
      expect(tie.textContent).toBe(id.charAt(0));
    }
  }
});

test("the halves of one cell meet in one disc: the first document's is the left", () => {
  const svg = picture("all-640");
  expect(partAt(svg, "A:sea-luna")).toMatch(/^M215\.\d,\d+a24,24,0,0,0,0,48a0,24,0,0,0,0,-48z$/);
  expect(partAt(svg, "B:sea-luna")).toMatch(/^M216\.\d,\d+a0,24,0,0,0,0,48a24,24,0,0,0,0,-48z$/);
});

test("between the views a disc moves and turns into a half: its path keeps its commands", () => {
  for (const width of [340, 640])
    for (const id of ["A:sea-luna", "B:sea-basil"]) {
      const commands = (name: string) =>
        partAt(picture(`${name}-${width}`), id).replace(/[\d.,\s-]+/g, " ");
      expect(commands("all")).toBe(commands("named"));
    }
});

test("by documents there is the first row alone, a disc for each name and a dot for silence", () => {
  for (const width of [340, 640]) {
    const svg = picture(`named-${width}`);
    const ties = keysOf(svg, "tie");
    expect(ties.filter((id) => id.startsWith("A:"))).toHaveLength(4);
    expect(ties.filter((id) => id.startsWith("B:"))).toHaveLength(4);
    expect(keysOf(svg, "silent")).toEqual(["sea:0", "sea:1"]);
  }
});

test("a cell that no document names has one dot, and a half that one leaves out has one", () => {
  const dots = (row: string): number =>
    picture("all-640")
      .querySelector(`[data-key="silent:${row}:01"]`)!
      .getAttribute("d")!
      .match(/h0/g)!.length;
  // Two odd ones out.
  expect(dots("sea")).toBe(2);
  // Four empty cells, and the half of the one that article B alone has.
  expect(dots("fund")).toBe(5);
});

test("a list that its document leaves open has an open end with the document's own word", () => {
  for (const width of [340, 640]) {
    const svg = picture(`all-${width}`);
    const words = (key: string) =>
      [...svg.querySelectorAll(`[data-key="open:${key}"] text`)].map((e) => e.textContent);
    expect(words("sea:0")).toEqual(["“including”", "“such as”"]);
    expect(words("tide:1")).toEqual(["“like”"]);
    expect(keysOf(svg, "open")).toEqual(["sea:0", "tide:1"]);
  }
});

test("a document's words stand once under all the discs that they name", () => {
  const svg = picture("named-640");
  const texts = [...svg.querySelectorAll('[data-key^="says:"]')].map(
    ({textContent}) => textContent
  );
  expect(texts[0]).toBe("“including Luna, Gami, Octo, and Dot.ai”");
  expect(texts).toHaveLength(4);
  expect(texts.at(-1)!.replaceAll(/\s/g, "")).toBe("“suchasGamiandBasilisk”");
});

test("what joins two columns or rows is a word of the author's, and bound to its relation", () => {
  for (const width of [340, 640]) {
    const svg = picture(`all-${width}`);
    const word = (id: string) => svg.querySelector(`[data-record="${id}"]`)!.textContent;
    expect(word("B:octo-luna")).toBe("competitors");
    expect(word("B:sea-tide")).toBe("rival");
    expect(svg.querySelector('[data-key="tag:fund"]')!.textContent).toBe("committed");
  }
});

test("names keep their weight where a step has its emphasis, and lose it elsewhere", () => {
  const svg = picture("odd-640");
  const weight = (key: string) =>
    svg.querySelector(`[data-key="${key}"]`)!.getAttribute("class")!.includes("pl-strong");
  expect(weight("column:dot")).toBe(true);
  expect(weight("column:basil")).toBe(true);
  expect(weight("column:luna")).toBe(false);
  const letters = [...svg.querySelectorAll(".pl-recede[data-key^='tie:'] text")];
  expect(letters.length).toBe(6);
  // On a fill the page gives letters their colour, receding or not.
  for (const letter of letters) expect(letter.getAttribute("fill")).toBe("var(--pl-on-fill)");
});

test("describe(…) tells by document in the relation's own words, what is emphasised first", () => {
  expect(says("named")).toBe(
    "Article A: Seaside invests in Dot.ai, Luna AI, Octo and Gami AI; “including” leaves the list open. " +
      "Article B: Seaside leads round of Luna AI, invests in Octo, funds Gami AI and Basilisk; “such as” leaves the list open. " +
      "Where article A or article B is silent, it does not say no."
  );
  expect(says("odd")).toMatch(/^Article A: Seaside invests in Dot\.ai; .* Also drawn: /);
  expect(says("all")).toContain("Article B: Hillfund commits to Octo.");
  expect(says("all")).toContain("Lakeside: “invests in young firms”, none named.");
  expect(says("all")).toContain("Tidewater: rival of Seaside.");
});

test("table(…) has every declared record, links last", () => {
  const {declared} = bind(scene);
  const {rows} = scene.kind.table(declared, []);
  const records = rows.flatMap((row) => row.flatMap(({record}) => record ?? []));
  expect([...records].sort()).toEqual([...declared.records.ids].sort());
  expect(records.at(-1)).toBe("B:sea-lake");
});

test("tags= is pairs of a type and a word", () => {
  const options = {types: "funds", verb: "backs"};
  expect(matrix.options.safeParse({...options, tags: "funds=backer"}).success).toBe(true);
  expect(matrix.options.safeParse({...options, tags: "funds"}).success).toBe(false);
  expect(matrix.options.safeParse({types: "funds"}).success).toBe(false);
});

test("a matrix whose headings would touch is refused, at the width where they do", () => {
  /** The height of a matrix of some rows and columns with names of one length. */
  const height = (rows: number, columns: number, by = "rows") => {
    const fixture = new Fixture().source("A", "article A");
    const ids = (count: number, letter: string) =>
      Array.from({length: count}, (_, i) => `${letter}${i}`);
    for (const id of [...ids(rows, "r"), ...ids(columns, "c")]) fixture.entity(id, `Ten Ltd ${id}`);
    for (const row of ids(rows, "r"))
      for (const column of ids(columns, "c"))
        fixture.relation(`A:${row}-${column}`, [row, "funds", column], "funds");
    const found = recordsFor(fixture.dataset, Object.keys(fixture.dataset.relations));
    if ("unknown" in found) throw new Error("unknown");
    const declared = {
      records: found.records,
      options: matrix.options.parse({types: "funds", verb: "backs"})
    };
    return (width: 340 | 640) => () => matrix.height(width, declared, [matrix.state.parse({by})]);
  };
  expect(height(2, 5)(640)).not.toThrow();
  expect(height(2, 8)(640)).toThrow(
    'no room for 8 columns at 640 px: "Ten Ltd c0" and "Ten Ltd c1"'
  );
  expect(height(2, 8)(340)).not.toThrow();
  expect(height(5, 2)(340)).toThrow("no room for 5 columns at 340 px");
  expect(height(5, 2, "documents")(340)).not.toThrow();
});
