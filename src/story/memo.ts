import type {Remember} from "../facts/remember.ts";

/**
 * Results of pure functions by what they were made from, over compilations. Whatever reads nothing
 * new is not made again; what a compilation did not use is forgotten after it.
 */
export class Memo {
  readonly #results = new Map<string, unknown>();
  #used = new Set<string>();
  readonly #made = new Map<string, number>();
  readonly #latest = new Map<string, unknown>();
  #names = 0;

  /** The result of `make` for a key. One name always stands for one kind of result. */
  readonly get: Remember = <T>(name: string, key: string, make: () => T): T => {
    const full = `${name}\n${key}`;
    this.#used.add(full);
    if (this.#results.has(full)) return this.#results.get(full) as T;
    const result = make();
    this.#results.set(full, result);
    this.#made.set(name, this.made(name) + 1);
    return result;
  };

  /** Whether a result is remembered. */
  has(name: string, key: string): boolean {
    return this.#results.has(`${name}\n${key}`);
  }

  /** A short name for a text: the same for the same text, and for no other that is remembered. */
  nameOf(name: string, text: string): string {
    return this.get(`name of ${name}`, text, () => String(this.#names++));
  }

  /** How many results of a name were made, not found, since the memo was. */
  made(name: string): number {
    return this.#made.get(name) ?? 0;
  }

  /** What was last set at a place, whatever it was made from. One place always has one kind of result. */
  latest<T>(place: string): T | undefined {
    return this.#latest.get(place) as T | undefined;
  }

  setLatest(place: string, result: unknown): void {
    this.#latest.set(place, result);
  }

  /** Forgets what was not asked for since the last sweep, so that a day of edits does not pile up. */
  sweep(): void {
    for (const key of this.#results.keys()) if (!this.#used.has(key)) this.#results.delete(key);
    this.#used = new Set();
  }
}
