import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import type {Dataset} from "../../src/facts/dataset.ts";
import {bindStory} from "../../src/story/bind.ts";
import {pageBody, renderStory} from "../../src/story/html.ts";
import type {RenderedStory, RenderOptions} from "../../src/story/html.ts";
import {parseStory} from "../../src/story/parse.ts";
import {suffixIds} from "../../src/story/svgids.ts";
import {bakery, figures, guards, kinds, sceneText, storyText} from "./bakery.ts";

function render(
  text: string,
  options: RenderOptions = {},
  dataset = bakery
): RenderedStory & {document: Document} {
  const {story} = parseStory(text, "stories/bread/story.md");
  const {bound} = bindStory(story!, dataset, kinds, guards);
  const html = renderStory(bound!, figures, options);
  const {document} = parseHTML(`<html><body>${pageBody(html)}</body></html>`);
  return {...html, document};
}

const all = "bakery.price A:fresh A:opened A:moved A:owns bakery.rent bakery.flour mill.price";
const scene = (words: string, ...rest: string[]): string =>
  storyText(sceneText(words, ...rest).replace("bakery.price A:fresh", all));

function text(node: Element | null): string {
  return node!.textContent!.replace(/\s+/g, " ").trim();
}

function card(document: Document, id: string): Element {
  return document.querySelector(`.pl-card[data-card="${id}"]`)!;
}

test("renderStory(…) gives a scene its title, its figure and its steps", () => {
  const {document} = render(scene("Words."));
  const section = document.querySelector("main#pl-story > section.scene#loaf")!;
  expect(section.getAttribute("aria-labelledby")).toBe("loaf-title");
  expect(text(section.querySelector(":scope > h2#loaf-title"))).toBe("What a loaf costs");
  const figure = section.querySelector(":scope > figure.figure#loaf-figure")!;
  expect(figure.getAttribute("aria-labelledby")).toBe("loaf-title");
  expect(figure.getAttribute("aria-describedby")).toBe("loaf-description");
  expect(text(figure.querySelector(".pl-measure"))).toBe("US dollars, of a loaf");
  expect(figure.querySelectorAll(".pl-stage[data-step=first] > svg")).toHaveLength(2);
  expect(text(figure.querySelector("#loaf-description"))).toMatch(
    /^all of .*, up\. Edited, and said by no source: Mill7: price of a sack\.$/
  );
  const step = section.querySelector(":scope > section.step#first")!;
  expect(text(step.querySelector(".pl-words"))).toBe("Words.");
  expect(step.querySelectorAll(".state > svg")).toHaveLength(2);
  expect(text(step.querySelector(".state > .pl-says"))).toMatch(
    /^all of .*, up\. Edited, and said by no source: Mill7: price of a sack\.$/
  );
});

test("renderStory(…) gives a step the measure that it has of its own, before its drawings", () => {
  const measured = scene("Words.", "", ' measure="Whole loaves, not prices."');
  const [measure, ...drawn] = render(measured).document.querySelectorAll(".state > :not(.pl-says)");
  expect(measure!.className).toBe("pl-measure");
  expect(text(measure!)).toBe("Whole loaves, not prices.");
  expect(drawn.map(({localName}) => localName)).toEqual(["svg", "svg"]);
  expect(render(scene("Words.")).document.querySelector(".state > .pl-measure")).toBeNull();
});

test("renderStory(…) gives a figure its table, with headers and cards", () => {
  const {document} = render(scene("Words."));
  const table = document.querySelector("figure details .pl-table > table")!;
  expect(text(table.querySelector("caption"))).toBe(
    "What is listed. Edited, and said by no source: Mill7: price of a sack."
  );
  const title = text(document.querySelector("#loaf-title"));
  expect(table.parentElement!.getAttribute("aria-label")).toBe(
    `${title}: ${text(table.querySelector("caption"))}`
  );
  expect([...table.querySelectorAll("thead th[scope=col]")].map(text)).toEqual(["what", "says"]);
  const rows = [...table.querySelectorAll("tbody tr")];
  expect(rows).toHaveLength(8);
  expect(text(rows[0]!.querySelector("th[scope=row]"))).toBe("bakery.price");
  expect(rows[0]!.querySelector("td data.fact[data-fact='bakery.price'] button")).not.toBeNull();
  const fresh = rows[1]!.querySelector("button[data-record='A:fresh']")!;
  expect(fresh.getAttribute("popovertarget")).toBe(card(document, "A:fresh").id);
});

