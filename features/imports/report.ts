import type { ImportCounts } from "@/db/schema/sources";
import type { ItemOutcome, Plan } from "@/features/differences/schema";
import type { ImportReport, ImportState, ReportChange, ReportNote } from "./schema";

export type Counts = ImportReport["byKind"][string];

export const noCounts = (): Counts => ({
  added: 0,
  changed: 0,
  unchanged: 0,
  proposed: 0,
  refused: 0,
  missing: 0,
});

export function countItems(items: readonly { kind: string; outcome: ItemOutcome }[]): {
  total: Counts;
  byKind: Record<string, Counts>;
} {
  const total = noCounts();
  const byKind: Record<string, Counts> = {};
  for (const { kind, outcome } of items) {
    byKind[kind] ??= noCounts();
    byKind[kind][outcome]++;
    total[outcome]++;
  }
  return { total, byKind };
}

/** The five counts that a run is remembered by; a change that waits is none of the published state. */
export function countsOfRun({ added, changed, unchanged, proposed, refused, missing }: Counts): ImportCounts {
  return { added, changed, unchanged: unchanged + proposed, refused, missing };
}

/** The report of a plan before it is decided upon. */
export function reportOf(plan: Plan, { name, format }: { name: string; format: string }): ImportReport {
  const { total, byKind } = countItems(plan.items);
  return {
    ...total,
    state: "dry-run",
    source: name,
    format,
    byKind,
    quarantine: plan.quarantine,
    changes: plan.items.flatMap(({ kind, externalId, title, outcome, fields }): ReportChange[] =>
      outcome === "changed" || outcome === "proposed" || outcome === "missing"
        ? [{ kind, record: externalId, title, outcome, fields }]
        : [],
    ),
    notes: [...plan.notes, ...plan.items.flatMap(({ notes }) => notes)],
  };
}

/** See docs of the command: 0 something came in or was there already, 1 all was refused, 3 quarantined. */
export function exitCodeOf(report: ImportReport): 0 | 1 | 3 {
  if (report.quarantine !== null) return 3;
  const { added, changed, unchanged, proposed, missing } = report;
  return added + changed + unchanged + proposed + missing > 0 ? 0 : 1;
}

const MOST_SHOWN = 40;
const MOST_OF_A_RULE = 3;

/** The report for a person: counts, then what changes field by field, what is refused and why, and what to note. */
export function reportLines(report: ImportReport): string[] {
  return [
    `${report.source} (${report.format})`,
    ...countLines(report),
    ...matchingLines(report),
    ...changeLines(report),
    ...refusalLines(report.notes),
    ...noteLines(report.notes),
  ];
}

function countLines(report: ImportReport): string[] {
  const kinds = Object.entries(report.byKind);
  return (["added", "changed", "unchanged", "proposed", "refused", "missing"] as const)
    .filter((outcome) => outcome !== "proposed" || report.proposed > 0)
    .map((outcome) => {
      const parts = kinds
        .filter(([, counts]) => counts[outcome] > 0)
        .map(([kind, counts]) => `${count(counts[outcome])} ${kind}`);
      return `  ${outcome.padEnd(10)}${count(report[outcome]).padStart(8)}${parts.length > 0 ? `  ${parts.join(", ")}` : ""}`;
    });
}

function matchingLines({ matching }: ImportReport): string[] {
  if (!matching) return [];
  const { named, providers } = matching;
  return [
    `  named here: ${count(named.matched)} matched, ${count(named.otherName)} under another name, ${count(named.proposed)} proposed, ${count(named.unmatched)} not in this catalogue`,
    `  of our providers: ${count(providers.matched)} matched, ${count(providers.otherName)} under another name, ${count(providers.proposed)} proposed, ${count(providers.missed)} not named`,
  ];
}

function changeLines({ changes, matching }: ImportReport): string[] {
  const headings = {
    changed: "Changed",
    proposed: "Waiting for review, the published state stays",
    missing: matching ? "No longer listed, to lapse" : "No longer in the feed, to be withdrawn",
  };
  return (["changed", "proposed", "missing"] as const).flatMap((outcome) => {
    const these = changes.filter((change) => change.outcome === outcome);
    return section(
      headings[outcome],
      these.map(({ kind, record, title, fields }) => [
        `  ${kind} ${record}${title ? `, ${title}` : ""}`,
        ...fields.map(({ field, before, after }) => `    ${field}: ${before} -> ${after}`),
      ]),
    );
  });
}

function refusalLines(notes: readonly ReportNote[]): string[] {
  const refusals = notes.filter(({ severity }) => severity === "refuse");
  return section(
    "Refused",
    refusals.map(({ kind, record, field, message }) => [
      `  ${kind} ${record}${field ? `, ${field}` : ""}: ${message}`,
    ]),
  );
}

function noteLines(notes: readonly ReportNote[]): string[] {
  const others = notes.filter(({ severity }) => severity !== "refuse");
  const byRule = new Map<string, ReportNote[]>();
  for (const note of others) byRule.set(note.rule, [...(byRule.get(note.rule) ?? []), note]);
  return section(
    "To note",
    [...byRule].map(([rule, list]) => [
      `  ${rule} (${count(list.length)})`,
      ...list.slice(0, MOST_OF_A_RULE).map(({ severity, kind, record, field, message }) => {
        const place = field ? `, ${field}` : "";
        return `    ${severity}: ${kind} ${record}${place}: ${message}`;
      }),
    ]),
  );
}

function section(heading: string, entries: readonly (readonly string[])[]): string[] {
  if (entries.length === 0) return [];
  const rest = entries.length - MOST_SHOWN;
  return [
    "",
    `${heading}:`,
    ...entries.slice(0, MOST_SHOWN).flat(),
    ...(rest > 0 ? [`  and ${count(rest)} more (--json lists all)`] : []),
  ];
}

const count = (n: number): string => n.toLocaleString("en");

const ENDINGS: Record<ImportState, string> = {
  applied: "Applied.",
  unchanged: "Nothing changed; every record was read again today.",
  refused: "Everything was refused: nothing changed.",
  quarantined: "Quarantined.",
  "dry-run": "Dry run: nothing was changed.",
  declined: "Nothing was applied.",
};

export const endingOf = ({ state, quarantine }: ImportReport): string =>
  quarantine === null ? ENDINGS[state] : `Quarantined. ${quarantine}`;
