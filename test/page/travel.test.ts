import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {travel} from "../../src/page/motion.ts";

/** Two drawings, the second in a page, and a clock that is set by hand. */
function between(
  before: string,
  after: string
): {drawing: SVGElement; at(time: number): string; end: string} {
  const {document} = parseHTML("<html><body></body></html>");
  const [old, now] = [before, after].map((content) => {
    const stage = document.createElement("div");
    stage.innerHTML = `<svg>${content}</svg>`;
    return stage.firstElementChild as SVGElement;
  });
  document.body.append(now!);
  const end = now!.outerHTML;
  let next: FrameRequestCallback = () => {};
  const requestAnimationFrame = (frame: FrameRequestCallback): number => {
    next = frame;
    return 1;
  };
  travel(old!, now!, {requestAnimationFrame}, () => {});
  next(1000);
  const at = (time: number): string => {
    next(1000 + time);
    return now!.outerHTML;
  };
  return {drawing: now!, at, end};
}

const path = (d: string): string => `<path data-key="line" d="${d}"></path>`;

test("travel(…) moves a path of the same commands through the points between", () => {
  const {drawing, at, end} = between(path("M0,0l10,-4"), path("M8,0l10,4"));
  const first = drawing.querySelector("path")!.getAttribute("d");
  expect(first).toBe("M0,0l10,-4");
  at(240);
  const d = drawing.querySelector("path")!.getAttribute("d")!;
  expect(d).toMatch(/^M7,0l10,3$/);
  expect(at(480)).toBe(end);
});

test("travel(…) fades a path of other commands into its new shape, and leaves nothing behind", () => {
  const {drawing, at, end} = between(path("M0,0l1,1"), path("M0,0l1,1l2,2"));
  const [ghost, arriving] = [...drawing.querySelectorAll("path")];
  expect(ghost!.hasAttribute("data-key")).toBe(false);
  expect(ghost!.closest("[aria-hidden=true]")).not.toBeNull();
  expect(arriving!.getAttribute("opacity")).toBe("0");
  at(240);
  expect(Number(arriving!.getAttribute("opacity"))).toBeGreaterThan(0);
  expect(at(480)).toBe(end);
});

test("travel(…) moves what a keyed group holds without keys, and never a mark inside twice", () => {
  const group = (y: number): string =>
    `<g data-key="row"><line y1="${y}"></line><circle data-key="dot" cy="${y}"></circle></g>`;
  const {drawing, at, end} = between(group(10), group(20));
  at(240);
  expect(drawing.querySelector("line")!.getAttribute("y1")).toBe("18.75");
  expect(drawing.querySelector("circle")!.getAttribute("cy")).toBe("18.75");
  expect(at(480)).toBe(end);
});

test("travel(…) gives back an opacity that a new mark had of its own", () => {
  const {drawing, at, end} = between("", '<rect data-key="a" opacity="0.5"></rect>');
  expect(drawing.querySelector("rect")!.getAttribute("opacity")).toBe("0");
  expect(at(480)).toBe(end);
});

test("travel(…) stops where its drawing has left the page", () => {
  const {drawing, at} = between(
    '<rect data-key="a" x="0"></rect>',
    '<rect data-key="a" x="8"></rect>'
  );
  at(240);
  const half = drawing.querySelector("rect")!.getAttribute("x");
  drawing.remove();
  at(480);
  expect(drawing.querySelector("rect")!.getAttribute("x")).toBe(half);
});
