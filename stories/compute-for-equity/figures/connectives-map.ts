import {recedes} from "../../../src/figure/emphasis.ts";
import {path} from "../../../src/figure/glyphs.ts";
import type {Artboard, Drawing} from "../../../src/figure/kind.ts";
import {quoted} from "../../../src/figure/labels.ts";
import {element, group, words} from "../../../src/figure/svg.ts";
import {widthOf, wrapEvenly} from "../../../src/figure/text.ts";
import {paint, size} from "../../../src/figure/theme.ts";
import {arrow} from "./connectives-arrow.ts";
import type {Tie, Ties} from "./connectives-records.ts";

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

/** Ties of one connective, and its word. */
interface PlacedWord {
  readonly connective: string;
  readonly first: Tie;
  /** The base line of the word. */
  readonly y: number;
  /** Below the word, and beside it where there is room. */
  readonly note: readonly NoteLine[];
  readonly aside: string | null;
  readonly ties: readonly PlacedTie[];
}

export interface PlacedMap {
  readonly about: readonly string[];
  readonly aboutY: number;
  readonly words: readonly PlacedWord[];
  readonly height: number;
}

interface Frame {
  /** Where arrows or words branch off, on a line down from what all is tied to. */
  readonly trunk: number;
  readonly word: number;
  readonly arrow: readonly [number, number];
  readonly effect: number;
  readonly wordSize: number;
  readonly effectSize: number;
}

/** On the wide artboard a word stands before its arrows and holds them, on the narrow one above. */
const frames = {
  340: {trunk: 6, word: 16, arrow: [6, 54], effect: 64, wordSize: 21, effectSize: 15},
  640: {trunk: 112, word: 132, arrow: [302, 390], effect: 402, wordSize: 22, effectSize: 16}
} as const;

/** Places the map from the top; `height` is how far it may spread. */
export function placeMap({about, ties}: Ties, width: Artboard, height = 0): PlacedMap {
  const frame: Frame = frames[width];
  const wide = width === 640;
  const lines = wrapEvenly(about, "sansStrong", wide ? 17 : 19, wide ? frame.trunk - 12 : 320);
  const start = wide ? 4 : lines.length * 24 + 8;
  const tight = placeWords(ties, width, frame, start, 0);
  const gaps = Math.max(1, tight.words.length - (wide ? 1 : 0));
  const slack = Math.floor(Math.max(0, height - tight.bottom - 8) / gaps);
  const {words, bottom} = placeWords(ties, width, frame, start, Math.min(slack, 90));
  const ys = words.map(branchY);
  const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
  return {
    about: lines,
    aboutY: wide ? middle - (lines.length * 21) / 2 + 16 : 18,
    words,
    height: Math.ceil(bottom + 8)
  };
}

function placeWords(
  ties: readonly Tie[],
  width: Artboard,
  frame: Frame,
  start: number,
  extra: number
): {words: PlacedWord[]; bottom: number} {
  const wide = width === 640;
  let y = start;
  const words: PlacedWord[] = [];
  for (const connective of new Set(ties.map((tie) => tie.connective))) {
    const own = ties.filter((tie) => tie.connective === connective);
    const first = own[0]!;
    // Beside a second arrow there is less room than below one.
    const end = !wide ? width : own.length > 1 ? frame.arrow[0] - 18 : frame.effect - 16;
    const room = end - frame.word;
    const aside =
      !wide && widthOf(first.note, "sans", size.label) <= width - asideX(connective, frame)
        ? first.note
        : null;
    const note = noteLines(first, room, aside === null);
    let at = y + (wide ? 0 : 30 + note.length * size.line);
    const placed = own.map((tie): PlacedTie => {
      const effect = wrapEvenly(tie.effect, "sansStrong", frame.effectSize, width - frame.effect);
      const half = Math.round((effect.length * (frame.effectSize + 4)) / 2);
      const place = {tie, effect, y: at + half};
      at += 2 * half + 10;
      return place;
    });
    const middle = Math.round((placed[0]!.y + placed.at(-1)!.y) / 2);
    const wordY = wide ? middle + 7 : y + 20;
    words.push({connective, first, y: wordY, note, aside, ties: placed});
    const under = wide ? wordY + note.length * size.line + 10 : 0;
    y = Math.max(at, under) + (wide ? 18 : 6) + extra;
  }
  return {words, bottom: y - extra - 6};
}

