interface Listeners {
  /** Something may be elsewhere. */
  moved(): void;
  /** The page has another size or layout; before `moved`. */
  resized(): void;
}

/**
 * Starts to watch for whatever moves the page, until the signal. Events only say that it is time to
 * look. Gives how to watch other elements: their coming and going wakes where no scroll event comes.
 */
export function watchPage(
  document: Document,
  window: Window,
  signal: AbortSignal,
  {moved, resized}: Listeners
): (elements: readonly Element[]) => void {
  let frame = 0;
  const wake = (): void => {
    frame ||= window.requestAnimationFrame(() => {
      frame = 0;
      moved();
    });
  };
  const crossings = new IntersectionObserver(moved, {root: document, rootMargin: "-45% 0px"});
  const sizes = new ResizeObserver(() => {
    resized();
    wake();
  });
  sizes.observe(document.body);
  // Browsers tell of scrolling once a frame before marks travel in it, and of crossings once they
  // have: to look then asks for no layout of the page, as it would in the midst of their travel.
  window.addEventListener("scroll", moved, {passive: true, signal});
  window.addEventListener("resize", wake, {passive: true, signal});
  signal.addEventListener("abort", () => {
    window.cancelAnimationFrame(frame);
    crossings.disconnect();
    sizes.disconnect();
  });
  return (elements) => {
    crossings.disconnect();
    for (const element of elements) crossings.observe(element);
  };
}
