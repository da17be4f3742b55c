import { EVIDENCE_COLUMNS } from "./evidence-file";
import { sheetCsv } from "./sheet";

/** The template to download, with a row for each kind that is not a register's, marked as samples. */
export const evidenceTemplateCsv = (): string =>
  sheetCsv(EVIDENCE_COLUMNS, [
    {
      record_id: "sample-certificate",
      subject_type: "provider",
      scheme: "vat",
      identifier: "FI00000000",
      name: "Sample provider",
      website: "https://provider.example",
      kind: "iso-certificate",
      label: "iso-21001",
      issuer: "Sample certification body",
      register_identifier: "SAMPLE-EDU-0000",
      scope: "Sample: courses for adults",
      valid_from: "2026-01-01",
      valid_to: "2028-12-31",
      link: "https://certificates.example/SAMPLE-EDU-0000",
      edition: "ISO 21001:2018",
    },
    {
      record_id: "sample-assurance",
      subject_type: "course",
      scheme: "source:Sample source",
      identifier: "sample-course",
      name: "Sample course: first steps in welding",
      kind: "internal-quality-assurance",
      issuer: "Sample University [schac:university.example]",
      developed_by: "Sample provider [vat:FI00000000]",
      assured_by: "Sample University [schac:university.example]",
      awarded_by: "Sample University [schac:university.example]",
      valid_from: "2026-01-01",
      link: "https://university.example/quality",
    },
    {
      record_id: "sample-endorsement",
      subject_type: "credential",
      scheme: "source:Sample source",
      identifier: "sample-credential",
      name: "Sample micro-credential in welding",
      kind: "endorsement",
      issuer: "Sample University [schac:university.example]",
      valid_from: "2026-01-01",
    },
  ]);
