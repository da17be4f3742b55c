/** How the words of a search were taken. */
export type Reading =
  /** Each as it was typed. */
  | { kind: "all" }
  /** No course has them all as typed: mistakes were forgiven, and this is most likely what was meant. */
  | { kind: "mistakes"; corrected: string }
  /** No course has them all even so: `kept` was searched for, `left` was not. */
  | { kind: "most"; kept: string; left: string[] };
