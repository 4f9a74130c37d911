import fc from "fast-check";
import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import type {Dataset} from "../../src/facts/dataset.ts";
import {bindStory} from "../../src/story/bind.ts";
import {pageBody, renderStory} from "../../src/story/html.ts";
import {linkFault} from "../../src/story/links.ts";
import {parseStory} from "../../src/story/parse.ts";
import {scenesOf} from "../../src/story/story.ts";
import type {Inline, Story} from "../../src/story/story.ts";
import {bakery, figures, guards, kinds, sceneText, storyText} from "./bakery.ts";

const base = parseStory(
  storyText(
    sceneText("It costs {{bakery.price}}.").replace(
      "bakery.price A:",
      "bakery.price bakery.flour A:opened A:owns A:"
    )
  ),
  "stories/bread/story.md"
).story!;

/** Words that a page could mistake for something else, among words. */
const hostile = fc.oneof(
  fc.string(),
  fc.string({unit: "grapheme"}),
  fc.constantFrom(
    "<script>alert(1)</script>",
    "</p><img src=x onerror=alert(1)>",
    '" onclick="alert(1)',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "<!-- -->",
    "]]><svg onload=x>",
    "</template></style>",
    "{{bakery.price}}",
    "&lt;b&gt; &#x6a;",
    "`$&`$1",
    "\u202egnp.exe"
  )
);

const elements: ReadonlySet<string> = new Set(
  (
    "a article blockquote br button caption cite code data dd defs details div dl dt em figcaption figure footer g h1 h2 h3 h4 " +
    "header hr li main nav ol p pattern pre q section span strong summary svg table tbody td th thead tr ul"
  ).split(" ")
);

