/** One author error as development shows it. */
export interface Problem {
  /** Code, message and hint. */
  readonly text: string;
  /** `file:line:column`. */
  readonly place: string;
  /** The line itself, with a caret under the column. */
  readonly excerpt: string;
  /** What opens the place in an editor, from the server's root; "" where nothing can. */
  readonly file: string;
}

/**
 * Shows author errors in a banner over the page, which stays; none takes the banner away. `kept` says
 * whether the page is as it last was good.
 */
export function showProblems(
  document: Document,
  problems: readonly Problem[],
  kept: boolean
): void {
  document.getElementById("pl-problem-banner")?.remove();
  if (problems.length === 0) return;
  const element = (name: string, text = "", className = ""): HTMLElement => {
    const created = document.createElement(name);
    if (text !== "") created.textContent = text;
    if (className !== "") created.className = className;
    return created;
  };
  const banner = element("aside");
  banner.id = "pl-problem-banner";
  banner.setAttribute("role", "alert");
  const count =
    problems.length === 1 ? "One thing is wrong" : `${problems.length} things are wrong`;
  const isBlank = document.querySelector(".pl-story > *") === null;
  const stands = isBlank
    ? "There is no page to show before it is mended"
    : kept
      ? "The page shows the last good state"
      : "The rest of the page stands";
  banner.append(element("p", `${count}. ${stands}.`, "pl-problem-count"));
  const list = element("ol");
  for (const {text, place, excerpt, file} of problems) {
    const item = element("li");
    if (place !== "") {
      const link = element("a", place) as HTMLAnchorElement;
      if (file !== "") {
        link.href = `/__open-in-editor?file=${encodeURIComponent(file)}`;
        link.addEventListener("click", (event) => {
          event.preventDefault();
          void fetch(link.href);
        });
      }
      item.append(link, " ");
    }
    item.append(element("span", text));
    if (excerpt !== "") item.append(element("pre", excerpt));
    list.append(item);
  }
  banner.append(list);
  document.body.prepend(banner);
}
