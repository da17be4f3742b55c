import { z } from "zod";
import { EQF_LEVELS, eheaCycles } from "@/features/vocabularies/eqf";
import { isDay } from "@/lib/dates";

// The evidence record. Rows are immutable: a correction or a re-import adds a row that supersedes. What follows from
// them is decided in features/trust, never stored here.

export const SUBJECT_KINDS = ["provider", "credential", "course", "qualification"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const EVIDENCE_KINDS = [
  /** A report of an agency in DEQAR, one row for each provider or programme that it names. */
  "deqar-report",
  /** What DEQAR answers when asked for a provider, whether or not it has reports. */
  "deqar-listing",
  /** An entry in the register of an authority, such as a ministry's list of trusted providers. */
  "national-register",
  /** A national system of vocational education that is aligned with EQAVET and names the provider. */
  "vet-system",
  /** An authority's record that a qualification with a level follows the principles of Annex IV of the EQF Recommendation. */
  "eqf-annex-iv",
  "iso-certificate",
  /** A quality label or recognition; `label` says which. */
  "label",
  /** Another body stands behind the subject; `issuer` is that body. */
  "endorsement",
  /** The internal quality assurance of `assuredBy` covers the subject, which `developedBy` made and `awardedBy` awards. */
  "internal-quality-assurance",
  /** What the provider says of itself or of its offer. */
  "provider-statement",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const LABELS = [
  "iso-21001",
  "iso-29993",
  "iso-29994",
  "openuped",
  "e-xcellence",
  "efqm",
  "other",
] as const;
export type Label = (typeof LABELS)[number];

export const ACTIVITIES = [
  "institutional",
  "institutional-programme",
  "programme",
  "joint-programme",
  "other",
] as const;
export type Activity = (typeof ACTIVITIES)[number];

export const OBLIGATIONS = ["obligatory", "voluntary", "not-applicable"] as const;
export const FLAGS = ["none", "low", "high"] as const;
export const DECISIONS = ["positive", "with-conditions", "negative", "not-applicable"] as const;
export const EVIDENCE_CLASSES = ["authoritative", "third-party", "provider"] as const;
export const REGISTER_ANSWERS = ["found", "other-name", "not-found"] as const;
export const LISTED_KINDS = ["higher-education", "other"] as const;

const MAX_TEXT = 5_000;
const id = z.string().trim().min(1).max(200);
const name = z.string().trim().min(1).max(1_000);
const text = z.string().trim().min(1).max(MAX_TEXT);
const day = z.string().refine(isDay, { error: "a day that exists, as YYYY-MM-DD" }).meta({ format: "date" });
const link = z.url({ protocol: /^https?$/ }).max(2_000);

/** A body that is named: always in words, and by our id of the provider where it is one of ours. */
const party = z.strictObject({ name, id: id.nullable() });

export const evidenceSchema = z
  .strictObject({
    /** Of this row. A corrected record is another row with another id. */
    id,
    /** What the record is about: our kind and id. A qualification has the id of its credential. */
    subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), id }),
    kind: z.enum(EVIDENCE_KINDS),
    /** Set for an ISO certificate and a label, else null. */
    label: z.enum(LABELS).nullable(),
    /** Who decided: agency, authority, certification body, owner of the label, endorsing body. */
    issuer: party,
    /** Name of the register in which the record stands. */
    register: text.nullable(),
    /** Of the record in its register: number of the report, of the authorisation, of the certificate. */
    registerIdentifier: text.nullable(),
    /** The identifier under which the register knows the subject, as it writes it ("DEQARINST1709", "E  TARRAGO01"). */
    subjectIdentifier: z.string().min(1).max(200).nullable(),
    /** `other-name`: the register has `subjectIdentifier`, for another body than the one that claims it. */
    answer: z.enum(REGISTER_ANSWERS),
    nameInRegister: name.nullable(),
    /** What the register says the provider is: DEQAR's kind of provider. */
    listedAs: z.enum(LISTED_KINDS).nullable(),
    /** What it covers, in the words of the record. Rules go by `subject` and `activity`, people read this. */
    scope: text.nullable(),
    activity: z.enum(ACTIVITIES),
    /** Whether the review was part of the obligatory system of its country. */
    obligation: z.enum(OBLIGATIONS),
    flag: z.enum(FLAGS),
    decision: z.enum(DECISIONS),
    /** Values that the record asserts about its subject; null: it says nothing of it. */
    asserts: z.strictObject({
      eqf: z.literal(EQF_LEVELS).nullable(),
      /** `http://data.europa.eu/snb/qdr/c_…`. */
      nqf: z.url().max(200).nullable(),
      cycle: z.enum(eheaCycles.codes).nullable(),
      ectsHundredths: z.int().positive().nullable(),
      /** Whether the provider may itself award full degrees or recognised qualifications. */
      awardingPower: z.boolean().nullable(),
    }),
    /** First and last day, both counted. */
    validFrom: day.nullable(),
    validTo: day.nullable(),
    /** The last day as the register works it out by itself (DEQAR: `valid_to_calculated`); the earlier end counts. */
    registerEnd: day.nullable(),
    link: link.nullable(),
    /** Edition of the standard, such as "ESG 2015" or "ISO 21001:2018". */
    edition: name.nullable(),
    developedBy: z.array(party).max(100),
    assuredBy: z.array(party).max(100),
    awardedBy: z.array(party).max(100),
    /** The day on which its source was last read and said this. */
    retrievedOn: day,
    source: z.strictObject({
      id,
      name,
      /** `authoritative`: the register of the authority or DEQAR. `third-party`: a register of someone else. `provider`: somebody's own word. */
      class: z.enum(EVIDENCE_CLASSES),
      /** With class `provider`: whose word it is, by our id; null where that is not known. */
      providerId: id.nullable(),
    }),
    /** Who put the row in: an import or an account, in words that may be shown to staff. */
    enteredBy: name,
    /** The day on which this row came in. */
    enteredOn: day,
    /** The row that this one corrects; null for the first of its kind. */
    supersedes: id.nullable(),
    /** The row that corrects this one, and the day from which that one speaks in its place; both or neither. */
    supersededBy: id.nullable(),
    supersededOn: day.nullable(),
  })
  .refine(({ supersededBy, supersededOn }) => (supersededBy === null) === (supersededOn === null), {
    error: "the row that corrects it and the day of that belong together",
    path: ["supersededBy"],
  });

/** One immutable row of evidence about one subject. A report that names three programmes is three rows. */
export type Evidence = Readonly<z.output<typeof evidenceSchema>>;
export type Decision = Evidence["decision"];
export type EvidenceClass = Evidence["source"]["class"];
export type Party = z.output<typeof party>;
