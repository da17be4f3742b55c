import type { Evidence } from "@/features/evidence/schema";
import type { CountingCode, RefusalCode } from "@/features/trust-words/reason";
import type { LineName } from "@/features/trust-words/tiers";
import { isOwnWord } from "./knowledge";

/** What a record can establish by what it is, its dates aside; or why it cannot. */
export type Judgement =
  | { line: LineName | "listed"; code: CountingCode | "listed" }
  | { line: null; code: RefusalCode };

const counts = (line: LineName, code: CountingCode): Judgement => ({ line, code });
const refused = (code: RefusalCode): Judgement => ({ line: null, code });

export function judge(record: Evidence): Judgement {
  if (record.answer === "other-name") return refused("identifier-of-another");
  if (record.answer === "not-found") return refused("not-in-register");
  if (record.decision === "negative") return refused("negative");
  if (record.flag === "high") return refused("high-flag");
  if (record.kind === "provider-statement") return counts("self-declared", "counts-statement");
  if (record.kind === "deqar-listing") {
    return isOwnWord(record) ? refused("informs-only") : { line: "listed", code: "listed" };
  }
  if (record.decision === "not-applicable") return refused("informs-only");
  if (isOwnWord(record)) return counts("self-declared", "counts-own-word");
  return JUDGE[record.kind](record);
}

type Judged = Exclude<Evidence["kind"], "provider-statement" | "deqar-listing">;

/** By kind of evidence; each has been found in its register, is positive, without a high flag, and more than an own word. */
const JUDGE: Readonly<Record<Judged, (record: Evidence) => Judgement>> = {
  "deqar-report": judgeReport,
  "national-register": ({ source }) =>
    source.class === "authoritative"
      ? counts("register", "counts-register")
      : refused("third-party-register"),
  "vet-system": (record) =>
    isAboutProvider(record) ? counts("vet-system", "counts-vet-system") : refused("names-no-provider"),
  "eqf-annex-iv": (record) => {
    if (record.source.class !== "authoritative") return refused("third-party-register");
    if (isAboutProvider(record)) return refused("names-no-offer");
    const { eqf, nqf, cycle } = record.asserts;
    return eqf === null && nqf === null && cycle === null
      ? refused("level-missing")
      : counts("register", "counts-annex-iv");
  },
  "iso-certificate": ({ label, registerIdentifier, validTo }) => {
    if (!label?.startsWith("iso-")) return refused("label-not-recognised");
    return registerIdentifier === null || validTo === null
      ? refused("certificate-incomplete")
      : counts("certificate", "counts-certificate");
  },
  label: ({ label }) =>
    label === "openuped" || label === "e-xcellence" || label === "efqm"
      ? counts("label", "counts-label")
      : refused("label-not-recognised"),
  endorsement: ({ issuer }) =>
    issuer.id === null ? refused("endorser-unknown") : counts("endorsed", "counts-endorsed"),
  "internal-quality-assurance": judgeAssurance,
};

const isAboutProvider = ({ subject }: Evidence): boolean => subject.kind === "provider";

function judgeReport(record: Evidence): Judgement {
  const { activity, obligation } = record;
  if (activity === "other") return refused("other-activity");
  const isOfProgramme = activity === "programme" || activity === "joint-programme";
  if (isOfProgramme && isAboutProvider(record)) return refused("covers-other-programmes");
  if (activity === "institutional" && !isAboutProvider(record)) return refused("names-no-provider");
  if (obligation === "voluntary") return counts("voluntary", "counts-voluntary");
  if (obligation === "not-applicable") return refused("obligation-not-given");
  return isOfProgramme
    ? counts("programme", "counts-programme")
    : counts("institution", "counts-institution");
}

function judgeAssurance(record: Evidence): Judgement {
  if (isAboutProvider(record)) return refused("names-no-offer");
  if (record.developedBy.length === 0) return refused("developer-not-stated");
  const assurers = assurersOf(record);
  if (assurers.length === 0) return refused("assurer-unknown");
  return partneredAssurers(record).length === 0
    ? refused("developed-alone")
    : counts("through-partner", "counts-through-partner");
}

const assurersOf = ({ assuredBy }: Evidence): string[] =>
  assuredBy.flatMap(({ id }) => (id === null ? [] : [id]));

/** The assuring bodies that somebody else developed it for or with. */
export const partneredAssurers = (record: Evidence): string[] =>
  assurersOf(record).filter((assurer) => record.developedBy.some(({ id }) => id !== assurer));
