/** Whether a UTF-16 unit is a decimal digit. */
export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Whether it is a letter of any script, an underscore included: names are written with them. */
export function isLetter(c: number): boolean {
  if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95) return true;
  // A soft hyphen is inside a word, and is not one.
  return c >= 0xaa && (c === 0xad || /[\p{L}\p{M}]/u.test(String.fromCharCode(c)));
}

/** Whether it is white space of any width, or nothing to be seen at all. */
export function isSpace(c: number): boolean {
  return (
    c === 32 ||
    (c >= 9 && c <= 13) ||
    c === 0xa0 ||
    c === 0x1680 ||
    (c >= 0x2000 && c <= 0x200b) ||
    (c >= 0x2028 && c <= 0x202f) ||
    (c >= 0x205f && c <= 0x2060) ||
    c === 0x3000 ||
    c === 0xfeff
  );
}

/** Signs of several characters, and the one that they mean. */
export const longSigns = [
  ["+/-", "±"],
  ["+/−", "±"],
  [">=", "≥"],
  ["<=", "≤"]
] as const;

/** Signs that are written in several ways, and their plain form. */
export const plainSigns: Readonly<Record<string, string>> = {
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "–",
  "\u2015": "—",
  "\uff0d": "-",
  "\u2018": "'",
  "\u2019": "'",
  "\uff05": "%",
  "\ufe6a": "%",
  "\uff04": "$",
  "\ufe69": "$",
  "\uffe1": "£",
  "\uffe5": "¥",
  "\uffe6": "₩",
  "\u223c": "~",
  "\uff5e": "~",
  "\u2243": "≈",
  "\u2245": "≈",
  "\u2267": "≥",
  "\u2a7e": "≥",
  "\u2266": "≤",
  "\u2a7d": "≤",
  "\u2715": "×"
};

/** Fractions that are one character. */
export const fractions: Readonly<Record<string, string>> = {
  "½": "1/2",
  "⅓": "1/3",
  "⅔": "2/3",
  "¼": "1/4",
  "¾": "3/4",
  "⅕": "1/5",
  "⅖": "2/5",
  "⅗": "3/5",
  "⅘": "4/5",
  "⅙": "1/6",
  "⅚": "5/6",
  "⅐": "1/7",
  "⅛": "1/8",
  "⅜": "3/8",
  "⅝": "5/8",
  "⅞": "7/8",
  "⅑": "1/9",
  "⅒": "1/10"
};
