/** The numbers of our advisory locks, all in one place so that no two are the same. */
export const LOCKS = {
  migration: 7_402_211,
  /** Who writes rows of search. */
  searchRows: 7_402_212,
  /** Who writes what stacks into what. */
  stacking: 7_402_213,
  /** Who brings changes to the search server. */
  relay: 7_402_221,
  /** Who builds its index anew. */
  rebuild: 7_402_222,
} as const;
