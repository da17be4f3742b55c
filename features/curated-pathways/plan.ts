import { isDeepStrictEqual } from "node:util";
import { fieldChanges } from "@/features/differences/field-changes";
import { notesOn, refusedDocument } from "@/features/documents/findings";
import type { JsonFile } from "@/features/documents/json-files";
import type { DocumentItem } from "@/features/documents/schema";
import { PATHWAY } from "@/features/imports/formats";
import type { ReportNote } from "@/features/imports/schema";
import { refKey } from "@/features/pathways/ref";
import { type PathwayDocument, type PathwayRef, pathwaySchema } from "./pathway-schema";

const note = notesOn(PATHWAY);

export interface StoredPathway {
  id: string;
  slug: string;
  sourceId: string;
  document: unknown;
  pathway: PathwayDocument;
}

export interface PathwayItem extends DocumentItem {
  /** Null for a refused one. `id` is that of the pathway as it is held; null: it is new. */
  accepted: { id: string | null; pathway: PathwayDocument } | null;
}

/** Every record that a pathway names, by reference key. */
export function keysNamedBy({ leadsTo, steps }: PathwayDocument): string[] {
  const refs: (PathwayRef | null | undefined)[] = [
    leadsTo,
    ...steps.flatMap(({ target, alternatives }) => [
      target,
      ...alternatives.map((each) => ("target" in each ? each.target : null)),
    ]),
  ];
  return refs.flatMap((ref) => (ref ? [refKey(ref)] : []));
}

export function readPathway(file: JsonFile) {
  return file.fault === null ? pathwaySchema.safeParse(file.document) : null;
}

/** @param isKnown whether a reference key names a record of this catalogue */
export function planPathways(
  files: readonly JsonFile[],
  stored: readonly StoredPathway[],
  sourceId: string,
  isKnown: (key: string) => boolean,
): PathwayItem[] {
  const seen = new Set<string>();
  return files.map((file) => {
    const { name, document } = file;
    const reading = readPathway(file);
    if (!reading)
      return refusedDocument(name, document, [note(name, null, "file-unreadable", file.fault ?? "")]);
    if (!reading.success) {
      const notes = reading.error.issues.map(({ path, message }) =>
        note(
          name,
          path.join(".") || null,
          "field-invalid",
          `${message}. Correct it by the schema of the format.`,
        ),
      );
      return refusedDocument(name, document, notes);
    }
    const pathway = reading.data;
    const { id: record } = pathway;
    if (seen.has(record)) {
      return refusedDocument(record, document, [
        note(record, "id", "id-used-twice", "Another file has the same id."),
      ]);
    }
    seen.add(record);
    const held = stored.find(({ slug }) => slug === record);
    if (held && held.sourceId !== sourceId) {
      const message = "A pathway of another source has this id. Give this one another id.";
      return refusedDocument(record, document, [note(record, "id", "id-taken", message)]);
    }
    const isSame = held !== undefined && isDeepStrictEqual(held.document, document);
    return {
      record,
      title: Object.values(pathway.title)[0] ?? null,
      outcome: held ? (isSame ? "unchanged" : "changed") : "added",
      fields: held && !isSame ? fieldChanges(held.pathway, pathway) : [],
      notes: isSame ? [] : unknownNotes(pathway, isKnown),
      document,
      accepted: { id: held?.id ?? null, pathway },
    };
  });
}

const unknownNotes = (pathway: PathwayDocument, isKnown: (key: string) => boolean): ReportNote[] =>
  keysNamedBy(pathway)
    .filter((key) => !isKnown(key))
    .map((key) =>
      note(
        pathway.id,
        null,
        "not-in-catalogue",
        `${decodeURIComponent(key)} is not in this catalogue: it stays, and is shown as such.`,
        "hint",
      ),
    );