test("renderStory(…) names the sources of a figure, context apart, and leads to them", () => {
  const {document} = render(scene("Words."));
  const [first] = document.querySelectorAll("figcaption.pl-source a");
  expect(first!.getAttribute("href")).toBe("#pl-source-1");
  expect(text(document.querySelector("footer #pl-source-1"))).toContain("The Crumb");
  expect(text(document.querySelector("figcaption.pl-source"))).toBe(
    "Edited, and said by no source: Mill7: price of a sack. Source: article A. Context: the wire."
  );
});

test("renderStory(…) prints a bound fact as data around a button that opens its card", () => {
  const {document} = render(scene("It costs {{bakery.price}}."));
  const data = document.querySelector(".pl-words data.fact")!;
  expect([...data.attributes].map(({name, value}) => [name, value])).toEqual([
    ["class", "fact"],
    ["data-fact", "bakery.price"],
    ["data-origin", "seed"],
    ["value", "4"]
  ]);
  const button = data.querySelector("button")!;
  expect(text(button)).toBe("$4");
  expect(button.getAttribute("popovertarget")).toBe(card(document, "bakery.price").id);
});

test("renderStory(…) names the claim only where one claim is printed", () => {
  const {document} = render(scene("{{W:bakery.price | verbatim}}"));
  const data = document.querySelector(".pl-words data.fact")!;
  expect(data.getAttribute("data-claim")).toBe("W:bakery.price");
  expect(data.getAttribute("data-origin")).toBe("context");
  expect(data.getAttribute("data-fact")).toBe("bakery.price");
  expect(text(data)).toBe("at least $6");
});

test("renderStory(…) gives no value where only bounds are known", () => {
  const {document} = render(scene("{{bakery.range}}"));
  expect(document.querySelector(".pl-words data.fact")!.hasAttribute("value")).toBe(false);
});

test("renderStory(…) puts a word beside numbers that no source says", () => {
  const {document} = render(
    scene("{{bakery.flour}}, {{bakery.rent}}, {{mill.price}}, {{bakery.price}}")
  );
  const marks = [...document.querySelectorAll(".pl-words data.fact")].map((data) => [
    data.getAttribute("data-origin"),
    data.querySelector(".pl-origin")?.textContent ?? ""
  ]);
  expect(marks).toEqual([
    ["derived", " (computed)"],
    ["assumed", " (assumed)"],
    ["edited", " (edited)"],
    ["seed", ""]
  ]);
});

test("renderStory(…) puts no button into a link", () => {
  const {document} = render(scene("[See {{bakery.price}}](#loaf) or [there](https://example.org)"));
  const here = document.querySelector(".pl-words a");
  expect(here!.querySelector("button")).toBeNull();
  expect(text(here!)).toBe("See $4");
  expect(here!.hasAttribute("rel")).toBe(false);
});

test("renderStory(…) makes a card for all that a scene declares, prints or computes from", () => {
  const {document} = render(scene("{{bakery.range}}"));
  const cards = [...document.querySelectorAll(".pl-cards > .pl-card[popover]")];
  expect(cards.map((c) => c.getAttribute("data-card"))).toEqual([
    "bakery.price",
    "A:fresh",
    "A:opened",
    "A:moved",
    "A:owns",
    "bakery.rent",
    "bakery.flour",
    "mill.price",
    "bakery.range",
    // What a contrast names, and what a formula reads.
    "bakery.sales/2021-03",
    "bakery.share"
  ]);
  for (const c of cards) expect(text(c.querySelector(".pl-card-title")!)).not.toBe("");
});

