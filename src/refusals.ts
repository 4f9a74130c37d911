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
  declined: "it may be what was declined",
  vagueEnd: "nobody can say how far a hedge moves one end of a range",
  unitOfOne: "nobody can say whether the unit of one is that of all",
  scaleOfOne: "nobody can say whether the scale of one is that of all",
  unitBehind: "nobody can say how much of it has the unit behind it",
  interval: "an interval stands behind it that the reader cannot make out, or not right behind it",
  dispersion: "a standard deviation or error is named beside its ±, and neither bounds a number",
  hedgedInterval: "nobody can say how far a hedge moves its interval",
  outside: "it lies outside its interval",
  turned: "its interval does not go up",
  signed: "its interval has signs, and after a fall nobody can say which way they point",
  product: "it is multiplied by what stands behind it",
  intervalOf: "it is the interval of a number that the reader does not see"
} as const;
