/**
 * Plot reads `window.devicePixelRatio` once, when it is imported, and moves its axes by half a pixel
 * if it is 1. Importing this first, and calling `restoreRatio` after, makes every machine see 1, so
 * that a drawing made in Node and its redrawing in a browser are the same.
 */
const scope = globalThis as {window?: object};
const absent = scope.window === undefined;
const target = (scope.window ??= {});
const original = Object.getOwnPropertyDescriptor(target, "devicePixelRatio");
Object.defineProperty(target, "devicePixelRatio", {configurable: true, writable: true, value: 1});

/** Puts back what was there, so that code which asks for `window` to know where it runs can. */
export function restoreRatio(): void {
  if (absent) delete scope.window;
  else if (original === undefined) Reflect.deleteProperty(target, "devicePixelRatio");
  else Object.defineProperty(target, "devicePixelRatio", original);
}
