/**
 * Gives what `make` makes, or what it made of the same key before. One name always stands for one kind
 * of result, and the key holds all that the result depends on.
 */
export type Remember = <T>(name: string, key: string, make: () => T) => T;

/** Remembers nothing. */
export const makeAnew: Remember = (_name, _key, make) => make();
