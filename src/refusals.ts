/** Why a number that stands in a text is not read, as its author is told. */
export const why = {
  currency: "nobody can say which currency that is",
  piece: "it may be a piece of a longer number",
  unit: "nobody can say what it counts",
  vague: "nobody can say on which side of the number that is",
  leftOver: "one of two hedges is left over",
  leftOut: "it says what is left out",
  oldLevel: "it is where something moved from",
  off: "it may be how far something fell, or what was taken off",
  declined: "it may be what was declined"
} as const;
