import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assurance,
  endorsement,
  institutional,
  OF_COURSE,
  TODAY,
} from "@/features/evidence/evidence.fixture";
import type { PartyRole } from "@/features/evidence/record-rows";
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from "@/features/evidence/schema";
import type { TrustSubject } from "@/features/standing/subject";
import type { Day } from "@/lib/dates";
import { markOf } from "./faulty-rule.fixture";
import { LEANING } from "./leaning";
import { day, records, subjects } from "./random-evidence.fixture";
import { course } from "./trust-case.fixture";
import { trustBook } from "./verdict";

const ROLES: readonly PartyRole[] = ["issuer", "word-of", "developed-by", "assured-by", "awarded-by"];
const leans = (kind: EvidenceKind, role: PartyRole): boolean =>
  LEANING.some((each) => each.kind === kind && each.roles.includes(role));

/** The same record, and the body in that role is another one. */
function renamed(record: Evidence, role: PartyRole, id: string | null): Evidence {
  const another = { name: "another", id };
  switch (role) {
    case "issuer":
      return { ...record, issuer: { ...record.issuer, id } };
    case "word-of":
      return { ...record, source: { ...record.source, providerId: id } };
    case "developed-by":
      return { ...record, developedBy: record.developedBy.map(() => another) };
    case "assured-by":
      return { ...record, assuredBy: record.assuredBy.map(() => another) };
    case "awarded-by":
      return { ...record, awardedBy: [another] };
  }
}

const BODIES = ["provider", "body", "assurer", "endorser", null];

function answers(rows: readonly Evidence[], subject: TrustSubject, at: Day) {
  const book = trustBook(rows, at);
  const { status } = book.awardingPower({ about: [subject.id], stated: null, at });
  return { mark: markOf(book.mark(subject, at)), awardingPower: status };
}

describe("the bodies whose identity has a say in a verdict", () => {
  const pairs = EVIDENCE_KINDS.flatMap((kind) => ROLES.map((role) => ({ kind, role })));

  it.each(pairs.filter(({ kind, role }) => !leans(kind, role)))(
    "are none that are $role of $kind",
    (pair) => {
      fc.assert(
        fc.property(records, fc.constantFrom(...BODIES), subjects, day, (given, id, subject, at) => {
          const other = given.map((row) => (row.kind === pair.kind ? renamed(row, pair.role, id) : row));
          expect(answers(other, subject, at)).toEqual(answers(given, subject, at));
        }),
        { numRuns: 200 },
      );
    },
  );

  it.each(pairs.filter(({ kind, role }) => leans(kind, role)))(
    "are those that are $role of $kind",
    (pair) => {
      const standing = [
        institutional({ subject: { kind: "provider", id: "assurer" } }),
        institutional({ id: "second", subject: { kind: "provider", id: "endorser" } }),
      ];
      const row = pair.kind === "endorsement" ? endorsement({ subject: OF_COURSE }) : assurance();
      const before = answers([...standing, row], course(), TODAY);
      const after = BODIES.map((id) => answers([...standing, renamed(row, pair.role, id)], course(), TODAY));
      expect(after).toContainEqual(before);
      expect(after.some(({ mark }) => mark.tier !== before.mark.tier)).toBe(true);
    },
  );
});
