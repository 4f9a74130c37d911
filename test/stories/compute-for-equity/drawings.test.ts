import {expect, test} from "vitest";
import {scenes, steps} from "./flagship.ts";
import {artboards, dataset, document, one, says} from "./page.ts";

test("the figure printed four times is in four claims of the two articles", () => {
  const printing = Object.entries(dataset.claims).filter(
    ([, {source, says: words}]) =>
      dataset.sources[source]!.origin === "seed" && /\$2\.5 billion/i.test(words)
  );
  const drawn = [...artboards("bare")[1]!.querySelectorAll("[data-claim]")].map((mark) =>
    mark.getAttribute("data-claim")
  );
  expect(new Set(drawn)).toEqual(new Set(printing.map(([id]) => id)));
  const contents = printing.map(([, {fact, quantity}]) => `${fact} ${quantity.hedge}`);
  expect(new Set(contents).size).toBe(4);
});

test("no text is drawn smaller than 15 units", () => {
  for (const svg of document.querySelectorAll(".state svg")) {
    expect(Number(svg.getAttribute("font-size"))).toBeGreaterThanOrEqual(15);
    for (const sized of svg.querySelectorAll("[font-size]")) {
      const size = sized.getAttribute("font-size")!;
      expect(size, sized.textContent).toMatch(/^\d+(\.\d+)?$/);
      expect(Number(size), sized.textContent).toBeGreaterThanOrEqual(15);
    }
    expect(svg.querySelectorAll("text[transform*=scale], g[transform*=scale]").length).toBe(0);
  }
});

test.each([
  [
    "nearly-half",
    ["nearly half of it, nearly $400 million, computed", "just over $400 million", "not stated"]
  ],
  ["two-people", ["from two people familiar with the deal", "“Alibaba declined to comment”"]],
  ["own-report", ["annual report: about $800 million, form not stated"]],
  ["standfirst", ["start-ups in general, with no amount", "credits instead of cash"]],
  [
    "escrow",
    ["so says one author only", "nearly $400 million, or all $800 million", "sentence fits both"]
  ],
  ["in-return", ["when the credits are spent is not stated", "article A does not say how much"]],
  [
    "echoes",
    ["nearly half of it in cloud credits", "how much of it in computing is not disclosed"]
  ],
  ["named", ["Article A: Alibaba invests in 01.ai", "“like” leaves the list open"]],
  ["rivals", ["HongShan commits to round of MiniMax", "firms”, none named", "does not say no"]],
  ["bare", ["about $2.5 billion", "more than $2.5 billion", "not a valuation"]],
  ["elsewhere", ["more than $2 billion", "about $2.2 billion, computed", "Context: MiniMax"]],
  ["rounds", ["at least $600 million"]],
  ["claim", ["single-digit", "no figures by period"]],
  ["quarters", ["least −2%", "Computed, not reported: 3.8%", "12% in the quarter to March 2022"]],
  ["mean", ["computed", "4.5% up to the quarter to December 2023"]],
  ["since", ["11.2% up to the quarter to December 2025"]],
  ["fallen", ["From 37% in the quarter to March 2021", "26 August 2022: The US tells Nvidia"]],
  ["restructuring", ["no date given", "by Alibaba’s account", "These do not sit together"]],
  ["eighty", ["half of China’s generative AI", "about 80% of the country’s technology companies"]],
  ["shortcut", ["“where”, a place; no cause claimed", "in a take-away", "Left out here: Cloud"]],
  [
    "over-cash",
    ["“seeking to”, an aim", "including high-end Nvidia", "A Chinese AI scientist, in"]
  ],
  ["shared", ["Told by both: Moonshot’s round, ", "article B about $2.5 billion, compatible"]],
  ["witnesses", ["One source: put into Moonshot, $800 million (article A)"]],
  ["decided", ["Moonshot valued at, about $2.5 billion (article B)"]],
  ["speech", ["31 October 2023: half", "no date given: half", "Not of the large-model"]]
])("the description of %s says hedges and origins in words", (step, phrases) => {
  for (const phrase of phrases) expect(says(step)).toContain(phrase);
});

