/** A document's text made comparable, with the way back to the offsets of the original. */
export interface PlainText {
  readonly text: string;
  /** For each character of `text`, its offset in the original; one more for the end. */
  readonly offsets: readonly number[];
}

const same: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‛": "'",
  "′": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "″": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "−": "-"
};

/**
 * Normalises text for finding fragments: any run of white space is one space, quotes and hyphens
 * are the plain ones, soft hyphens and zero-width characters are gone. Letters keep their case.
 */
export function toPlainText(original: string): PlainText {
  const characters: string[] = [];
  const offsets: number[] = [];
  let space = true;
  for (let i = 0; i < original.length; ++i) {
    const c = original[i]!;
    if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(c)) continue;
    if (/\s/.test(c)) {
      if (!space) {
        characters.push(" ");
        offsets.push(i);
      }
      space = true;
      continue;
    }
    space = false;
    characters.push(same[c] ?? c);
    offsets.push(i);
  }
  offsets.push(original.length);
  return {text: characters.join(""), offsets};
}

/** Where a fragment stands in a document. */
export interface Location {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export type NotFound = "absent" | "not unique" | "near is absent" | "near is not unique";

/**
 * Finds a fragment, by its normalised text. Where it occurs more than once, `near` picks the
 * occurrence that is nearest to it; two that are equally near are not told apart.
 */
export function locate(
  document: PlainText,
  lineOf: (offset: number) => number,
  says: string,
  near?: string
): Location | NotFound {
  const sought = toPlainText(says).text.trim();
  const found = occurrences(document.text, sought);
  if (found.length === 0) return "absent";
  let at = found[0]!;
  if (near !== undefined) {
    const beside = toPlainText(near).text.trim();
    const places = occurrences(document.text, beside);
    if (places.length === 0) return "near is absent";
    const distance = (place: number): number =>
      Math.min(
        ...places.map((n) =>
          n <= place
            ? Math.max(0, place - n - beside.length)
            : Math.max(0, n - place - sought.length)
        )
      );
    const ranked = found.map((place) => ({place, distance: distance(place)}));
    ranked.sort((a, b) => a.distance - b.distance);
    if (ranked.length > 1 && ranked[0]!.distance === ranked[1]!.distance)
      return "near is not unique";
    at = ranked[0]!.place;
  } else if (found.length > 1) return "not unique";
  const start = document.offsets[at]!;
  const end = document.offsets[at + sought.length - 1]! + 1;
  return {line: lineOf(start), start, end};
}

function occurrences(text: string, sought: string): number[] {
  const places: number[] = [];
  if (sought === "") return places;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    // "$2.5 billion" must not be found inside "$12.5 billions".
    const before = at === 0 ? " " : text[at - 1]!;
    const after = text[at + sought.length] ?? " ";
    const cut = (isWord(before) && isWord(sought[0]!)) || (isWord(after) && isWord(sought.at(-1)!));
    if (!cut) places.push(at);
  }
  return places;
}

function isWord(character: string): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(character);
}

/** Makes a function from an offset to the ordinal of its line among the non-blank lines, from 1. */
export function lineCounter(text: string): (offset: number) => number {
  const starts: number[] = [];
  const pattern = /[^\r\n]+/g;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    if (match[0].trim() !== "") starts.push(match.index);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
}
