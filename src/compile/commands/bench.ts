import process from "node:process";

interface Benches {
  benchCompile(root: string): void;
  benchPage(): Promise<void>;
  benchEdit(root: string): Promise<void>;
  benchScroll(): Promise<void>;
  benchTweak(root: string): Promise<void>;
}

/** `bench [compile|page|edit|scroll|tweak]` measures speed and size and prints what it saw. */
export async function run(args: readonly string[]): Promise<number> {
  const root = process.cwd();
  const modules = import.meta.glob<object>(
    "../../../test/bench/{compile,page,edit,scroll,tweak}.ts",
    {
      eager: true
    }
  );
  const benches = Object.assign({}, ...Object.values(modules)) as Benches;
  const wanted = (name: string): boolean => args.length === 0 || args.includes(name);
  if (wanted("compile")) benches.benchCompile(root);
  if (wanted("page")) await benches.benchPage();
  if (wanted("edit")) await benches.benchEdit(root);
  if (wanted("scroll")) await benches.benchScroll();
  if (wanted("tweak")) await benches.benchTweak(root);
  return 0;
}
