import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {bindStory} from "../../src/story/bind.ts";
import {pageBody, renderStory} from "../../src/story/html.ts";
import {indexRows} from "../../src/story/indexrows.ts";
import {parseStory} from "../../src/story/parse.ts";
import {readingSentence} from "../../src/story/reading.ts";
import {bakery, figures, guards, kinds, quantity, sceneText, storyText} from "./bakery.ts";

const body = sceneText("It costs {{bakery.price}}, and {{A:bakery.share}} of it is flour.")
  .replace("bakery.price A:fresh", "bakery.price A:fresh bakery.flour")
  .replace(
    "\n::::\n",
    "\n:::step{#second}\nAgain {{bakery.price}}: [all](#pl-index).\n:::\n::::\n"
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

test("the index has one row for every fact, under its subject, which opens its card", () => {
  const named = [...index.querySelectorAll("tbody [scope=rowgroup]")].map(text);
  expect(named).toEqual(["Oven & Sons", "Mill7"]);
  const cards = [...index.querySelectorAll("tbody button")].map((button) =>
    document.getElementById(button.getAttribute("popovertarget")!)!.getAttribute("data-card")!
  );
  const single = Object.keys(bakery.facts).filter((id) => bakery.facts[id]!.period === null);
  expect(cards.toSorted()).toEqual(single.toSorted());
  expect(rows.flatMap(({facts}) => facts).toSorted()).toEqual(Object.keys(bakery.facts).toSorted());
});

test("a row tells who says what, in their own words, and leaves silence empty", () => {
  const [said, elsewhere] = row("Price of a loaf").querySelectorAll("td");
  expect(text(said!)).toBe("“$4”");
  expect(text(elsewhere!)).toBe("the wire: at least $6");
  expect(row("Range of prices").querySelectorAll("td")[1]!.textContent).toBe("");
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
  const cells = row("Cost of flour").querySelectorAll("td");
  expect(cells[0]!.getAttribute("colspan")).toBe("2");
  expect(text(cells[0]!)).toBe("nearly $2 (computed)");
  expect(rowOf("bakery.flour").because).toBe("$4 × nearly half.");
  expect(rowOf("bakery.rent").standing).toBe("assumed");
});

test("a series is one row, without a card of its own", () => {
  const sales = rowOf("bakery.sales/2021-03");
  expect(sales.card).toBeNull();
  expect(sales.elsewhere).toBe("1 periods, March 2021 to March 2021");
});

test("a row leads to the steps whose words print its number, else to the scene that draws it", () => {
  expect(links(row("Price of a loaf"))).toEqual([
    ["#first", "loaf 1"],
    ["#second", "loaf 2"]
  ]);
  expect(links(row("Share of flour"))).toEqual([["#first", "loaf 1"]]);
  expect(links(row("Rent"))).toEqual([]);
});

test("the index lists what does not sit together, once, with its reason", () => {
  const items = [...index.querySelectorAll(".pl-contrasts li")].map(text);
  expect(items).toEqual(["Few loaves are sold on the day. (article A)"]);
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
