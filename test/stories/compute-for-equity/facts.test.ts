import {expect, test} from "vitest";
import type {Claim, Fact} from "../../../src/facts/dataset.ts";
import {custodyLine} from "../../../src/story/custody.ts";
import {compileFacts, recordsOf, told} from "./flagship.ts";

const {dataset, diagnostics, lock} = compileFacts();
const {sources, claims, facts, relations, events, statements, contrasts} = dataset;
const records = recordsOf(dataset);
const seeds = Object.entries(records).filter(([, {source}]) => isSeed(source));
const seedClaims = Object.entries(claims).filter(([, {source}]) => isSeed(source));

function isSeed(source: string): boolean {
  return sources[source]!.origin === "seed";
}

function fact(id: string): Fact {
  const found = facts[id];
  if (found === undefined) throw new Error(`no fact ${id}`);
  return found;
}

/** A field of every seed record that has it. */
function fieldOf(read: (record: (typeof seeds)[number][1]) => unknown): Record<string, unknown> {
  const found = seeds.map(([id, record]) => [id, read(record)] as const);
  return Object.fromEntries(found.filter(([, field]) => field !== null));
}

test("the seeds and the data compile without an error or a warning", () => {
  expect(diagnostics).toEqual([]);
});

test("the two articles are the seeds, undated, each resting on another newsroom", () => {
  const found = Object.entries(sources).filter(([, {origin}]) => origin === "seed");
  expect(found.map(([id, {datePublished, restsOn}]) => ({id, datePublished, restsOn}))).toEqual([
    {id: "A", datePublished: null, restsOn: "ft-2024-05"},
    {id: "B", datePublished: null, restsOn: "bloomberg-2024-03"}
  ]);
});

test("the articles' quantities are these, each with the hedge and bounds of its words", () => {
  expect(
    Object.fromEntries(seedClaims.map(([id, {quantity}]) => [id, told(quantity)]))
  ).toStrictEqual({
    "A:moonshot.round": "none 1000000000 […, …] USD",
    "A:moonshot.round@closing": "none 1000000000 […, …] USD",
    "A:moonshot.valuation": "none 2500000000 […, …] USD",
    "A:alibaba.in-moonshot": "none 800000000 […, …] USD",
    "A:moonshot.credits-share": "nearly 0.5 […, 0.5) ratio",
    "A:alibaba.start-ups-overseen": "none 4 […, …] count",
    "A:alibaba-cloud.average-growth": "class – [0.01, 0.1) ratio",
    "B:alibaba.ai-backing@headline": "none 2500000000 […, …] USD",
    "B:minimax.round": "at-least 600000000 [600000000, …] USD",
    "B:minimax.age": "none 2 […, …] year",
    "B:minimax.valuation": "more-than 2500000000 (2500000000, …] USD",
    "B:moonshot.round": "none 1000000000 […, …] USD",
    "B:moonshot.valuation": "approx 2500000000 […, …] USD",
    "B:alibaba.time-under-strain": "none 2 […, …] year",
    "B:alibaba-cloud.share-of-gen-ai-firms": "none 0.5 […, …] ratio",
    "B:alibaba-cloud.share-of-tech-companies": "approx 0.8 […, …] ratio"
  });
});

test("nearly half is a share of what Alibaba invested in Moonshot, not of the round", () => {
  const of = Object.entries(claims).filter(([id]) => id.endsWith(":moonshot.credits-share"));
  expect(of.length).toBe(2);
  for (const [id, claim] of of) expect(claim.of, id).toBe("alibaba.in-moonshot");
});

test("the articles' records have the times that the articles give, and no other", () => {
  expect(fieldOf((record) => ("when" in record ? record.when : null))).toEqual({
    "A:moonshot.round": "XXXX-02",
    "A:moonshot.valuation": "XXXX-02",
    "A:alibaba-cloud.average-growth": "2022/..",
    "A:alibaba-leads-moonshot": "XXXX-02",
    "A:led-moonshot-round": "XXXX-02",
    "A:averaged-single-digit-growth": "2022/..",
    "B:surged-ahead": "2024"
  });
});

test("no words about the articles' records put in a year that the article does not give", () => {
  const given: Readonly<Record<string, string>> = {A: "2022", B: "2024"};
  const wordsOf = (record: (typeof seeds)[number][1]): string =>
    "gist" in record ? record.gist : "what" in record ? record.what : "";
  for (const [id, record] of seeds) {
    const years = `${record.says} ${wordsOf(record)}`.match(/\b(19|20)\d\d\b/g) ?? [];
    expect(
      years.filter((year) => year !== given[record.source]),
      id
    ).toEqual([]);
  }
  for (const [, {fact: id}] of seedClaims) expect(fact(id).period, id).toBeNull();
});

