import { isDeepStrictEqual } from "node:util";
import { notesOn, refusedDocument } from "@/features/documents/findings";
import type { JsonFile } from "@/features/documents/json-files";
import type { DocumentItem } from "@/features/documents/schema";
import { PROGRAMME } from "@/features/imports/formats";
import type { ReportNote } from "@/features/imports/schema";
import { recordsNamedBy, renameRecords, unitsInTree } from "@/features/pathways/named-records";
import type { ProgrammeVersion } from "@/features/pathways/programme";
import { readProgramme } from "@/features/pathways/programme-file";
import { type LintFinding, lintProgramme } from "@/features/pathways/programme-lint";
import type { Resolved, StoredProgrammeName } from "@/features/pathways/queries";
import { refOfKey } from "@/features/pathways/ref";
import type { Day } from "@/lib/dates";
import { lintWords } from "./lint-words";

const note = notesOn(PROGRAMME);

/** What the catalogue says of what the programmes name. */
export interface ProgrammeSurroundings {
  /** Reference key -> our record. */
  units: ReadonlyMap<string, Resolved>;
  bodies: ReadonlyMap<string, Resolved>;
  stored: readonly StoredProgrammeName[];
  /** Hundredths of a credit by record id. */
  credits: ReadonlyMap<string, number>;
  /** Qualification -> units that it asks for by name; ids. */
  stacks: ReadonlyMap<string, readonly string[]>;
  /** Words for a record id. */
  titles: ReadonlyMap<string, string>;
}

export interface ProgrammeItem extends DocumentItem {
  /** Null for a refused one. */
  accepted: { credentialId: string; programme: ProgrammeVersion } | null;
}

export interface ProgrammeFile extends JsonFile {
  reading: ReturnType<typeof readProgramme> | null;
}

export const readProgrammes = (files: readonly JsonFile[]): ProgrammeFile[] =>
  files.map((file) => ({ ...file, reading: file.fault === null ? readProgramme(file.document) : null }));

/** Decides file by file; a version accepted earlier is there for those that follow. */
export function planProgrammes(
  files: readonly ProgrammeFile[],
  around: ProgrammeSurroundings,
  today: Day,
): ProgrammeItem[] {
  const stored = [...around.stored];
  const stacks = new Map(around.stacks);
  return files.flatMap((file) => {
    const item = planOne(file, { ...around, stored, stacks }, today);
    if (item?.outcome === "added" && item.accepted) {
      const { credentialId, programme } = item.accepted;
      const asked = unitsInTree(withIds(programme, around).root);
      stacks.set(credentialId, [...(stacks.get(credentialId) ?? []), ...asked]);
      stored.push({ id: "", credentialId, version: programme.version, document: file.document });
    }
    return item;
  });
}

function planOne(file: ProgrammeFile, around: ProgrammeSurroundings, today: Day): ProgrammeItem {
  const { reading } = file;
  if (!reading)
    return refusedDocument(file.name, file.document, [
      note(file.name, null, "file-unreadable", file.fault ?? ""),
    ]);
  if (!reading.ok) {
    const notes = reading.problems.map(({ field, message }) =>
      note(file.name, field || null, "field-invalid", `${message}. Correct it by the schema of the format.`),
    );
    return refusedDocument(file.name, file.document, notes);
  }
  const { programme } = reading;
  const record = recordOf(programme);
  const held = around.units.get(programme.qualification);
  if (held?.kind !== "credential") {
    const message = `No credential here is ${wordsOf(programme.qualification)}: import it first.`;
    return refusedDocument(record, file.document, [
      note(record, "qualification", "qualification-unknown", message),
    ]);
  }
  const credentialId = held.id;
  const versions = around.stored.filter((each) => each.credentialId === credentialId);
  const same = versions.find(({ version }) => version === programme.version);
  const title = Object.values(programme.title)[0] ?? null;
  const accepted = { credentialId, programme };
  if (same && isDeepStrictEqual(same.document, file.document)) {
    return { record, title, outcome: "unchanged", fields: [], notes: [], document: file.document, accepted };
  }
  const notes = [
    ...(same ? [note(record, "version", "version-published", PUBLISHED)] : []),
    ...(!same && versions.length > 0 && programme.changes === null
      ? [note(record, "changes", "changes-not-said", NOT_SAID)]
      : []),
    ...lintNotes(record, withIds({ ...programme }, around), credentialId, around, today),
    ...unknownNotes(record, programme, around),
  ];
  if (notes.some(({ severity }) => severity === "refuse"))
    return { ...refusedDocument(record, file.document, notes), title };
  return { record, title, outcome: "added", fields: [], notes, document: file.document, accepted };
}

const PUBLISHED =
  "A published version never changes, and this one differs from it. Give it another version, and say in `changes` what is new.";
const NOT_SAID = "Another version is there already. Say in `changes` what is different.";

/** "Q1 2027": what the feed calls the qualification, and the version. */
const recordOf = ({ qualification, version }: ProgrammeVersion): string =>
  `${wordsOf(qualification)} ${version}`;

function wordsOf(key: string): string {
  const ref = refOfKey(key);
  if (!ref) return key;
  return "source" in ref ? ref.externalId : `${ref.scheme}:${ref.value}`;
}

const withIds = (programme: ProgrammeVersion, { units, bodies }: ProgrammeSurroundings): ProgrammeVersion =>
  renameRecords(programme, (key, role) => (role === "unit" ? units : bodies).get(key)?.id ?? key);

function lintNotes(
  record: string,
  programme: ProgrammeVersion,
  credentialId: string,
  around: ProgrammeSurroundings,
  today: Day,
): ReportNote[] {
  const { credits, stacks } = around;
  const findings = lintProgramme(programme, {
    today,
    creditsOf: (unit) => credits.get(unit) ?? null,
    needs: (unit) => stacks.get(unit) ?? [],
  });
  return findings.map((finding) => {
    const { code, path, severity } = finding;
    const way = code === "cycle" ? ` ${wayBack(finding, credentialId, around)}` : "";
    return note(record, path, code, lintWords(finding) + way, severity);
  });
}

/** "It asks for A, which asks for B, which asks for this qualification." */
function wayBack({ params }: LintFinding, target: string, { stacks, titles }: ProgrammeSurroundings): string {
  const start = String(params.unit);
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    const last = way.at(-1) ?? start;
    if (last === target) {
      return `It asks for ${way.map((id) => `"${titles.get(id) ?? id}"`).join(", which asks for ")}.`;
    }
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of stacks.get(last) ?? []) ways.push([...way, next]);
  }
  return "";
}

/** What is not in this catalogue stays as it is named, and is shown as such. */
function unknownNotes(
  record: string,
  programme: ProgrammeVersion,
  { units, bodies }: ProgrammeSurroundings,
): ReportNote[] {
  return recordsNamedBy(programme).flatMap(({ record: key, role }) =>
    (role === "unit" ? units : bodies).has(key)
      ? []
      : [
          note(
            record,
            null,
            "not-in-catalogue",
            `${wordsOf(key)} is not in this catalogue: it stays, and is shown as such.`,
            "hint",
          ),
        ],
  );
}
