import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test, vi} from "vitest";
import {run as check} from "../../../src/compile/commands/check.ts";
import {compileSite} from "../../../src/compile/site.ts";
import {evaluateGuard} from "../../../src/facts/guard.ts";
import {findQuantities} from "../../../src/wording.ts";
import {recordsOf, root, scenes, slug, steps} from "./flagship.ts";
import {artboards, dataset, document, one, page, says, site} from "./page.ts";

const copy = mkdtempSync(join(tmpdir(), "plumbline-flagship-"));
for (const name of ["seeds", "data", `stories/${slug}`])
  cpSync(join(root, name), join(copy, name), {recursive: true});
afterAll(() => rmSync(copy, {recursive: true, force: true}));

/** A text without what is bound in it. */
function unbound(element: Element): string {
  const rest = element.cloneNode(true) as Element;
  for (const bound of rest.querySelectorAll("data.fact")) bound.replaceWith("…");
  return rest.textContent;
}

/** Compiles the copy with one file edited: the words `from`, which stand there once. */
function edited(path: string, from: string, to: string) {
  const file = join(copy, path);
  const text = readFileSync(file, "utf8");
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not once in ${path}`);
  writeFileSync(file, text.replace(from, to));
  try {
    return compileSite(copy, site.memo).diagnostics;
  } finally {
    writeFileSync(file, text);
  }
}

test("the story compiles without an error or a warning, and its typed ids are fresh", () => {
  expect(site.diagnostics).toEqual([]);
  expect(site.stale).toEqual([]);
  expect(page.title).toBe("Compute for equity");
});

test("the story has its scenes in order, each with two to four steps", () => {
  const found = [...document.querySelectorAll("section.scene")].map((scene) => [
    scene.id,
    [...scene.querySelectorAll(":scope > section.step")].map((step) => step.id)
  ]);
  expect(Object.fromEntries(found)).toEqual(scenes);
  for (const [, {length}] of found as [string, string[]][]) {
    expect(length).toBeGreaterThanOrEqual(2);
    expect(length).toBeLessThanOrEqual(4);
  }
});

test.each(Object.keys(scenes))("scene %s keeps the contract of the HTML", (id) => {
  const scene = one(`section.scene#${id}`);
  expect(one(":scope > h2", scene).id).toBe(scene.getAttribute("aria-labelledby"));
  const figure = one(`:scope > figure.figure#${id}-figure`, scene);
  expect(figure.getAttribute("aria-labelledby")).toBe(`${id}-title`);
  const description = one(`#${figure.getAttribute("aria-describedby")}`, figure);
  expect(description.textContent).toBe(says(scenes[id]![0]!));
  expect(one(":scope > .pl-measure", figure).textContent).toMatch(/\w.*\.$/);
  expect(one(":scope > figcaption.pl-source", figure).textContent).toMatch(/article [AB]/);
  const stage = one(":scope > .pl-stage", figure);
  // The first picture of the page needs no script; the others' places are kept.
  const opens = id === Object.keys(scenes)[0];
  expect(stage.getAttribute("data-step")).toBe(opens ? scenes[id]![0] : null);
  const own = [...stage.querySelectorAll(":scope > svg")];
  expect(own.map((svg) => svg.getAttribute("viewBox"))).toEqual(
    [...artboards(scenes[id]![0]!)].map((svg) => svg.getAttribute("viewBox"))
  );
  for (const svg of own) expect(svg.childElementCount > 0).toBe(opens);
  const table = one("table", figure);
  expect(table.querySelectorAll("tbody tr").length).toBeGreaterThan(1);
  expect(table.querySelectorAll("thead th[scope=col]").length).toBeGreaterThan(2);
  for (const row of table.querySelectorAll("tbody tr")) one("th[scope=row]", row);
});

test("a source line names the sources in the order in which its scene comes to them", () => {
  expect(one("#loop .pl-source").textContent).toMatch(
    /^Source: article A\. Context: Financial Times, .*SCMP.*CNBC/
  );
  expect(one("#growth .pl-source").textContent).toMatch(/^Source: article A\. Context: Datac/);
});

test("a step whose picture is another has a measure of its own", () => {
  const own = steps.filter((id) => document.querySelector(`#${id} .pl-measure`) !== null);
  expect(own).toEqual(["echoes", "rounds", "restructuring"]);
});

