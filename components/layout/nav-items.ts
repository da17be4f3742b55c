/** The main navigation, each with the first segment of its address. */
export const NAV_ITEMS = ["search", "plan", "about", "sources", "developers"] as const;
export type NavItem = (typeof NAV_ITEMS)[number];
