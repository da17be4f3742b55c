import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "@/db/client";
import { type SampleEvidence, sampleEvidence } from "@/db/sample/evidence";
import type { Moment } from "@/features/changes/schema";
import type { EvidenceDraft, NamedParty, NamedSubject } from "@/features/evidence/draft";
import { type Addition, addEvidence, noteSubjects, removeEvidence } from "@/features/evidence/mutations";
import { namedParty, namedSubject } from "@/features/matches/subjects";
import { followEvidence } from "@/features/registers/mutations";
import { contentHashOf } from "@/features/registers/plan";
import { loadHeldRows } from "@/features/registers/queries";
import { pairsOf } from "@/features/reliance/queries";
import { becomeStackWriter } from "@/features/stacking/mutations";
import { addDays, type Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import { providerOf } from "./entries";
import { sampleId } from "./sample-id";

const ENTERED_BY = "sample catalogue";

interface SampleRow extends Addition {
  id: string;
  enteredOn: Day;
}

/** The evidence of the sample as rows of its source, with days that fit `today`; corrected ones before their corrections. */
export function sampleEvidenceOn(source: string, today: Day): SampleRow[] {
  return sampleEvidence
    .map((entry) => {
      const draft = toDraft(entry, source, today);
      return {
        draft,
        contentHash: contentHashOf(draft),
        id: sampleId("evidence", entry.key),
        supersedes: entry.corrects && sampleId("evidence", entry.corrects),
        enteredOn: addDays(today, entry.entered),
      };
    })
    .sort((a, b) => (a.enteredOn < b.enteredOn ? -1 : a.enteredOn > b.enteredOn ? 1 : 0));
}

/** Puts the evidence in, or brings what is there to `today`: rows of the sample are the only ones that may go. */
export async function addSampleEvidence(
  tx: Transaction,
  source: { id: string; name: string },
  { now, today }: Moment,
): Promise<void> {
  const rows = sampleEvidenceOn(source.name, today);
  const wanted = rows.map(({ id, contentHash, enteredOn }) => ({ id, contentHash, enteredOn }));
  if (isDeepStrictEqual(new Set(await loadHeldRows(tx, source.id)), new Set(wanted))) return;
  const before = await pairsOf(tx, { sourceId: source.id });
  await removeEvidence(tx, source.id);
  const subjects = rows.map(({ draft }) => draft.subject);
  await noteSubjects(tx, source.id, subjects, now);
  const concerned: string[] = [];
  for (const [enteredOn, additions] of groupBy(rows, (row) => row.enteredOn)) {
    const entry = { sourceId: source.id, now, today: enteredOn, enteredBy: ENTERED_BY };
    concerned.push(...(await addEvidence(tx, additions, entry)));
  }
  // Records are written after this in the same transaction: its lock comes before that of search.
  await becomeStackWriter(tx);
  const formerly = before.map(({ subjectId }) => subjectId);
  await followEvidence(tx, { subjectIds: [...concerned, ...formerly], before }, today);
}

function toDraft(entry: SampleEvidence, source: string, today: Day): EvidenceDraft {
  const on = (days: number | null): Day | null => (days === null ? null : addDays(today, days));
  const parties = (bodies: SampleEvidence["assuredBy"]) => bodies.map((body) => toParty(body, source));
  return {
    record: entry.key,
    part: "",
    subject: toSubject(entry.about, source),
    facts: {
      kind: entry.kind,
      label: entry.label,
      register: entry.register,
      registerIdentifier: entry.number,
      subjectIdentifier: entry.identifier,
      answer: entry.answer,
      nameInRegister: entry.nameInRegister,
      listedAs: entry.listedAs,
      scope: entry.scope,
      activity: entry.activity,
      obligation: entry.obligation,
      flag: entry.flag,
      decision: entry.decision,
      asserts: {
        eqf: entry.eqf,
        nqf: null,
        cycle: null,
        ectsHundredths: entry.ects === null ? null : Math.round(entry.ects * 100),
        awardingPower: entry.awardingPower,
      },
      validFrom: on(entry.from),
      validTo: on(entry.to),
      registerEnd: on(entry.registerEnd),
      link: `https://register.example/${entry.key}`,
      edition: entry.edition,
    },
    issuer: toParty(entry.issuer, source),
    developedBy: parties(entry.developedBy),
    assuredBy: parties(entry.assuredBy),
    awardedBy: parties(entry.awardedBy),
    sourceClass: entry.class,
    wordOf: entry.wordOf === null ? null : toParty({ provider: entry.wordOf }, source),
    retrievedOn: addDays(today, entry.entered),
  };
}

function toSubject(about: SampleEvidence["about"], source: string): NamedSubject {
  if ("provider" in about) return namedSubject("provider", { source, externalId: about.provider });
  if ("credential" in about) return namedSubject("credential", { source, externalId: about.credential });
  if ("qualification" in about)
    return namedSubject("qualification", { source, externalId: about.qualification });
  return namedSubject("course", { source, externalId: about.course });
}

function toParty(body: SampleEvidence["issuer"], source: string): NamedParty {
  if ("name" in body) return namedParty(body.name, null);
  const { key, legalName, defaultLanguage } = providerOf(body.provider);
  return namedParty(legalName.en ?? legalName[defaultLanguage] ?? key, { source, externalId: key });
}
