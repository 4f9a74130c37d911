import {createDocument} from "../../src/compile/dom.ts";
import type {Dataset} from "../../src/facts/dataset.ts";
import {artboards} from "../../src/figure/kind.ts";
import type {Artboard, Kind} from "../../src/figure/kind.ts";
import {columns} from "../../src/figure/kinds/columns.ts";
import {ledger} from "../../src/figure/kinds/ledger.ts";
import {matrix} from "../../src/figure/kinds/matrix.ts";
import {numberLine} from "../../src/figure/kinds/number-line.ts";
import {partOfSum} from "../../src/figure/kinds/part-of-sum.ts";
import {shares} from "../../src/figure/kinds/shares.ts";
import {recordsFor} from "../../src/figure/records.ts";
import {
  backing,
  dated,
  disputed,
  everyHedge,
  growth,
  hosting,
  investment,
  toldTwice,
  valuations
} from "./datasets.ts";

interface Step {
  readonly state?: Readonly<Record<string, string>>;
  readonly highlight?: readonly string[];
}

/** A scene as an author would write it: attributes are strings. */
export interface Scene {
  readonly name: string;
  readonly kind: Kind;
  readonly dataset: () => Dataset;
  readonly facts: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, Step>>;
}

const hedges = [
  ...["none", "exactly", "approx", "nearly", "just-over", "at-least", "more-than", "at-most"],
  ...["less-than", "up-to", "between", "class"]
]
  .map((place) => `A:firm.share@${place}`)
  .join(" ");
const rules = "log:letter log:rule log:update";
const decisions = "log:approved log:chair log:cancelled";
const early = "cloud.growth/2021-03 cloud.growth/2021-06 cloud.growth/2022-03 cloud.growth/2022-06";
const origins = "A:firm.edited firm.computed firm.assumed firm.unstated";
const gen = "cloud.share-of-gen-ai-firms";
const speech = "speech:cloud.share-of-large-model-companies";

