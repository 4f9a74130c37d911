import {recedes} from "../../../src/figure/emphasis.ts";
import {line, path} from "../../../src/figure/glyphs.ts";
import type {Artboard, Drawing} from "../../../src/figure/kind.ts";
import {quoted} from "../../../src/figure/labels.ts";
import {element, group, words} from "../../../src/figure/svg.ts";
import type {Words} from "../../../src/figure/svg.ts";
import {widthOf, wrapEvenly} from "../../../src/figure/text.ts";
import {paint, size} from "../../../src/figure/theme.ts";
import type {Strength, Tie, Ties} from "./connectives-records.ts";

interface PlacedTie {
  readonly tie: Tie;
  /** Where the arrow lies. */
  readonly y: number;
  readonly effect: readonly string[];
}

interface NoteLine {
  readonly text: string;
  readonly face: "sans" | "serif";
}

/** Ties of one connective, under its word. */
interface PlacedWord {
  readonly connective: string;
  readonly first: Tie;
  readonly y: number;
  /** Below the word, and beside it where there is room. */
  readonly note: readonly NoteLine[];
  readonly aside: string | null;
  readonly ties: readonly PlacedTie[];
}

export interface PlacedMap {
  readonly about: readonly string[];
  readonly aboutY: number;
  readonly compact: boolean;
  readonly words: readonly PlacedWord[];
  readonly height: number;
}

interface Frame {
  /** Where arrows start, on a line down from what all is tied to. */
  readonly trunk: number;
  readonly word: number;
  readonly arrow: readonly [number, number];
  readonly effect: number;
  readonly wordSize: number;
  readonly effectSize: number;
}

const frames = {
  340: {
    roomy: {trunk: 6, word: 16, arrow: [6, 54], effect: 64, wordSize: 21, effectSize: 15},
    compact: {trunk: 6, word: 20, arrow: [100, 140], effect: 150, wordSize: 17, effectSize: 15}
  },
  640: {
    roomy: {trunk: 112, word: 132, arrow: [112, 376], effect: 390, wordSize: 21, effectSize: 17},
    compact: {trunk: 112, word: 132, arrow: [228, 318], effect: 332, wordSize: 17, effectSize: 15}
  }
} as const;

/** Places the map from the top; `height` is how far it may spread. */
export function placeMap(
  {about, ties}: Ties,
  width: Artboard,
  compact: boolean,
  height = 0
): PlacedMap {
  const frame = frames[width][compact ? "compact" : "roomy"];
  const wide = width === 640;
  const lines = wrapEvenly(about, "sansStrong", wide ? 17 : 19, wide ? frame.trunk - 12 : 320);
  const start = wide ? 4 : lines.length * 24 + 8;
  const tight = placeWords(ties, width, frame, compact, start, 0);
  const groups = Math.max(1, tight.words.length);
  const slack = Math.max(0, height - tight.bottom - 8) / groups;
  const {words, bottom} = placeWords(ties, width, frame, compact, start, Math.min(slack, 90));
  const ys = words.flatMap((word) => word.ties.map(({y}) => y));
  const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
  return {
    about: lines,
    aboutY: wide ? middle - (lines.length * 21) / 2 + 16 : 18,
    compact,
    words,
    height: Math.ceil(bottom + 8)
  };
}

function placeWords(
  ties: readonly Tie[],
  width: Artboard,
  frame: Frame,
  compact: boolean,
  start: number,
  extra: number
): {words: PlacedWord[]; bottom: number} {
  let y = start;
  const words: PlacedWord[] = [];
  for (const connective of new Set(ties.map((tie) => tie.connective))) {
    const own = ties.filter((tie) => tie.connective === connective);
    const first = own[0]!;
    const room = width === 640 ? frame.arrow[1] - frame.word - 20 : width - frame.word;
    const aside =
      width === 340 &&
      !compact &&
      widthOf(first.note, "sans", size.label) <= width - asideX(connective, frame)
        ? first.note
        : null;
    const note = compact ? [] : noteLines(first, room, aside === null);
    const head = compact ? 0 : width === 640 ? 30 : 30 + note.length * size.line;
    let at = y + head;
    const placed = own.map((tie): PlacedTie => {
      const effect = wrapEvenly(tie.effect, "sansStrong", frame.effectSize, width - frame.effect);
      const half = (effect.length * (frame.effectSize + 4)) / 2;
      const place = {tie, effect, y: at + half};
      at += 2 * half + (compact ? 6 : width === 640 ? 14 : 10);
      return place;
    });
    // On the wide artboard the note stands under the first arrow, beside what the others tie.
    const under = width === 640 && !compact ? placed[0]!.y + 8 + note.length * size.line : 0;
    words.push({connective, first, y: placed[0]!.y, note, aside, ties: placed});
    y = Math.max(at, under) + (compact ? 4 : width === 640 ? 14 : 6) + extra;
  }
  return {words, bottom: y - extra};
}

