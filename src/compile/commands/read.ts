import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {createInterface} from "node:readline";
import {harvest} from "../harvest.ts";
import {decodeText} from "../text.ts";
import {Quantity} from "../../quantity.ts";
import {readQuantity} from "../../wording.ts";

/**
 * `read -- "fragment"` prints the fragment's quantity as one line of JSON; without an argument it
 * answers each line of standard input with one; `--document FILE` prints a document's quantities as
 * commented YAML. Exits 1 where the one fragment asked about cannot be read.
 */
export async function run(args: readonly string[]): Promise<number> {
  const [first, file] = args;
  if (first === "--document") return readDocument(file);
  if (first !== undefined) {
    const answer = answerTo(args.join(" "));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return "error" in answer ? 1 : 0;
  }
  const lines = createInterface({input: process.stdin, crlfDelay: Infinity});
  for await (const line of lines) {
    if (!process.stdout.write(`${JSON.stringify(answerTo(line))}\n`))
      await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
  return 0;
}

function answerTo(fragment: string): object {
  const reading = readQuantity(fragment);
  // Through the schema, so that the keys always stand in its order.
  return "error" in reading ? {error: reading.error} : Quantity.parse(reading.quantity);
}

function readDocument(file: string | undefined): number {
  if (file === undefined) {
    console.error("read --document needs a file");
    return 2;
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    console.error(`cannot open ${file}: ${(error as Error).message}`);
    return 1;
  }
  const text = decodeText(bytes);
  if (text === null) {
    console.error(`${file} is not UTF-8 text; save it as UTF-8 and try again`);
    return 1;
  }
  process.stdout.write(harvest(text, basename(file), bytes));
  return 0;
}
