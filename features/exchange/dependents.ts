import type { Draft, Note, RecordKind, Refused } from "./draft";

interface Sorted {
  drafts: Draft[];
  refused: Refused[];
  notes: Note[];
}

/** Refuses what needs a refused record of the same source: credentials their awarding bodies, courses both. */
export function refuseDependents(drafts: readonly Draft[], refused: readonly Refused[]): Sorted {
  const sorted: Sorted = { drafts: [...drafts], refused: [...refused], notes: [] };
  for (const kind of ["credential", "course"] as const) {
    const lost = new Set(sorted.refused.map((record) => key(record.kind, record.externalId)));
    sorted.drafts = sorted.drafts.filter((draft) => {
      const missing = draft.kind === kind ? needs(draft).find((need) => lost.has(key(...need))) : undefined;
      if (missing === undefined) return true;
      sorted.refused.push({ kind, externalId: draft.externalId, raw: draft.raw });
      sorted.notes.push({
        kind,
        record: draft.externalId,
        field: null,
        rule: "needs-refused-record",
        severity: "refuse",
        message: `It needs the ${missing[0]} "${missing[1]}", which was refused. Mend that one first.`,
      });
      return false;
    });
  }
  return sorted;
}

const key = (kind: RecordKind, externalId: string) => `${kind} ${externalId}`;

function needs(draft: Draft): [kind: RecordKind, externalId: string][] {
  switch (draft.kind) {
    case "provider":
      return [];
    case "credential":
      return draft.content.awardingBodies.map((id) => ["provider", id]);
    case "course":
      return [
        ["provider", draft.content.provider],
        ...draft.content.credentials.map(({ credential }): [RecordKind, string] => [
          "credential",
          credential,
        ]),
      ];
  }
}
