import {createHash} from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {load} from "js-yaml";
import {check} from "prettier";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {run} from "../../src/compile/commands/new.ts";
import {schemaComment} from "../../src/compile/schemas.ts";
import {compileSite} from "../../src/compile/site.ts";
import type {StoryPage} from "../../src/compile/site.ts";
import {Lock} from "../../src/facts/lock.ts";
import type {SourceFile} from "../../src/facts/source.ts";
import {buildProject, fixtureProject, root, runCommand} from "./command.ts";
import type {Answer} from "./command.ts";
import {makePdf} from "./pdf.ts";

const scratch = mkdtempSync(join(tmpdir(), "plumbline-new-"));
const ferry = `How the ferry across the sound did last summer

The ferry carried at least 900 bicycles in June and around 1,400 bicycles in July, says the harbour master.
It burned between 60 and 75 tonnes of fuel. A tonne of fuel cost 810 francs.
Nearly half of the passengers were commuters, and 12% of the crossings were late.
The old ferry had burned more than 80 tonnes. Nobody wrote down how many dogs came along.
`;
const common = ["columns", "ledger", "matrix", "number-line", "part-of-sum", "shares"];

/** A project with one story, and beside it two new ones: from the sample and from a document. */
let project: ReturnType<typeof fixtureProject>;
let told: Record<"sample" | "document", Answer>;

beforeAll(() => {
  writeFileSync(join(scratch, "ferry 2.txt"), ferry);
  project = fixtureProject();
  runCommand(project.folder, ["check", "--write"]);
  told = {
    sample: runCommand(project.folder, ["new", "bakery"]),
    document: runCommand(project.folder, ["new", "ferry", join(scratch, "ferry 2.txt")])
  };
});
afterAll(() => {
  project.remove();
  rmSync(scratch, {recursive: true, force: true});
});

