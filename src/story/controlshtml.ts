import type {Element} from "hast";
import {h} from "hastscript";
import type {Artboard, Control} from "../figure/kind.ts";
import type {BoundControls} from "./controls.ts";
import type {Varying} from "./variants.ts";

/** What differs in the drawings of a step's states, by artboard. */
export type Variants = Readonly<Record<Artboard, readonly Varying[]>>;

/** What the page's script reads of a step's controls; `src/page/controls.ts` takes it. */
interface Data {
  /** Of each control, how many values it has. */
  readonly sizes: readonly number[];
  /** Descriptions of the states; empty for the step's own. */
  readonly says: readonly string[];
  /** By the width of the artboard: key, markups, and which of them, as in `Varying`. */
  readonly parts: Readonly<
    Record<string, readonly (readonly [string, readonly string[], readonly number[]])[]>
  >;
}

/** The controls of a step, which the style sheet shows where a script answers. */
export function renderControls(step: string, {controls, at}: BoundControls): Element {
  const assumed = controls.some(({assumption}) => assumption);
  return h("div.pl-controls", {role: "group", ariaLabel: assumed ? "Suppose" : "Look closer"}, [
    ...(assumed ? [h("p.pl-suppose", "Suppose: no source says, so what follows is assumed.")] : []),
    ...controls.map((control, i) => {
      const name = `pl-set-${step}-${i}`;
      return control.as === "choice" ? choice(name, control, at[i]!) : range(name, control, at[i]!);
    }),
    h("p.pl-told", {role: "status"})
  ]);
}

function choice(name: string, {label, values}: Control, at: number): Element {
  return h("fieldset.pl-choice", [
    h("legend", label),
    ...values.map(({text}, i) =>
      h("label", [
        h("input", {type: "radio", name, value: String(i), checked: i === at, autoComplete: "off"}),
        h("span", text)
      ])
    )
  ]);
}

function range(name: string, {attribute, label, values}: Control, at: number): Element {
  const texts = values.map(({text}) => text);
  return h("div.pl-range", [
    h("label", {htmlFor: name}, label),
    h("output", {htmlFor: name}, texts[at]),
    h("input", {
      id: name,
      type: "range",
      min: "0",
      max: String(values.length - 1),
      value: String(at),
      ariaValueText: texts[at],
      dataSet: attribute,
      dataTexts: JSON.stringify(texts),
      autoComplete: "off"
    }),
    h("span.pl-ends", {ariaHidden: "true"}, [h("span", texts[0]), h("span", texts.at(-1))])
  ]);
}

/** The states of a step's controls, as data in the page. */
export function renderVariants({controls, variants, own}: BoundControls, drawn: Variants): Element {
  const data: Data = {
    sizes: controls.map(({values}) => values.length),
    says: variants.map(({description}, i) => (i === own ? "" : description)),
    parts: Object.fromEntries(
      Object.entries(drawn).map(([width, parts]) => [
        width,
        parts.map(({key, markups, of}) => [key, markups, of] as const)
      ])
    )
  };
  // Nothing in a script ends it but its end tag; and a comment would hide that.
  const json = JSON.stringify(data).replaceAll("</", "<\\/").replaceAll("<!--", "\\u003c!--");
  return h("script.pl-variants", {type: "application/json"}, json);
}
