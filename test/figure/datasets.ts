import type {Dataset} from "../../src/facts/dataset.ts";
import type {Quantity} from "../../src/quantity.ts";
import {Fixture, quantity, ratio, usd, worded} from "./fixture.ts";

// The shapes of a story, with companies that do not exist.

/** Four printings of one figure, what others reported, and what a disclosure implies. */
export function valuations(): Dataset {
  return new Fixture()
    .entity("luna", "Luna AI")
    .entity("octo", "Octo")
    .entity("sea", "Seaside")
    .source("A", "article A")
    .source("B", "article B")
    .source("post", "Morning Post", {origin: "context"})
    .claim(
      "A:luna.valuation",
      "Luna AI: valuation",
      "valuing the start-up at $2.5 billion",
      usd("none", 2.5)
    )
    .claim("B:luna.valuation", "", "valuing it at around $2.5 billion", usd("approx", 2.5))
    .claim(
      "B:octo.valuation",
      "Octo: valuation",
      "at a valuation exceeding $2.5 billion",
      usd("more-than", 2.5)
    )
    .claim("B:sea.backing@headline", "Seaside: backing", "$2.5 Billion Backing", usd("none", 2.5))
    .claim("post:octo.valuation", "", "more than US$2 billion", usd("more-than", 2))
    .fact(
      "luna.implied",
      "Luna AI: value that the disclosed stake implies",
      usd("approx", 2.2),
      "derived"
    )
    .claim("A:luna.round", "Luna AI: round", "a $1 billion fundraising round", usd("none", 1))
    .claim(
      "B:octo.round",
      "Octo: round",
      "a financing round of at least $600 million",
      usd("at-least", 0.6)
    ).dataset;
}

/** Growth by quarter with one quarter missing, a class that one article claims, and its mean. */
export function growth(): Dataset {
  const fixture = new Fixture()
    .entity("cloud", "Seaside Cloud")
    .source("A", "article A")
    .source("press", "the press", {origin: "context"})
    .claim(
      "A:cloud.average-growth",
      "Seaside Cloud: average quarterly growth",
      "averaging single-digit quarterly growth since 2022",
      ratio("class", [0.01, 0.1]),
      {when: "2022/.."}
    );
  fixture.dataset.claims["A:cloud.average-growth"]!.quantity.verbatim = "single-digit";
  const quarters = [37, 29, 33, null, 12, 10, 3.8, 3, -2, 4, 2, 3, 3, 6, 7, 13, 18, 26, 34, 36, 38];
  let sum = 0;
  quarters.forEach((growth, i) => {
    const period = `${2021 + Math.floor(i / 4)}-${["03", "06", "09", "12"][i % 4]!}`;
    if (growth === null) return;
    const value = Number(`${growth}e-2`);
    if (period === "2022-09") {
      fixture.fact(`cloud.growth/${period}`, "growth", ratio("none", value), "derived");
    } else {
      const says = `${growth} per cent`;
      fixture.claim(`press:cloud.growth/${period}`, "growth", says, ratio("none", value));
    }
    if (i < 4) return;
    sum += value;
    fixture.fact(`cloud.mean-growth/${period}`, "mean", ratio("none", sum / (i - 3)), "derived");
  });
  return fixture.dataset;
}

/** The same growth, with dated events of others and own ones, and two articles on one of them. */
export function dated(): Dataset {
  const fixture = new Fixture();
  Object.assign(fixture.dataset, growth());
  fixture
    .entity("ruler", "The ruler")
    .entity("sea", "Seaside")
    .entity("chief", "Chief of Seaside")
    .source("A", "article A", {restsOn: "paper"})
    .source("B", "article B", {restsOn: "The Wire"})
    .source("paper", "The Paper, May 2024", {origin: "context"})
    .source("log", "a law firm", {origin: "context"})
    .event("log:update", "The ruler updates the rule", "2023-10-17", {who: ["ruler"]})
    .event("log:letter", "The ruler writes a letter", "2022-08-26", {who: ["ruler"]})
    .event("log:rule", "The ruler makes a rule on advanced goods", "2022-10-07", {who: ["ruler"]})
    .event("log:approved", "Seaside approves a spin-off", "2023-05-18", {who: ["sea"]})
    .event("log:chair", "The chief takes the chair", "2023-09", {who: ["chief"]})
    .event("log:cancelled", "Seaside cancels the spin-off", "2023-11-16", {who: ["sea"]})
    .event("A:cancelled", "Seaside cancels its plan", null, {
      who: ["sea"],
      says: "The company cancelled its ambitious plan"
    })
    .statement("A:citing", "Seaside cancelled its plan.", "citing the impact of the rules", {
      by: ["sea"]
    })
    .statement("B:lines", "Seaside builds lines.", "is at work on independent business lines");
  fixture.dataset.contrasts["plan"] = {
    between: ["A:cancelled", "B:lines"],
    reason: "One article has it cancelled, the other in the making."
  };
  return fixture.dataset;
}

