import { isDeepStrictEqual } from "node:util";
import type { Draft, Note, RecordKind, Transformed } from "@/features/exchange/draft";
import { applyRules } from "@/features/rules/offer-rules";
import { printable } from "@/features/rules/printable";
import type { Facts } from "@/features/rules/rule";
import { groupBy, partition } from "@/lib/group";
import { withoutPersonalData, withoutPersonalNumbersIn } from "./personal-data";
import { keyOf } from "./schema";

/** A record of the feed that passed the rules so far, with all that is to be said about it. */
export interface Entry<D extends Draft = Draft> {
  draft: D;
  notes: Note[];
}

/** A record of the feed that stays out; at least one of its notes says why. */
export interface Rejection {
  kind: RecordKind;
  externalId: string;
  title: string | null;
  raw: unknown;
  notes: Note[];
}

export interface Sifted {
  entries: Entry[];
  rejections: Rejection[];
  /** Notes about nothing that is in the feed as a record of its own. */
  notes: Note[];
}

/** Personal data out, rules applied, each key once. */
export function sift(feed: Transformed, facts: Facts): Sifted {
  const notesByKey = groupBy(feed.notes.map(cleanNote), (note) =>
    keyOf({ kind: note.kind, externalId: note.record }),
  );
  const refusedKeys = new Set(feed.refused.map(keyOf));
  // Where a feed has a record both good and bad, the reasons to refuse are those of the bad one.
  const takeNotes = (key: string, isDraft: boolean): Note[] => {
    const [own, others] = partition(
      notesByKey.get(key) ?? [],
      ({ severity }) => !isDraft || severity !== "refuse" || !refusedKeys.has(key),
    );
    notesByKey.set(key, others);
    return own;
  };
  const rejections: Rejection[] = [];
  const entries: Entry[] = [];
  const firsts = new Map<string, Draft>();
  for (const drafted of feed.drafts) {
    const key = keyOf(drafted);
    const { draft, notes: findings } = applyRules(clean(drafted), facts);
    const first = firsts.get(key);
    if (first) {
      if (!offersTheSame(first, draft)) rejections.push(reject(draft, [sameKey(draft)]));
      continue;
    }
    firsts.set(key, draft);
    const notes = [...takeNotes(key, true), ...findings.map(cleanNote)];
    if (notes.some(({ severity }) => severity === "refuse")) rejections.push(reject(draft, notes));
    else entries.push({ draft, notes });
  }
  for (const { kind, externalId, raw } of feed.refused) {
    const notes = takeNotes(keyOf({ kind, externalId }), false);
    rejections.push({ kind, externalId, title: null, raw: printable(withoutPersonalData(raw)), notes });
  }
  return { entries, rejections, notes: [...notesByKey.values()].flat() };
}

const offersTheSame = (a: Draft, b: Draft): boolean =>
  isDeepStrictEqual({ ...a, raw: null, sourceUrl: null }, { ...b, raw: null, sourceUrl: null });

export function reject(draft: Draft, notes: Note[]): Rejection {
  return { kind: draft.kind, externalId: draft.externalId, title: titleOf(draft), raw: draft.raw, notes };
}

/** In its default language, else in any. */
export function titleOf({ content }: Draft): string | null {
  const texts = "title" in content ? content.title : content.legalName;
  return texts[content.defaultLanguage] ?? Object.values(texts)[0] ?? null;
}

function clean(draft: Draft): Draft {
  return {
    ...printable(withoutPersonalNumbersIn(draft)),
    raw: printable(withoutPersonalData(draft.raw)),
  };
}

const cleanNote = (note: Note): Note => printable(withoutPersonalNumbersIn(note));

function sameKey({ kind, externalId }: Draft): Note {
  return {
    kind,
    record: externalId,
    field: null,
    rule: "same-key",
    severity: "refuse",
    message: `The feed has another ${kind} ${externalId} with other content before it; the first one counts. Give each its own id.`,
  };
}
