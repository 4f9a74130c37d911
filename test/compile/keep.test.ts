import {expect, test} from "vitest";
import {keepLastGood} from "../../src/compile/keep.ts";
import type {Site} from "../../src/compile/site.ts";

/** A compilation of one story whose page has a title, or that has none, with errors by their codes. */
function site(title: string | null, ...codes: string[]): Site {
  const page = title === null ? null : {title};
  const diagnostics = codes.map((code) => ({code, severity: "error"}));
  return {stories: [{slug: "bread", page}], diagnostics, kept: false} as unknown as Site;
}

function shown({stories, kept}: Site): string {
  return `${stories[0]!.page?.title ?? "nothing"}${kept ? ", kept" : ""}`;
}

test("keepLastGood(…) keeps the last good page until no error spoils the newest", () => {
  const good = site("good");
  const first = keepLastGood(site("spoilt", "PL347"), good);
  expect(shown(first)).toBe("good, kept");
  const second = keepLastGood(site(null, "PL345"), first);
  expect(shown(second)).toBe("good, kept");
  expect(second.diagnostics.map(({code}) => code)).toEqual(["PL345"]);
  expect(shown(keepLastGood(site("mended"), second))).toBe("mended");
});

test("keepLastGood(…) keeps nothing for a figure that cannot be drawn", () => {
  expect(shown(keepLastGood(site("new", "PL404"), site("good")))).toBe("new");
});

test("keepLastGood(…) keeps nothing for words whose guard is false: they say so themselves", () => {
  expect(shown(keepLastGood(site("new", "PL351"), site("good")))).toBe("new");
  expect(shown(keepLastGood(site("new", "PL351", "PL104"), site("good")))).toBe("good, kept");
});

test("keepLastGood(…) shows the newest that can be shown where there was no good one", () => {
  const cold = keepLastGood(site("cold", "PL347"), null);
  expect(shown(cold)).toBe("cold");
  const next = keepLastGood(site("next", "PL347"), cold);
  expect(shown(next)).toBe("next");
  expect(shown(keepLastGood(site(null, "PL345"), next))).toBe("next");
  expect(shown(keepLastGood(site("first", "PL347"), site(null, "PL345")))).toBe("first");
});