/** Where the trunk reaches a word's ties: at its word, or at each arrow below it. */
function branchY({ties}: PlacedWord): number {
  return Math.round((ties[0]!.y + ties.at(-1)!.y) / 2);
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
  const frame: Frame = frames[width];
  const wide = width === 640;
  const top = wide ? Math.min(...map.words.map(branchY)) : map.about.length * 24 + 4;
  const bottom = Math.max(...map.words.map((word) => (wide ? branchY(word) : word.ties.at(-1)!.y)));
  const branches = wide
    ? map.words.map((word) => `M${frame.trunk},${branchY(word)}H${frame.word - 6}`)
    : [];
  return element(document, "g", {}, [
    path(document, `M${frame.trunk},${top}V${bottom}${branches.join("")}`, {
      stroke: paint.ink,
      "stroke-width": 2,
      "data-key": "trunk"
    }),
    ...map.about.map((text, i) =>
      words(document, {
        text,
        x: 0,
        y: map.aboutY + i * (wide ? 21 : 24),
        face: "sansStrong",
        size: wide ? 17 : 19,
        key: `about:${i}`
      })
    ),
    ...map.words.flatMap((word) => drawTies(drawing, word, frame))
  ]);
}

function drawTies(drawing: Drawing, word: PlacedWord, frame: Frame): SVGElement[] {
  const {document, highlight} = drawing;
  return word.ties.map(({tie, y, effect}, i) =>
    group(document, `tie:${tie.id}`, {record: tie.id}, recedes(highlight, tie.id), [
      ...(i === 0 ? drawWord(drawing, word, frame) : []),
      ...arrow(document, tie, [
        [frame.arrow[0], y],
        [frame.arrow[1], y]
      ]),
      ...effect.map((text, k) =>
        words(document, {
          text,
          x: frame.effect,
          y: y + 5.5 + (k - (effect.length - 1) / 2) * (frame.effectSize + 4),
          face: "sansStrong",
          size: frame.effectSize,
          key: `effect:${tie.id}:${k}`
        })
      )
    ])
  );
}

/** The connective and what it claims; before its arrows, a bracket that holds them if they are several. */
function drawWord(
  {document, width}: Drawing,
  word: PlacedWord,
  frame: Frame
): (SVGElement | null)[] {
  const {connective, first, note, aside, ties, y} = word;
  const middle = branchY(word);
  const wide = width === 640;
  return [
    wide && ties.length > 1
      ? path(
          document,
          `M${frame.arrow[0]},${ties[0]!.y}h-10V${ties.at(-1)!.y}h10M${frame.arrow[0] - 10},${middle}h-8`,
          {
            stroke: paint.ink,
            "stroke-width": 2,
            "data-key": `bracket:${first.id}`
          }
        )
      : null,
    words(document, {
      text: quoted(connective),
      x: frame.word,
      y,
      face: "serifStrong",
      size: frame.wordSize,
      key: `word:${first.id}`
    }),
    aside === null
      ? null
      : words(document, {
          text: aside,
          x: asideX(connective, frame),
          y,
          fill: paint.muted,
          key: `aside:${first.id}`
        }),
    ...note.map((line, k) =>
      words(document, {
        ...line,
        x: frame.word,
        y: y + (k + 1) * size.line,
        fill: paint.muted,
        key: `note:${first.id}:${k}`
      })
    )
  ];
}