/** One share on its way from a speech to an article, and another beside it. */
export function hosting(): Dataset {
  const ofGen = "Seaside Cloud: share of China's generative AI firms";
  const ofTech = "Seaside Cloud: share of China's technology companies";
  const ofModels = "Seaside Cloud: share of China's large-model companies";
  const half = worded("half", ratio("none", 0.5));
  return new Fixture()
    .entity("cloud", "Seaside Cloud")
    .entity("chair", "Jo Chairman")
    .source("B", "article B")
    .source("speech", "the Chinese press", {
      origin: "context",
      datePublished: "2023-10-31",
      lang: "zh"
    })
    .source("wire", "the wire", {origin: "context", datePublished: "2024-02/2024-03"})
    .source("rank", "FinTech Ranking", {origin: "context", datePublished: "2024-03-06"})
    .claim(
      "B:cloud.share-of-gen-ai-firms",
      ofGen,
      "already hosts half of China’s generative AI firms",
      half,
      {by: ["chair"]}
    )
    .claim(
      "B:cloud.share-of-tech-companies",
      ofTech,
      "serves approximately 80% of the country’s technology companies",
      worded("approximately 80%", ratio("approx", 0.8)),
      {by: ["chair"]}
    )
    .claim("speech:cloud.share-of-large-model-companies", ofModels, "一半的大模型公司", half, {
      gloss: "half of the large-model companies",
      by: ["chair"],
      when: "2023-10-31"
    })
    .claim("wire:cloud.share-of-gen-ai-firms", "", "half of China's generative AI firms", half, {
      by: ["chair"]
    })
    .claim(
      "rank:cloud.share-of-gen-ai-firms",
      "",
      "serving 50% of the country's generative AI firms",
      worded("50%", ratio("none", 0.5))
    ).dataset;
}

/** Two articles' open lists of whom one company backs, its rivals, and two of its start-ups. */
export function backing(): Dataset {
  const fixture = new Fixture()
    .source("A", "article A")
    .source("B", "article B")
    .entity("sea", "Seaside")
    .entity("tide", "Tidewater")
    .entity("fund", "Hillfund")
    .entity("lake", "Lakeside");
  const startUps = {
    dot: "Dot.ai",
    luna: "Luna AI",
    octo: "Octo",
    gami: "Gami AI",
    basil: "Basilisk"
  };
  for (const [id, name] of Object.entries(startUps)) fixture.entity(id, name);
  const list = "including Luna, Gami, Octo, and Dot.ai";
  for (const id of ["dot", "luna", "octo", "gami"])
    fixture.relation(`A:sea-${id}`, ["sea", "invests-in", id], list);
  return fixture
    .relation("B:sea-luna", ["sea", "leads-round-of", "luna"], "Seaside recently led")
    .relation("B:sea-octo", ["sea", "invests-in", "octo"], "has drawn money from Seaside")
    .relation("B:sea-octo-again", ["sea", "leads-round-of", "octo"], "Seaside is leading")
    .relation("B:sea-gami", ["sea", "funds", "gami"], "such as Gami and Basilisk")
    .relation("B:sea-basil", ["sea", "funds", "basil"], "such as Gami and Basilisk")
    .relation("B:fund-octo", ["fund", "commits-to", "octo"], "Hillfund has committed")
    .relation("B:tide-gami", ["tide", "funds", "gami"], "start-ups like Gami")
    .statement("B:lake-others", "Lakeside invests, too.", "invests in young firms", {
      about: ["lake"]
    })
    .relation("B:octo-luna", ["octo", "competes-with", "luna"], "Octo competes with Luna")
    .relation("B:sea-tide", ["sea", "competes-with", "tide"], "its rivals Tidewater and Lakeside")
    .relation("B:sea-lake", ["sea", "competes-with", "lake"], "its rivals Tidewater and Lakeside")
    .dataset;
}

/** One mark of every hedge and origin, for rows of any kind. */
export function everyHedge(): Dataset {
  const fixture = new Fixture()
    .entity("firm", "Firm")
    .source("A", "article A")
    .source("C", "elsewhere", {origin: "context"});
  const samples = {
    none: 0.5,
    exactly: 0.5,
    approx: 0.5,
    nearly: 0.5,
    "just-over": 0.5,
    "at-least": 0.5,
    "more-than": 0.5,
    "at-most": 0.5,
    "less-than": 0.5,
    "up-to": 0.5
  } as const;
  for (const [hedge, value] of Object.entries(samples)) {
    const says = `${hedge} half`;
    fixture.claim(
      `A:firm.share@${hedge}`,
      "Firm: share of firms",
      says,
      ratio(hedge as "none", value)
    );
  }
  return fixture
    .claim("A:firm.share@between", "", "40 to 60 per cent", ratio("between", [0.4, 0.6]))
    .claim("A:firm.share@class", "", "double-digit", ratio("class", [0.1, 1]))
    .fact("firm.unstated", "Firm: share that nobody states", ratio("none", null), "derived")
    .fact("firm.assumed", "Firm: share supposed", ratio("none", 0.5), "assumed")
    .fact("firm.computed", "Firm: share computed", quantity("at-least", 0.5, "ratio"), "derived")
    .claim("A:firm.edited", "Firm: share of firms", "half", ratio("none", 0.6), {origin: "edited"})
    .dataset;
}

