// The package ships no types; this is the part of it that we use.
declare module "edtf" {
  /** Parses a string of EDTF levels 0 to 2. Throws where it is none. */
  export function parse(text: string): {
    readonly type: "Date" | "Season" | "Interval" | "Year" | "Decade" | "Century" | "List" | "Set";
  };
  /** An object of the package's own classes; tests hold our reading against it. */
  export default function edtf(text: string): {readonly min: number; readonly max: number};
}
