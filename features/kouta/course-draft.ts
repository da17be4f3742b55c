import type { CourseContent } from "@/features/courses/schema";
import type { CourseDraft, CredentialDraft } from "@/features/exchange/draft";
import { outcomesOf } from "@/features/exchange/listed-outcomes";
import type { LearningOpportunityType } from "@/features/vocabularies/learning-opportunity-types";
import { codeOf, eqfOf, fieldsOf, type Remark } from "./codes";
import { credentialsOf, isQualification } from "./credential-draft";
import { rawOf } from "./feed";
import {
  defaultLanguageOf,
  joined,
  languagesOf,
  type ReadTexts,
  SECTIONS,
  sectionText,
  textReader,
} from "./localized";
import type { Koulutus, Toteutus } from "./record-schema";
import { runOf } from "./run";
import { targetsOf } from "./start";
import { durationOf, type Workload, workloadOf } from "./workload";

/** Types of programme (koulutustyyppi) whose kind of offer is certain. */
const TYPES: ReadonlyMap<string, LearningOpportunityType> = new Map([
  ["kk-opintojakso", "course"],
  ["kk-opintokokonaisuus", "programme-module"],
]);

/** What a course is made of: a programme with its offerings, or an offering alone, whose programme is absent. */
export type Parts =
  | { programme: Koulutus; offerings: readonly Toteutus[] }
  | { programme: null; offerings: readonly [Toteutus] };

export function draftCourse(
  { programme, offerings }: Parts,
  provider: string,
  remark: Remark,
): { course: CourseDraft; credentials: readonly CredentialDraft[] } {
  const record = programme ?? offerings[0];
  const kept = { koulutus: programme, toteutukset: offerings };
  const raw = rawOf(kept);
  if (JSON.stringify(raw) !== JSON.stringify(kept)) {
    remark(
      "hint",
      "metadata",
      "person-left-out",
      "A text names a person or an e-mail address; it was left out.",
    );
  }
  if (programme) remarkOnAbsent(programme, offerings, remark);

  const languages = languagesOf(record.nimi, record.kielivalinta);
  const read = textReader(languages);
  // What a programme does not say of itself, its only offering may say for it; of several none speaks for all.
  const only = offerings.length === 1 ? offerings[0] : undefined;
  const room = programme ? "koulutus" : "toteutus";
  const draft = {
    kind: "course",
    externalId: record.oid,
    sourceUrl: `https://opintopolku.fi/konfo/${defaultLanguageOf(languages)}/${room}/${record.oid}`,
    raw,
  } as const;
  const content: CourseContent = {
    provider,
    defaultLanguage: defaultLanguageOf(languages),
    title: read(record.nimi) ?? {},
    summary: null,
    description: (programme && programmeText(programme, read)) ?? (only ? offeringText(only, read) : null),
    fields: programme ? fieldsOf(programme, remark) : [],
    ...statedWorkload(programme, only, remark),
    eqf: programme ? eqfOf(programme, remark) : null,
    nqf: null,
    cycle: null,
    assessment: "unknown",
    assessmentTypes: [],
    supervision: "not-stated",
    prerequisites: prerequisitesOf(offerings, read),
    durationDays: commonDuration(offerings),
    targetGroups: [],
    learningSetting:
      programme?.johtaaTutkintoon || isQualification(record.koulutustyyppi) ? "formal" : "not-stated",
    type: isQualification(record.koulutustyyppi)
      ? "educational-programme"
      : (TYPES.get(record.koulutustyyppi ?? "") ?? null),
    homepage: null,
    hasNoCredential: false,
    outcomes: outcomesOf(
      (programme && programmeOutcomes(programme, read)) ?? (only ? offeringOutcomes(only, read) : null),
    ),
    runs: offerings.map((offering) => runOf(offering, remark)),
    credentials: [],
  };
  const credentials = credentialsOf(record, { ...draft, content });
  const links = credentials.map(({ externalId }) => ({
    credential: externalId,
    needs: "this-course" as const,
    neededCount: null,
  }));
  return {
    course: { ...draft, status: "published", content: { ...content, credentials: links } },
    credentials,
  };
}

const programmeText = ({ metadata }: Koulutus, read: ReadTexts) =>
  joined([read(metadata?.kuvaus), sectionText(metadata?.lisatiedot, SECTIONS.content, read)], "\n\n");

const offeringText = ({ metadata }: Toteutus, read: ReadTexts) =>
  joined([read(metadata?.kuvaus), sectionText(metadata?.opetus?.lisatiedot, SECTIONS.content, read)], "\n\n");

const programmeOutcomes = ({ metadata }: Koulutus, read: ReadTexts) =>
  read(metadata?.osaamistavoitteet) ?? sectionText(metadata?.lisatiedot, SECTIONS.outcomes, read);

const offeringOutcomes = ({ metadata }: Toteutus, read: ReadTexts) =>
  read(metadata?.osaamistavoitteet) ?? sectionText(metadata?.opetus?.lisatiedot, SECTIONS.outcomes, read);

function statedWorkload(programme: Koulutus | null, only: Toteutus | undefined, remark: Remark): Workload {
  const own = workloadOf(programme?.metadata, remark);
  return own.ectsHundredths === null && own.hoursMin === null ? workloadOf(only?.metadata, remark) : own;
}

/** Schooling that the published places to apply for ask for (pohjakoulutusvaatimus), each once. */
function prerequisitesOf(offerings: readonly Toteutus[], read: ReadTexts) {
  const codes = offerings
    .flatMap(targetsOf)
    .flatMap(({ pohjakoulutusvaatimus }) => pohjakoulutusvaatimus ?? []);
  const distinct = new Map(codes.map((code) => [codeOf(code), read(code.nimi)]));
  return joined([...distinct.values()], ", ");
}

function commonDuration(offerings: readonly Toteutus[]): number | null {
  const durations = new Set(offerings.map(durationOf));
  return durations.size === 1 ? ([...durations][0] ?? null) : null;
}

/** Offerings that a programme lists by name only: without their own record they have no date, price or language. */
function remarkOnAbsent({ toteutukset }: Koulutus, offerings: readonly Toteutus[], remark: Remark): void {
  const here = new Set(offerings.map(({ oid }) => oid));
  const absent = (toteutukset ?? []).filter(({ oid, tila }) => tila === "julkaistu" && !here.has(oid));
  if (absent.length === 0) return;
  const oids = absent.map(({ oid }) => oid).join(", ");
  remark(
    "hint",
    "toteutukset",
    "offering-not-in-feed",
    `Published offerings are named but not in the feed: ${oids}. Add their records to show them as runs.`,
  );
}
