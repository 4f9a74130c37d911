import {expect, test} from "vitest";
import {findQuantities, findWordings, readQuantity} from "../src/wording.ts";
import {inShort, linesOf, rowsOf, tables} from "./wordings/rows.ts";

const rows = tables.flatMap(rowsOf);

function read(fragment: string, expected?: string): string {
  const reading = readQuantity(fragment, expected);
  return "error" in reading ? reading.error : inShort(reading.quantity);
}

function found(text: string): string[] {
  return findQuantities(text).map(({quantity}) => `${quantity.verbatim} = ${inShort(quantity)}`);
}

test("readQuantity(fragment) gives hedge, bounds, unit and figures of the words that it read", () => {
  expect(readQuantity("a round of at least $600 million for MiniMax")).toEqual({
    quantity: {
      verbatim: "at least $600 million",
      hedge: "at-least",
      value: 600e6,
      lower: 600e6,
      upper: null,
      lowerOpen: false,
      upperOpen: false,
      unit: "USD",
      significantFigures: 1
    }
  });
});

for (const table of tables)
  test(`readQuantity(fragment) reads the wordings of ${table}.txt`, () => {
    for (const {fragment, verbatim, reads} of rowsOf(table)) {
      const reading = readQuantity(fragment);
      const got = "error" in reading ? reading.error : inShort(reading.quantity);
      expect.soft(got, fragment).toBe(reads);
      if ("quantity" in reading) expect.soft(reading.quantity.verbatim, fragment).toBe(verbatim);
    }
  });

test("readQuantity(fragment) reads nothing in the fragments of nothing.txt", () => {
  for (const fragment of linesOf("nothing"))
    expect.soft(read(fragment), fragment).toMatch(/^(no|two) quantit/);
});

test("the tables have no fragment twice", () => {
  const all = [...rows.map(({fragment}) => fragment), ...linesOf("nothing")];
  expect(all.length).toBeGreaterThan(550);
  expect(all.filter((fragment, i) => all.indexOf(fragment) !== i)).toEqual([]);
});

test("readQuantity(fragment) refuses two quantities and names them", () => {
  expect(readQuantity("2.5 billion yuan (US$342 million)")).toEqual({
    error:
      'two quantities in "2.5 billion yuan (US$342 million)": "2.5 billion yuan" and "US$342 million"'
  });
  expect(read("rose 6 per cent to 26.5 billion yuan")).toMatch(/^two quantities/);
  expect(read("to raise from $5m to $10m")).toMatch(/^two quantities/);
  expect(read("rose $1 billion to $5 billion")).toMatch(/^two quantities/);
  expect(read("one of four start-ups")).toMatch(/^two quantities/);
  expect(read("half of the $1bn")).toMatch(/^two quantities/);
  expect(read("5 per cent and 7 per cent")).toMatch(/^two quantities/);
  expect(read("10 to 5 per cent")).toMatch(/^two quantities/);
});

test("readQuantity(fragment) says what it could not read, shortened", () => {
  expect(readQuantity("a lot")).toEqual({error: 'no quantity in "a lot"'});
  expect(readQuantity("  a\n lot ")).toEqual({error: 'no quantity in "a lot"'});
  const {error} = readQuantity("word ".repeat(100)) as {error: string};
  expect(error.length).toBeLessThan(90);
});

