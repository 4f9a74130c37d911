/**
 * What the page's style sheet defines and figures use. Colours are custom properties, so that both
 * themes, print and forced colours work from one drawing; fonts are set by class, sizes by attribute.
 */
export const paint = {
  paper: "var(--pl-paper)",
  ink: "var(--pl-ink)",
  muted: "var(--pl-muted)",
  rule: "var(--pl-rule)",
  accent: "var(--pl-accent)",
  accentSoft: "var(--pl-accent-soft)",
  context: "var(--pl-context)",
  warm: "var(--pl-warm)",
  warmSoft: "var(--pl-warm-soft)",
  edited: "var(--pl-edited)",
  /** Words on a filled mark. */
  onFill: "var(--pl-on-fill)"
} as const;
export type Paint = (typeof paint)[keyof typeof paint];

/** Class names that drawings carry; the page's style sheet gives them their meaning. */
export const classes = {
  artboard: "pl-artboard",
  axis: "pl-axis",
  recede: "pl-recede",
  halo: "pl-halo"
} as const;

/** Sizes in px of the artboard; 15 px is over 12 px on screen when 340 px are shown in 280. */
export const size = {label: 15, quote: 17, line: 20} as const;

/** Lengths in px that mean nothing by themselves, so that nobody can read them as data. */
export const fixed = {
  /** How far the open end of "at least" runs. */
  fade: 40,
  /** The open end of a bar: short, lest it reads as length. */
  barFade: 18,
  /** How far "nearly" stops short of, or "just over" runs past, the value it names. */
  shy: 6,
  /** Thickness of a dashed edge, along the axis. */
  dash: 6,
  /** How far a tick or cap stands out over a mark, on each side. */
  reach: 6,
  /** Radius of a dot on a number line. */
  dot: 7
} as const;

/**
 * The least height of an artboard of rows, px. Few rows move apart on the wide one, since it fills a
 * stage beside a column of text.
 */
export const leastHeight = {340: 0, 640: 392} as const;
