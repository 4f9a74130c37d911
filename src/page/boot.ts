// The first script of a page, before anything is painted. A classic script: it imports nothing.
{
  const root = document.documentElement;
  const theme = /[?&]theme=(light|dark)(?:&|$)/.exec(location.search)?.[1];
  if (theme !== undefined) root.dataset["theme"] = theme;
  const notebook = /[?&]view=notebook(?:&|$)/.test(location.search);
  if (notebook) {
    root.dataset["view"] = "notebook";
    root.dataset["unrolled"] = "notebook";
  }
  if (/[?&]layout=unrolled(?:&|$)/.test(location.search)) root.dataset["unrolled"] ??= "chosen";
  // Fonts are asked for before the style sheet is read. From a file such a request is refused.
  if (location.protocol !== "file:")
    for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=pl-font]"))
      link.rel = "preload";
  // The reader runs before this event. If it has not, the pinned stages would never change.
  document.addEventListener("DOMContentLoaded", () => {
    if (notebook)
      for (const workings of document.querySelectorAll<HTMLDetailsElement>(".pl-workings"))
        workings.open = true;
    if (root.dataset["reader"] === undefined) root.dataset["unrolled"] ??= "fallback";
  });
}