const nearlyHalf: Quantity = {...ratio("nearly", 0.5), significantFigures: 1};

/** One sum, a share of it, what follows from the two, what others say, and words without an amount. */
export function investment(share: Quantity = worded("nearly half", nearlyHalf)): Dataset {
  const inLuna = "Seaside: invested in Luna AI";
  const ofInvestment = "Luna AI: share of the investment that came as credits";
  const parents = ["sea.in-luna", "luna.share"];
  return new Fixture()
    .entity("luna", "Luna AI")
    .entity("sea", "Seaside")
    .source("A", "article A")
    .source("post", "Morning Post, May 2024", {origin: "context"})
    .source("report", "Seaside's report", {origin: "context"})
    .claim("A:sea.in-luna", inLuna, "invested $800 million in Luna AI", usd("none", 0.8))
    .claim("A:luna.share", ofInvestment, share.verbatim, share, {of: "sea.in-luna"})
    .claim("post:luna.share", "", "just under half", worded("just under half", nearlyHalf), {
      of: "sea.in-luna",
      by: ["people who know of it"]
    })
    .claim(
      "report:sea.disclosed",
      "Seaside: total in its report",
      "about $0.8 billion",
      usd("approx", 0.8),
      {by: ["sea"]}
    )
    .fact("luna.credits", "Luna AI: credits", usd("nearly", 0.4), "derived", {parents})
    .fact("luna.rest", "Luna AI: the rest", usd("just-over", 0.4), "derived", {parents})
    .statement("post:no-comment", "Seaside does not comment.", "Seaside declined to comment")
    .statement("A:standfirst", "Credits come instead of cash.", "offering credits instead of cash")
    .statement("A:summary", "It is credits.", "credits for Luna AI and for others, not cash")
    .dataset;
}

/** Two sources that cannot both be right about one fact. */
export function disputed(): Dataset {
  const fixture = new Fixture()
    .entity("luna", "Luna AI")
    .source("A", "article A")
    .source("post", "Morning Post", {origin: "context"})
    .claim("A:luna.valuation", "Luna AI: valuation", "worth $2.5 billion", usd("none", 2.5))
    .claim("post:luna.valuation", "", "about $1.5 billion", usd("approx", 1.5));
  fixture.dataset.facts["luna.valuation"]!.agreement = "conflict";
  return fixture.dataset;
}

/** Facts that two documents tell together or alone, one in conflict, with context and decisions. */
export function toldTwice(): Dataset {
  const fixture = new Fixture()
    .entity("luna", "Luna AI")
    .entity("octo", "Octo")
    .source("A", "article A", {restsOn: "wire"})
    .source("B", "article B")
    .source("wire", "the wire", {origin: "context"})
    .source("post", "Morning Post", {origin: "context"})
    .claim(
      "A:luna.round",
      "Luna AI: round",
      "a $1 billion round",
      worded("$1 billion", usd("none", 1))
    )
    .claim("B:luna.round", "", "a $1 billion round", worded("$1 billion", usd("none", 1)))
    .claim("post:luna.round@headline", "", "raises $1 billion", usd("none", 1))
    .claim("post:luna.round", "", "more than $1 billion", usd("more-than", 1))
    .claim("B:luna.valuation", "Luna AI: valuation", "around $2.5 billion", usd("approx", 2.5))
    .claim("A:luna.valuation", "", "$1.5 billion", usd("none", 1.5))
    .claim(
      "A:luna.share",
      "Luna AI: share of the sum that came as credits",
      "nearly half",
      ratio("nearly", 0.5)
    )
    .claim("wire:luna.share", "", "just under half", ratio("nearly", 0.5))
    .claim("A:luna.growth", "Luna AI: growth", "single-digit", ratio("class", [0.01, 0.1]))
    .claim("B:octo.round", "Octo: round", "at least $600 million", usd("at-least", 0.6))
    .claim("wire:octo.round", "", "$600 million", usd("none", 0.6))
    .claim("post:octo.value", "Octo: valuation", "up to $2 billion", usd("up-to", 2));
  const {facts} = fixture.dataset;
  Object.assign(facts["luna.round"]!, {agreement: "corroborated", reason: "Both are bare."});
  Object.assign(facts["luna.valuation"]!, {agreement: "conflict", reason: "The hedge is kept."});
  Object.assign(facts["luna.share"]!, {agreement: "same-origin"});
  return fixture.dataset;
}
