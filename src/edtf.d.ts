// The package ships no types; this is the part of it that we use.
declare module "edtf" {
  /** Parses a string of EDTF levels 0 to 2. Throws where it is none. */
  export function parse(text: string): {
    readonly type: "Date" | "Season" | "Interval" | "Year" | "Decade" | "Century" | "List" | "Set";
  };

  interface Extent {
    readonly min: number;
    readonly max: number;
  }

  /** The package's own classes, in milliseconds; tests hold our reading against them. */
  export const Date: new (text: string) => Extent;
  export const Season: new (text: string) => Extent;
}
