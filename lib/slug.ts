import { fold } from "./fold";

/** A public address from a title: folded, Latin letters and digits, at most 80 characters; "" where nothing is left. */
export function slugify(title: string): string {
  const words = fold(title).match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 80).replace(/-+$/, "");
}

/** Whether a text has the form of a public address; nothing else can be one. */
export const isSlug = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
