import type {Parts} from "./columns-data.ts";
import {edtfOf, lastMonth, stepName} from "./columns-data.ts";

/** Periods that a scene or a state names. */
interface Named {
  readonly divide?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Throws where a figure of columns has no columns, where it is to begin or end elsewhere than at a
 * period of their series, and where that is divided outside of it.
 */
export function checkPeriods({columns, step}: Parts, {divide, from, to}: Named): void {
  const [first, last] = [columns[0]?.month, columns.at(-1)?.month];
  if (first === undefined || last === undefined)
    throw new Error("facts= names no series that a source reports, so that there are no columns");
  const span = `which runs from ${edtfOf(first)} to ${edtfOf(last)}`;
  for (const [name, period] of Object.entries({from, to, divide})) {
    if (period === undefined) continue;
    const month = lastMonth(period);
    if (month < first || month > last)
      throw new Error(`${name}=${period} is outside of the series, ${span}`);
    if (name !== "divide" && (month - first) % step !== 0)
      throw new Error(
        `${name}=${period} is where no ${stepName(step)} of the series ends, ${span}`
      );
  }
}
