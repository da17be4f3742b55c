import type { ReportNote } from "@/features/imports/schema";
import type { DocumentItem } from "./schema";

/** Makes findings about documents of one kind; they refuse unless another severity is said. */
export const notesOn =
  (kind: ReportNote["kind"]) =>
  (
    record: string,
    field: string | null,
    rule: string,
    message: string,
    severity: ReportNote["severity"] = "refuse",
  ): ReportNote => ({ kind, record, field, rule, severity, message });

/** A document that stays out, and why. */
export const refusedDocument = (
  record: string,
  document: unknown,
  notes: readonly ReportNote[],
): DocumentItem & { accepted: null } => ({
  record,
  title: null,
  outcome: "refused",
  fields: [],
  notes,
  document,
  accepted: null,
});
