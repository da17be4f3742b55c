import { eqfOf, statesALevel } from "@/features/claims/level-value";
import type { Evidence } from "@/features/evidence/schema";
import type { TrustSubject } from "@/features/standing/subject";
import { addDays, type Day } from "@/lib/dates";

// The table of rules once more, read off line by line for one day, without a thought for speed. The tests hold the two
// against each other; they share no code but the words of the records.

interface Mark {
  tier: string;
  subStatus: string | null;
  conditions: boolean;
}

export function naiveTrust(subject: TrustSubject, all: readonly Evidence[], on: Day): Mark {
  const own = (e: Evidence) =>
    subject.kind !== "provider" &&
    ((e.subject.kind === subject.kind && e.subject.id === subject.id) ||
      (isCredential(e) && e.subject.id === (subject.kind === "course" ? subject.credential : subject.id)));
  const parties =
    subject.kind === "provider"
      ? [subject.id]
      : [...(subject.kind === "course" ? [subject.provider] : []), ...subject.awardingBodies];
  const ofParty = (e: Evidence) => e.subject.kind === "provider" && parties.includes(e.subject.id);
  const mine = all.filter((e) => own(e) || ofParty(e));
  const usable = mine.filter((e) => isUsable(e, all, on));
  const proven = usable.filter((e) => !isClaim(e));
  const reviews = proven.filter((e) => e.kind === "deqar-report");
  const marked = (tier: string, subStatus: string | null, found: readonly Evidence[]): Mark | null =>
    found.length === 0 ? null : { tier, subStatus, conditions: speaksWithConditions(found) };

  return (
    marked(
      "external-review-esg",
      "programme",
      reviews.filter((e) => own(e) && isObligatory(e) && isProgramme(e)),
    ) ??
    marked(
      "external-review-esg",
      "institution",
      reviews.filter((e) => isObligatory(e) && isInstitution(e)),
    ) ??
    throughPartner(proven, all, on) ??
    marked(
      "external-review-esg",
      "voluntary",
      reviews.filter((e) => e.obligation === "voluntary" && ((own(e) && isProgramme(e)) || isInstitution(e))),
    ) ??
    marked("national-authorisation", "register", proven.filter(isAuthorised)) ??
    marked(
      "national-authorisation",
      "vet-system",
      proven.filter((e) => e.kind === "vet-system" && aboutProvider(e)),
    ) ??
    marked(
      "recognised-label",
      "label",
      proven.filter((e) => e.kind === "label" && ["openuped", "e-xcellence", "efqm"].includes(e.label ?? "")),
    ) ??
    marked("recognised-label", "certificate", proven.filter(isFullCertificate)) ??
    marked(
      "recognised-label",
      "endorsed",
      proven.filter((e) => e.kind === "endorsement" && isTrusted(e.issuer.id, all, on)),
    ) ??
    marked(
      "self-declared",
      null,
      usable.filter((e) => isClaim(e) && e.kind !== "deqar-listing"),
    ) ??
    nothing(subject, mine, all, on)
  );
}

const aboutProvider = (e: Evidence) => e.subject.kind === "provider";
const isCredential = (e: Evidence) => e.subject.kind === "credential" || e.subject.kind === "qualification";
const isObligatory = (e: Evidence) => e.obligation === "obligatory";
const isProgramme = (e: Evidence) =>
  !aboutProvider(e) && (e.activity === "programme" || e.activity === "joint-programme");
const isInstitution = (e: Evidence) =>
  e.activity === "institutional-programme" || (e.activity === "institutional" && aboutProvider(e));
const isFullCertificate = (e: Evidence) =>
  e.kind === "iso-certificate" &&
  (e.label ?? "").startsWith("iso-") &&
  e.registerIdentifier !== null &&
  e.validTo !== null;
const isAuthorised = (e: Evidence) =>
  e.source.class === "authoritative" &&
  (e.kind === "national-register" ||
    (e.kind === "eqf-annex-iv" &&
      !aboutProvider(e) &&
      Object.values(e.asserts)
        .slice(0, 3)
        .some((v) => v !== null)));

/** The provider's own word, of whatever it speaks. */
const isClaim = (e: Evidence): boolean => {
  if (e.kind === "provider-statement") return true;
  if (e.source.class !== "provider") return false;
  if (e.source.providerId === null) return true;
  if (e.kind === "endorsement") return e.issuer.id !== e.source.providerId;
  if (e.kind === "internal-quality-assurance")
    return !e.assuredBy.some(({ id }) => id === e.source.providerId);
  return true;
};

function isUsable(e: Evidence, all: readonly Evidence[], on: Day): boolean {
  const decides = e.decision === "positive" || e.decision === "with-conditions";
  return (
    e.answer === "found" &&
    e.flag !== "high" &&
    (decides || (e.kind === "provider-statement" && e.decision !== "negative")) &&
    !isContested(e, all) &&
    isInDate(e, on) &&
    !isClosed(e, all, on)
  );
}

function isInDate(e: Evidence, on: Day): boolean {
  const isReport = e.kind === "deqar-report";
  const six =
    isReport && e.validFrom !== null ? `${Number(e.validFrom.slice(0, 4)) + 6}${e.validFrom.slice(4)}` : null;
  const ends = [e.validTo ?? six, e.registerEnd].filter((end) => end !== null);
  if (isReport && ends.length === 0) return false;
  return (e.validFrom === null || e.validFrom <= on) && ends.every((end) => on <= end);
}

