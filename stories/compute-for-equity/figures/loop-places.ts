import type {Artboard} from "../../../src/figure/kind.ts";
import type {Box, Words} from "../../../src/figure/svg.ts";

/** A flow of money: a bar across its way, as thick as all that was invested. */
export interface Flow {
  /** The axis of the amounts, across the way. */
  readonly axis: "x" | "y";
  /** Where nothing and where all of it lies on that axis. */
  readonly from: number;
  readonly to: number;
  /** The two ends of the way. */
  readonly way: readonly [number, number];
}

type Place = Pick<Words, "x" | "y" | "anchor">;

/** Where the parts of the loop are on an artboard. */
export interface Places {
  readonly height: number;
  readonly alibaba: Box;
  readonly escrow: Box;
  readonly cloud: Box;
  readonly moonshot: Box;
  readonly held: Flow;
  readonly counted: Flow;
  /** Where the first of some lines of words stands. */
  readonly credits: Place;
  readonly rest: Place;
  readonly revenue: Place & {readonly width: number};
  /** Between the end of what is counted and the cloud, which nobody says counts it. */
  readonly unit: Place;
  /** The level of its arrow, and its words' lines. */
  readonly computing: {
    readonly y: number;
    readonly x: number;
    readonly lines: readonly [number, number];
  };
  readonly equity: {readonly x: number; readonly words: Place};
  readonly cash: {readonly x: number; readonly words: Place};
}

// Alibaba, the account, the cloud and the start-up stand in a ring, in the order in which it is told.
// On the narrow artboard the money goes down, where there is room for words beside it.
export const places: Readonly<Record<Artboard, Places>> = {
  340: {
    height: 388,
    alibaba: {x0: 1, y0: 2, x1: 339, y1: 46},
    escrow: {x0: 206, y0: 126, x1: 339, y1: 182},
    cloud: {x0: 206, y0: 284, x1: 339, y1: 336},
    moonshot: {x0: 1, y0: 284, x1: 122, y1: 336},
    held: {axis: "x", from: 337, to: 281, way: [46, 126]},
    counted: {axis: "x", from: 337, to: 281, way: [182, 262]},
    credits: {x: 271, y: 66, anchor: "end"},
    rest: {x: 271, y: 112, anchor: "end"},
    revenue: {x: 273, y: 198, anchor: "end", width: 160},
    unit: {x: 338, y: 277, anchor: "end"},
    computing: {y: 310, x: 164, lines: [359, 379]},
    equity: {x: 12, words: {x: 20, y: 116}},
    cash: {x: 103, words: {x: 112, y: 148}}
  },
  640: {
    height: 384,
    alibaba: {x0: 1, y0: 8, x1: 162, y1: 104},
    escrow: {x0: 490, y0: 8, x1: 639, y1: 104},
    cloud: {x0: 490, y0: 310, x1: 639, y1: 376},
    moonshot: {x0: 1, y0: 310, x1: 162, y1: 376},
    held: {axis: "y", from: 16, to: 96, way: [162, 490]},
    counted: {axis: "x", from: 605, to: 525, way: [104, 280]},
    credits: {x: 170, y: 35},
    rest: {x: 170, y: 81},
    revenue: {x: 510, y: 144, anchor: "end", width: 270},
    unit: {x: 639, y: 300, anchor: "end"},
    computing: {y: 343, x: 326, lines: [330, 366]},
    equity: {x: 26, words: {x: 42, y: 164}},
    cash: {x: 138, words: {x: 152, y: 196}}
  }
};