test("a card tells a fact's claims: words, reading, who, where, source, origin", () => {
  const {document} = render(scene("Words."));
  const price = card(document, "bakery.price");
  expect(text(price)).toContain("These do not agree: article A with the wire.");
  expect(text(price)).toContain("Why: the article was there first.");
  const [a, w] = [...price.querySelectorAll("li.pl-claim")];
  expect(a!.getAttribute("data-claim")).toBe("A:bakery.price");
  expect(text(a!.querySelector("blockquote[lang=en]"))).toBe("“$4”");
  expect(text(a!.querySelector(".pl-card-number"))).toBe("$4");
  expect(text(w!.querySelector(".pl-card-number"))).not.toBe("$4");
  expect(text(a!.querySelector(".pl-by"))).toBe(
    "It cites Ann Baker, who has it from people at the counter; it rests on the town's own figures."
  );
  expect(w!.querySelector(".pl-by")).toBeNull();
  expect(text(a!)).toContain("When: February 2021.");
  expect(text(a!)).toContain("Line 4 of the document.");
  expect(text(a!)).toContain("Stated in the article.");
  expect(text(a!)).not.toContain("Not verified");
  expect(text(w!)).toContain("Context, from another publisher.");
  expect(text(w!)).toContain("No copy is held here to verify it by.");
});

test("a quote tells where it was verified to stand, a source the SHA-256 of its document", () => {
  const places = Object.fromEntries(
    ["A:bakery.price", "A:fresh", "W:bakery.price"].map((id) => [id, {start: 40, end: 42}])
  );
  const source = {...bakery.sources["A"]!, sha256: "44d5"};
  const dataset = {...bakery, sources: {...bakery.sources, A: source}};
  const {document} = render(scene("Words."), {places}, dataset);
  const at = (id: string): (string | null)[] =>
    [...card(document, id).querySelectorAll(".pl-quote")].map((q) => q.getAttribute("data-at"));
  // The wire's words have no line: they are not, or no longer, what was verified.
  expect(at("bakery.price")).toEqual(["40,42", null]);
  expect(at("A:fresh")).toEqual(["40,42"]);
  expect(at("A:moved")).toEqual([null]);
  const hashes = [...document.querySelectorAll(".pl-sources > li")].map((li) => [
    li.id,
    li.getAttribute("data-sha256")
  ]);
  expect(hashes).toEqual([
    ["pl-source-1", "44d5"],
    ["pl-source-2", null]
  ]);
});

test("without a script nothing of the cards' foot shows", () => {
  const {document} = render(scene("Words."));
  const foot = document.querySelector(".pl-cards + #pl-foot")!;
  expect(foot.hasAttribute("hidden")).toBe(true);
  expect(foot.querySelector("a")!.hasAttribute("href")).toBe(false);
});

test("a card names its source and leads to the source's entry, which links https alone", () => {
  const {document} = render(scene("Words."));
  const [a, w] = [...card(document, "bakery.price").querySelectorAll("li.pl-claim")];
  const entry = (claim: Element): Element => {
    const link = claim.querySelector(".pl-source a")!;
    return document.querySelector(link.getAttribute("href")!)!;
  };
  expect(text(a!.querySelector(".pl-source a"))).toBe("Article A");
  expect(text(entry(a!))).toContain("The Crumb, 5 March 2021.");
  const outside = entry(a!).querySelector("a")!;
  expect(outside.getAttribute("href")).toBe("https://example.org/bread?a=1&b=2");
  expect(text(entry(w!))).toContain("date not stated");
  expect(entry(w!).querySelector("a")).toBeNull();
});

