import {make} from "./make.ts";
import type {SaveAnswer} from "./save.ts";

/** The lines of a file that differ, as they are on the disk and as they would be. */
export function showConflict({file, disk, page}: SaveAnswer["conflicts"][number]): HTMLElement {
  const [ours, theirs] = [page.split("\n"), disk.split("\n")];
  const only = (lines: readonly string[], other: readonly string[]): string => {
    const known = new Set(other);
    return lines.filter((line) => !known.has(line)).join("\n") || "(nothing else)";
  };
  return make(
    "section",
    {},
    make("h4", {}, file),
    make("p", {}, "On the disk:"),
    make("pre", {}, only(theirs, ours)),
    make("p", {}, "In this page:"),
    make("pre", {}, only(ours, theirs))
  );
}