test("an event of an article follows another only where the article says so", () => {
  const after = Object.entries(events).filter(([, {source}]) => isSeed(source));
  expect(
    Object.fromEntries(after.filter(([, e]) => e.after.length > 0).map(([id, e]) => [id, e.after]))
  ).toEqual({
    "A:averaged-single-digit-growth": ["A:crackdown"],
    "B:leads-minimax-round": ["B:led-moonshot-round"],
    "B:rivals-invested": ["B:chatgpt-excitement"]
  });
  expect(events["A:took-control-of-cloud"]!.after).toEqual([]);
});

test("who says it is kept wherever an article names a speaker, by name or not", () => {
  expect(fieldOf(({by}) => (by.length === 0 ? null : by))).toEqual({
    "A:cancelled-citing-restrictions": ["alibaba"],
    "A:pledges-to-invest": ["eddie-wu"],
    "A:compute-over-cash": ["A Chinese AI scientist"],
    "A:just-buy-alibaba": ["A manager at an Alibaba-backed AI start-up"],
    "A:china-ai-etf": ["A manager at an Alibaba-backed AI start-up"],
    "B:minimax.valuation": ["sources familiar with the matter"],
    "B:alibaba-invests-in-minimax": ["sources familiar with the matter"],
    "B:minimax-other-backers": ["sources familiar with the matter"],
    "B:alibaba-cloud.share-of-gen-ai-firms": ["joseph-tsai"],
    "B:alibaba-cloud.share-of-tech-companies": ["joseph-tsai"],
    "B:alibaba-cloud-hosts-gen-ai-firms": ["joseph-tsai"],
    "B:alibaba-cloud-serves-tech-companies": ["joseph-tsai"]
  });
});

test("every seed fragment is in the lock as it stands, and the lock has no other", () => {
  expect(Object.keys(lock.fragments).sort()).toEqual(seeds.map(([id]) => id).sort());
  for (const [id, {says, line}] of seeds) {
    expect(lock.fragments[id]!.says, id).toBe(says);
    expect(line, id).toBe(lock.fragments[id]!.line);
  }
  for (const [id, {verified}] of seedClaims) expect(verified, id).toBe(true);
});

test("no fragment has more than eight words", () => {
  for (const [id, {says}] of Object.entries(records))
    expect(says.split(/\s+/).length, `${id}: ${says}`).toBeLessThanOrEqual(8);
});

test("what other publishers report has the origin context, and no lock vouches for it", () => {
  const others = Object.entries(claims).filter(([, {source}]) => !isSeed(source));
  expect(others.length).toBeGreaterThan(40);
  for (const [id, {origin, verified}] of others)
    expect({id, origin, verified}).toEqual({id, origin: "context", verified: false});
  for (const [id, {origin}] of seedClaims) expect(origin, id).toBe("seed");
});

test.each([
  ["moonshot.round", "corroborated", "A:moonshot.round"],
  ["moonshot.valuation", "compatible", "B:moonshot.valuation"],
  ["minimax.round", "compatible", "B:minimax.round"],
  ["minimax.valuation", "compatible", "B:minimax.valuation"],
  ["moonshot.credits-share", "same-origin", "A:moonshot.credits-share"],
  ["alibaba.in-moonshot", "single", "A:alibaba.in-moonshot"],
  ["alibaba.ai-backing", "single", "B:alibaba.ai-backing@headline"]
])("%s is %s, and %s is printed", (id, agreement, preferred) => {
  expect(fact(id).agreement).toBe(agreement);
  expect(fact(id).preferred).toBe(preferred);
});

test("a decision of the editor has its reason", () => {
  const decided = Object.entries(facts).filter(([, {claims: said}]) => said.length > 1);
  expect(decided.length).toBeGreaterThan(5);
  for (const [id, {reason}] of decided) expect(reason, id).toMatch(/\w{3}.*\.$/s);
});

test("the shares stay one speaker's: whoever names a speaker names Joseph Tsai", () => {
  const said = Object.entries(claims).filter(([, {fact: id}]) =>
    /^alibaba-cloud\.share-of-/.test(id)
  );
  expect(said.length).toBe(8);
  for (const [id, {by}] of said) if (by.length > 0) expect(by, id).toEqual(["joseph-tsai"]);
});