test("a card tells how a derived fact was computed, and leads to its parents", () => {
  const {document} = render(scene("Words."));
  const flour = card(document, "bakery.flour");
  expect(text(flour)).toContain("Derived");
  expect(text(flour.querySelector("code"))).toBe("$4 × nearly half");
  const parents = [...flour.querySelectorAll(".pl-parents > li")];
  expect(parents.map((li) => li.querySelector("button")!.getAttribute("popovertarget"))).toEqual([
    card(document, "bakery.price").id,
    card(document, "bakery.share").id
  ]);
  expect(parents.map((li) => text(li.querySelector("p")))).toEqual([
    "$4 (article A; one of 2 claims)",
    "nearly half (article A)"
  ]);
  expect(parents[0]!.querySelector("q[lang=en]")!.textContent).toBe("$4");
});

/** A number computed from others, and the facts that it leads to. */
function computed(id: string, formula: string, parents: readonly string[]): Dataset["facts"] {
  return {
    [id]: {
      ...bakery.facts["bakery.flour"]!,
      label: `label of ${id}`,
      formula,
      parents: [...parents]
    }
  };
}

test("a derivation is a tree down to claims, of three levels", () => {
  const facts = {
    ...bakery.facts,
    ...computed("bakery.two", "bakery.flour * 2", ["bakery.flour"]),
    ...computed("bakery.three", "bakery.two * 2", ["bakery.two"]),
    ...computed("bakery.four", "bakery.three * bakery.rent", ["bakery.three", "bakery.rent"])
  };
  const {document} = render(scene("{{bakery.four}}"), {}, {...bakery, facts});
  const root = card(document, "bakery.four").querySelector(".pl-parents")!;
  const labels = [...root.querySelectorAll("button")].map(text);
  expect(labels).toEqual([
    "label of bakery.three: nearly $2 (computed)",
    "label of bakery.two: nearly $2 (computed)",
    "Oven & Sons: cost of flour: nearly $2 (computed)",
    "Oven & Sons: rent: $1 (assumed)"
  ]);
  expect(text(root.querySelector("li li code"))).toBe("nearly $2 × 2");
  // Further down a number has its own card.
  expect(root.querySelector("li li li .pl-parents")).toBeNull();
  expect(card(document, "bakery.two").querySelectorAll(".pl-parents q")).toHaveLength(2);
});

test("a derivation from a long series shows its ends, and counts what lies between", () => {
  const years = [1, 2, 3, 4, 5, 6].map((year) => `bakery.sales/202${year}`);
  const sales = bakery.facts["bakery.sales/2021-03"]!;
  const facts = {
    ...bakery.facts,
    ...Object.fromEntries(years.map((id) => [id, {...sales, period: id.slice(-4), label: id}])),
    ...computed("bakery.sales/2022", "bakery.rent * 2", ["bakery.rent"]),
    ...computed("bakery.mean", "mean(bakery.sales)", years)
  };
  facts["bakery.sales/2022"] = {...facts["bakery.sales/2022"]!, measure: "sales"};
  const {document} = render(scene("{{bakery.mean}}"), {}, {...bakery, facts});
  const items = [...card(document, "bakery.mean").querySelectorAll(".pl-parents > li")];
  expect(items.map((li) => text(li.querySelector("button") ?? li))).toEqual([
    "bakery.sales/2021: 12",
    "4 more between them, 1 of them computed",
    "bakery.sales/2026: 12"
  ]);
});

test("a card tells what is assumed, what is edited and what a share is of", () => {
  const {document} = render(scene("{{bakery.share}}"));
  expect(text(card(document, "bakery.rent"))).toContain("Assumed by this story");
  expect(text(card(document, "mill.price"))).toContain("Read as $8, edited from the words above.");
  expect(text(card(document, "bakery.share"))).toContain(
    "A share of Oven & Sons: price of a loaf: $4."
  );
});