const route = (e: Evidence): string => {
  if (e.kind === "deqar-report") {
    if (e.activity === "other") return "deqar";
    return e.activity.startsWith("institutional") ? "deqar institution" : "deqar programme";
  }
  if (e.kind === "label" || e.kind === "iso-certificate") return String(e.label);
  return e.kind === "endorsement" ? `by ${e.issuer.id ?? e.issuer.name}` : e.kind;
};
const sameActivity = (a: Evidence, b: Evidence) => a.kind !== "deqar-report" || a.activity === b.activity;
const sameSubject = (a: Evidence, b: Evidence) =>
  a.subject.id === b.subject.id &&
  aboutProvider(a) === aboutProvider(b) &&
  isCredential(a) === isCredential(b);

/** A negative decision of the route stands that is not older and has not been replaced. */
const isClosed = (e: Evidence, all: readonly Evidence[], on: Day): boolean =>
  all.some((no) => {
    if (no.decision !== "negative" || no.answer !== "found" || isContested(no, all)) return false;
    if (!sameSubject(no, e) || route(no) !== route(e)) return false;
    const decided = no.validFrom ?? no.enteredOn;
    if (decided > on) return false;
    if (e.validFrom === null || e.validFrom <= decided) return true;
    return !sameActivity(e, no) && !all.some((yes) => replaces(yes, no, decided, all, on));
  });

const replaces = (yes: Evidence, no: Evidence, decided: Day, all: readonly Evidence[], on: Day): boolean =>
  (yes.decision === "positive" || yes.decision === "with-conditions") &&
  yes.flag !== "high" &&
  yes.answer === "found" &&
  !isContested(yes, all) &&
  (!isClaim(yes) || yes.kind === "provider-statement") &&
  sameSubject(yes, no) &&
  route(yes) === route(no) &&
  sameActivity(yes, no) &&
  yes.validFrom !== null &&
  yes.validFrom > decided &&
  yes.validFrom <= on;

function isContested(e: Evidence, all: readonly Evidence[]): boolean {
  if (e.subjectIdentifier === null) return false;
  const answers = all.filter(
    (a) => sameSubject(a, e) && a.subjectIdentifier === e.subjectIdentifier && a.answer !== "not-found",
  );
  const last = answers
    .map(({ enteredOn }) => enteredOn)
    .sort()
    .at(-1);
  return answers.some(({ enteredOn, answer }) => enteredOn === last && answer === "other-name");
}

/** Of the same activity about the same subject the newest speaks, of one day the one with conditions; one clean voice is enough. */
const speaksWithConditions = (found: readonly Evidence[]): boolean =>
  found.every((e) => {
    const series = found.filter((s) => sameSubject(s, e) && route(s) === route(e) && sameActivity(s, e));
    const newest = series
      .map(({ validFrom }) => validFrom ?? "")
      .sort()
      .at(-1);
    return series.some((s) => (s.validFrom ?? "") === newest && s.decision === "with-conditions");
  });

const asProvider = (id: string): TrustSubject => ({ kind: "provider", id, providerKind: "unknown" });

function isTrusted(id: string | null, all: readonly Evidence[], on: Day): boolean {
  if (id === null) return false;
  const theirs = all.filter(
    (e) => e.kind !== "endorsement" && e.subject.kind === "provider" && e.subject.id === id,
  );
  return ["external-review-esg", "national-authorisation"].includes(
    naiveTrust(asProvider(id), theirs, on).tier,
  );
}

function throughPartner(proven: readonly Evidence[], all: readonly Evidence[], on: Day): Mark | null {
  const found = proven
    .filter((e) => e.kind === "internal-quality-assurance" && !aboutProvider(e))
    .flatMap((e) =>
      e.assuredBy
        .filter(({ id }) => id !== null && e.developedBy.some((other) => other.id !== id))
        .map(({ id }) => ({ e, id, lent: naiveTrust(asProvider(id ?? ""), all, on) }))
        .filter(({ lent }) => lent.subStatus === "institution"),
    );
  if (found.length === 0) return null;
  const clean = found.some(({ e, id, lent }) => {
    const series = found.filter((s) => s.id === id && sameSubject(s.e, e));
    const newest = series
      .map((s) => s.e.validFrom ?? "")
      .sort()
      .at(-1);
    const last = series.filter((s) => (s.e.validFrom ?? "") === newest);
    return !lent.conditions && last.every((s) => s.e.decision !== "with-conditions");
  });
  return { tier: "external-review-esg", subStatus: "through-partner", conditions: !clean };
}

function nothing(subject: TrustSubject, mine: readonly Evidence[], all: readonly Evidence[], on: Day): Mark {
  const level = subject.kind === "provider" ? null : subject.level;
  const eqf = level && eqfOf(level);
  const isOutside =
    (eqf !== null && eqf <= 4) || (subject.providerKind === "other" && !(level && statesALevel(level)));
  if (mine.every((e) => e.answer === "not-found") && isOutside) {
    return { tier: "out-of-scope", subStatus: null, conditions: false };
  }
  const isListed = mine.some((e) => {
    if (e.answer !== "found" || isContested(e, all) || e.source.class === "provider") return false;
    if (e.kind === "deqar-report") return true;
    const isSound = e.decision !== "negative" && e.flag !== "high";
    return e.kind === "deqar-listing" && isSound && isInDate(e, on) && !isClosed(e, all, on);
  });
  return { tier: "not-stated", subStatus: isListed ? "listed-no-report" : "not-listed", conditions: false };
}

/** The first day after `at`, up to `last`, on which the naive reading has another answer. */
export function naiveChange(subject: TrustSubject, all: readonly Evidence[], at: Day, last: Day): Day | null {
  const answer = (day: Day) => JSON.stringify(naiveTrust(subject, all, day));
  for (let day = addDays(at, 1); day <= last; day = addDays(day, 1)) {
    if (answer(day) !== answer(at)) return day;
  }
  return null;
}
