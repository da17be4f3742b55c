/** What of a course someone else than the provider can have vouched for: the values of the parameter `confirmed`. */
export const CONFIRMED_VALUES = ["level", "trust", "credits"] as const;
export type ConfirmedValue = (typeof CONFIRMED_VALUES)[number];
