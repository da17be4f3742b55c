import type { CourseDraft, CredentialDraft } from "@/features/exchange/draft";
import { csvFormat } from "./format";

export const read = (input: string | Uint8Array, provider: string | null = null) =>
  csvFormat.transform(
    [{ name: "courses.csv", bytes: typeof input === "string" ? new TextEncoder().encode(input) : input }],
    { provider, today: "2026-11-25" },
  );

/** A file of one course with these extra cells. */
export const withCells = (cells: Record<string, string>) => {
  const all: Record<string, string> = {
    course_id: "c1",
    title_en: "Welding",
    provider_id: "p1",
    provider_name_en: "College",
    provider_country: "FI",
    ...cells,
  };
  const line = (texts: string[]) => texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
  return `${line(Object.keys(all))}\n${line(Object.values(all))}\n`;
};
export const course = (input: string): CourseDraft["content"] => {
  const { drafts, notes } = read(input);
  const draft = drafts.find((candidate) => candidate.kind === "course");
  if (!draft) throw new Error(notes.map(({ message }) => message).join("\n"));
  return draft.content;
};
export const credential = (input: string): CredentialDraft["content"] => {
  const draft = read(input).drafts.find((candidate) => candidate.kind === "credential");
  if (!draft) throw new Error("no credential");
  return draft.content;
};
export const messages = (input: string | Uint8Array) => read(input).notes.map(({ message }) => message);
export const severities = (input: string) =>
  read(input).notes.map(({ severity, rule }) => `${severity} ${rule}`);

export const HEADER = "course_id,title_en,provider_id,provider_name_en,provider_country";
