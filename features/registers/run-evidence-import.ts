import type { Database } from "@/db/client";
import type { NamedSubject } from "@/features/evidence/draft";
import { decide, isKept } from "@/features/imports/decide";
import { type SourceKind, sourceOf } from "@/features/imports/import-source";
import { countItems, countsOfRun } from "@/features/imports/report";
import type { Desk, ImportCommand, ImportReport, ReportChange, ReportNote } from "@/features/imports/schema";
import {
  countMatches,
  type Matched,
  matchBodies,
  matchOffers,
  type ProgrammeSort,
} from "@/features/matches/matching";
import { findByFeed, loadBodies, loadDecisions, loadOffers } from "@/features/matches/queries";
import { describedSubjects } from "@/features/matches/subjects";
import { applyEvidence } from "./mutations";
import { type EvidencePlan, planEvidence } from "./plan";
import { loadHeldEvidence, loadHeldSubjects } from "./queries";
import { type EvidenceReading, noteOn } from "./reading";

/** A format of evidence: what a register, an authority's list or a sheet says of providers and offers. */
export interface EvidenceFormat extends SourceKind {
  read(
    command: ImportCommand,
    desk: Desk,
    around: { db: Database; sourceId: string },
  ): Promise<EvidenceReading>;
  /** True where each record that is not in this catalogue is worth a line of its own. */
  namesUnmatched: boolean;
}

/**
 * Reads a feed of evidence, makes the difference to what is held from its source, tells who of ours it is about and,
 * where `--yes` or a person says so, takes it in. Nothing is deleted: what a feed no longer lists lapses.
 * @throws invalid where the command cannot be carried out as it was typed
 */
export async function runEvidenceImport(
  db: Database,
  format: EvidenceFormat,
  command: ImportCommand,
  desk: Desk,
): Promise<ImportReport> {
  const startedAt = desk.clock();
  const source = await sourceOf(db, format, command, startedAt);
  const reading = await format.read(command, desk, { db, sourceId: source.id });
  const held = source.isHeld ? await loadHeldEvidence(db, source.id) : [];
  const plan = planEvidence(reading, held, { isPartial: command.isPartial, today: desk.today });
  const subjects = describedSubjects(
    reading.records.map(({ draft }) => draft.subject),
    source.isHeld ? await loadHeldSubjects(db, source.id) : [],
  );
  const { matches, providerIds } = await match(db, subjects, reading.sorts ?? new Map());
  const difference = reportOf(plan, matches, providerIds, format, command);
  const report = { ...difference, state: await decide(difference, command, desk) };
  if (!isKept(report.state, source, command)) return report;
  const proposals = matches.flatMap((matched) => matched.proposals);
  await applyEvidence(db, plan, { subjects, proposals }, source, {
    state: report.state,
    counts: countsOfRun(report),
    isPartial: command.isPartial || reading.scope !== "all",
    retrievedOn: desk.today,
    startedAt,
    finishedAt: desk.clock(),
  });
  return report;
}

async function match(
  db: Database,
  subjects: readonly NamedSubject[],
  sorts: ReadonlyMap<string, ProgrammeSort>,
): Promise<{ matches: Matched[]; providerIds: string[] }> {
  const bodies = await loadBodies(db);
  const decisions = await loadDecisions(db);
  const byFeed = await findByFeed(db, subjects);
  const ofBodies = matchBodies(
    subjects.filter(({ kind }) => kind === "provider"),
    bodies,
    byFeed,
    decisions,
  );
  const offered = subjects.filter(({ kind }) => kind !== "provider");
  const providersByKey = new Map(ofBodies.map(({ subject, records }) => [subject.key, records]));
  const offers =
    offered.length === 0 ? [] : await loadOffers(db, [...new Set([...providersByKey.values()].flat())]);
  const ofOffers = matchOffers(
    offered.map((subject) => ({ subject, sort: sorts.get(subject.key) ?? null })),
    providersByKey,
    offers,
    byFeed,
    decisions,
  );
  return { matches: [...ofBodies, ...ofOffers], providerIds: bodies.map(({ id }) => id) };
}

function reportOf(
  plan: EvidencePlan,
  matches: readonly Matched[],
  providerIds: readonly string[],
  format: EvidenceFormat,
  { source }: ImportCommand,
): ImportReport {
  const { total, byKind } = countItems(plan.items);
  return {
    ...total,
    state: "dry-run",
    source,
    format: format.name,
    byKind,
    quarantine: plan.quarantine,
    changes: plan.items.flatMap(({ kind, record, title, outcome, fields }): ReportChange[] =>
      outcome === "changed" || outcome === "missing" ? [{ kind, record, title, outcome, fields }] : [],
    ),
    notes: [...plan.notes, ...plan.items.flatMap(({ notes }) => notes), ...notesOn(matches, format)],
    matching: countMatches(matches, providerIds),
  };
}

function notesOn(matches: readonly Matched[], { namesUnmatched }: EvidenceFormat): ReportNote[] {
  return matches.flatMap(({ subject, records, claimants, proposals }) => {
    const name = subject.names[0] ?? subject.key;
    const say = (severity: ReportNote["severity"], rule: string, message: string) =>
      noteOn(`${subject.kind} ${subject.key}`, severity, rule, message);
    return [
      ...claimants.map(() =>
        say(
          "warn",
          "identifier-of-another",
          `A provider here has an identifier that the register has for "${name}". It counts for nothing until a person accepts the match.`,
        ),
      ),
      ...(records.length > 1
        ? [
            say(
              "warn",
              "one-body-twice",
              `Several records here are "${name}". Find out whether they are one.`,
            ),
          ]
        : []),
      ...proposals
        .filter(({ ground }) => ground !== "identifier")
        .map(({ ground }) =>
          say(
            "hint",
            "match-proposed",
            ground === "domain-and-name"
              ? `"${name}" has the website and the name of a provider here: a person may accept the match.`
              : `"${name}" has the title of an offer of the same provider: a person may accept the match.`,
          ),
        ),
      ...(namesUnmatched && records.length + claimants.length + proposals.length === 0
        ? [
            say(
              "hint",
              "not-in-catalogue",
              `"${name}" is not in this catalogue. The record stays and counts once it is.`,
            ),
          ]
        : []),
    ];
  });
}