test("no description stands a sign in for a hedge", () => {
  for (const step of steps) expect(says(step)).not.toMatch(/[≥≤≈<>~]/);
});

test("a line falls from the sum to the report that gives the same, where a step is about the two", () => {
  for (const id of scenes["credits"]!)
    for (const svg of artboards(id)) {
      const match = svg.querySelector("[data-key^='match:']");
      expect(match !== null, id).toBe(id === "own-report");
      if (match === null) continue;
      expect(match.getAttribute("x1")).toBe(match.getAttribute("x2"));
      const end = svg.querySelector("[data-key='end:A:alibaba.in-moonshot']")!;
      expect(match.getAttribute("x1")).toBe(end.getAttribute("x1"));
    }
});

test("each step's drawing differs from the step's before it, on both artboards", () => {
  for (const ids of Object.values(scenes))
    for (const [i, id] of ids.slice(1).entries())
      for (const width of [0, 1])
        expect(artboards(id)[width]!.innerHTML === artboards(ids[i]!)[width]!.innerHTML, id).toBe(
          false
        );
});

test("the fill of the opening bar stops short of half, where the plumb line hangs; no words are on cash", () => {
  for (const step of [...scenes["credits"]!, ...scenes["instead"]!])
    for (const svg of artboards(step)) {
      const number = (key: string, name: string) =>
        Number(one(`[data-key="${key}"]`, svg).getAttribute(name));
      const share = "A:moonshot.credits-share";
      const whole = number("whole", "width") + 1;
      const [, half] = /^M([\d.]+)/.exec(one('[data-key="plumb"]', svg).getAttribute("d")!)!;
      expect(Number(half)).toBeCloseTo(whole / 2, 0);
      expect(Number(half) - number(`solid:${share}`, "width")).toBe(12);
      one(`[data-key="dashes:${share}"]`, svg);
      const rest = one('[data-key="row:moonshot.rest-of-investment"]', svg);
      expect(rest.textContent).toMatch(/^The restform not stated/);
    }
});

test("the general words of article A have no length, and each stands against the share by a contrast", () => {
  const against = Object.values(dataset.contrasts).map(({between}) => between);
  for (const step of scenes["instead"]!)
    for (const svg of artboards(step)) {
      const rows = [...svg.querySelectorAll("[data-record]")];
      expect(rows.length).toBe(3);
      for (const row of rows) {
        expect(row.querySelectorAll("line, rect, path").length).toBe(0);
        const id = row.getAttribute("data-record")!;
        expect(
          against.some((ids) => ids.includes(id) && ids.includes("A:moonshot.credits-share")),
          id
        ).toBe(true);
      }
    }
});

test("the valuations end as their hedges do", () => {
  const keys = [...artboards("bare")[1]!.querySelectorAll("[data-key]")].map((mark) =>
    mark.getAttribute("data-key")
  );
  for (const key of [
    "dot:A:moonshot.valuation",
    "dashed-ring:B:moonshot.valuation",
    "fade:B:minimax.valuation",
    "arrow:B:minimax.valuation",
    "cross:B:alibaba.ai-backing@headline"
  ])
    expect(keys).toContain(key);
});

test("each article names four start-ups that Alibaba backs, and one name of each is its own", () => {
  for (const svg of artboards("named")) {
    const ties = [...svg.querySelectorAll("[data-key^='tie:']")].map(
      (tie) => dataset.relations[tie.getAttribute("data-record")!]!
    );
    const named = (source: string) =>
      ties.filter((tie) => tie.source === source && tie.from === "alibaba").map(({to}) => to);
    expect(named("A")).toEqual(["zero-one-ai", "moonshot", "minimax", "zhipu"]);
    expect(named("B")).toEqual(["moonshot", "minimax", "zhipu", "baichuan"]);
    expect(ties).toHaveLength(8);
  }
});

