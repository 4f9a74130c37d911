import {toHtml} from "hast-util-to-html";
import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import type {Dataset} from "../../src/facts/dataset.ts";
import {bindStory} from "../../src/story/bind.ts";
import {contrastsOf} from "../../src/story/contrasts.ts";
import {renderContrasts} from "../../src/story/contrastshtml.ts";
import {pageBody, renderStory} from "../../src/story/html.ts";
import {indexRows} from "../../src/story/indexrows.ts";
import {parseStory} from "../../src/story/parse.ts";
import {readingSentence} from "../../src/story/reading.ts";
import {bakery, figures, guards, kinds, quantity, sceneText, storyText} from "./bakery.ts";

const body = sceneText("It costs {{bakery.price}}, and {{A:bakery.share}} of it is flour.")
  .replace("bakery.price A:fresh", "bakery.price A:fresh bakery.sales")
  .replace("What a loaf costs", "Of {{bakery.rent}}, {{bakery.share}}")
  .replace(
    "\n::::\n",
    "\n:::step{#second}\nAgain {{bakery.price}}, {{bakery.flour}}: [all](#pl-index).\n:::\n::::\n"
  );
const {story, diagnostics} = parseStory(storyText(body), "stories/bread/story.md");
const {bound} = bindStory(story!, bakery, kinds, guards);
const {document} = parseHTML(`<html><body>${pageBody(renderStory(bound!, figures))}</body></html>`);
const index = document.querySelector("#pl-index")!;
const rows = indexRows(bakery, ["A"]);

function row(label: string): Element {
  return [...index.querySelectorAll("tr")].find((tr) => text(tr.querySelector("th")!) === label)!;
}
function text(node: Element): string {
  return node.textContent.replace(/\s+/g, " ").trim();
}
const links = (within: Element) =>
  [...within.querySelectorAll("a")].map((a) => [a.getAttribute("href"), a.textContent]);
const rowOf = (fact: string) => rows.find(({facts}) => facts.includes(fact))!;

test("every story's page has an index, to which its prose may link", () => {
  expect(diagnostics).toEqual([]);
  expect(document.querySelector('.pl-words a[href="#pl-index"]')).not.toBeNull();
});

test("the index has one row for every fact that a step tells, under its subject, which opens its card", () => {
  const named = [...index.querySelectorAll("tbody [scope=rowgroup]")].map(text);
  expect(named).toEqual(["Oven & Sons"]);
  const cards = [...index.querySelectorAll("tbody button")].map((button) =>
    document.getElementById(button.getAttribute("popovertarget")!)!.getAttribute("data-card")!
  );
  expect(cards).toEqual(["bakery.price", "bakery.share", "bakery.flour", "bakery.rent"]);
  expect(rows.flatMap(({facts}) => facts).toSorted()).toEqual(Object.keys(bakery.facts).toSorted());
});

test("the index says how many numbers it leaves out, which no step tells", () => {
  const left = rows.length - index.querySelectorAll("tbody button").length;
  expect(text(index.querySelector(".pl-ledger + p")!)).toMatch(new RegExp(`^${left} more numbers`));
});

test("a row tells who says what, in their own words, and leaves silence empty", () => {
  const [said, elsewhere] = row("Price of a loaf").querySelectorAll("td");
  expect(text(said!)).toBe("“$4”");
  expect(text(elsewhere!)).toBe("the wire: “at least $6”");
  expect(row("Share of flour").querySelectorAll("td")[1]!.textContent).toBe("");
});

test("a row opens the decision, the hedge's reading, the line of custody and what was checked", () => {
  const {standing, because} = rowOf("bakery.price");
  expect(standing).toBe("conflict");
  expect(because).toContain("Printed: “$4”, article A. the article was there first.");
  expect(because).toContain("Read as the number itself.");
  expect(because).toContain("Article A cites Ann Baker, who has it from people at the counter");
  expect(because).toContain("Checked word for word: article A, line 4.");
  const details = row("Price of a loaf").querySelector("details")!;
  expect(text(details.querySelector("summary")!)).toBe("conflict");
});

test("what is computed or supposed says so, and stands in no source's column", () => {
  const [said, standing] = row("Cost of flour").querySelectorAll("td");
  expect(said!.getAttribute("colspan")).toBe("2");
  expect(text(said!)).toBe("");
  expect(text(standing!.querySelector("summary")!)).toBe("nearly $2 (computed)");
  expect(rowOf("bakery.flour").because).toBe("$4 × nearly half.");
  expect(rowOf("bakery.rent").standing).toBe("$1 (assumed)");
});

test("a series is one row, without a card of its own", () => {
  const sales = rowOf("bakery.sales/2021-03");
  expect(sales.card).toBeNull();
  expect(sales.elsewhere).toBe("1 period, March 2021 to March 2021");
});