/** An empty project: the tool, and not one story. */
function emptyProject(): ReturnType<typeof fixtureProject> {
  const empty = fixtureProject();
  for (const name of ["stories", "seeds", "data"])
    rmSync(join(empty.folder, name), {recursive: true});
  return empty;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

function storyOf(folder: string, slug: string): StoryPage {
  return compileSite(folder).stories.find((story) => story.slug === slug)!;
}

function kindsOf({drawn}: StoryPage): string[] {
  return drawn!.bound.scenes.map(({kind}) => kind.name);
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

function sourceIn(folder: string, path: string): SourceFile {
  return load(read(folder, path)) as SourceFile;
}

test("new says what it wrote, and the next two commands in a line each", () => {
  const {status, out, err} = told.sample;
  expect({status, err}).toEqual({status: 0, err: ""});
  expect(out).toBe(
    "stories/bakery/ is written: story.md, ids.ts, data/derived.yaml, data/entities.yaml, " +
      "data/measures.yaml, seeds/letter.yaml, seeds/report.yaml.\n" +
      "npm run dev      serves it at /bakery/; its comments say how to go on\n" +
      "npm run check    says what is wrong, if anything\n"
  );
});

test("new stories stand beside another one: nothing is wrong, nothing is unverified", () => {
  const {status, out, err} = runCommand(project.folder, ["check", "--strict"]);
  expect({status, out, err}).toEqual({status: 0, out: "", err: "3 stories checked: no errors.\n"});
});

test("a new story has a scene of each common kind, and every state is drawn", () => {
  for (const slug of ["bakery", "ferry"]) {
    const story = storyOf(project.folder, slug);
    expect([...new Set(kindsOf(story))].sort(), slug).toEqual(common);
    const {bound, drawings} = story.drawn!;
    for (const {scene, failure} of bound.scenes) {
      expect([failure, drawings.failure(scene.id)], scene.id).toEqual([null, null]);
      for (const step of scene.steps)
        for (const width of [340, 640] as const)
          expect(drawings.svg(scene.id, step.id, width), `${slug} ${step.id}`).toMatch(/<text/);
    }
  }
});

test("the sample has hedges, a range, units of its own, and says that it is invented", () => {
  const {dataset, page} = storyOf(project.folder, "bakery");
  const hedges = new Set(Object.values(dataset.facts).map(({quantity}) => quantity.hedge));
  for (const hedge of ["none", "approx", "at-least", "nearly", "between"])
    expect([...hedges]).toContain(hedge);
  const units = new Set(Object.values(dataset.facts).map(({quantity}) => quantity.unit));
  expect([...units].sort()).toEqual(["kWh", "loaves", "ratio"]);
  expect(dataset.facts["bakery.rye-loaves"]!.origin).toBe("derived");
  const ofDocument = storyOf(project.folder, "ferry").page!.blocks.join("");
  expect(ofDocument).toContain("From here on, a sample");
  expect(page!.blocks.join("")).toContain("are made up, to show how a story is written");
});

test("units of one's own have room: ticks of columns are bare, words on a line stand apart", () => {
  const {drawings} = storyOf(project.folder, "bakery").drawn!;
  const columns = drawings.svg("months", "sold", 640);
  const ticks = [...columns.matchAll(/data-key="tick:y:([^"]+)"/g)].map(([, tick]) => tick);
  expect(ticks).toEqual("0 2K 4K 6K 8K 10K 12K".split(" "));
  const line = drawings.svg("loaves", "rye", 640);
  const [, end] = /data-key="note:bakery\.rye-loaves"[^>]* x="([\d.]+)"/.exec(line) ?? [];
  const [, start] = /data-key="tail:bakery\.rye-loaves"[^>]* x="([\d.]+)"/.exec(line) ?? [];
  expect(Number(start)).toBeGreaterThan(Number(end));
});

test("the built site has the new stories at their addresses", () => {
  const {dist, remove} = buildProject(project.folder);
  try {
    expect(read(dist, "bakery/index.html")).toContain("The invented bakery");
    expect(read(dist, "ferry/index.html")).toContain("What the document says");
    expect(read(dist, "index.html")).toContain("A tour");
    expect(existsSync(join(dist, "ferry/dataset.json"))).toBe(true);
  } finally {
    remove();
  }
}, 120_000);

test("what new writes is formatted as the project is, and names its schemas by paths that lead there", async () => {
  const options = (JSON.parse(read(root, "package.json")) as {prettier: object}).prettier;
  for (const slug of ["bakery", "ferry"])
    for (const path of filesIn(join(project.folder, "stories", slug))) {
      const file = `stories/${slug}/${path}`;
      const text = read(project.folder, file);
      expect(text, file).not.toContain("SLUG");
      if (path.endsWith(".md")) continue;
      expect(await check(text, {...options, filepath: file}), file).toBe(true);
      if (!path.endsWith(".yaml")) continue;
      expect(`${text.split("\n")[0]!}\n`, file).toBe(schemaComment(file));
      const schema = /\$schema=(\S+)/.exec(text)![1]!;
      expect(existsSync(join(project.folder, file, "..", schema)), file).toBe(true);
    }
});

test("a document's source has its name and hash; its claims quote it and have neutral names", () => {
  const {source, quantities} = sourceIn(project.folder, "stories/ferry/seeds/document.yaml");
  expect(source).toMatchObject({
    title: "ferry 2.txt",
    document: "ferry 2.txt",
    sha256: createHash("sha256").update(ferry).digest("hex")
  });
  const says = Object.entries(quantities).map(([fact, claim]) => [fact, claim.says]);
  expect(says).toEqual([
    ["subject-a.number-of-bicycles", "The ferry carried at least 900 bicycles"],
    ["subject-b.number-of-bicycles", "bicycles in June and around 1,400 bicycles"],
    ["subject-c.amount-in-tonne", "It burned between 60 and 75 tonnes"],
    ["subject-d.share-of-passengers", "Nearly half of the passengers"],
    ["subject-e.share-of-crossings", "passengers were commuters, and 12% of the crossings"],
    ["subject-f.amount-in-tonne", "old ferry had burned more than 80 tonnes"]
  ]);
  for (const [, words] of says) expect(ferry).toContain(words!);
  const {facts} = storyOf(project.folder, "ferry").dataset;
  expect(facts["subject-a.number-of-bicycles"]!.quantity).toMatchObject({
    hedge: "at-least",
    value: 900,
    unit: "bicycles"
  });
});

test("what else was found stands as comments, as read gives them", () => {
  const text = read(project.folder, "stories/ferry/seeds/document.yaml");
  const harvested = runCommand(project.folder, [
    "read",
    "--document",
    join(scratch, "ferry 2.txt")
  ]).out;
  const claims = Object.keys(
    sourceIn(project.folder, "stories/ferry/seeds/document.yaml").quantities
  );
  const entries = harvested.split(/^(?= {2}# line )/m).slice(1);
  const kept = entries.filter((entry) => text.includes(entry));
  expect(entries.length - kept.length).toBe(claims.length);
  expect(kept.join("")).toContain('  #   says: "tonne of fuel cost 810 francs"\n');
  expect(told.document.out).toContain(`${entries.length} quantities found in ferry 2.txt`);
  // A quantity that is kept by uncommenting is a claim.
  const entry = kept.find((words) => words.includes("francs"))!;
  const live = entry.replace(/^ {2}# (?!line)/gm, "  ").replace("subject.measure", "a.b");
  expect(load(`quantities:\n${live}`)).toMatchObject({quantities: {"a.b": {}}});
});

test("of a document no more is written than short fragments", () => {
  const words = ferry.replace(/\s+/g, " ").split(" ");
  const written = filesIn(project.folder)
    .filter((path) => /^(?:stories|seeds|data)\//.test(path))
    .map((path) => read(project.folder, path).replace(/\s+/g, " "));
  for (let i = 0; i + 9 <= words.length; ++i) {
    const run = words.slice(i, i + 9).join(" ");
    expect(
      written.filter((text) => text.includes(run)),
      run
    ).toEqual([]);
  }
});

test("a document's claims are verified as they are written, and again by verify", () => {
  const before = read(project.folder, "seeds/seeds.lock");
  const lock = Lock.parse(JSON.parse(before));
  expect(Object.keys(lock.sources)).toEqual(["ferry-document"]);
  const {start, end} = lock.fragments["ferry-document:subject-a.number-of-bicycles"]!;
  expect(ferry.slice(start, end)).toBe("The ferry carried at least 900 bicycles");
  const ofStory = ["verify", "--documents", scratch, "--story", "ferry"];
  for (const args of [ofStory, ofStory.slice(0, 3)]) {
    const {status, out} = runCommand(project.folder, args);
    expect({status, out}).toEqual({
      status: 0,
      out: "6 fragments of 1 document verified; seeds/seeds.lock written.\n"
    });
    expect(read(project.folder, "seeds/seeds.lock")).toBe(before);
  }
  expect(runCommand(project.folder, [...ofStory.slice(0, 4), "harbour"])).toMatchObject({
    status: 2,
    err: 'there is no story "harbour"; there are bakery, ferry, tour\n'
  });
});

test("verify of one story finds a fragment that its document has not, and keeps what others have", () => {
  const {folder, remove} = fixtureProject();
  try {
    cpSync(join(project.folder, "stories/ferry"), join(folder, "stories/ferry"), {recursive: true});
    mkdirSync(join(folder, "seeds"), {recursive: true});
    const other = {document: "other.txt", sha256: "0".repeat(64)};
    const fragment = {says: "12 boats", line: 1, start: 0, end: 8};
    const lock = {version: 1, sources: {X: other}, fragments: {"X:a.b": fragment}};
    writeFileSync(join(folder, "seeds/seeds.lock"), JSON.stringify(lock));
    const args = ["verify", "--documents", scratch, "--story", "ferry"];
    expect(runCommand(folder, args).status).toBe(0);
    const merged = Lock.parse(JSON.parse(read(folder, "seeds/seeds.lock")));
    expect(merged.sources["X"]).toEqual(other);
    expect(merged.fragments["X:a.b"]).toEqual(fragment);
    expect(Object.keys(merged.fragments)).toHaveLength(7);
    const seed = join(folder, "stories/ferry/seeds/document.yaml");
    writeFileSync(seed, readFileSync(seed, "utf8").replace("900 bicycles", "950 bicycles"));
    const {status, err} = runCommand(folder, args);
    expect(status).toBe(1);
    expect(err).toContain("PL121");
    expect(runCommand(folder, ["verify", "--documents", scratch]).status).toBe(1);
  } finally {
    remove();
  }
}, 60_000);

test("a new story that is the only one passes, from a PDF, and is the home story", () => {
  const {folder, remove} = emptyProject();
  try {
    const pdf = join(scratch, "hives.pdf");
    const lines = ["The keeper counted about 40 hives,", "12 hives fewer than", "in spring."];
    writeFileSync(pdf, makePdf([...lines, "A third of the hives gave at least 9 kg each."]));
    const {status, out} = runCommand(folder, ["new", "bees", pdf]);
    expect(status).toBe(0);
    expect(out).toContain("4 quantities found in hives.pdf");
    const {source, quantities} = sourceIn(folder, "stories/bees/seeds/document.yaml");
    const bytes = readFileSync(pdf);
    expect(source.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    // "12 hives fewer" counts no hives; whoever knows better keeps it by hand.
    expect(Object.values(quantities).map(({says}) => says)).toEqual([
      "The keeper counted about 40 hives",
      "A third of the hives",
      "of the hives gave at least 9 kg"
    ]);
    expect(runCommand(folder, ["check", "--strict"])).toMatchObject({status: 0});
    expect(runCommand(folder, ["verify", "--documents", scratch])).toMatchObject({status: 0});
    expect(runCommand(folder, ["read", "--document", pdf]).out).toContain("line 1: about 40");
    const {dist, remove: removeDist} = buildProject(folder);
    expect(read(dist, "index.html")).toContain("about 40 hives");
    // A place in the text of a PDF is none in the file that a reader drops on a card.
    expect(read(dist, "index.html")).not.toMatch(/<blockquote[^>]* data-at=/);
    removeDist();
  } finally {
    remove();
  }
}, 120_000);

test("the sample can be taken out as the comments say, and the rest passes", () => {
  const {folder, remove} = emptyProject();
  try {
    runCommand(folder, ["new", "ferry", join(scratch, "ferry 2.txt")]);
    const story = join(folder, "stories/ferry");
    for (const path of ["data/derived.yaml", "seeds/report.yaml", "seeds/letter.yaml"])
      rmSync(join(story, path));
    for (const path of ["story.md", "data/entities.yaml", "data/measures.yaml"]) {
      const text = read(story, path);
      const at = text.search(/^(?:# The sample's\.|<!-- The sample’s scenes)/m);
      expect(at, path).toBeGreaterThan(0);
      writeFileSync(join(story, path), text.slice(0, at));
    }
    expect(runCommand(folder, ["check", "--write"]).err).toBe("1 stories checked: no errors.\n");
    expect(runCommand(folder, ["check", "--strict"]).status).toBe(0);
    expect(new Set(kindsOf(storyOf(folder, "ferry")))).toEqual(new Set(["number-line", "shares"]));
  } finally {
    remove();
  }
}, 60_000);

test("where a document has no quantity, new says so and writes the sample", () => {
  const {folder, remove} = emptyProject();
  try {
    const file = join(scratch, "poem.txt");
    writeFileSync(file, "The sea is wide.\nNobody counts its waves.\n");
    const {status, out} = runCommand(folder, ["new", "sea", file]);
    expect(status).toBe(0);
    expect(out).toMatch(/^poem\.txt has no quantity that can be read; this is the sample\.\n/);
    expect(filesIn(join(folder, "stories/sea"))).not.toContain("seeds/document.yaml");
    expect(existsSync(join(folder, "seeds"))).toBe(false);
    expect(runCommand(folder, ["check", "--strict"]).status).toBe(0);
  } finally {
    remove();
  }
}, 60_000);

test("new refuses what it cannot use, says why, and writes nothing", async () => {
  const {folder} = project;
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(scratch, name), content);
    return join(scratch, name);
  };
  const before = filesIn(folder).filter((path) => !path.startsWith("node_modules/"));
  const refused: (readonly [readonly string[], number, RegExp])[] = [
    [[], 2, /^new needs a name for the story: npm run new -- <slug> \[document\]\n$/],
    [["Bakery"], 2, /^"Bakery" cannot name a story: take lower case letters/],
    [["2nd"], 2, /^"2nd" cannot name a story/],
    [["../up"], 2, /^"\.\.\/up" cannot name a story/],
    [["a".repeat(61)], 2, /cannot name a story/],
    [["gallery"], 2, /^"gallery" is an address that the site needs itself/],
    [["tour"], 2, /^stories\/tour exists already: take another name, or move it away\n$/],
    [["a", "b", "c"], 2, /^new takes a name and one document; put quotes around/],
    [["a", "--force"], 2, /--force/],
    [["a", join(scratch, "nowhere.txt")], 1, /^there is no document .*nowhere\.txt\n$/],
    [["a", scratch], 1, / is a folder, not a document\n$/],
    [["a", file("empty.txt", "")], 1, /empty\.txt is empty; give one with words in it\n$/],
    [["a", file("wide.txt", Uint8Array.of(255, 254, 65, 0))], 1, /is neither UTF-8 text nor a PDF/],
    [["a", file("cut.pdf", makePdf(["A"]).slice(0, 99))], 1, /cut\.pdf is a broken PDF/],
    [["a", file("shut.pdf", makePdf(["A"], true))], 1, /shut\.pdf is locked with a password/]
  ];
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  for (const [args, status, message] of refused) {
    expect(await run([...args], folder), args.join(" ")).toBe(status);
    expect(`${String(said.mock.lastCall?.[0])}\n`, args.join(" ")).toMatch(message);
    expect(said.mock.calls.length, args.join(" ")).toBe(1);
    said.mockClear();
  }
  said.mockRestore();
  const after = filesIn(folder).filter((path) => !path.startsWith("node_modules/"));
  expect(after).toEqual(before);
}, 120_000);

test("where writing fails, no half of a story is left", async () => {
  const {folder, remove} = emptyProject();
  try {
    writeFileSync(join(folder, "stories"), "not a folder\n");
    const before = readdirSync(folder).sort();
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await run(["bakery"], folder)).toBe(1);
    expect(said.mock.lastCall).toEqual([expect.stringMatching(/^the story cannot be written: /)]);
    expect(readdirSync(folder).sort()).toEqual(before);
    // The lock is written last: a folder in its place keeps it from being.
    rmSync(join(folder, "stories"));
    mkdirSync(join(folder, "seeds/seeds.lock.new"), {recursive: true});
    expect(await run(["ferry", join(scratch, "ferry 2.txt")], folder)).toBe(1);
    expect(readdirSync(join(folder, "stories"))).toEqual([]);
    said.mockRestore();
  } finally {
    remove();
  }
}, 60_000);
