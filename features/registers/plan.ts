import { contentHash } from "@/features/differences/content-hash";
import { fieldChanges } from "@/features/differences/field-changes";
import { lossToQuarantine } from "@/features/differences/quarantine";
import type { FieldChange } from "@/features/differences/schema";
import type { EvidenceDraft } from "@/features/evidence/draft";
import { namedParties } from "@/features/evidence/record-rows";
import type { ReportNote } from "@/features/imports/schema";
import type { Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import { EVIDENCE_NOTE, type EvidenceReading, noteOn, type ReadRecord, recordName } from "./reading";

/** The latest row of a record, as it is held from a source. */
export interface HeldEvidence {
  id: string;
  contentHash: string;
  draft: EvidenceDraft;
}

export interface EvidenceItem {
  /** Kind of evidence; of a refused record, which has none, the word for all. */
  kind: string;
  record: string;
  title: string | null;
  outcome: "added" | "changed" | "unchanged" | "refused" | "missing";
  fields: readonly FieldChange[];
  notes: readonly ReportNote[];
  raw: unknown;
  /** The row to add; null where nothing is to be added. */
  addition: { draft: EvidenceDraft; contentHash: string; supersedes: string | null } | null;
  /** The row that was read again and says the same. */
  readAgain: { id: string; retrievedOn: Day } | null;
}

export interface EvidencePlan {
  items: readonly EvidenceItem[];
  notes: readonly ReportNote[];
  /** Why nothing of it may be applied; null where it may. */
  quarantine: string | null;
}

/** What taking in a reading would do, row by row; decides everything and writes nothing. */
export function planEvidence(
  reading: EvidenceReading,
  held: readonly HeldEvidence[],
  { isPartial, today }: { isPartial: boolean; today: Day },
): EvidencePlan {
  const { accepted, rejected } = withoutRepeats(reading.records);
  const before = pairRows(accepted, held);
  const items = accepted.map((record) => itemOf(record, before.get(record) ?? null));
  const read = new Set([...before.values()].map(({ id }) => id));
  const standing = inScope(reading, held).filter(
    ({ draft: { facts } }) => facts.answer !== "not-found" && (reading.kinds?.has(facts.kind) ?? true),
  );
  // What the feed still has, though it cannot be read, is not gone.
  const unread = new Set(reading.refused.map(({ record }) => record));
  const missing = isPartial
    ? []
    : standing.filter(
        ({ id, draft }) => !read.has(id) && !unread.has(draft.record) && !unread.has(recordName(draft)),
      );
  return {
    items: [
      ...items,
      ...[...reading.refused, ...rejected].map(refusedItem),
      ...missing.map((each) => missingItem(each, today)),
    ],
    notes: reading.notes,
    quarantine: isPartial
      ? null
      : reading.records.length + reading.refused.length === 0
        ? "The feed holds no record. Nothing was changed. Check the feed and its format."
        : lossToQuarantine(tallies(standing, missing)),
  };
}

const rowKey = ({ record, part }: EvidenceDraft): string => JSON.stringify([record, part]);

/** Each row once; a second that says the same is no news, and one that says something else is refused. */
function withoutRepeats(records: readonly ReadRecord[]) {
  const firsts = new Map<string, ReadRecord>();
  const rejected: { record: string; raw: unknown; notes: ReportNote[] }[] = [];
  for (const record of records) {
    const key = rowKey(record.draft);
    const first = firsts.get(key);
    if (!first) firsts.set(key, record);
    else if (contentHashOf(first.draft) !== contentHashOf(record.draft)) {
      const name = recordName(record.draft);
      const message = "An earlier record of this feed has the same key and says something else. Keep one.";
      rejected.push({ record: name, raw: record.raw, notes: [noteOn(name, "refuse", "same-key", message)] });
    }
  }
  return { accepted: [...firsts.values()], rejected };
}

/** Each row read with the one held that it continues: the same row, else the only one left of the same record. */
function pairRows(
  records: readonly ReadRecord[],
  held: readonly HeldEvidence[],
): Map<ReadRecord, HeldEvidence> {
  const byKey = new Map(held.map((each) => [rowKey(each.draft), each]));
  const pairs = new Map<ReadRecord, HeldEvidence>();
  for (const record of records) {
    const same = byKey.get(rowKey(record.draft));
    if (same) pairs.set(record, same);
  }
  const taken = new Set(pairs.values());
  const left = groupBy(
    held.filter((each) => !taken.has(each)),
    ({ draft }) => `${draft.record} ${draft.subject.key}`,
  );
  const alone = groupBy(
    records.filter((record) => !pairs.has(record)),
    ({ draft }) => `${draft.record} ${draft.subject.key}`,
  );
  for (const [name, [record, ...others]] of alone) {
    const [row, ...more] = left.get(name) ?? [];
    if (record && row && others.length + more.length === 0) pairs.set(record, row);
  }
  return pairs;
}

function itemOf(record: ReadRecord, before: HeldEvidence | null): EvidenceItem {
  const draft = before ? completed(record, before.draft) : record.draft;
  const hash = contentHashOf(draft);
  const isSame = before?.contentHash === hash && rowKey(before.draft) === rowKey(draft);
  return {
    kind: draft.facts.kind,
    record: recordName(draft),
    title: record.title,
    outcome: before === null ? "added" : isSame ? "unchanged" : "changed",
    fields: before && !isSame ? fieldChanges(shown(before.draft), shown(draft)) : [],
    notes: record.notes,
    raw: record.raw,
    addition: isSame ? null : { draft, contentHash: hash, supersedes: before?.id ?? null },
    readAgain: before && isSame ? { id: before.id, retrievedOn: draft.retrievedOn } : null,
  };
}

/** What an answer says nothing of stays as another answer said it, while the record begins on the same day. */
function completed({ draft, unsaid = [] }: ReadRecord, held: EvidenceDraft): EvidenceDraft {
  if (unsaid.length === 0 || draft.facts.validFrom !== held.facts.validFrom) return draft;
  const known = Object.fromEntries(unsaid.map((field) => [field, held.facts[field]]));
  return { ...draft, facts: { ...draft.facts, ...known } };
}

const refusedItem = ({
  record,
  raw,
  notes,
}: {
  record: string;
  raw: unknown;
  notes: readonly ReportNote[];
}): EvidenceItem => ({
  kind: EVIDENCE_NOTE,
  record,
  title: null,
  outcome: "refused",
  fields: [],
  notes,
  raw,
  addition: null,
  readAgain: null,
});

/** Its register no longer lists it: a row that says so supersedes, and what it said stays to be read. */
function missingItem({ id, draft }: HeldEvidence, today: Day): EvidenceItem {
  const gone: EvidenceDraft = {
    ...draft,
    facts: { ...draft.facts, answer: "not-found" },
    retrievedOn: today,
  };
  return {
    kind: draft.facts.kind,
    record: recordName(draft),
    title: draft.facts.nameInRegister,
    outcome: "missing",
    fields: fieldChanges(shown(draft), shown(gone)),
    notes: [],
    raw: null,
    addition: { draft: gone, contentHash: contentHashOf(gone), supersedes: id },
    readAgain: null,
  };
}

/** A record is in scope with all its rows where one of them is about a body whose records were all read. */
function inScope({ scope }: EvidenceReading, held: readonly HeldEvidence[]): HeldEvidence[] {
  if (scope === "all") return [...held];
  if (scope === "none") return [];
  return [...groupBy(held, ({ draft }) => draft.record).values()]
    .filter((rows) =>
      rows.some(({ draft }) => draft.subject.kind === "provider" && scope.has(draft.subject.key)),
    )
    .flat();
}

function tallies(standing: readonly HeldEvidence[], missing: readonly HeldEvidence[]) {
  const lacking = groupBy(missing, ({ draft }) => draft.facts.kind);
  return [...groupBy(standing, ({ draft }) => draft.facts.kind)].map(([kind, rows]) => ({
    kind: `${kind} record`,
    held: rows.length,
    lacking: lacking.get(kind)?.length ?? 0,
  }));
}

/** Of all that a record says, the day of reading and the names of its subject aside. */
export function contentHashOf(draft: EvidenceDraft): string {
  const { facts, sourceClass, subject, issuer } = draft;
  return contentHash({
    facts,
    sourceClass,
    subject: { kind: subject.kind, key: subject.key },
    issuer: issuer.name,
    parties: namedParties(draft).map(({ role, party }) => [role, party.name, party.body?.key ?? null]),
  });
}

/** What a person sees of a row that differs. */
function shown({ facts, issuer, developedBy, assuredBy, awardedBy, sourceClass }: EvidenceDraft): object {
  const namesOf = (parties: readonly { name: string }[]) => parties.map(({ name }) => name);
  return {
    ...facts,
    issuer: issuer.name,
    developedBy: namesOf(developedBy),
    assuredBy: namesOf(assuredBy),
    awardedBy: namesOf(awardedBy),
    sourceClass,
  };
}
