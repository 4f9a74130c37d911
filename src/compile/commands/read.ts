import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {createInterface} from "node:readline";
import {textOf} from "../contents.ts";
import {harvest} from "../harvest.ts";
import {Quantity} from "../../quantity.ts";
import {readQuantity} from "../../wording.ts";

/**
 * `read -- "fragment"` prints the fragment's quantity as one line of JSON; without an argument it
 * answers each line of standard input with one; `--document FILE` prints the quantities of a text or
 * a PDF as commented YAML. Exits 1 where the one fragment asked about cannot be read.
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

async function readDocument(file: string | undefined): Promise<number> {
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
  const contents = await textOf(bytes);
  if ("error" in contents) {
    console.error(`${file} ${contents.error}; ${contents.hint}`);
    return 1;
  }
  process.stdout.write(harvest(contents.text, basename(file), bytes));
  return 0;
}