test("readQuantity(fragment) says why a number that stands there is none", () => {
  const why = (fragment: string): string => read(fragment).replace(/^.*": /, "");
  expect(why("not half")).toBe("it says what the number is not");
  expect(why("hardly half")).toBe("nobody can say on which side of the number that is");
  expect(why("at least nearly half")).toBe("its hedges pull two ways");
  expect(why("about 3–5%")).toBe("nobody can say how far a hedge moves the ends of a span");
  expect(why("¥5bn")).toBe("¥ is the sign of the yen and of the yuan");
  expect(why("fell just under 5%")).toMatch(/^it may be how far something fell/);
  expect(why("up from $2bn")).toBe("it is where something moved from");
  expect(why("could reach $5bn")).toBe("it says only what may be");
  expect(why("hundred and fifty million")).toBe("it may be a piece of a longer number");
  expect(why("5 million pesos")).toBe("nobody can say which currency that is");
  expect(why("42% (95% CI 50–60%)")).toBe("it lies outside its interval");
  expect(why("42% (95% CI 46–38%)")).toBe("its interval does not go up");
  expect(why("42% (95% CI 38–46%; p = 0.03)")).toMatch(/^an interval stands behind it/);
  expect(why("12,345 deaths (95% CI 11,000–13,000)")).toMatch(/^an interval stands behind it/);
  expect(why("42% or so (95% CI 38–46%)")).toBe(
    "nobody can say how far a hedge moves its interval"
  );
  expect(why("at least 42% (95% CI 38–46%)")).toMatch(/^nobody can say how far a hedge moves/);
  expect(why("2.1 (95% CI 1.8–2.4 million)")).toMatch(/whether the scale of one is that of all$/);
  expect(why("42 (95% CI 38–46%)")).toMatch(/whether the unit of one is that of all$/);
  expect(why("100 ± 10%")).toMatch(/whether the unit of one is that of all$/);
  expect(why("1.8-fold (95% CI 1.2–2.6) reduction")).toBe("nobody can say what is left");
  expect(why("42.1 ± 3.2 years (SD)")).toMatch(/^a standard deviation or error is named beside/);
  expect(why("20 ± 5 (1σ)")).toMatch(/^a standard deviation or error is named beside/);
  expect(why("5.2 (SD 0.3) kg")).toMatch(/how much of it has the unit behind it$/);
  expect(why("12.3 +0.4/-0.3")).toMatch(/^it may be off by more to one side/);
  expect(why("12.3 (+0.4/-0.3)")).toMatch(/^it may be off by more to one side/);
  expect(why("SD ± 3.2")).toMatch(/^a standard deviation or error is named beside/);
  expect(why("42% (95% CI 38–46)%")).toMatch(/how much of it has the unit behind it$/);
  expect(why("fell 2% (95% CI −1 to 5%)")).toMatch(/^its interval has signs, and after a fall/);
  expect(why("a 95% CI of 38–46%")).toMatch(/^it is the interval of a number/);
  expect(why("aOR=1.8, 95% CI=1.2–2.6")).toMatch(/^it is the interval of a number/);
  expect(why("27.3 ± 4.1 kg/m²")).toMatch(/^its unit goes on behind it/);
  expect(why("27.3 kg/m²")).toMatch(/^its unit goes on behind it/);
  expect(why("5 MW h")).toMatch(/^its unit goes on behind it/);
  expect(why("100 kWh per year")).toMatch(/^its unit goes on behind it/);
  expect(why("a 12% mortality reduction")).toMatch(/^it may be how far something fell/);
  expect(why("$5x")).toBe('nobody can say what "x" is behind it');
  expect(read("not $5bn but $3bn")).toMatch(/^two quantities/);
});

test("findQuantities(text) leaves neither an interval's level nor its ends as numbers of their own", () => {
  expect(
    found(
      "It was 42% (95% CI 38–46%) in 2019, about 50% (95% CI 45–55%) then, and 61% of the men " +
        "(n = 300; 95% confidence interval 55% to 67%); the 90% CrI was 3 to 5%, of 12 firms."
    )
  ).toEqual(["42% (95% CI 38–46%) = between 0.42 [0.38 0.46] ratio", "12 = 12 count"]);
  expect(found("It was 42% (see the rest\n\nof the 95% CI) and 5·8% or 3.2 × 10^5 of 5%.")).toEqual(
    ["42% = 0.42 ratio", "5% = 0.05 ratio"]
  );
  expect(found("The 95% confidence interval; 95% of firms.")).toEqual(["95% = 0.95 ratio"]);
});

test("findWordings(text) finds what a text does not claim, with the number it names", () => {
  const text = "It was not half, and not $5bn: it took 5%.";
  expect(findQuantities(text).map(({quantity}) => quantity.verbatim)).toEqual(["5%"]);
  expect(findWordings(text).map(({quantity}) => `${quantity.verbatim} ${quantity.value}`)).toEqual([
    "was not half 0.5",
    "not $5bn 5000000000",
    "5% 0.05"
  ]);
});

test("readQuantity(fragment, expect) gives a bare number the unit of its measure", () => {
  expect(read("has reached 3 billion", "USD")).toBe("3000000000 USD");
  expect(read("2.5", "pp")).toBe("2.5 pp");
  expect(read("0.8", "ratio")).toBe("0.8 ratio");
  expect(read("100,000 units", "chip")).toBe("100000 chip");
  expect(read("hundreds of millions", "USD")).toBe("class [200000000 1000000000) USD");
  expect(read("a seven-figure sum", "USD")).toBe("class [1000000 10000000) USD");
});

test("readQuantity(fragment, expect) never overrules what is printed, nor counts of things", () => {
  expect(read("$3 billion", "CNY")).toBe("3000000000 USD");
  expect(read("80%", "pp")).toBe("0.8 ratio");
  expect(read("four start-ups", "USD")).toBe("4 count");
  expect(read("80", "ratio")).toBe("80 count");
  expect(read("2024", "count")).toBe('no quantity in "2024"');
});

test("readQuantity(fragment, expect) decides what its words leave open", () => {
  expect(read("three quarters")).toBe("0.75 ratio");
  expect(read("three quarters", "quarter")).toBe("3 quarter");
  expect(read("¥500 billion", "CNY")).toBe("500000000000 CNY");
  expect(read("¥500 billion", "JPY")).toBe("500000000000 JPY");
  expect(read("¥3 to ¥5 billion", "CNY")).toBe("between [3000000000 5000000000] CNY");
  expect(read("¥500 billion", "USD")).toMatch(/^no quantity/);
  expect(read("seven figures", "count")).toBe("7 count");
  expect(read("4K", "count")).toBe("4000 count");
  expect(read("in single digits", "count")).toBe("class [1 10) count");
  expect(read("42 (95% CI 38–46)", "GB")).toBe("between 42 [38 46] GB");
  expect(read("42 (95% CI 38–46) points", "GB")).toMatch(/^no quantity/);
  expect(read("one author", "count")).toBe("1 count");
});

test("readQuantity(fragment) counts figures as printed", () => {
  const figures = (fragment: string): number => {
    const reading = readQuantity(fragment);
    return "error" in reading ? 0 : reading.quantity.significantFigures;
  };
  expect(figures("2.50")).toBe(3);
  expect(figures("$1 billion")).toBe(1);
  expect(figures("100,000")).toBe(1);
  expect(figures("1,200")).toBe(2);
  expect(figures("80%")).toBe(1);
  expect(figures("80.0%")).toBe(3);
  expect(figures("0.05")).toBe(1);
  expect(figures("half")).toBe(1);
  expect(figures("a third")).toBe(1);
  expect(figures("three quarters")).toBe(1);
  expect(figures("two and a half")).toBe(2);
  expect(figures("twenty-five")).toBe(2);
  expect(figures("three weeks")).toBe(1);
  expect(figures("10 weeks")).toBe(1);
  expect(figures("156 weeks")).toBe(3);
  expect(figures("two decades")).toBe(1);
  expect(figures("half a century")).toBe(1);
  expect(figures("RMB31,742 million")).toBe(5);
});

test("readQuantity(fragment) scales by decimal exponent, without an error in the last place", () => {
  for (let hundredths = 0; hundredths < 3000; ++hundredths) {
    const digits = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
    for (const [wording, exponent] of [
      [`${digits}%`, -2],
      [`$${digits} billion`, 9],
      [`${digits}m`, 6]
    ] as const) {
      const reading = readQuantity(wording);
      expect("quantity" in reading && reading.quantity.value).toBe(Number(`${digits}e${exponent}`));
    }
  }
});

test("findQuantities(text) finds every quantity of a story and nothing else", () => {
  expect(
    found(
      "In February 2024 the group put $800 million into the maker of Kimi 2, nearly half of it as " +
        "credits. Two quarters later its unit, which hosts half of the 130 or so firms with a " +
        "GPT-4 of their own, grew 6 per cent, its second rise in four quarters."
    )
  ).toEqual([
    "$800 million = 800000000 USD",
    "nearly half = nearly 0.5 ratio",
    "Two quarters = 2 quarter",
    "half = 0.5 ratio",
    "130 or so = approx 130 count",
    "6 per cent = 0.06 ratio",
    "four quarters = 4 quarter"
  ]);
});

test("findQuantities(text) leaves “one” alone as a pronoun", () => {
  const text = "One of the people said that no one, not one author, knew which one it was.";
  expect(found(text)).toEqual([]);
  expect(found("One in five, one per cent, one year, one of four.")).toEqual([
    "One in five = 0.2 ratio",
    "one per cent = 0.01 ratio",
    "one year = 1 year",
    "one = 1 count",
    "four = 4 count"
  ]);
});

test("findQuantities(text) tells how long something took from what was longer", () => {
  expect(found("It invests $10 billion over five years.")).toEqual([
    "$10 billion = 10000000000 USD",
    "five years = 5 year"
  ]);
  expect(found("It pays $10 billion. Over five years passed.")).toEqual([
    "$10 billion = 10000000000 USD",
    "Over five years = more-than 5 year"
  ]);
});

test("findQuantities(text) reads nothing across the end of a paragraph", () => {
  expect(found("more than\n\n600 million")).toEqual(["600 million = 600000000 count"]);
  expect(found("more than\r\n600 million")).toEqual([
    "more than\r\n600 million = more-than 600000000 count"
  ]);
});