test("rivals and other backers are article B's alone, each in the disc of a start-up that it names", () => {
  for (const svg of artboards("rivals")) {
    const others = [...svg.querySelectorAll("[data-key^='tie:']")]
      .map((tie) => dataset.relations[tie.getAttribute("data-record")!]!)
      .filter(({from}) => from !== "alibaba");
    expect(others.map(({source, from, to}) => `${source} ${from} ${to}`)).toEqual([
      "B hongshan minimax",
      "B tencent zhipu",
      "B tencent baichuan"
    ]);
    expect(svg.querySelector('[data-key="tag:hongshan"]')!.textContent).toBe("committed");
    expect(one('[data-record="B:baidu-invested-too"]', svg).textContent).toContain("none named");
  }
});

test("the claim of growth is drawn as a band, without a point, a column or a line", () => {
  for (const svg of artboards("claim")) {
    one('[data-key="band:A:alibaba-cloud.average-growth"]', svg);
    const marks = [...svg.querySelectorAll("[data-fact]")].map((e) => e.getAttribute("data-fact"));
    expect(new Set(marks)).toEqual(new Set(["alibaba-cloud.average-growth"]));
    expect(svg.querySelectorAll("circle, [data-key^='column:'], [data-key^='dot:']").length).toBe(
      0
    );
  }
});

test("the quarters shown with the claim are those from March 2022 to March 2024", () => {
  for (const svg of artboards("quarters")) {
    const columns = [...svg.querySelectorAll("[data-key^='column:']")];
    expect(columns.length).toBe(9);
    expect(columns[0]!.getAttribute("data-fact")).toBe("alibaba-cloud.growth/2022-03");
    expect(columns.at(-1)!.getAttribute("data-fact")).toBe("alibaba-cloud.growth/2024-03");
  }
  expect(one("#growth table").textContent).toContain("Quarter to December 2021not stated");
});

// Of each step of the chips scene: the connectives and the arrows with a head, in order.
const scarce = "A:cloud-scarce-due-to-restrictions";
const summary = "A:takeaway-valuable-due-to-restrictions";
const map = {
  words: ["due to", "citing", "amidst"],
  heads: [scarce, summary, "A:cancelled-citing-restrictions"]
};
const ties: Readonly<Record<string, {words: readonly string[]; heads: readonly string[]}>> = {
  "due-to": map,
  citing: map,
  shortcut: {words: ["due to", "where", "due to"], heads: [scarce, summary]},
  "over-cash": {words: ["due to", "where", "seeking to"], heads: [scarce]}
};

test("the connectives of the chips scene are article A's own words", () => {
  for (const step of scenes["chips"]!)
    for (const svg of artboards(step)) {
      const words = [...svg.querySelectorAll("[data-key^='word:']")].map((word) => {
        const id = word.getAttribute("data-key")!.slice("word:".length);
        const connective = word.textContent.trim().replace(/[“”]/g, "");
        expect(id).toMatch(/^A:/);
        expect(dataset.statements[id]!.says).toContain(connective);
        return connective;
      });
      expect(words).toEqual(ties[step]!.words);
    }
  for (const connective of ["due to", "citing", "amidst"])
    expect(one("#chips-title").textContent.toLowerCase()).toContain(`“${connective}”`);
});

test("an arrow of the chips scene is a cause or a reason that article A claims", () => {
  for (const step of scenes["chips"]!)
    for (const svg of artboards(step)) {
      const heads = [...svg.querySelectorAll("[data-key^='head:']")].map((head) =>
        head.getAttribute("data-key")!.slice("head:".length)
      );
      expect(heads).toEqual(ties[step]!.heads);
      expect(
        svg.querySelectorAll("[marker-start], [marker-mid], [marker-end], marker").length
      ).toBe(0);
    }
});

test("nothing is tied to “more valuable than cash”, which a scientist says and not the article", () => {
  for (const svg of artboards("over-cash")) {
    const quote = one("[data-record='A:compute-over-cash']", svg);
    expect(quote.textContent).toContain("“Providing compute is actually");
    expect(quote.querySelectorAll("path, line").length).toBe(0);
    expect(svg.textContent).toContain("A Chinese AI scientist, in article A");
  }
  expect(says("over-cash")).toMatch(/more valuable than cash”\. No word ties this to the rest\.$/);
});

