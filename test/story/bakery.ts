import {z} from "zod";
import type {Claim, Dataset, Fact, Source} from "../../src/facts/dataset.ts";
import {defineKind} from "../../src/figure/kind.ts";
import type {Kind} from "../../src/figure/kind.ts";
import type {Quantity} from "../../src/quantity.ts";
import type {EvaluateGuard} from "../../src/story/checks.ts";
import type {Figures} from "../../src/story/html.ts";

/** A quantity with what a test cares about; a bare number where it says nothing else. */
export function quantity(verbatim: string, parts: Partial<Quantity> = {}): Quantity {
  return {
    verbatim,
    hedge: "none",
    value: null,
    lower: null,
    upper: null,
    lowerOpen: false,
    upperOpen: false,
    unit: "USD",
    significantFigures: 1,
    ...parts
  };
}

function source(label: string, parts: Partial<Source> = {}): Source {
  return {
    label,
    title: `${label}, the document`,
    authors: [],
    producer: null,
    datePublished: null,
    url: null,
    restsOn: null,
    document: `${label}.txt`,
    sha256: null,
    lang: "en",
    origin: "seed",
    ...parts
  };
}

function claim(fact: string, of: string, says: Quantity, parts: Partial<Claim> = {}): Claim {
  return {
    fact,
    source: of,
    says: says.verbatim,
    line: null,
    where: null,
    when: null,
    by: [],
    of: null,
    status: [],
    origin: "seed",
    verified: true,
    quantity: says,
    ...parts
  };
}

function fact(id: string, label: string, parts: Partial<Fact> & Pick<Fact, "quantity">): Fact {
  const [name = "", period = null] = id.split("/");
  const [subject = "", measure = ""] = name.split(".");
  return {
    subject,
    measure,
    period,
    label,
    origin: "seed",
    agreement: "single",
    preferred: null,
    reason: null,
    claims: [],
    formula: null,
    parents: [],
    ...parts
  };
}

const price = quantity("$4", {value: 4});
const rise = quantity("at least $6", {hedge: "at-least", value: 6, lower: 6});
const range = quantity("$3 to $5", {hedge: "between", lower: 3, upper: 5});
const half = quantity("nearly half", {
  hedge: "nearly",
  value: 0.5,
  upper: 0.5,
  upperOpen: true,
  unit: "ratio"
});
const product = quantity("nearly $2", {hedge: "nearly", value: 2, upper: 2, upperOpen: true});

/** Facts about a bakery that never was: one of each origin, each kind of record, one conflict. */
export const bakery: Dataset = {
  sources: {
    A: source("article A", {
      title: "The price of bread",
      producer: "The Crumb",
      datePublished: "2021-03-05",
      url: "https://example.org/bread?a=1&b=2",
      restsOn: "the town's own figures"
    }),
    W: source("the wire", {origin: "context", document: null, url: "http://example.org/plain"})
  },
  entities: {
    bakery: {name: "Oven & Sons", kind: "company", aliases: []},
    mill: {name: "Mill7", kind: "company", aliases: []},
    "ann-baker": {name: "Ann Baker", kind: "person", aliases: []}
  },
  claims: {
    "A:bakery.price": claim("bakery.price", "A", price, {
      line: 4,
      by: ["ann-baker", "people at the counter"],
      when: "2021-02"
    }),
    "W:bakery.price": claim("bakery.price", "W", rise, {origin: "context", verified: false}),
    "A:bakery.range": claim("bakery.range", "A", range),
    "A:bakery.share": claim("bakery.share", "A", half, {of: "bakery.price"}),
    "A:bakery.sales/2021-03": claim(
      "bakery.sales/2021-03",
      "A",
      quantity("12 loaves", {value: 12, unit: "count"})
    ),
    "A:mill.price": claim("mill.price", "A", quantity("$9", {value: 8}), {
      says: "$9",
      origin: "edited"
    })
  },
  facts: {
    "bakery.price": fact("bakery.price", "Oven & Sons: price of a loaf", {
      quantity: price,
      agreement: "conflict",
      preferred: "A:bakery.price",
      reason: "the article was there first",
      claims: ["A:bakery.price", "W:bakery.price"]
    }),
    "bakery.range": fact("bakery.range", "Oven & Sons: range of prices", {
      quantity: range,
      preferred: "A:bakery.range",
      claims: ["A:bakery.range"]
    }),
    "bakery.share": fact("bakery.share", "Oven & Sons: share of flour", {
      quantity: half,
      preferred: "A:bakery.share",
      claims: ["A:bakery.share"]
    }),
    "bakery.flour": fact("bakery.flour", "Oven & Sons: cost of flour", {
      quantity: product,
      origin: "derived",
      formula: "bakery.price * bakery.share",
      parents: ["bakery.price", "bakery.share"]
    }),
    "bakery.rent": fact("bakery.rent", "Oven & Sons: rent", {
      quantity: quantity("$1", {value: 1}),
      origin: "assumed",
      reason: "to have a number"
    }),
    "bakery.sales/2021-03": fact("bakery.sales/2021-03", "Oven & Sons: sales, March 2021", {
      quantity: quantity("12 loaves", {value: 12, unit: "count"}),
      preferred: "A:bakery.sales/2021-03",
      claims: ["A:bakery.sales/2021-03"]
    }),
    "mill.price": fact("mill.price", "Mill7: price of a sack", {
      quantity: quantity("$8", {value: 8}),
      origin: "edited",
      preferred: "A:mill.price",
      claims: ["A:mill.price"]
    })
  },
  relations: {
    "A:owns": {
      source: "A",
      from: "bakery",
      type: "buys-from",
      to: "mill",
      says: "flour from the mill",
      line: 5,
      when: null,
      by: []
    }
  },
  events: {
    "A:opened": {
      source: "A",
      what: "Oven & Sons opened a shop",
      who: ["bakery"],
      when: "2019",
      after: [],
      says: "opened its doors",
      line: 6,
      by: []
    },
    "A:moved": {
      source: "A",
      what: "Oven & Sons moved",
      who: ["bakery"],
      when: null,
      after: ["A:opened"],
      says: "has since moved",
      line: 7,
      by: []
    }
  },
  statements: {
    "A:fresh": {
      source: "A",
      about: ["bakery"],
      gist: "the bread is fresh",
      says: 'it is "always" fresh',
      line: 8,
      by: ["ann-baker"]
    }
  },
  contrasts: {
    "A:stale": {
      between: ["A:fresh", "A:bakery.sales/2021-03"],
      reason: "few loaves are sold on the day"
    }
  }
};

