import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {Claim, Event, Relation, Statement} from "../facts/dataset.ts";
import {custodyOf, custodyParts} from "./custody.ts";
import type {Printer} from "./printer.ts";
import {sourceLinkIn, sourceName} from "./sources.ts";
import * as voice from "./voice.ts";

/** What the parts of a card need. */
export interface CardPrinter extends Printer {
  /** Notes that a source was named. */
  name(source: string): void;
  readonly places: Places;
}

/** Where verified fragments stand in their documents, by id: UTF-16 offsets, end exclusive. */
export type Places = Readonly<Record<string, {readonly start: number; readonly end: number}>>;

export type Quoted = Claim | Statement | Event | Relation;

/** The fragment, and in English where it is not; and where it stands, for who holds the document. */
export function quote(
  id: string,
  {says, gloss, source, line}: Quoted,
  {dataset, places}: CardPrinter
): Element {
  const {lang, document} = dataset.sources[source]!;
  // Without a line the fragment is not, or no longer, the one that was verified; and a place in a
  // PDF's text is none in the file that a reader holds.
  const isOwn = line !== null && !/\.pdf$/i.test(document ?? "");
  const place = isOwn && Object.hasOwn(places, id) ? places[id]! : null;
  const dataAt = place === null ? undefined : `${place.start},${place.end}`;
  const words = voice.quoted(says);
  if (gloss === undefined) return h("blockquote.pl-quote", {lang, dataAt}, words);
  return h("blockquote.pl-quote", {lang, dataAt}, [
    h("p", words),
    h("p", {lang: "en"}, `In English: ${voice.quoted(gloss)}`)
  ]);
}

/** In which document, where in it, who says it there and what the document rests on. */
export function provenance(id: string, record: Quoted, printer: CardPrinter): ElementContent[] {
  const {dataset} = printer;
  printer.name(record.source);
  const place = voice.placeSentence(record);
  return [
    h("p.pl-source", [
      ...sourceName(record.source, dataset),
      ...(place === "" ? [] : [` ${place}`])
    ]),
    ...custody(id, printer)
  ];
}

/** The line of custody behind the document; nothing where nobody knows of any. */
function custody(id: string, {dataset, name}: CardPrinter): ElementContent[] {
  const [, ...behind] = custodyParts(custodyOf(dataset, id));
  if (behind.every((part) => part === "")) return [];
  const parts = behind.map((part) => {
    if (typeof part === "string") return part;
    if (part.source === null) return part.name;
    name(part.source);
    return sourceLinkIn(part.source, part.name, dataset);
  });
  return [h("p.pl-by", ["It", ...parts, "."])];
}

/** What kind of evidence a record is, and whether its words were checked. */
export function originOf(record: Quoted, {dataset}: CardPrinter): ElementContent[] {
  const source = dataset.sources[record.source]!;
  const origin = "origin" in record ? record.origin : source.origin;
  if ("verified" in record && !record.verified && source.document === null)
    return [
      h("p.pl-origin", `${voice.originSentence(origin)} No copy is held here to verify it by.`)
    ];
  return [
    h("p.pl-origin", voice.originSentence(origin)),
    ...("verified" in record && !record.verified
      ? [h("p.pl-unverified", "Not verified against the document.")]
      : [])
  ];
}