test("the summary's shortcut leaves out what the body has between", () => {
  const {between} = dataset.contrasts["A:valuable-against-scarce"]!;
  expect(between).toEqual([summary, scarce]);
  for (const svg of artboards("shortcut")) {
    expect(one(`[data-key="shaft:${summary}"]`, svg).getAttribute("stroke")).toBe("var(--pl-warm)");
    expect(one(`[data-record="${summary}"]`, svg).textContent).toContain("left out here");
  }
});

test("the half's noun changes after the speech, and its share does not", () => {
  const generative = "alibaba-cloud.share-of-gen-ai-firms";
  const retold = ["bloomberg-2024-02-to-03", "fintech-ranking-2024-03", "B"];
  for (const svg of artboards("speech")) {
    const warm = [...svg.querySelectorAll("[data-key^='noun:'][fill='var(--pl-warm)']")];
    expect(warm.map((noun) => [noun.getAttribute("data-key"), noun.textContent])).toEqual(
      retold.map((source) => [`noun:0:${source}:${generative}`, "generative AI firms"])
    );
    const speech = "tsai-speech-report:alibaba-cloud.share-of-large-model-companies";
    expect(one(`[data-key="noun:0:${speech}"]`, svg).textContent).toBe("large-model companies");
    const filled = [...svg.querySelectorAll("[data-key^='solid:']")].map((solid) =>
      solid.getAttribute("width")
    );
    expect(filled.length).toBe(4);
    expect(new Set(filled).size).toBe(1);
  }
});

test("nobody's count of firms is drawn or told where shares of them are", () => {
  expect(one("#hosting").textContent).not.toMatch(/\b(130|260|346)\b/);
  for (const step of scenes["hosting"]!) expect(says(step)).toContain("nobody here says");
});

test("events of the rules scene stand in their order, and nothing joins them", () => {
  expect(says("decisions")).toMatch(
    /26 August 2022: .*7 October 2022: .*18 May 2023: .*September 2023: .*17 October 2023: .*16 November 2023: /
  );
  for (const svg of artboards("decisions")) {
    const zero = Number(one('[data-key="axis:x"]', svg).getAttribute("y1"));
    const flags = [...svg.querySelectorAll("[data-key^='flag:']")].map((flag) => {
      const event = dataset.events[flag.getAttribute("data-record")!]!;
      const marker = one("rect", flag);
      const x = Number(marker.getAttribute("x")) + Number(marker.getAttribute("width")) / 2;
      return {event, x, isBelow: Number(marker.getAttribute("y")) > zero};
    });
    expect(flags.length).toBe(6);
    for (const {event, isBelow} of flags)
      expect(
        event.who.some((who) => ["alibaba", "eddie-wu"].includes(who)),
        event.what
      ).toBe(isBelow);
    const byTime = flags.sort((a, b) => a.event.when!.localeCompare(b.event.when!));
    expect(byTime.map(({x}) => x)).toEqual(byTime.map(({x}) => x).sort((a, b) => a - b));
    expect(svg.querySelectorAll("[data-key^='head:'], [data-key^='arrow'], marker").length).toBe(0);
  }
});

test("no day stands for when the rules of October 2023 took effect", () => {
  for (const step of scenes["rules"]!) {
    const flagged = artboards(step).flatMap((svg) => [...svg.querySelectorAll("[data-record]")]);
    const days = flagged.map((flag) => dataset.events[flag.getAttribute("data-record")!]?.when);
    expect(days).not.toContain("2023-11-17");
    expect(says(step)).not.toMatch(/effect/);
  }
});

test("what the articles say of the restructuring stands side by side, undated, at odds", () => {
  for (const svg of artboards("restructuring")) {
    const said = [...svg.querySelectorAll("[data-key^='said:']")].map((one) =>
      one.getAttribute("data-record")!
    );
    expect(said.map((id) => id[0]).join("")).toBe("AABB");
    one('[data-key="bracket:sides"]', svg);
    for (const id of said) expect(dataset.events[id]?.when ?? null).toBeNull();
  }
  expect(says("restructuring")).toContain(
    dataset.contrasts["cancelled-against-business-lines"]!.reason
  );
});

