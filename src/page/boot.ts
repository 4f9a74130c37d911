// The first script of a page, before anything is painted. A classic script: it imports nothing.
{
  const root = document.documentElement;
  const theme = /[?&]theme=(light|dark)(?:&|$)/.exec(location.search)?.[1];
  if (theme !== undefined) root.dataset["theme"] = theme;
  // The reader runs before this event. If it has not, the pinned stages would never change.
  document.addEventListener("DOMContentLoaded", () => {
    if (root.dataset["reader"] === undefined) root.dataset["unrolled"] = "fallback";
  });
}
