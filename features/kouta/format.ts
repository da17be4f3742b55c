import type { CourseFormat, Draft, Note, RecordKind, Refused, Transformed } from "@/features/exchange/draft";
import type { Remark } from "./codes";
import { draftCourse, type Parts } from "./course-draft";
import { type Feed, rawOf, readFeed } from "./feed";
import { providerDraft, providerOf } from "./provider-draft";
import type { Oppilaitos, Organisation, Toteutus } from "./record-schema";
import { type Reason, refusalOf } from "./refusal";

/** Finland's register of education, Kouta, as Opintopolku (Studyinfo) keeps it: Finnish, Swedish and English. */
export const koutaFormat: CourseFormat = {
  name: "kouta",
  extensions: [".json"],
  transform(files) {
    const feed = readFeed(files);
    const offerings = offeringsByProgramme(feed);
    const catalogue = new Catalogue(feed);
    for (const { kind, record } of feed.records) {
      const reason = kind === "oppilaitos" ? null : refusalOf(record);
      if (reason) catalogue.refuse("course", record, reason);
      else if (kind === "oppilaitos") catalogue.addInstitution(record);
      else if (kind === "koulutus") {
        catalogue.addCourse({ programme: record, offerings: offerings.get(record.oid) ?? [] });
      } else if (!offerings.has(record.koulutusOid ?? "")) {
        catalogue.addCourse({ programme: null, offerings: [record] });
      }
    }
    return catalogue.transformed();
  },
};

/** The offerings that come in as runs, by their programme: one entry for each programme that can be a course. */
function offeringsByProgramme({ records }: Feed): ReadonlyMap<string, Toteutus[]> {
  const found = new Map<string, Toteutus[]>();
  for (const { kind, record } of records) {
    if (kind === "koulutus" && refusalOf(record) === null) found.set(record.oid, []);
  }
  for (const { kind, record } of records) {
    if (kind === "toteutus" && refusalOf(record) === null) found.get(record.koulutusOid ?? "")?.push(record);
  }
  return found;
}

/** Puts the drafts together; each provider once, before the first course that needs it. */
class Catalogue {
  private readonly drafts: Draft[] = [];
  private readonly refused: Refused[];
  private readonly notes: Note[];
  private readonly isComplete: boolean;
  private readonly institutions: ReadonlyMap<string, Oppilaitos>;
  private readonly providers = new Set<string>();

  constructor({ records, refused, notes, isComplete }: Feed) {
    this.refused = [...refused];
    this.notes = [...notes];
    this.isComplete = isComplete;
    this.institutions = new Map(
      records.flatMap(({ kind, record }) => (kind === "oppilaitos" ? [[record.oid, record] as const] : [])),
    );
  }

  refuse(kind: RecordKind, record: { oid: string }, reason: Reason): void {
    this.refused.push({ kind, externalId: record.oid, raw: rawOf(record) });
    this.notes.push({ kind, record: record.oid, severity: "refuse", ...reason });
  }

  addInstitution(record: Oppilaitos): void {
    if (!this.addProvider(record)) this.refuse("provider", record, NAMELESS);
  }

  addCourse(parts: Parts): void {
    const { programme, offerings } = parts;
    const record = programme ?? offerings[0];
    const notes: Note[] = [];
    const remark: Remark = (severity, field, rule, message) => {
      notes.push({ kind: "course", record: record.oid, field, rule, severity, message });
    };
    const provider = providerOf(record, this.institutions, remark);
    if (provider === null || !this.addProvider(provider)) {
      for (const one of programme ? [programme, ...offerings] : offerings)
        this.refuse("course", one, NAMELESS);
      return;
    }
    const { course, credentials } = draftCourse(parts, provider.oid, remark);
    this.drafts.push(...credentials, course);
    this.notes.push(...notes);
  }

  transformed(): Transformed {
    const { drafts, refused, notes, isComplete } = this;
    return { drafts, refused, notes, isComplete };
  }

  /** False where it has no name. */
  private addProvider(organisation: Oppilaitos | Organisation): boolean {
    if (this.providers.has(organisation.oid)) return true;
    const draft = providerDraft(organisation, this.institutions.get(organisation.oid) ?? null);
    if (draft === null) return false;
    this.providers.add(organisation.oid);
    this.drafts.push(draft);
    return true;
  }
}

const NAMELESS: Reason = {
  field: "tarjoajat.nimi",
  rule: "provider-nameless",
  message: "Its provider has no name in any language. Fill in its name in the register of organisations.",
};
