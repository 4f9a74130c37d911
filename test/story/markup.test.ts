import {expect, test} from "vitest";
import {createDocument} from "../../src/compile/dom.ts";
import {markupOf} from "../../src/story/markup.ts";

const drawn =
  '<g data-key="a"><g class="b"/><text x="1">5 &gt; 3</text><path d="M0,0h1"/><text/></g>';

test("what holds nothing is closed in one way, however a document closes it", () => {
  const holder = createDocument().createElement("div");
  holder.innerHTML = `<svg>${drawn}</svg>`;
  expect(markupOf(holder.querySelector("g")!)).toBe(drawn);
  for (const outerHTML of [
    drawn.replaceAll("/>", " />"),
    drawn.replaceAll(/<(\w+)( [^<>]*)?\/>/g, "<$1$2></$1>")
  ])
    expect(markupOf({outerHTML} as Element)).toBe(drawn);
});