test("the shares have one witness, however many documents retell them", () => {
  for (const share of ["gen-ai-firms", "tech-companies"])
    expect(fact(`alibaba-cloud.share-of-${share}`).agreement, share).toBe("same-origin");
});

test("half of large-model companies and half of generative AI firms are different facts", () => {
  const speech: Claim = claims["tsai-speech-report:alibaba-cloud.share-of-large-model-companies"]!;
  expect(speech.when).toBe("2023-10-31");
  expect(fact("alibaba-cloud.share-of-large-model-companies").claims.length).toBe(1);
  expect(claims["B:alibaba-cloud.share-of-gen-ai-firms"]!.when).toBeNull();
});

test.each([
  ["A:standfirst-credits-instead-of-cash", "A:moonshot.credits-share"],
  ["A:credits-instead-of-cash-for-equity", "A:moonshot.credits-share"],
  ["A:takeaway-not-cash-for-equity", "A:moonshot.credits-share"],
  ["A:money-never-transferred", "A:moonshot.credits-share"],
  ["A:takeaway-valuable-due-to-restrictions", "A:cloud-scarce-due-to-restrictions"],
  ["B:alibaba.ai-backing@headline", "B:minimax.valuation"],
  ["B:alibaba.ai-backing@headline", "B:minimax.round"],
  ["B:alibaba.ai-backing@headline", "B:moonshot.round"],
  ["B:alibaba-invests-in-minimax", "B:fundraising-ongoing"],
  ["A:cancelled-restructuring", "B:independent-business-lines"],
  ["A:alibaba-invests-in-zero-one-ai", "B:alibaba-funds-baichuan"],
  ["A:alibaba-leads-moonshot", "scmp-2024-02:hongshan-leads-moonshot"],
  ["A:took-control-of-cloud", "menafn-2023-09:took-cloud-chair"],
  ["moonshot.stake-implied-value", "moonshot.valuation"]
])("%s does not sit with %s, and the contrast says why", (one, other) => {
  const found = Object.values(contrasts).filter(
    ({between}) => between.includes(one) && between.includes(other)
  );
  expect(found.length).toBe(1);
  expect(found[0]!.reason.split(" ").length).toBeGreaterThan(8);
});

test("the headline's figure is no valuation and no round", () => {
  const {subject, measure, claims: said} = fact("alibaba.ai-backing");
  expect({subject, measure, said}).toEqual({
    subject: "alibaba",
    measure: "ai-backing",
    said: ["B:alibaba.ai-backing@headline"]
  });
});

test("escrow and incoming revenue are known from article A and its own author alone", () => {
  const escrow = Object.entries(statements).filter(([, {says}]) => /escrow|incoming/.test(says));
  expect(escrow.map(([id]) => id)).toEqual([
    "A:escrow",
    "A:counts-as-revenue",
    "tr-im-second-article:escrow"
  ]);
  expect(sources["tr-im-second-article"]!.authors).toEqual(sources["A"]!.authors);
});

test("what no original is known to say leads to none, and all else to what its article rests on", () => {
  const own = [
    "B:alibaba.ai-backing@headline",
    "A:money-never-transferred",
    "A:escrow",
    "A:counts-as-revenue"
  ];
  expect(seeds.filter(([, record]) => record.own).map(([id]) => id)).toEqual(own);
  for (const [id, {source}] of seeds) {
    const line = custodyLine(dataset, id);
    expect(line.includes(own.includes(id) ? "not found in what it rests on" : "rests on ")).toBe(
      true
    );
    const origin = source === "A" ? "Financial Times" : "Bloomberg";
    expect({id, names: line.includes(origin)}).toEqual({id, names: !own.includes(id)});
  }
});

test("whoever leads a round in the articles is Alibaba, and HongShan only commits", () => {
  const ofSeeds = Object.entries(relations).filter(([, {source}]) => isSeed(source));
  const leads = ofSeeds.filter(([, {type}]) => type === "leads-round-of");
  expect(leads.map(([, {source, from, to}]) => `${source}: ${from} ${to}`)).toEqual([
    "A: alibaba moonshot",
    "B: alibaba minimax",
    "B: alibaba moonshot"
  ]);
  const ofHongshan = ofSeeds.filter(([, {from}]) => from === "hongshan");
  expect(ofHongshan.map(([, {type}]) => type)).toEqual(["commits-to-round-of", "formerly-named"]);
});
