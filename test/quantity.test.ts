import {expect, test} from "vitest";
import {hedges, isCurrency, isStated, Quantity} from "../src/quantity.ts";
import {atLeast, between, exactly, unknown} from "./quantities.ts";
import {readQuantity} from "../src/wording.ts";
import {rowsOf, tables} from "./wordings/rows.ts";

test("Quantity accepts whatever the wording reader reads, and every hedge is read somewhere", () => {
  const seen = new Set<string>();
  for (const {fragment} of tables.flatMap(rowsOf)) {
    const reading = readQuantity(fragment);
    if ("error" in reading) throw new Error(reading.error);
    expect.soft(Quantity.safeParse(reading.quantity).success, fragment).toBe(true);
    seen.add(reading.quantity.hedge);
  }
  expect([...seen].sort()).toEqual([...hedges].sort());
});

test("Quantity refuses what no wording gives", () => {
  const q = atLeast(600e6);
  expect(Quantity.safeParse(q).success).toBe(true);
  expect(Quantity.safeParse({...q, hedge: "maybe"}).success).toBe(false);
  expect(Quantity.safeParse({...q, value: Infinity}).success).toBe(false);
  expect(Quantity.safeParse({...q, significantFigures: 0}).success).toBe(false);
  expect(Quantity.safeParse({...q, scale: 1e6}).success).toBe(false);
});

test("isCurrency(unit) tells ISO codes from other units", () => {
  expect(["USD", "CNY", "HKD"].every(isCurrency)).toBe(true);
  expect(["ratio", "pp", "GB", "kWh", "", "usd", "USDT"].some(isCurrency)).toBe(false);
});

test("isStated(quantity) is false only where neither value nor bound is known", () => {
  expect([exactly(1), atLeast(0), between(1, 2)].every(isStated)).toBe(true);
  expect(isStated(unknown())).toBe(false);
});