test.each(steps)("step %s has its prose, two drawings and a description", (id) => {
  const step = one(`section.step#${id}`);
  expect(one(":scope > .pl-words", step).textContent.split(" ").length).toBeGreaterThan(15);
  const state = one(":scope > .state", step);
  const data = step.querySelector(".pl-controls") === null ? [] : ["script"];
  const measure = step.querySelector(".state > .pl-measure") === null ? [] : ["p"];
  expect([...state.children].map((child) => child.localName)).toEqual([
    ...measure,
    ...["svg", "svg", "p"],
    ...data
  ]);
  expect(artboards(id).map((svg) => svg.getAttribute("data-width"))).toEqual(["340", "640"]);
  for (const svg of artboards(id)) {
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")).toMatch(/\w{4}/);
    expect(svg.getAttribute("class")).toContain("pl-artboard");
    expect(svg.querySelectorAll("style, [style], image, foreignObject, script").length).toBe(0);
    const keys = [...svg.querySelectorAll("[data-key]")].map((e) => e.getAttribute("data-key"));
    expect(keys.length).toBe(new Set(keys).size);
  }
  expect(says(id)).toMatch(/\w.*\.$/);
});

test("all artboards of a scene have one height at each width", () => {
  for (const ids of Object.values(scenes))
    for (const i of [0, 1]) {
      const boxes = ids.map((id) => artboards(id)[i]!.getAttribute("viewBox"));
      expect(new Set(boxes).size, ids.join(" ")).toBe(1);
    }
});