test("the shares of the hosting scene stand in rows of their own, each a whole, one speaker", () => {
  for (const svg of artboards("eighty")) {
    const wholes = [...svg.querySelectorAll("[data-key^='whole:']")];
    expect(wholes.map((whole) => whole.getAttribute("data-key"))).toEqual([
      "whole:B:alibaba-cloud.share-of-gen-ai-firms",
      "whole:B:alibaba-cloud.share-of-tech-companies"
    ]);
    const tops = wholes.map((whole) => Number(whole.getAttribute("y") ?? whole.getAttribute("y1")));
    expect(tops[1]! - tops[0]!).toBeGreaterThan(30);
    expect(svg.textContent.match(/Joseph Tsai/g)!.length).toBe(2);
  }
});

test("the ledger has every number of the two articles, and those of both are of Moonshot's round", () => {
  const told = Object.entries(dataset.facts).map(([id, {claims}]) => {
    const sources = claims.map((claim) => dataset.claims[claim]!.source);
    return {id, seeds: ["A", "B"].filter((source) => sources.includes(source))};
  });
  const seeds = told.filter(({seeds}) => seeds.length > 0).map(({id}) => id);
  const both = told.filter(({seeds}) => seeds.length > 1).map(({id}) => id);
  expect(both).toEqual(["moonshot.round", "moonshot.valuation"]);
  for (const step of scenes["ledger"]!)
    for (const svg of artboards(step)) {
      const rows = [...svg.querySelectorAll("[data-fact]")].map((e) =>
        e.getAttribute("data-fact")!
      );
      expect(rows.toSorted()).toEqual(seeds.toSorted());
      const joined = [...svg.querySelectorAll("[data-fact] > line[stroke-width='3']")].map((tie) =>
        tie.parentElement!.getAttribute("data-fact")
      );
      expect(joined.toSorted()).toEqual(both);
    }
});

test("the index has a row for every number of the scenes, and leads to the steps that tell it", () => {
  const index = one("#pl-index");
  const cards = [...index.querySelectorAll("tbody th button")].map((button) =>
    one(`#${button.getAttribute("popovertarget")!}`).getAttribute("data-card")!
  );
  const told = [...document.querySelectorAll(".step [data-fact]")]
    .map((number) => number.getAttribute("data-fact")!)
    .filter((id) => dataset.facts[id]!.period === null);
  expect(cards.toSorted()).toEqual([...new Set(told)].toSorted());
  for (const link of index.querySelectorAll("a")) one(link.getAttribute("href")!);
  for (const row of index.querySelectorAll("tbody tr"))
    if (row.querySelector("td") !== null) expect(row.querySelector("a")).not.toBeNull();
  const witnessed = [...index.querySelectorAll("tr")].filter(
    (row) => row.querySelector("a[href='#witnesses']") !== null
  );
  expect(witnessed.map((row) => row.querySelector("th")!.textContent)).toEqual(["Funding round"]);
});

test("the index tells what does not sit together by where it is from, and leads to its steps", () => {
  const groups = [...document.querySelectorAll(".pl-contrasts dt")].map((heading) => [
    heading.textContent,
    heading.nextElementSibling!.querySelectorAll("li").length
  ]);
  expect(Object.fromEntries(groups)).toEqual({
    "Within article A": 5,
    "Within article B": 4,
    "Article A against article B": 1,
    "Against what others report": 13,
    "Among others": 3,
    "No contradiction: named by one alone": 1
  });
  const stepOf = (words: string) =>
    [...document.querySelectorAll(".pl-contrasts li")]
      .find(({textContent}) => textContent.includes(words))!
      .querySelector("a")
      ?.getAttribute("href");
  expect(stepOf("one name differs")).toBe("#odd-ones");
  expect(stepOf("the cause of the value itself")).toBe("#shortcut");
  expect(stepOf("simple value of the same shares")).toBe("#elsewhere");
  expect(stepOf("in the present tense")).toBe("#restructuring");
  expect(stepOf("terms may change")).toBeUndefined();
});
