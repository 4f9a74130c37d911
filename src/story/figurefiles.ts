import {dataOf, plotCode} from "../figure/code.ts";
import type {BoundScene, BoundStory} from "./bind.ts";
import {plainText} from "./printer.ts";
import {sourceText} from "./sourceline.ts";
import {csvLine} from "./emit.ts";
import type {EmittedFile} from "./emit.ts";
import {makePicture} from "./picture.ts";
import type {Palette, PictureWords} from "./picture.ts";
import type {Drawings} from "./drawings.ts";

/**
 * The files of a story's figures, `figures/<scene>.…`: its picture, the rows
 * of its table, its quantities, and a program for Observable Plot where it has any. Pictures are made as
 * elements of `document`, which is any.
 */
export function emitFigures(
  bound: BoundStory,
  drawings: Drawings,
  document: Document,
  palette: Palette
): EmittedFile[] {
  return bound.scenes.flatMap((scene) => {
    const {id, picture} = scene.scene;
    const file = (ending: string, content: string): EmittedFile => ({
      path: `figures/${id}.${ending}`,
      content
    });
    const program = plotCode(scene.records);
    return [
      ...(picture === null
        ? []
        : [
            file(
              "svg",
              makePicture(document, drawings.svg(id, picture, 640), wordsOf(scene, bound), palette)
            )
          ]),
      file("csv", tableCsv(scene)),
      file("json", `${JSON.stringify(dataOf(scene.records), null, 1)}\n`),
      ...(program === "" ? [] : [file("plot.js", `${program}\n`)])
    ];
  });
}

function wordsOf(bound: BoundScene, {dataset}: BoundStory): PictureWords {
  const {scene, measure} = bound;
  return {title: plainText(scene.title, dataset), measure, source: sourceText(bound, dataset).text};
}

function tableCsv({table}: BoundScene): string {
  const rows = [table.columns, ...table.rows.map((row) => row.map(({text}) => text))];
  return rows.map((row) => `${csvLine(row)}\r\n`).join("");
}