test("no id stands twice in the page", () => {
  const ids = [...document.querySelectorAll("[id]")].map(({id}) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test("every bound number names a fact or claim of the data, its origin, its value and a card", () => {
  const numbers = [...document.querySelectorAll("data.fact")];
  expect(numbers.length).toBeGreaterThan(40);
  for (const number of numbers) {
    const [fact, claim] = ["data-fact", "data-claim"].map((name) => number.getAttribute(name));
    const record = claim === null ? dataset.facts[fact!] : dataset.claims[claim!];
    expect(record, `${fact} ${claim}`).toBeDefined();
    expect(dataset.facts[fact!]!.claims.includes(claim!)).toBe(claim !== null);
    expect(number.getAttribute("data-origin")).toBe(record!.origin);
    const {value} = record!.quantity;
    expect(number.getAttribute("value")).toBe(value === null ? null : String(value));
    const card = one("button", number).getAttribute("popovertarget")!;
    expect(one(`.pl-card[id="${card}"][popover]`).getAttribute("data-card")).toBe(fact);
  }
});

test("what is computed says so beside its number; what the articles say does not", () => {
  for (const number of document.querySelectorAll("main data.fact[value]")) {
    const word = number.querySelector(".pl-origin")?.textContent.trim() ?? "";
    expect(word).toBe(number.getAttribute("data-origin") === "derived" ? "(computed)" : "");
  }
  expect(document.querySelectorAll("main data.fact .pl-origin").length).toBeGreaterThan(3);
});

test("every drawn mark of a number or record is of the data and has a card", () => {
  for (const mark of document.querySelectorAll(".state [data-fact], .state [data-record]")) {
    const [fact, claim, record] = ["data-fact", "data-claim", "data-record"].map((name) =>
      mark.getAttribute(name)
    );
    if (fact !== null) expect(dataset.facts[fact!], fact).toBeDefined();
    if (claim !== null) expect(dataset.claims[claim!]!.fact).toBe(fact);
    one(`[data-card="${fact ?? record}"]`);
  }
});

test("every number in the prose is bound, but for dates and counts that a guard names", () => {
  const months = [...Array(12).keys()].map((month) =>
    new Date(Date.UTC(2024, month)).toLocaleString("en", {month: "long", timeZone: "UTC"})
  );
  const date = new RegExp(
    `\\b(since|spring|quarters of|(\\d{1,2} )?(${months.join("|")})) 20\\d\\d\\b`,
    "g"
  );
  const counted: Record<string, string[]> = {};
  for (const element of document.querySelectorAll("h1, .pl-standfirst, h2, .pl-words, .pl-prose")) {
    const text = unbound(element);
    // A start-up's name has digits, and is none of them.
    expect(text.replace(date, "").replaceAll("01.ai", ""), text).not.toMatch(/\d/);
    const found = findQuantities(text).map(({start, end}) => text.slice(start, end));
    if (found.length > 0)
      counted[element.id || element.parentElement!.id || element.className] = found;
  }
  expect(counted).toEqual({
    "pl-standfirst": ["two"],
    "two-people": ["two"],
    "backers-title": ["four"],
    rivals: ["four"],
    "price-title": ["four times"],
    "growth-title": ["two quarters"],
    quarters: ["two"],
    shared: ["thirteen", "Two", "two"]
  });
});

test("what stands in quotation marks stands so in a fragment of the two articles", () => {
  const fragments = Object.values(recordsOf(dataset))
    .filter(({source}) => dataset.sources[source]!.origin === "seed")
    .map(({says: words}) => words.toLowerCase());
  const quotes = [...document.querySelectorAll("h2, .pl-words, .pl-prose")].flatMap(
    ({textContent}) => [...textContent.matchAll(/“(.+?)”/g)].map(([, quote]) => quote!)
  );
  expect(quotes.length).toBeGreaterThan(8);
  for (const quote of quotes)
    expect(
      fragments.some((fragment) => fragment.includes(quote.toLowerCase())),
      quote
    ).toBe(true);
});

test("a number that is typed into the prose is an error at its place", () => {
  const path = `stories/${slug}/story.md`;
  const diagnostics = edited(path, "put at {{moonshot.round}}", "put at $1 billion");
  expect(diagnostics.length).toBe(1);
  const [found] = diagnostics;
  const lines = readFileSync(join(root, path), "utf8").split("\n");
  expect(found).toMatchObject({severity: "error", file: path});
  expect(lines[found!.line - 1]).toContain("put at {{moonshot.round}}");
  expect(found!.message).toContain("$1 billion");
});

const context = (name: string): string => `data/context/${name}.yaml`;

test.each([
  [
    "credits, instead, loop, witnesses",
    "seeds/cloud-credits.yaml",
    "says: nearly half",
    "says: just over half"
  ],
  [
    "backers",
    "seeds/minimax-round.yaml",
    "to: baichuan\n    says: like",
    "to: zero-one-ai\n    says: like"
  ],
  ["price", "seeds/minimax-round.yaml", "at around $2.5 billion", "at around $2.6 billion"],
  [
    "price, witnesses",
    "seeds/minimax-round.yaml",
    "at a valuation exceeding $2.5",
    "at a valuation nearing $2.5"
  ],
  [
    "rounds",
    "seeds/minimax-round.yaml",
    "financing round of at least $600",
    "financing round of about $600"
  ],
  ["growth", context("the-register-2022-08"), "grew ten percent", "grew nine percent"],
  ["growth", context("pingwest-on-2023-03"), "says: down 2%", "says: up 2%"],
  ["growth, since, rules", context("ft-on-2022-03"), "just 12 per cent", "just 62 per cent"],
  ["rules", context("datacenterdynamics-on-2021-03"), "37 percent year", "27 percent year"],
  ["rule-dates", context("krasia-on-2023-09"), "says: 2% year", "says: 5% year"],
  ["since", context("alizila-on-2025-03"), "accelerated to 18%", "accelerated to 8%"],
  ["since", context("ap-2025-11"), "says: 34% jump", "says: 64% jump"],
  ["since", context("cicc-on-2025-12"), "year-over-year to 36%", "year-over-year to 12%"],
  ["hosting, witnesses", "seeds/minimax-round.yaml", "already hosts half", "already hosts a third"],
  ["witnesses", context("scmp-on-moonshot-stake"), "approximately US$2.2", "approximately US$2.8"],
  ["hosting, witnesses", context("bloomberg-2024-02-to-03"), "says: half of", "says: a third of"],
  ["hosting", context("bloomberg-2024-02-to-03"), "generative AI firms", "large-model firms"],
  ["chips", "seeds/cloud-credits.yaml", "says: citing the impact", "says: amidst the impact"],
  ["loop", "seeds/cloud-credits.yaml", "escrow account\n    own: true", "escrow account"]
])("with other numbers the guard of %s is false: %s, %s", (ids, path, from, to) => {
  const lines = readFileSync(join(root, `stories/${slug}/story.md`), "utf8").split("\n");
  const guards = edited(path, from, to).filter(({code}) => code === "PL351");
  for (const {file, severity} of guards)
    expect({file, severity}).toEqual({file: `stories/${slug}/story.md`, severity: "error"});
  const guarded = guards.map(({line}) => /\{#(\S+) .*holds=/.exec(lines[line - 1]!)?.[1]);
  expect(guarded.join(", ")).toBe(ids);
});

test("the guards hold of the data, and a guard that says otherwise does not", () => {
  const holds = (guard: string): unknown => {
    const result = evaluateGuard(guard, dataset);
    return "holds" in result ? result.holds : result.error;
  };
  expect(holds('printed("$2.5 billion") == 4')).toBe(true);
  expect(holds('told("A B") == 2')).toBe(true);
  expect(holds('told("A B scmp-2024-02") == 2')).toBe(false);
  expect(holds("mean(alibaba-cloud.growth[2022-03..2023-12]) < 10%")).toBe(true);
  expect(holds("all(alibaba-cloud.growth[2022-03..2023-12] < 10%)")).toBe(false);
  expect(holds("all(alibaba-cloud.growth[2024-12..2026-03] >= 10%)")).toBe(true);
});

test("check reports a false guard and exits with 1, and with 0 without one", async () => {
  const file = join(copy, "seeds/minimax-round.yaml");
  const text = readFileSync(file, "utf8");
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const error = vi.spyOn(console, "error").mockReturnValue();
  try {
    expect(await check(["--json"], copy)).toBe(0);
    writeFileSync(file, text.replace("around $2.5 billion", "around $2.6 billion"));
    expect(await check(["--json"], copy)).toBe(1);
    expect(String(write.mock.lastCall?.[0])).toContain('"code":"PL351"');
  } finally {
    writeFileSync(file, text);
    write.mockRestore();
    error.mockRestore();
  }
});

test("no text of the page makes Alibaba's sum a share of the round or of the valuation", () => {
  const main = one("main").cloneNode(true) as Element;
  // What stands in a cell, or on a line of a drawing, is no part of its neighbour's sentence.
  for (const cell of main.querySelectorAll("td, th, text")) cell.append(". ");
  const text = main.textContent;
  expect(text).not.toMatch(/\b32 ?(%|per ?cent)/);
  for (const sentence of text.match(/[^.]*\b80 ?(%|per ?cent)[^.]*/g) ?? [])
    expect(sentence).not.toMatch(/round|Moonshot|valuation/);
  expect(text).toMatch(/80%/);
});

test("the card of a fact has fragments, sources, who says it, agreement and origin", () => {
  const card = one('.pl-card[data-card="minimax.valuation"]');
  expect(one(".pl-agreement", card).getAttribute("data-agreement")).toBe("compatible");
  const claims = [...card.querySelectorAll(".pl-claim")];
  expect(claims.map((claim) => claim.getAttribute("data-claim"))).toEqual(
    dataset.facts["minimax.valuation"]!.claims
  );
  for (const claim of claims) {
    const record = dataset.claims[claim.getAttribute("data-claim")!]!;
    expect(one(".pl-quote", claim).textContent).toBe(`“${record.says}”`);
    one(".pl-source a", claim);
    const custody = claim.querySelector(".pl-by")?.textContent ?? "";
    for (const name of record.by) expect(custody).toContain(dataset.entities[name]?.name ?? name);
    expect(one(".pl-origin", claim).textContent).toContain(
      record.origin === "seed" ? "in the article" : "Context"
    );
  }
});

test("a fragment in another language stands on its card with what it says in English", () => {
  const glossed = Object.entries(dataset.claims).filter(([, {gloss}]) => gloss !== undefined);
  const quotes = [...document.querySelectorAll(".pl-claim")].filter((item) =>
    glossed.some(([id]) => item.getAttribute("data-claim") === id)
  );
  expect(quotes.length).toBeGreaterThan(1);
  for (const item of quotes) {
    const {says, gloss, source} = dataset.claims[item.getAttribute("data-claim")!]!;
    const quote = one("blockquote", item);
    expect(quote.getAttribute("lang")).toBe(dataset.sources[source]!.lang);
    expect(quote.textContent).toContain(says);
    expect(one('[lang="en"]', quote).textContent).toBe(`In English: “${gloss}”`);
  }
});

test("every id on the page is of letters, digits and hyphens, and stands once; cards are the page's own", () => {
  const ids = [...document.querySelectorAll("[id]")].map(({id}) => id);
  expect(ids.length).toBeGreaterThan(100);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...document.querySelectorAll("[popovertarget]")];
  for (const button of targets)
    expect(button.getAttribute("popovertarget")).toMatch(/^pl-(?:card-\d+|contents|key)$/);
});
