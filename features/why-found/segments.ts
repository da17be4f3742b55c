import { tokens } from "@/features/spelling/tokens";
import type { Segment } from "./view";

/** Characters of a sentence that are shown. */
const SHOWN = 220;
/** Of these, before the first word that is marked. */
const LEAD = 80;

/** The same text with what is not marked in as few parts as can be. */
export function joinSegments(parts: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const { text, hit } of parts) {
    const last = joined.at(-1);
    if (last && !last.hit && !hit) last.text += text;
    else joined.push({ text, hit });
  }
  return joined;
}

/** A long sentence from a little before its first marked word, for as long as is read at a glance; whole words only. */
export function cutSegments(segments: readonly Segment[]): Segment[] {
  if (lengthOf(segments) <= SHOWN) return [...segments];
  const parts = segments.flatMap(({ text, hit }) =>
    hit ? [{ text, hit }] : tokens(text).map((token) => ({ text: token.text, hit: false })),
  );
  const firstHit = Math.max(
    0,
    parts.findIndex(({ hit }) => hit),
  );
  let start = firstHit;
  while (start > 0 && lengthOf(parts.slice(start - 1, firstHit)) <= LEAD) start--;
  let end = firstHit + 1;
  while (end < parts.length && lengthOf(parts.slice(start, end + 1)) <= SHOWN) end++;
  const dots = { text: "…", hit: false };
  return joinSegments([
    ...(start > 0 ? [dots] : []),
    ...parts.slice(start, end),
    ...(end < parts.length ? [dots] : []),
  ]);
}

const lengthOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { text }) => sum + text.length, 0);
