import type {Diagnostic, Position, Severity} from "../diagnostic.ts";

/** Every mistake a story can hold, with one line for whoever meets the code. */
export const storyCodes = {
  PL300: "The file does not begin with front matter, or the front matter is not closed.",
  PL301: "A value of the front matter cannot be used.",
  PL310: "A directive is opened and never closed.",
  PL311: "A directive has as many colons as the one it stands in, so both would close together.",
  PL312: "The opening line of a directive cannot be read.",
  PL313: "An attribute stands twice in one directive.",
  PL314: "The directive is none that a story has: there are scene and step.",
  PL315: "A closing fence closes nothing.",
  PL316: "A directive stands where it cannot: a step belongs in a scene, a scene in no other.",
  PL320: "A scene or step has no id.",
  PL321: "An id is not lower case letters, digits and hyphens, or is reserved.",
  PL322: "Two places of the story would have the same id.",
  PL330: "A scene has no title.",
  PL331: "A scene has more than one title, or a title stands too far in.",
  PL332: "A scene has no step.",
  PL333: "Prose of a scene stands outside its steps.",
  PL334: "A step says nothing.",
  PL340: "An attribute that would be markup, style or script is refused.",
  PL341: "A scene does not name its kind of figure.",
  PL342: "The kind of figure does not exist.",
  PL343: "The kind of figure has no such option or state.",
  PL344: "A value of an option, a state, minutes or talk cannot be used, or is missing.",
  PL345: "An id in facts or highlight is in no source and in no data file.",
  PL346: "A step highlights what its scene does not declare.",
  PL347: "The kind of figure cannot show what its scene declares: the message stands in its place.",
  PL348: "An id is listed twice.",
  PL350: "A guard cannot be evaluated.",
  PL351: "A guard is false: the title or step it guards is no longer true.",
  PL360: "A bound number is not written {{fact}} or {{fact | format}}.",
  PL361: "A bound number names a fact or claim that does not exist.",
  PL362: "A bound number names a format that does not exist.",
  PL363: "Words typed around a bound number would change what it says.",
  PL370: "A quantity is typed instead of bound.",
  PL371: "Digits are typed that belong to no bound number.",
  PL372: "A year or date is typed that no declared record has.",
  PL373: "A waiver waives nothing.",
  PL374: "A figure draws or says a quantity that no record declared by its scene has.",
  PL380: "HTML is not part of a story; it is shown as text.",
  PL381: "The address of a link is refused.",
  PL382: "A link leads to a place that the story does not have.",
  PL383: "Images are not part of a story; what is shown is a scene's figure.",
  PL384: "A comment is not closed, is misspelt, or stands in code.",
  PL385: "Notes stand outside a step, where no one would say them.",
  PL386: "A form of Markdown is not part of a story."
} as const;

export type StoryCode = keyof typeof storyCodes;

/** What is wrong at one place of a story, before the file is known. */
export interface Problem extends Position {
  readonly code: StoryCode;
  readonly message: string;
  readonly hint?: string;
  readonly severity?: Severity;
}

/** The diagnostic of a problem in a file. */
export function toDiagnostic(file: string, problem: Problem): Diagnostic {
  const {code, message, line, column, hint = "", severity = "error"} = problem;
  return {code, severity, message, file, line, column, hint};
}