test("a card tells a statement, an event, a relation and what does not sit with them", () => {
  const {document} = render(scene("Words."));
  const fresh = card(document, "A:fresh");
  expect(text(fresh)).toMatch(/^The bread is fresh ?“it is ‘always’ fresh”.*About Oven & Sons\./);
  expect(text(fresh)).toContain("Few loaves are sold on the day.");
  expect(text(fresh.querySelector(".pl-contrast button"))).toBe("“12 loaves” (article A)");
  expect(text(card(document, "A:moved"))).toContain("When: not stated.");
  expect(text(card(document, "A:moved"))).toContain("after: Oven & Sons opened a shop.");
  expect(text(card(document, "A:owns"))).toContain("Oven & Sons buys from Mill7");
});

test("renderStory(…) never says null, undefined or N/A", () => {
  const {document} = render(scene("{{bakery.range}} {{bakery.share}}"));
  expect(text(document.querySelector("body"))).not.toMatch(/null|undefined|N\/A|NaN/);
});

test("renderStory(…) says so where the guard of a step, or of a title, has become false", () => {
  const {document} = render(scene("Words.", "", " holds='no'"));
  const step = document.querySelector(".step")!;
  expect(step.getAttribute("data-holds")).toBe("false");
  expect(text(step.querySelector(".pl-words"))).toBe("Words.Written for the published numbers.");
  expect(text(document.querySelector("h2"))).toBe("What a loaf costs");
  const title = render(scene("Words.", " holds='no'")).document.querySelector("h2")!;
  expect(title.parentElement!.getAttribute("data-holds")).toBe("false");
  expect(text(title)).toBe("What a loaf costs Written for the published numbers.");
  expect(render(scene("Words.")).document.querySelector("[data-holds]")).toBeNull();
});

test("renderStory(…) opens with title, standfirst, prose and the key of hedges", () => {
  const front = "title: '{{bakery.flour}} of flour'\nstandfirst: A {{bakery.price}} loaf";
  const {document, title, description} = render(storyText("Prose.\n\nMore.", front), {
    key: "<svg></svg>"
  });
  const header = document.querySelector("main > header.pl-opening")!;
  expect(text(header.querySelector("h1"))).toBe("nearly $2 (computed) of flour");
  expect(text(header.querySelector(".pl-standfirst"))).toBe("A $4 loaf");
  expect(text(header.querySelector(".pl-prose"))).toBe("Prose.More.");
  expect(header.querySelector("figure.pl-key#pl-key[popover] > svg")).not.toBeNull();
  expect(header.querySelector("button[popovertarget=pl-key]")).not.toBeNull();
  expect(title).toBe("nearly $2 (computed) of flour");
  expect(description).toBe("A $4 loaf");
});

test("renderStory(…) gives the key of marks as drawn, and none where nothing is", () => {
  const {document} = render(storyText("Prose."), {key: "<ul><li>not stated</li></ul>"});
  expect(text(document.querySelector("figure.pl-key[popover] li"))).toBe("not stated");
  expect(render(storyText("Prose.")).document.querySelector(".pl-key-button")).toBeNull();
});

test("renderStory(…) takes the first paragraph for the standfirst where there is none", () => {
  const {document, description} = render(storyText("Lead *so*.\n\nMore."));
  expect(text(document.querySelector(".pl-standfirst"))).toBe("Lead so.");
  expect(text(document.querySelector(".pl-opening .pl-prose"))).toBe("More.");
  expect(description).toBe("Lead so.");
});

test("renderStory(…) sets prose between scenes where it stands", () => {
  const {document} = render(storyText(`${sceneText("Words.")}\n## Between\n\nscenes.\n`));
  const names = [...document.querySelector("main")!.children].map((child) => child.className);
  expect(names).toEqual(["pl-opening", "scene", "pl-prose", "pl-index", "pl-colophon"]);
});

test("renderStory(…) closes with sources, what they rest on, authors, date and license", () => {
  const front = "title: Bread\nauthors: Ann\ndate: 2021-04\nlicense: MIT";
  const {document} = render(storyText(sceneText("Words."), front));
  const colophon = document.querySelector("footer.pl-colophon")!;
  expect(colophon.querySelectorAll("li")).toHaveLength(2);
  expect(text(colophon)).toContain("It rests on the town's own figures.");
  expect(text(colophon)).toContain("By Ann. Written April 2021. License: MIT.");
});