/** What the connective claims, under the words where these name more than the map is about. */
function noteLines({says, strength, note}: Tie, width: number, whole: boolean): NoteLine[] {
  const lines = (text: string, face: NoteLine["face"]) =>
    wrapEvenly(text, face, size.label, width).map((text): NoteLine => ({text, face}));
  return [
    ...(strength === "meanwhile" ? lines(quoted(says), "serif") : []),
    ...(whole ? lines(note, "sans") : [])
  ];
}

/** Where words beside a connective begin. */
function asideX(connective: string, {word, wordSize}: Frame): number {
  return word + widthOf(quoted(connective), "serifStrong", wordSize) + 10;
}

/** Draws the map: a group for each statement, its arrow as strong as its connective. */
export function drawMap(drawing: Drawing, map: PlacedMap): SVGGElement {
  const {document, width} = drawing;
  const frame = frames[width][map.compact ? "compact" : "roomy"];
  const ys = map.words.flatMap((word) => word.ties.map(({y}) => y));
  const wide = width === 640;
  const top = wide ? Math.min(...ys) : map.about.length * 24 + 4;
  return element(document, "g", {}, [
    line(document, [frame.trunk, top, frame.trunk, Math.max(...ys)], {
      stroke: map.compact ? paint.muted : paint.ink,
      "stroke-width": 2,
      "data-key": "trunk"
    }),
    ...map.about.map((text, i) =>
      words(document, {
        text,
        x: 0,
        y: map.aboutY + i * (wide ? 21 : 24),
        face: map.compact ? "sans" : "sansStrong",
        size: wide ? 17 : 19,
        fill: map.compact ? paint.muted : paint.ink,
        key: `about:${i}`
      })
    ),
    ...map.words.flatMap((word) => drawWord(drawing, word, frame, map.compact))
  ]);
}

function drawWord(
  {document, highlight, width}: Drawing,
  {connective, first, note, aside, ties, y}: PlacedWord,
  frame: Frame,
  compact: boolean
): SVGElement[] {
  const wide = width === 640;
  const wordY = compact
    ? y + 6
    : wide
      ? y - 11
      : y - (ties[0]!.effect.length * (frame.effectSize + 4)) / 2 - note.length * size.line - 10;
  const common: Omit<Words, "text" | "y"> = {x: frame.word};
  return ties.map(({tie, y, effect}, i) =>
    group(document, `tie:${tie.id}`, {record: tie.id}, compact || recedes(highlight, tie.id), [
      compact
        ? line(document, [frame.trunk, y, i === 0 ? frame.word - 6 : frame.arrow[0], y], {
            "stroke-width": 1,
            "data-key": `branch:${tie.id}`
          })
        : null,
      ...arrow(document, tie, frame.arrow, y),
      ...(i > 0
        ? []
        : [
            words(document, {
              ...common,
              text: quoted(connective),
              y: wordY,
              face: "serifStrong",
              size: frame.wordSize,
              key: `word:${first.id}`
            }),
            aside === null
              ? null
              : words(document, {
                  text: aside,
                  x: asideX(connective, frame),
                  y: wordY,
                  fill: paint.muted,
                  key: `aside:${first.id}`
                }),
            ...note.map((line, k) =>
              words(document, {
                ...common,
                ...line,
                y: (wide ? y + 22 : wordY + size.line) + k * size.line,
                fill: paint.muted,
                key: `note:${first.id}:${k}`
              })
            )
          ]),
      ...effect.map((text, k) =>
        words(document, {
          text,
          x: frame.effect,
          y: y + 5.5 + (k - (effect.length - 1) / 2) * (frame.effectSize + 4),
          face: compact ? "sans" : "sansStrong",
          size: frame.effectSize,
          key: `effect:${tie.id}:${k}`
        })
      )
    ])
  );
}

const strokes: Readonly<Record<Strength, {width: number; dash: string | null; head: boolean}>> = {
  cause: {width: 6, dash: null, head: true},
  reason: {width: 3, dash: "9 6", head: true},
  meanwhile: {width: 2.5, dash: "0.1 8", head: false}
};

/** An arrow for what is claimed: full for a cause, broken for a reason, dots without a head else. */
export function arrow(
  document: Document,
  {id, strength}: Tie,
  [x0, x1]: readonly [number, number],
  y: number
): SVGElement[] {
  const {width, dash, head} = strokes[strength];
  const shaft = line(document, [x0, y, head ? x1 - 12 : x1 - 6, y], {
    "stroke-width": width,
    "stroke-dasharray": dash,
    "stroke-linecap": strength === "meanwhile" ? "round" : null,
    "data-key": `shaft:${id}`
  });
  if (!head) return [shaft];
  return [
    shaft,
    path(document, `M${x1 - 13},${y - 8}L${x1},${y}L${x1 - 13},${y + 8}z`, {
      fill: paint.ink,
      "data-key": `head:${id}`
    })
  ];
}