/** What nothing that an author or a document wrote may bring about. */
function expectHarmless(html: string): Document {
  const {document} = parseHTML(`<html><body>${html}</body></html>`);
  // The page's own place for a file; no author writes it.
  document.getElementById("pl-foot")?.remove();
  for (const element of document.body.querySelectorAll("*")) {
    expect(elements).toContain(element.localName);
    for (const {name, value} of element.attributes) {
      expect(name).not.toMatch(/^on|^style$|^src|^srcdoc$|^action$|^formaction$/);
      if (name === "href") expect(value).toMatch(/^(?:https:|mailto:|#|[^:]*$|[^:]*[/?#])/i);
    }
  }
  return document;
}

function render(story: Story, dataset: Dataset): string {
  const {bound} = bindStory(story, dataset, kinds, guards);
  if (bound === null) return "";
  return pageBody(renderStory(bound, figures));
}

/** Text as a page has it: NUL cannot stand in HTML, and line ends are one character. */
function asShown(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function shown(document: Document, selector: string): string {
  return asShown(document.querySelector(selector)!.textContent!);
}

test("text in titles is shown as it is and never becomes markup, script or address", () => {
  fc.assert(
    fc.property(hostile, hostile, (title, words) => {
      const text = (value: string): Inline[] => [{type: "text", value}];
      const story: Story = {
        ...base,
        front: {...base.front, title: text(title), standfirst: text(words)},
        parts: base.parts.map((part) =>
          part.type === "scene" ? {...part, title: text(title)} : part
        )
      };
      const document = expectHarmless(render(story, bakery));
      expect(shown(document, "h1")).toBe(asShown(title));
      expect(shown(document, "h2")).toBe(asShown(title));
    }),
    {numRuns: 40}
  );
});

test("text of facts, records and sources never becomes markup, script or address", () => {
  fc.assert(
    fc.property(hostile, hostile, (words, more) => {
      const dataset = structuredClone(bakery) as {-readonly [K in keyof Dataset]: Dataset[K]};
      Object.assign(dataset.claims["A:bakery.price"]!, {says: words, where: more, by: [more]});
      Object.assign(dataset.claims["A:bakery.price"]!, {status: [words]});
      Object.assign(dataset.facts["bakery.price"]!, {label: words, reason: more});
      Object.assign(dataset.facts["bakery.flour"]!, {formula: words});
      Object.assign(dataset.statements["A:fresh"]!, {gist: words, says: more});
      Object.assign(dataset.events["A:opened"]!, {what: words, who: [more]});
      Object.assign(dataset.relations["A:owns"]!, {type: words, to: more});
      Object.assign(dataset.contrasts["A:stale"]!, {reason: words});
      Object.assign(dataset.entities["bakery"]!, {name: words});
      Object.assign(dataset.sources["A"]!, {label: words, title: more, url: more, producer: words});
      const document = expectHarmless(render(base, dataset));
      const card = document.querySelector('[data-card="bakery.price"] .pl-card-title')!;
      // The page capitals the first letter, and some small letters share one capital: ϰ and κ.
      expect(asShown(card.textContent!).toUpperCase()).toBe(asShown(words).toUpperCase());
    }),
    {numRuns: 30}
  );
});

test("parseStory(text, file) reads any Markdown without throwing, and renders it harmless", () => {
  const markdown = fc.array(
    fc.oneof(
      hostile,
      fc.constantFrom(
        "\n",
        "\n\n",
        ":::",
        "::::scene{#a kind=list}\n## T\n:::step{#b}\nW.\n:::\n::::\n",
        ":::step{#c onclick=x}",
        "{",
        "}",
        "{{",
        "}}",
        "[x](javascript:alert(1))",
        "[x]: data:text/html,x\n",
        "[x]",
        "![x](x onerror=y)",
        "<!-- notes: ",
        "-->",
        "<!-- as is: four -->",
        "`",
        "```\n",
        "# ",
        "- ",
        "> ",
        "\t",
        "2022. ",
        "*",
        "&#60;script&#62;"
      )
    ),
    {maxLength: 12}
  );
  fc.assert(
    fc.property(markdown, (parts) => {
      const {story, diagnostics} = parseStory(storyText(parts.join("")), "stories/a/story.md");
      for (const {line, column} of diagnostics) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
      }
      if (story !== null) expectHarmless(render(story, bakery));
    }),
    {numRuns: 150}
  );
});

test("parseStory(text, file) points at the digit it reports, wherever it stands", () => {
  const prefix = fc.array(
    fc.constantFrom(
      "word ",
      "*em* ",
      "&amp;",
      "\\*",
      "`code` ",
      "\n",
      "é",
      "😀",
      "<!-- c --> ",
      "[l](#loaf) "
    ),
    {maxLength: 8}
  );
  fc.assert(
    fc.property(prefix, fc.constantFrom("", "> ", "- ", "> - "), (parts, lead) => {
      const words = `start ${parts.join("")} §7§ end`.replace(
        /\n/g,
        `\n${" ".repeat(lead === "- " ? 2 : 0)}${lead.includes(">") ? "> " : ""}`
      );
      const text = storyText(sceneText(lead + words));
      const {story} = parseStory(text, "stories/bread/story.md");
      const typed = scenesOf(story!)[0]!.steps[0]!.typed;
      const before = text.slice(0, text.indexOf("§7§") + 1).split("\n");
      expect(typed.map(({line, column}) => [line, column])).toEqual([
        [before.length, before.at(-1)!.length + 1]
      ]);
    }),
    {numRuns: 120}
  );
});

test("linkFault(url) admits https, mailto, relative addresses and fragments alone", () => {
  for (const url of [
    "https://a.b/c?d#e",
    "mailto:a@b.c",
    "a.html",
    "../a/",
    "/a",
    "#a",
    "?a:b",
    "a/b:c"
  ])
    expect(linkFault(url), url).toBeNull();
  for (const url of [
    "",
    " ",
    "http://a.b",
    "javascript:a",
    "JAVASCRIPT:a",
    "java\nscript:a",
    "\u0001javascript:a",
    " javascript:a",
    "data:text/html,a",
    "vbscript:a",
    "blob:a",
    "file:///a",
    "//a.b",
    "\\\\a.b",
    "/\\a.b",
    "https:\\\\a.b"
  ])
    expect(linkFault(url), url).not.toBeNull();
});
