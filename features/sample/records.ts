import { sampleCredentials, sampleProviders, sampleThemes } from "@/db/sample/catalogue";
import type { SampleCourse, SampleCredential, SampleProvider, SampleTheme } from "@/db/sample/shapes";
import type { Wanted } from "@/features/changes/schema";
import type { CourseContent, CourseRecord, CredentialLink } from "@/features/courses/schema";
import type { CredentialContent, CredentialRecord } from "@/features/credentials/schema";
import type { ProviderContent, ProviderRecord } from "@/features/providers/schema";
import type { Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";
import { courseOf, planOf, providerOf, textOf, themeOf, toOutcome } from "./entries";
import { isFormal, toLearningFacts } from "./learning-facts";
import { toRuns } from "./runs";
import { sampleId } from "./sample-id";

export interface SampleRecords {
  providers: Wanted<ProviderRecord>[];
  credentials: Wanted<CredentialRecord>[];
  courses: Wanted<CourseRecord>[];
}

/** The whole sample catalogue as records of its source, with dates that fit `today`. */
export function sampleRecords(sourceId: string, today: Day): SampleRecords {
  const recorded = (kind: string, key: string) => ({
    id: sampleId(kind, key),
    sourceId,
    externalId: key,
    sourceUrl: null,
    retrievedOn: today,
    isSample: true,
  });
  return {
    providers: sampleProviders.map((provider) => ({
      kind: "provider",
      ...recorded("provider", provider.key),
      content: toProvider(provider),
    })),
    credentials: sampleCredentials.map((credential) => ({
      kind: "credential",
      ...recorded("credential", credential.key),
      status: credential.isWithdrawn ? "withdrawn" : "published",
      content: toCredential(credential),
    })),
    courses: sampleThemes.flatMap((theme) =>
      theme.courses.map((course) => ({
        kind: "course" as const,
        ...recorded("course", course.key),
        status: course.isWithdrawn ? ("withdrawn" as const) : ("published" as const),
        content: toCourse(theme, course, today),
      })),
    ),
  };
}

function toProvider({
  key,
  kind,
  country,
  defaultLanguage,
  legalName,
  sites,
}: SampleProvider): ProviderContent {
  const domain = `${key}.example`;
  const did = { scheme: "did", value: `did:web:${domain}` } as const;
  return {
    defaultLanguage,
    legalName,
    kind,
    identity: "stated",
    country,
    region: sites[0]?.region ?? null,
    homepage: `https://www.${domain}`,
    identifiers: kind === "higher-education" ? [did, { scheme: "schac", value: domain }] : [did],
  };
}

function toCourse(theme: SampleTheme, course: SampleCourse, today: Day): CourseContent {
  const provider = providerOf(course.provider);
  const plan = planOf(course.plan);
  const languages = Object.keys(course.title);
  const prerequisites = course.summary ? null : theme.prerequisites && only(theme.prerequisites, languages);
  const outcomes =
    course.outcomes ?? theme.outcomes.map(({ text, skills }) => ({ text: only(text, languages), skills }));
  const saysHow = plan.runs.length > 0 && plan.modes.length > 0;
  return {
    ...toLearningFacts({ ...course, fields: theme.fields, prerequisites }, provider),
    provider: sampleId("provider", course.provider),
    defaultLanguage: defaultLanguageOf(course.title, provider.defaultLanguage),
    title: course.title,
    summary: course.summary ?? joined([theme.summary, course.angle], languages),
    description: course.description ?? joined([theme.description, plan.how], languages),
    durationDays: course.days ?? plan.days,
    targetGroups: course.grant === "jobseekers" ? ["employment-retraining"] : theme.targetGroups,
    learningSetting: !saysHow ? "not-stated" : isFormal(provider, course.ects) ? "formal" : "non-formal",
    type: plan.type,
    homepage: saysHow ? `https://www.${provider.key}.example/courses/${course.key}` : null,
    hasNoCredential: course.hasNoCredential,
    outcomes: outcomes.map(toOutcome),
    runs: toRuns(course, provider, today),
    credentials: sampleCredentials.filter(({ courses }) => courses.includes(course.key)).map(toLink),
  };
}

function toLink({ key, needs, neededCount }: SampleCredential): CredentialLink {
  return { credential: sampleId("credential", key), needs, neededCount };
}

function toCredential(credential: SampleCredential): CredentialContent {
  const providers = credential.awardedBy.map(providerOf);
  const [first] = providers;
  if (!first) throw new Error(`Nobody awards the sample credential "${credential.key}"`);
  const themes = credential.courses.map((key) => courseOf(key).theme);
  const fields = [...new Set([...credential.fields, ...themes.flatMap((theme) => theme.fields)])];
  return {
    ...toLearningFacts({ ...credential, fields, prerequisites: themes[0]?.prerequisites ?? null }, first),
    kind: credential.kind,
    defaultLanguage: defaultLanguageOf(credential.title, first.defaultLanguage),
    title: credential.title,
    description: credential.description,
    isOutsideFramework: credential.isOutsideFramework,
    modes: credential.modes,
    qualityAssurance: textOf("qualityAssurance", credential.qualityAssurance),
    stackability: credential.stackability,
    validity: textOf("validity", credential.validity),
    // The sparsest credentials say nothing more anywhere either.
    homepage:
      credential.qualityAssurance === null
        ? null
        : `https://www.${first.key}.example/credentials/${credential.key}`,
    outcomes: credential.outcomesOf.flatMap((key) => themeOf(key).outcomes).map(toOutcome),
    awardingBodies: credential.awardedBy.map((key) => sampleId("provider", key)).sort(),
  };
}

const defaultLanguageOf = (title: LanguageMap, wanted: string): string =>
  [wanted, "en", ...Object.keys(title)].find((language) => title[language] !== undefined) ?? wanted;

const only = (texts: LanguageMap, languages: readonly string[]): LanguageMap =>
  Object.fromEntries(Object.entries(texts).filter(([language]) => languages.includes(language)));

/** Sentences one after another, language by language. */
const joined = (
  parts: readonly (LanguageMap | null | undefined)[],
  languages: readonly string[],
): LanguageMap =>
  Object.fromEntries(
    languages.map((language) => [language, parts.flatMap((part) => part?.[language] ?? []).join(" ")]),
  );