/** A kind that draws nothing worth seeing: it lists what it is given. */
export const list = defineKind({
  name: "list",
  options: z.strictObject({
    order: z.enum(["up", "down"]).default("up"),
    lead: z.string().optional(),
    note: z.string().optional()
  }),
  state: z.object({
    show: z.enum(["all", "first"]).default("all"),
    note: z.string().optional()
  }),
  measure: () => "US dollars, of a loaf",
  height: () => 40,
  draw: () => {
    throw new Error("not drawn here");
  },
  describe: ({records, options, state}) => {
    if (options.lead !== undefined) records.fact(options.lead);
    return `${state.show} of ${records.ids.join(", ")}, ${options.order}.`;
  },
  table: ({records}) => ({
    caption: "What is listed",
    columns: ["what", "says"],
    rows: records.ids.map((id) => {
      const kind = records.kindOf(id);
      if (kind === "fact") return [{text: id}, {text: records.fact(id).label, fact: id}];
      if (kind === "claim") return [{text: id}, {text: records.claim(id).says, claim: id}];
      return [{text: id}, {text: kind, record: id}];
    })
  })
});

export const kinds: Record<string, Kind> = {list};

/** Guards of two words: "yes" or "no", and numerals. */
export const guards: EvaluateGuard = (expression) => {
  const bad = expression.indexOf("?");
  if (bad >= 0) return {error: "cannot read ?", offset: bad};
  const numbers = (expression.match(/\d+/g) ?? []).map(Number);
  return {holds: !expression.includes("no"), numbers};
};

/** Pictures with an id and what refers to it. */
export const figures: Figures = (scene, step, width) =>
  `<svg class="pl-artboard" data-width="${width}" viewBox="0 0 ${width} 40" role="img" aria-label="${scene}">` +
  `<defs><pattern id="${scene}-${step}-${width}-hatch"></pattern></defs>` +
  `<g data-key="bar:a" data-fact="bakery.price" fill="url(#${scene}-${step}-${width}-hatch)"></g></svg>`;

/** A story's text: front matter, and a body. */
export function storyText(body: string, front = "title: Bread"): string {
  return `---\n${front}\n---\n${body}`;
}

/** The body of a story with one scene of one step. */
export function sceneText(words: string, attributes = "", stepAttributes = ""): string {
  return [
    `::::scene{#loaf kind=list facts="bakery.price A:fresh"${attributes}}`,
    "## What a loaf costs",
    `:::step{#first${stepAttributes}}`,
    words,
    ":::",
    "::::",
    ""
  ].join("\n");
}
