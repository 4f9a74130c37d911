/** A frame laid over marks. */
export interface Frame {
  readonly element: HTMLElement;
  /** Lays it over an element; null takes it away. */
  place(over: Element | null): void;
  /** Follows what it lies over, after the page has moved. */
  follow(): void;
  remove(): void;
}

/** Frames laid over any number of marks. */
export interface Frames {
  /** Lays one over each of these elements, and over no others. */
  place(over: readonly Element[]): void;
  remove(): void;
}

/** The line between a number and its card. */
export interface PlumbLine {
  /** Ties it between two elements, one above the other; null takes it away. */
  tie(ends: readonly [Element, Element] | null): void;
  follow(): void;
  remove(): void;
}

/** Makes a frame, in the window's coordinates, at the end of the body, where it disturbs nothing. */
export function makeFrame(document: Document, className: string): Frame {
  const element = makeSpan(document, className);
  let target: Element | null = null;
  const follow = (): void => {
    const {left, top, width, height} = target?.getBoundingClientRect() ?? new DOMRect();
    put(element, left, top, width, height);
  };
  return {
    element,
    follow,
    place(over) {
      target = over;
      follow();
    },
    remove: () => element.remove()
  };
}

/** Makes as many frames as are ever needed at once. */
export function makeFrames(document: Document, className: string): Frames {
  const frames: Frame[] = [];
  return {
    place(over) {
      for (const [i, element] of over.entries())
        (frames[i] ??= makeFrame(document, className)).place(element);
      for (const frame of frames.slice(over.length)) frame.place(null);
    },
    remove() {
      for (const frame of frames) frame.remove();
    }
  };
}

/** Makes the line between a number and its card. */
export function makeString(document: Document): PlumbLine {
  const element = makeSpan(document, "pl-string");
  let tied: readonly [Element, Element] | null = null;
  const follow = (): void => {
    if (tied === null) return put(element, 0, 0, 0, 0);
    const [number, card] = tied.map((end) => end.getBoundingClientRect()) as [DOMRect, DOMRect];
    const top = Math.min(number.bottom, card.bottom);
    put(element, number.left + number.width / 2, top, 0, Math.max(number.top, card.top) - top);
  };
  return {
    follow,
    tie(ends) {
      tied = ends;
      follow();
    },
    remove: () => element.remove()
  };
}

function makeSpan(document: Document, className: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.hidden = true;
  document.body.append(element);
  return element;
}

function put(element: HTMLElement, left: number, top: number, width: number, height: number): void {
  const hidden = width + height <= 0;
  // To write what is so already would have the page's styles computed again.
  if (element.hidden && hidden) return;
  element.hidden = hidden;
  // By transform, for what moves by it does not count as a shift of the layout; a card cannot be
  // anchored to that. The policy admits the object model's text; the attribute it would refuse.
  const at = element.matches(".pl-anchor")
    ? `left:${left}px;top:${top}px`
    : `left:0;top:0;transform:translate(${left}px,${top}px)`;
  element.style.cssText = `${at};width:${width}px;height:${height}px`;
}