export const scenes: readonly Scene[] = [
  {
    name: "number-line",
    kind: numberLine,
    dataset: valuations,
    facts:
      "A:luna.valuation B:luna.valuation B:octo.valuation B:sea.backing@headline post:octo.valuation luna.implied A:luna.round B:octo.round",
    options: {beside: "round"},
    steps: {
      articles: {state: {show: "articles"}},
      exceeding: {state: {show: "articles"}, highlight: ["B:octo.valuation"]},
      context: {},
      rounds: {state: {show: "articles beside"}}
    }
  },
  {
    name: "number-line-near",
    kind: numberLine,
    dataset: valuations,
    facts: "A:luna.valuation B:luna.valuation post:octo.valuation luna.implied",
    options: {axis: "near"},
    steps: {all: {}}
  },
  {
    name: "points",
    kind: numberLine,
    dataset: everyHedge,
    facts: `${hedges} firm.computed firm.assumed firm.unstated`,
    steps: {hedges: {}}
  },
  {
    name: "conflict",
    kind: numberLine,
    dataset: disputed,
    facts: "luna.valuation A:luna.valuation post:luna.valuation",
    steps: {bracketed: {}}
  },
  {
    name: "columns",
    kind: columns,
    dataset: growth,
    facts: "A:cloud.average-growth cloud.growth cloud.mean-growth",
    options: {
      divide: "2023-12",
      before: "public when it was written",
      after: "since",
      line: "average since 2022"
    },
    steps: {
      claim: {state: {from: "2022-03", to: "2024-03", layers: "band"}},
      quarters: {state: {from: "2022-03", to: "2024-03", layers: "band columns"}},
      mean: {state: {from: "2022-03", to: "2024-03"}},
      line: {state: {from: "2022-03", to: "2024-03"}, highlight: ["cloud.mean-growth"]},
      since: {state: {from: "2022-03"}},
      stressed: {
        state: {from: "2022-03"},
        highlight: [
          ..."A:cloud.average-growth cloud.growth/2025-12 cloud.growth/2026-03".split(" "),
          ..."cloud.mean-growth/2025-09 cloud.mean-growth/2025-12".split(" ")
        ]
      },
      start: {
        state: {since: "2022-03"},
        highlight: ["A:cloud.average-growth", "cloud.growth/2026-03"]
      },
      "start-before-gap": {
        state: {since: "2021-06"},
        highlight: ["A:cloud.average-growth", "cloud.growth/2026-03"]
      },
      all: {}
    }
  },
  {
    name: "flags",
    kind: columns,
    dataset: dated,
    facts: `cloud.growth log:update log:letter log:rule ${decisions} A:cancelled A:citing B:lines`,
    options: {
      own: "sea chief",
      above: "The ruler",
      below: "Seaside",
      names:
        "The rule is updated; A letter: licence needed; A rule on advanced goods; Board approves a spin-off; Chief takes the chair; Spin-off cancelled"
    },
    steps: {
      letter: {
        state: {to: "2024-03", layers: "columns", flags: "log:letter"},
        highlight: [...early.split(" "), "log:letter"]
      },
      rules: {state: {to: "2024-03", layers: "columns", flags: rules}},
      both: {
        state: {to: "2024-03", layers: "columns", flags: `${rules} ${decisions}`},
        highlight: decisions.split(" ")
      },
      sides: {
        state: {
          from: "2023-03",
          to: "2024-03",
          layers: "",
          flags: decisions,
          sides: "A:cancelled A:citing B:lines"
        },
        highlight: ["log:cancelled", "A:cancelled", "A:citing", "B:lines"]
      }
    }
  },
  {
    name: "shares",
    kind: shares,
    dataset: hosting,
    facts: `B:${gen} B:cloud.share-of-tech-companies ${speech} wire:${gen} rank:${gen}`,
    steps: {
      one: {state: {rows: `B:${gen}`}},
      both: {state: {rows: `B:${gen} B:cloud.share-of-tech-companies`}},
      retold: {state: {rows: `${speech} wire:${gen} rank:${gen} B:${gen}`, against: speech}}
    }
  },
  {
    name: "matrix",
    kind: matrix,
    dataset: backing,
    facts: [...Object.keys(backing().relations), "B:lake-others"].join(" "),
    options: {
      types: "invests-in leads-round-of funds commits-to",
      verb: "backs",
      pair: "competitors",
      tags: "competes-with=rival commits-to=committed"
    },
    steps: {
      named: {state: {by: "documents"}},
      odd: {state: {by: "documents"}, highlight: ["A:sea-dot", "B:sea-basil"]},
      all: {},
      rivals: {
        highlight: ["B:tide-gami", "B:sea-tide", "B:lake-others", "B:sea-lake", "B:sea-gami"]
      }
    }
  },
  {
    name: "matrix-of-one",
    kind: matrix,
    dataset: backing,
    facts: "B:sea-luna B:sea-octo B:fund-octo",
    options: {types: "invests-in leads-round-of commits-to", verb: "backs"},
    steps: {named: {state: {by: "documents"}}, all: {}}
  },
  {
    name: "part-of-sum",
    kind: partOfSum,
    dataset: investment,
    facts:
      "A:sea.in-luna A:luna.share luna.credits luna.rest post:luna.share post:no-comment report:sea.disclosed",
    options: {
      part: "credits",
      rest: "form not stated",
      amount: "luna.credits",
      remainder: "luna.rest"
    },
    steps: {
      named: {state: {marks: "named"}},
      told: {
        state: {under: "post:luna.share post:no-comment report:sea.disclosed"},
        highlight: ["A:luna.share", "post:luna.share"]
      }
    }
  },
  {
    name: "part-of-sum-over",
    kind: partOfSum,
    dataset: investment,
    facts: "A:sea.in-luna A:luna.share A:standfirst A:summary",
    options: {
      part: "credits",
      over: "A:standfirst A:summary",
      places: "Standfirst; Summary",
      heading: "Article A in general, with no amount",
      stress: "instead of cash; not cash"
    },
    steps: {both: {}, first: {highlight: ["A:standfirst"]}}
  },
  {
    name: "ledger",
    kind: ledger,
    dataset: toldTwice,
    facts: "luna.round luna.share luna.valuation octo.round luna.growth octo.value",
    options: {names: "luna.share: share in credits; octo.value: what Octo is said to be worth"},
    steps: {
      teller: {highlight: ["luna.round", "luna.valuation"]},
      agreement: {state: {by: "agreement"}},
      decision: {state: {by: "decision"}, highlight: ["luna.round", "luna.valuation"]}
    }
  },
  {
    name: "bars",
    kind: shares,
    dataset: everyHedge,
    facts: `${hedges} ${origins}`,
    steps: {hedges: {}}
  }
];

export interface Picture {
  readonly name: string;
  readonly scene: string;
  readonly width: Artboard;
  readonly height: number;
  readonly svg: SVGSVGElement;
  readonly says: string;
}

/** Draws all steps of scenes on both artboards, as the prerenderer does. */
export function draw(list: readonly Scene[]): Picture[] {
  const document = createDocument();
  return list.flatMap((scene) => {
    const {kind, declared, steps} = bind(scene);
    const states = steps.map(({state}) => state);
    return steps.flatMap(({step, state, highlight}) =>
      artboards.map((width): Picture => {
        const height = kind.height(width, declared, states);
        const described = {...declared, state, highlight};
        return {
          name: `${scene.name}-${step}-${width}`,
          scene: scene.name,
          width,
          height,
          svg: kind.draw({...described, width, height, document}),
          says: kind.describe(described)
        };
      })
    );
  });
}

/** A scene with its records, options and states read. */
export function bind({kind, dataset, facts, options, steps}: Scene) {
  const found = recordsFor(dataset(), facts.split(" "));
  if ("unknown" in found) throw new Error(`unknown: ${found.unknown.join(" ")}`);
  return {
    kind,
    declared: {records: found.records, options: kind.options.parse(options ?? {})},
    steps: Object.entries(steps).map(([step, {state, highlight}]) => ({
      step,
      state: kind.state.parse(state ?? {}),
      highlight: highlight ?? []
    }))
  };
}
