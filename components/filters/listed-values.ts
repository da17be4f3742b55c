/** How many values a filter group lists; where there are more, its search box finds them. */
export const LISTED_VALUES = 50;
