const sample = import.meta.glob<string>("./sample/**/*.{md,yaml}", {
  query: "?raw",
  import: "default",
  eager: true
});
const ofDocument = import.meta.glob<string>("./document/*.md", {
  query: "?raw",
  import: "default",
  eager: true
});

/** Texts of a story by their paths in its folder. */
export type StoryFiles = Readonly<Record<string, string>>;

/** The sample story, as it is for a slug. */
export function sampleFiles(slug: string): StoryFiles {
  return Object.fromEntries(
    Object.entries(sample).map(([path, text]) => [path.replace("./sample/", ""), named(text, slug)])
  );
}

/** How a story begins that is made from a document: front matter and walk-through. */
export function documentOpening(slug: string): string {
  return named(ofDocument["./document/story.md"]!, slug);
}

/** Puts words before the line where a file's part of the sample begins. */
export function beforeSample(text: string, words: string): string {
  const at = sampleStart(text);
  return `${text.slice(0, at)}${words}\n${text.slice(at)}`;
}

/** What of a file is the sample's, to its end. */
export function samplePart(text: string): string {
  return text.slice(sampleStart(text));
}

function sampleStart(text: string): number {
  const at = text.search(/^(?:# The sample's|<!-- The sample’s)/m);
  if (at < 0) throw new Error("invalid template: nothing says where the sample begins");
  return at;
}

function named(text: string, slug: string): string {
  return text.replaceAll("SLUG", () => slug);
}