test("every id of a rendered story is unique, and every reference has its target", () => {
  const body = sceneText("Words {{bakery.price}}.").replace(
    "\n::::\n",
    "\n:::step{#second}\nMore.\n:::\n::::\n"
  );
  const {document} = render(
    storyText(body + body.replace("#loaf", "#b").replace("#first", "#c").replace("#second", "#d"))
  );
  const ids = [...document.querySelectorAll("[id]")].map(({id}) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const name of ["aria-labelledby", "aria-describedby", "popovertarget"])
    for (const element of document.querySelectorAll(`[${name}]`))
      expect(ids).toContain(element.getAttribute(name));
  for (const link of document.querySelectorAll("a[href^='#']"))
    expect(ids).toContain(link.getAttribute("href")!.slice(1));
  for (const mark of document.querySelectorAll("[fill^='url(#']"))
    expect(ids).toContain(/#(.*)\)/.exec(mark.getAttribute("fill")!)![1]);
});

test("suffixIds(svg, suffix) renames ids and what refers to them, and no other text", () => {
  const svg =
    '<svg aria-labelledby="a b"><g id="a" data-id="a"/><use href="#a"/><use xlink:href="#c"/>' +
    '<g fill="url(#a)" clip-path="url(&quot;#a&quot;)" mask="url(#c)"/><text>id="a" url(#a)</text></svg>';
  expect(suffixIds(svg, "-x")).toBe(
    '<svg aria-labelledby="a-x b"><g id="a-x" data-id="a"/><use href="#a-x"/><use xlink:href="#c"/>' +
      '<g fill="url(#a-x)" clip-path="url(&quot;#a-x&quot;)" mask="url(#c)"/><text>id="a" url(#a)</text></svg>'
  );
});

test.each(["labelledby", "describedby", "controls", "owns", "details", "activedescendant"])(
  "suffixIds(svg, suffix) renames the ids that aria-%s names",
  (name) => {
    const svg = (id: string): string => `<svg><g id="${id}"/><g aria-${name}="${id} b"/></svg>`;
    expect(suffixIds(svg("a"), "-x")).toBe(svg("a-x"));
  }
);

test("suffixIds(svg, suffix) renames the id that a label is for", () => {
  const svg = (id: string): string => `<svg><input id="${id}"/><label for="${id}"/></svg>`;
  expect(suffixIds(svg("a"), "-x")).toBe(svg("a-x"));
});

test("renderStory(…) lists the findings with their numbers as words, each leading to its scene", () => {
  const titled = scene("Words.").replace("## What a loaf costs", "## It costs {{bakery.price}}");
  const {document} = render(titled);
  const links = [...document.querySelectorAll("nav.pl-bar #pl-contents ol > li > a")];
  expect(links.map((link) => [link.getAttribute("href"), text(link)])).toEqual([
    ["#loaf", text(document.querySelector("#loaf-title"))]
  ]);
  expect(document.querySelectorAll("#pl-contents button[popovertarget]")).toHaveLength(0);
  for (const opener of document.querySelectorAll("[popovertarget=pl-contents]"))
    expect(text(opener)).toBe("Contents");
});

test("renderStory(…) begins every scene with a way past it, and ends it where that leads", () => {
  const section = render(scene("Words.")).document.querySelector("#loaf")!;
  expect(section.firstElementChild!.getAttribute("href")).toBe(`#${section.lastElementChild!.id}`);
  expect(text(section.firstElementChild)).toBe("Skip this scene");
});

test("renderStory(…) gives a story without scenes no bar", () => {
  const {document} = render(storyText("Words."));
  expect(document.querySelector(".pl-bar, [popovertarget=pl-contents]")).toBeNull();
});
