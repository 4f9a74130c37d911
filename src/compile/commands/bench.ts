import process from "node:process";

interface Benches {
  benchCompile(root: string): void;
  benchPage(): Promise<void>;
  benchEdit(root: string): Promise<void>;
}

/** `bench [compile|page|edit]` measures speed and size and prints what it saw. */
export async function run(args: readonly string[]): Promise<number> {
  const root = process.cwd();
  const benches = Object.assign(
    {},
    ...(await Promise.all(
      Object.values(import.meta.glob<object>("../../../test/bench/{compile,page,edit}.ts")).map(
        (load) => load()
      )
    ))
  ) as Benches;
  const wanted = (name: string): boolean => args.length === 0 || args.includes(name);
  if (wanted("compile")) benches.benchCompile(root);
  if (wanted("page")) await benches.benchPage();
  if (wanted("edit")) await benches.benchEdit(root);
  return 0;
}
