import {defaultKeymap, history, historyKeymap} from "@codemirror/commands";
import {yaml} from "@codemirror/lang-yaml";
import {indentService, syntaxHighlighting} from "@codemirror/language";
import {nextDiagnostic, previousDiagnostic, setDiagnostics} from "@codemirror/lint";
import {search, searchKeymap} from "@codemirror/search";
import {EditorState, Text} from "@codemirror/state";
import type {TransactionSpec} from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers
} from "@codemirror/view";
import {classHighlighter} from "@lezer/highlight";
import type {Diagnostic, Position} from "../../diagnostic.ts";
import {make} from "../make.ts";
import {hanging} from "./hanging.ts";
import {wordsOf} from "./mistakes.ts";
import {changeBetween, rangesIn} from "./ranges.ts";

interface StateOptions {
  readonly file: string;
  /** As the editor shows it. */
  readonly text: string;
  /** Called with what the state has become, after each change of the text or the caret. */
  changed(state: EditorState, typed: boolean): void;
}

/** Makes the state of a file that is opened. */
export function makeState({file, text, changed}: StateOptions): EditorState {
  return EditorState.create({
    // Not split at a carriage return, which stays where a file mixes endings.
    doc: Text.of(text.split("\n")),
    extensions: [
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSpecialChars(),
      history(),
      yaml(),
      // What follows a bare key stands in it.
      indentService.of((context, at) => {
        const {text} = context.lineAt(at, -1);
        return /:\s*(?:#.*)?$/.test(text) ? text.search(/\S/) + context.unit : undefined;
      }),
      hanging,
      syntaxHighlighting(classHighlighter),
      search({top: true}),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": `Text of ${file}`,
        spellcheck: "false",
        tabindex: "0"
      }),
      EditorView.updateListener.of(({state, docChanged}) => changed(state, docChanged)),
      keymap.of([
        {key: "F8", run: nextDiagnostic, shift: previousDiagnostic},
        ...searchKeymap,
        ...historyKeymap,
        // Escape closes the view.
        ...defaultKeymap.filter(({key}) => key !== "Escape")
      ])
    ]
  });
}

/** The text of a state, as the editor shows it. */
export function textOf({doc}: EditorState): string {
  return doc.toString();
}

/** Puts the caret at a place and brings it into the middle. */
export function goTo(view: EditorView, position: Position): void {
  const {from} = rangesIn(textOf(view.state))(position);
  view.dispatch({
    selection: {anchor: from},
    effects: EditorView.scrollIntoView(from, {y: "center"})
  });
}

/** Underlines what is wrong; a pointer on it is told what. */
export function mark(view: EditorView, diagnostics: readonly Diagnostic[]): void {
  const rangeOf = rangesIn(textOf(view.state));
  const marks = diagnostics.map((each) => ({
    ...rangeOf(each),
    severity: each.severity,
    message: wordsOf(each),
    renderMessage: () => make("span", {}, each.message, make("span", {class: "tw-hint"}, each.hint))
  }));
  view.dispatch(setDiagnostics(view.state, marks));
}

/** What makes another text of a state's: only what differs is replaced, so that the caret stays. */
export function replaceWith(state: EditorState, text: string): TransactionSpec {
  const {from, to, insert} = changeBetween(textOf(state), text);
  return {changes: {from, to, insert: Text.of(insert.split("\n"))}, userEvent: "input.disk"};
}
