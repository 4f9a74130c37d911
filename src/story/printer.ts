import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {Claim, Dataset, Fact, Origin} from "../facts/dataset.ts";
import {formats} from "../format.ts";
import {isStated} from "../quantity.ts";
import type {Quantity} from "../quantity.ts";
import {findPrinted} from "./printed.ts";
import {linkFault} from "./links.ts";
import type {Block, Inline} from "./story.ts";
import {originMark} from "./voice.ts";

/** Gives the DOM id of a record's card, and with that makes sure that there is one. */
export type CardOf = (recordId: string) => string;

/** What turning words into HTML needs. */
export interface Printer {
  readonly dataset: Dataset;
  readonly cardOf: CardOf;
}

/** Blocks of prose as HTML. */
export function renderBlocks(blocks: readonly Block[], printer: Printer): ElementContent[] {
  return blocks.map((block) => {
    switch (block.type) {
      case "paragraph":
        return h("p", renderInlines(block.children, printer));
      case "heading":
        return h(`h${block.depth}`, renderInlines(block.children, printer));
      case "list":
        return h(
          block.ordered ? "ol" : "ul",
          block.items.map((item) => h("li", renderItem(item, printer)))
        );
      case "blockquote":
        return h("blockquote", renderBlocks(block.children, printer));
      case "code":
        return h("pre", [h("code", block.value)]);
      case "thematicBreak":
        return h("hr");
    }
  });
}

/** Words in a line as HTML. In a link, whose text can hold no button, numbers open no card. */
export function renderInlines(
  inlines: readonly Inline[],
  printer: Printer,
  inLink = false
): ElementContent[] {
  return inlines.map((inline): ElementContent => {
    switch (inline.type) {
      case "text":
        return {type: "text", value: inline.value};
      case "bound":
        return renderNumber(inline.ref, printer, {format: inline.format, button: !inLink});
      case "emphasis":
        return h("em", renderInlines(inline.children, printer, inLink));
      case "strong":
        return h("strong", renderInlines(inline.children, printer, inLink));
      case "inlineCode":
        return h("code", inline.value);
      case "break":
        return h("br");
      case "link": {
        const children = renderInlines(inline.children, printer, true);
        if (linkFault(inline.url) !== null) return h("span", children);
        return h("a", {href: inline.url}, children);
      }
    }
  });
}

export interface NumberOptions {
  /** A name of `formats`. */
  readonly format?: string;
  /** Other words for the number, as a table's cell has them. */
  readonly text?: string;
  /** Whether it opens its card. */
  readonly button?: boolean;
}

/**
 * A number as HTML: `data.fact` around a button that opens its card, with a word behind it where
 * no source says the number. `id` is of a fact or claim; throws for any other.
 */
export function renderNumber(id: string, printer: Printer, options: NumberOptions = {}): Element {
  const {format = "spoken", text, button = true} = options;
  const {fact, claim, record} = resolveNumber(printer.dataset, id);
  const {quantity, origin} = record;
  const shown = text ?? formatQuantity(quantity, format);
  // Nothing was computed where nobody states the number.
  const mark = isStated(quantity) ? originMark(origin) : "";
  return h(
    "data.fact",
    {
      dataFact: fact,
      ...(claim === null ? {} : {dataClaim: claim}),
      dataOrigin: origin,
      ...(quantity.value === null ? {} : {value: String(quantity.value)})
    },
    [
      button
        ? h("button", {popoverTarget: printer.cardOf(fact)}, shown)
        : {type: "text", value: shown},
      ...(mark === "" ? [] : [h("span.pl-origin", ` (${mark})`)])
    ]
  );
}

/** A fact's or claim's number in words, with the word for where it comes from. */
export function numberWords(id: string, {dataset}: Pick<Printer, "dataset">): string {
  const {quantity, origin} = resolveNumber(dataset, id).record;
  const mark = isStated(quantity) ? originMark(origin) : "";
  return formatQuantity(quantity, "spoken") + (mark === "" ? "" : ` (${mark})`);
}

/** Words in a line as plain text, for titles and descriptions of the page. */
export function plainText(inlines: readonly Inline[], dataset: Dataset): string {
  const text = inlines.map((inline) => {
    if (inline.type === "bound") {
      const {record} = resolveNumber(dataset, inline.ref);
      const mark = isStated(record.quantity) ? originMark(record.origin) : "";
      return formatQuantity(record.quantity, inline.format) + (mark === "" ? "" : ` (${mark})`);
    }
    if (inline.type === "break") return " ";
    return "value" in inline ? inline.value : plainText(inline.children, dataset);
  });
  return text.join("").replace(/\s+/g, " ").trim();
}

/** A quantity in a named format. */
export function formatQuantity(quantity: Quantity, format: string): string {
  const print = Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : null;
  if (print === null) throw new Error(`invalid format: ${format}`);
  return print(quantity);
}

function resolveNumber(
  dataset: Dataset,
  id: string
): {fact: string; claim: string | null; record: (Fact | Claim) & {origin: Origin}} {
  const printed = findPrinted(dataset, id);
  if (printed === null) throw new Error(`no such fact or claim: ${id}`);
  if (printed.type === "fact") return {fact: id, claim: null, record: printed.record};
  return {fact: printed.record.fact, claim: id, record: printed.record};
}

// A list whose items are one paragraph each is set tight.
function renderItem(item: readonly Block[], printer: Printer): ElementContent[] {
  const [only] = item;
  if (item.length === 1 && only?.type === "paragraph") return renderInlines(only.children, printer);
  return renderBlocks(item, printer);
}
