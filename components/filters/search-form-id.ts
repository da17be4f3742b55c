/** The one form of the search page: its box, filters and order belong to it wherever they stand. */
export const SEARCH_FORM = "search";
