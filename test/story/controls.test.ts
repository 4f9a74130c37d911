import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {createDocument} from "../../src/compile/dom.ts";
import {Memo} from "../../src/story/memo.ts";
import {drawStates} from "../../src/story/drawings.ts";
import type {Kind} from "../../src/figure/kind.ts";
import {lintDrawnText} from "../../src/story/drawn.ts";
import {atCaret, placed} from "./caret.ts";
import {bindDial, dial, dialBody, dialText} from "./dial.ts";

/** The dial with other parts. */
const otherDial = (parts: Partial<typeof dial>): Kind => ({...dial, ...parts}) as Kind;

function page(text?: string): Document {
  return parseHTML(`<html><body>${dialBody(text)}</body></html>`).document;
}

test("bindStory(…) gives a step every combination of what its controls set, each described", () => {
  const {bound, diagnostics} = bindDial(dialText());
  expect(diagnostics).toEqual([]);
  const [first, play] = bound!.scenes[0]!.steps;
  expect(first!.controls).toBeNull();
  const {controls, at, variants, own} = play!.controls!;
  expect(controls.map(({attribute}) => attribute)).toEqual(["of", "share"]);
  expect(at).toEqual([0, 2]);
  expect(variants.map(({state}) => state)).toEqual(
    ["price", "flour"].flatMap((of) => ["40%", "45%", "as-said"].map((share) => ({share, of})))
  );
  expect(own).toBe(2);
  expect(variants[own]!.description).toBe(play!.description);
  expect(variants[3]!.description).toBe("Of the flour it is $1.6, if it is 40%.");
});

test("bindStory(…) begins a control at the value that the author writes", () => {
  const {bound} = bindDial(dialText('of=flour share="45%"'));
  expect(bound!.scenes[0]!.steps[1]!.controls).toMatchObject({at: [1, 1], own: 4});
});

test("bindStory(…) reports an author's value that is none of its control's, at the value", () => {
  const {text, line, column} = atCaret(dialText('of=price share="▲55%"'));
  const {bound, diagnostics} = bindDial(text);
  expect(bound).toBeNull();
  expect(placed(diagnostics)).toEqual([`PL344 ${line}:${column}`]);
  expect(diagnostics[0]).toMatchObject({
    message: 'share is "55%"',
    hint: "it may be 40%, 45%, as-said"
  });
});

const share = {attribute: "share", label: "Share", as: "range", assumption: true} as const;
const values = (...list: string[]) => list.map((value) => ({value, text: value}));
const many = Array.from({length: 151}, (_, i) => `${i}%`);

test.each([
  [
    "a value that no state can have",
    [{...share, attribute: "of", values: values("price", "salt")}]
  ],
  ["one value alone", [{...share, values: values("as-said")}]],
  ["a value twice", [{...share, values: values("40%", "40%", "as-said")}]],
  ["two controls of one attribute", [1, 2].map(() => ({...share, values: values("1%", "2%")}))],
  ["too many states", [{...share, values: values(...many)}]]
])("bindStory(…) reports a kind whose controls have %s, at the kind", (_, controls) => {
  const {text, line, column} = atCaret(dialText().replace("kind=", "kind=▲"));
  const {bound, diagnostics} = bindDial(text, otherDial({controls: () => controls}));
  expect(bound!.scenes[0]!.failure).not.toBeNull();
  expect(placed(diagnostics)).toEqual([`PL347 ${line}:${column}`]);
});

test("lintDrawnText(…) reads what every setting draws and says, and lets stand what it supposes", () => {
  const lint = (kind: Kind) => {
    const {bound} = bindDial(dialText(), kind);
    return lintDrawnText(
      bound!,
      "loaf",
      drawStates(bound!, new Memo(), createDocument()).texts("loaf")
    );
  };
  expect(lint(dial as unknown as Kind)).toEqual([]);
  const found = lint(otherDial({supposes: () => []})).map(({message}) => message);
  expect(found.length).toBe(4);
  expect(found.join()).toContain('"$1.8"');
});

test("renderStory(…) puts the controls after the words, set to the step's own state", () => {
  const controls = page().querySelector("#play > .pl-words + .pl-controls")!;
  expect(page().querySelectorAll(".pl-controls").length).toBe(1);
  expect(controls.querySelector("legend")!.textContent).toBe("A share of what?");
  const checked = controls.querySelector("input[type=radio][checked]")!;
  expect(checked.closest("label")!.textContent).toBe("the price");
  const slider = controls.querySelector("input[type=range]")!;
  expect(controls.querySelector(`label[for="${slider.id}"]`)!.textContent).toMatch(/nearly half/);
  expect(
    ["min", "max", "value", "aria-valuetext"].map((name) => slider.getAttribute(name))
  ).toEqual(["0", "2", "2", "as the article has it"]);
  expect(controls.textContent).toMatch(/assumed/);
});

test("renderStory(…) does not call assumed what supposes nothing", () => {
  const plain = otherDial({
    controls: (drawing) => dial.controls!(drawing).map((each) => ({...each, assumption: false}))
  });
  const {bound} = bindDial(dialText(), plain);
  expect(bound!.scenes[0]!.steps[1]!.controls).not.toBeNull();
  const body = dialBody(undefined, plain);
  expect(body).toContain("pl-controls");
  expect(body).not.toMatch(/pl-suppose/);
});

test("renderStory(…) gives the states of the controls as data that no words can leave", () => {
  const document = page();
  const script = document.querySelector("#play > .state > script.pl-variants")!;
  expect(script.getAttribute("type")).toBe("application/json");
  expect(script.textContent).not.toMatch(/<\/|<!--/);
  const {sizes, says, parts} = JSON.parse(script.textContent);
  expect(sizes).toEqual([2, 3]);
  expect(says[2]).toBe("");
  expect(says[0]).toBe("Of the price it is $1.6, if it is 40%.");
  expect(Object.keys(parts)).toEqual(["340", "640"]);
  for (const width of [340, 640]) {
    const keys = parts[width].map(([key]: [string]) => key);
    expect(keys).toEqual(["bar", "amount", "of", "knob"]);
    const [, markups, of] = parts[width][1];
    expect(of).toEqual([1, 2, 0, 1, 2, 0]);
    expect(markups[0]).toContain(">$1.6, if it is 40%</text>");
  }
});