test("a row leads to the steps whose words print its number, and to a title that alone does", () => {
  expect(links(row("Price of a loaf"))).toEqual([
    ["#first", "1, step 1"],
    ["#second", "1, step 2"]
  ]);
  expect(links(row("Share of flour"))).toEqual([["#first", "1, step 1"]]);
  expect(links(row("Rent"))).toEqual([["#loaf", "1"]]);
});

test("a series leads to its places in the story's order, to no scene as a whole beside its steps", () => {
  const sales = bakery.facts["bakery.sales/2021-03"]!;
  const dataset: Dataset = {
    ...bakery,
    facts: {
      ...bakery.facts,
      "bakery.sales/2021-01": {...sales, period: "2021-01"},
      "bakery.sales/2021-02": {...sales, period: "2021-02"}
    }
  };
  const text = body
    .replace("{{bakery.rent}}", "{{bakery.sales/2021-01}}")
    .replace("{{bakery.price}}", "{{bakery.sales/2021-03}}")
    .replace("{{bakery.flour}}", "{{bakery.sales/2021-02}}");
  const {story} = parseStory(storyText(text), "stories/bread/story.md");
  const {bound} = bindStory(story!, dataset, kinds, guards);
  const shown = parseHTML(`<body>${pageBody(renderStory(bound!, figures))}</body>`).document;
  const [last] = [...shown.querySelectorAll("#pl-index tr")].filter((tr) =>
    tr.textContent.includes("3 periods")
  );
  expect(links(last!).map(([, name]) => name)).toEqual(["1, step 1", "1, step 2"]);
});

test("what others say names the place in their document that a claim's id names", () => {
  const {"W:bakery.price": claim, ...claims} = bakery.claims;
  const fact = bakery.facts["bakery.price"]!;
  const dataset: Dataset = {
    ...bakery,
    claims: {...claims, "W:bakery.price@headline": claim!},
    facts: {
      ...bakery.facts,
      "bakery.price": {...fact, claims: ["A:bakery.price", "W:bakery.price@headline"]}
    }
  };
  expect(indexRows(dataset, ["A"])[0]!.elsewhere).toBe("the wire: “at least $6” (headline)");
});

test("the index lists what does not sit together, once, with its reason, by where it is from", () => {
  expect([...index.querySelectorAll(".pl-contrasts dt")].map(text)).toEqual(["Within article A"]);
  const items = [...index.querySelectorAll(".pl-contrasts li")].map(text);
  expect(items).toEqual(["Few loaves are sold on the day."]);
});

test.each([
  ["A:bakery.price", "W:bakery.price", "Against what others report (article A; the wire)"],
  ["W:bakery.price", "bakery.flour", "Among others (the wire; Oven & Sons: cost of flour)"],
  ["A:owns", "A:owns-another", "No contradiction: named by one alone"],
  ["A:owns", "A:bakery.price", "Within article A 1, step 1"]
])("%s and %s stand under a heading that says where they are from", (one, other, said) => {
  const owns = bakery.relations["A:owns"]!;
  const dataset: Dataset = {
    ...bakery,
    relations: {"A:owns": owns, "A:owns-another": {...owns, to: "ann-baker"}},
    contrasts: {it: {between: [one, other], reason: "why"}}
  };
  const {bound} = bindStory(story!, dataset, kinds, guards);
  const step = {...bound!.scenes[0]!.steps[0]!, highlight: ["A:owns", "A:bakery.price"]};
  const scene = {...bound!.scenes[0]!, steps: [step]};
  const [, list] = renderContrasts({...bound!, scenes: [scene]}, ["A"]);
  const shown = parseHTML(toHtml(list!)).document;
  const [heading, item] = ["dt", "li"].map((name) => text(shown.querySelector(name)!));
  expect(`${heading} ${item!.replace("Why. ", "").replace("Why.", "")}`.trim()).toBe(said);
});

test("a card calls no contradiction what one of two lists leaves out", () => {
  const owns = bakery.relations["A:owns"]!;
  const dataset: Dataset = {
    ...bakery,
    relations: {"A:owns": owns, "A:owns-another": {...owns, to: "ann-baker"}},
    contrasts: {it: {between: ["A:owns", "A:owns-another"], reason: "why"}}
  };
  const [note] = contrastsOf("A:owns", [], {dataset, cardOf: () => "pl-card-1"});
  expect(toHtml(note!)).toContain("Beside it: ");
});

test.each([
  [{}, "Read as the number itself."],
  [{hedge: "approx"}, "Read as the number, its ends not stated."],
  [{hedge: "at-least", lower: 6}, "Read as $6 or more, with no upper end."],
  [{hedge: "more-than", lower: 6, lowerOpen: true}, "Read as above $6, with no upper end."],
  [{hedge: "less-than", upper: 6, upperOpen: true}, "Read as below $6, with no lower end."],
  [
    {hedge: "between", value: null, lower: 3, upper: 6, upperOpen: true},
    "Read as $3 or more and below $6."
  ],
  [{value: null}, ""]
] as const)("readingSentence(%j) is %j", (parts, sentence) => {
  expect(readingSentence(quantity("", {value: 6, ...parts}))).toBe(sentence);
});
