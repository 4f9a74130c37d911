import tokens from "../page/tokens.css?raw";
import {emitFigures} from "../story/figurefiles.ts";
import {paletteOf} from "../story/picture.ts";
import {download} from "./download.ts";
import type {Session} from "./session.ts";

/**
 * Gives the files under a figure with the edits in them, named as edited, as long as there are edits:
 * those beside the page are the published ones.
 */
export function startFigureFiles(document: Document, session: Session): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a.pl-file");
    if (link === null || session.history.now.size === 0) return;
    event.preventDefault();
    const {bound, drawings} = session.compiled;
    const holder = document.implementation.createHTMLDocument("");
    const name = link.pathname.split("/").at(-1)!;
    const files = emitFigures(bound, drawings, holder, paletteOf(tokens));
    const file = files.find(({path}) => path.endsWith(`/${name}`));
    if (file !== undefined) download(`edited-${name}`, file.content);
  });
}
