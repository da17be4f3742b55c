import type { Evidence } from "./schema";

/** The day on which the tests take place, unless they say another. */
export const TODAY = "2026-11-23";

type Asserts = Evidence["asserts"];
export type Given = Partial<Omit<Evidence, "asserts" | "source">> & {
  asserts?: Partial<Asserts>;
  source?: Partial<Evidence["source"]>;
};

/** About whom: one id each is enough in most tests. */
export const OF_PROVIDER = { kind: "provider", id: "provider" } as const;
export const OF_BODY = { kind: "provider", id: "body" } as const;
export const OF_CREDENTIAL = { kind: "credential", id: "credential" } as const;
export const OF_COURSE = { kind: "course", id: "course" } as const;

const party = (id: string | null, name = id ?? "somebody") => ({ name, id });

/** A record that is in order and says nothing yet. Its id is its kind, unless a test needs two of a kind. */
function evidence(kind: Evidence["kind"], base: Given, given: Given): Evidence {
  const { asserts, source, ...rest } = { ...base, ...given };
  return {
    id: kind,
    subject: OF_PROVIDER,
    kind,
    label: null,
    issuer: party(null, "Sample Agency"),
    register: null,
    registerIdentifier: null,
    subjectIdentifier: null,
    answer: "found",
    nameInRegister: null,
    listedAs: null,
    scope: null,
    activity: "other",
    obligation: "not-applicable",
    flag: "none",
    decision: "positive",
    validFrom: "2025-01-01",
    validTo: "2029-12-31",
    registerEnd: null,
    link: "https://register.example/1",
    edition: null,
    developedBy: [],
    assuredBy: [],
    awardedBy: [],
    retrievedOn: "2026-06-01",
    enteredBy: "sample",
    enteredOn: "2026-06-01",
    supersedes: null,
    supersededBy: null,
    supersededOn: null,
    ...rest,
    asserts: { eqf: null, nqf: null, cycle: null, ectsHundredths: null, awardingPower: null, ...asserts },
    source: { id: "source", name: "Sample register", class: "authoritative", providerId: null, ...source },
  };
}

const builder =
  (kind: Evidence["kind"], base: Given) =>
  (given: Given = {}) =>
    evidence(kind, base, given);

export const institutional = builder("deqar-report", {
  id: "institutional",
  activity: "institutional",
  obligation: "obligatory",
});
export const programme = builder("deqar-report", {
  id: "programme",
  subject: OF_CREDENTIAL,
  activity: "programme",
  obligation: "obligatory",
});
export const listing = builder("deqar-listing", {
  id: "listing",
  decision: "not-applicable",
  listedAs: "higher-education",
  subjectIdentifier: "DEQARINST0001",
  validFrom: null,
  validTo: null,
});
export const registration = builder("national-register", { id: "registration" });
export const vetSystem = builder("vet-system", { id: "vet-system" });
export const annexIv = builder("eqf-annex-iv", {
  id: "annex-iv",
  subject: OF_CREDENTIAL,
  asserts: { eqf: 5 },
});
export const certificate = builder("iso-certificate", {
  id: "certificate",
  label: "iso-21001",
  registerIdentifier: "EDU-17",
  source: { class: "third-party" },
});
export const label = builder("label", { id: "label", label: "openuped", source: { class: "third-party" } });
export const endorsement = builder("endorsement", {
  id: "endorsement",
  issuer: party("endorser"),
  source: { class: "provider", providerId: "endorser" },
});
/** The university `assurer` assures a course that the provider developed. */
export const assurance = builder("internal-quality-assurance", {
  id: "assurance",
  subject: OF_COURSE,
  issuer: party("assurer"),
  developedBy: [party("provider")],
  assuredBy: [party("assurer")],
  awardedBy: [party("assurer")],
  source: { class: "provider", providerId: "assurer" },
});
export const statement = builder("provider-statement", {
  id: "statement",
  decision: "not-applicable",
  source: { class: "provider", providerId: "provider" },
  validFrom: null,
  validTo: null,
});
/** An authority's record about the credential that only asserts values. */
export const entry = builder("national-register", { id: "entry", subject: OF_CREDENTIAL });
