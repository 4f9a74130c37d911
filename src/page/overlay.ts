/** A frame laid over marks, in the window's coordinates. */
export interface Frame {
  readonly element: HTMLElement;
  /** Lays it over an element; null takes it away. */
  place(over: Element | null): void;
  /** Follows what it lies over, after the page has moved. */
  follow(): void;
  remove(): void;
}

/** Makes a frame and adds it at the end of the body, where it disturbs no layout. */
export function makeFrame(document: Document, className: string): Frame {
  const element = document.createElement("span");
  element.className = className;
  element.hidden = true;
  document.body.append(element);
  let target: Element | null = null;
  const follow = (): void => {
    const rect = target?.isConnected ? target.getBoundingClientRect() : null;
    element.hidden = rect === null || rect.width + rect.height === 0;
    if (rect === null) return;
    const {style} = element;
    style.left = `${rect.left}px`;
    style.top = `${rect.top}px`;
    style.width = `${rect.width}px`;
    style.height = `${rect.height}px`;
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
