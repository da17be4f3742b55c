import fc from "fast-check";
import { COURSE_STATUSES, LEARNING_SETTINGS } from "@/db/schema/courses";
import { CREDENTIAL_KINDS, NEEDS, STACKABILITIES } from "@/db/schema/credentials";
import { ASSESSMENTS, CYCLES, MODES, SUPERVISIONS } from "@/db/schema/learning";
import { LINK_METHODS } from "@/db/schema/outcomes";
import { IDENTIFIER_SCHEMES, PROVIDER_IDENTITIES, PROVIDER_KINDS } from "@/db/schema/providers";
import { SCHEDULES, START_PRECISIONS } from "@/db/schema/runs";
import type { CourseContent, CredentialLink, LearningFacts, Outcome, Run } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type { ProviderContent } from "@/features/providers/schema";
import { assessmentTypes } from "@/features/vocabularies/assessment-types";
import { countries } from "@/features/vocabularies/countries";
import { currencies } from "@/features/vocabularies/currencies";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { languages } from "@/features/vocabularies/languages";
import { learningOpportunityTypes } from "@/features/vocabularies/learning-opportunity-types";
import { nutsCodes } from "@/features/vocabularies/nuts";
import { targetGroups } from "@/features/vocabularies/target-groups";
import { addDays } from "@/lib/dates";
import type { CsvCourse, CsvCredential, CsvProvider } from "./write";

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const someOf = <T>(values: readonly T[]) => fc.uniqueArray(oneOf(values), { maxLength: 3 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

// Texts as every import leaves them: trimmed, not empty, without HTML, carriage returns and what UTF-8 cannot hold.
const PIECES = [
  ..."= + - @ ＝ ＋ － ＠ ' '' \" \"\" , ; | \\ \\| < > & # * • yes 0 1,5 Łódź 職 🙂".split(" "),
  ..." | ,\n,\n  ,\n\n,\t,\\\\|, ' ,'=, =".split(","),
];
const text = fc
  .array(fc.oneof(oneOf(PIECES), fc.string({ unit: "grapheme", maxLength: 6 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join("").replace(/\r/g, "").trim())
  .filter((joined) => joined !== "" && !/\p{Cs}|<\/|<br/iu.test(joined) && !joined.includes("\0"));
const localised = fc
  .uniqueArray(oneOf(["en", "fi", "sv", "el", "ga"]), { minLength: 1, maxLength: 3 })
  .chain((codes) => fc.tuple(...codes.map((code) => text.map((value): [string, string] => [code, value]))))
  .map((entries) => Object.fromEntries(entries));
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
const hundredths = (max: number) => fc.integer({ min: 1, max });
const twoDecimals = (max: number) => hundredths(max * 100).map((value) => value / 100);

const skill = fc.record({ skillId: fc.uuid(), method: oneOf(LINK_METHODS) });
const outcome: fc.Arbitrary<Outcome> = fc.record({
  text: localised,
  skills: fc.uniqueArray(skill, { maxLength: 3, selector: ({ skillId }) => skillId }),
});
const outcomes = fc.array(outcome, { maxLength: 4 });

const hours = fc.oneof(
  fc.constant({ hoursMin: null, hoursMax: null }),
  fc
    .tuple(twoDecimals(999_999), twoDecimals(999_999))
    .map(([a, b]) => ({ hoursMin: Math.min(a, b), hoursMax: Math.max(a, b) })),
);
const learning: fc.Arbitrary<LearningFacts> = fc
  .record({
    fields: someOf(iscedFields.codes),
    ectsHundredths: maybe(hundredths(2_147_483_647)),
    eqf: maybe(fc.integer({ min: 1, max: 8 })),
    nqf: maybe(fc.stringMatching(/^[0-9a-f]{8}$/).map((id) => `http://data.europa.eu/snb/qdr/c_${id}`)),
    cycle: maybe(oneOf(CYCLES)),
    assessment: oneOf(ASSESSMENTS),
    assessmentTypes: someOf(assessmentTypes.codes),
    supervision: oneOf(SUPERVISIONS),
    prerequisites: maybe(localised),
  })
  .chain((facts) => hours.map((range) => ({ ...facts, ...range })));

const start: fc.Arbitrary<Pick<Run, "startKind" | "startOn" | "startPrecision">> = fc.oneof(
  fc
    .record({
      startKind: fc.constant("dated" as const),
      startOn: day,
      startPrecision: oneOf(START_PRECISIONS),
    })
    .map((value) =>
      value.startPrecision === "month" ? { ...value, startOn: `${value.startOn.slice(0, 7)}-01` } : value,
    ),
  fc.record({
    startKind: oneOf(["standing", "not-stated"] as const),
    startOn: fc.constant(null),
    startPrecision: oneOf([null, "term"] as const),
  }),
);
const price: fc.Arbitrary<Pick<Run, "priceKind" | "priceCents" | "currency">> = fc.oneof(
  fc.record({
    priceKind: fc.constant("paid" as const),
    priceCents: hundredths(2_147_483_647),
    currency: oneOf(currencies.codes),
  }),
  fc.record({
    priceKind: oneOf(["free", "unknown"] as const),
    priceCents: fc.constant(null),
    currency: fc.constant(null),
  }),
);
const run: fc.Arbitrary<Run> = fc
  .record({
    externalId: text,
    startText: maybe(localised),
    endOn: maybe(day),
    applyBy: maybe(day),
    modes: someOf(MODES),
    languages: someOf(languages.codes),
    country: maybe(oneOf(countries.codes)),
    region: maybe(oneOf(nutsCodes)),
    city: maybe(text),
    priceNote: maybe(localised),
    seats: maybe(fc.nat(2_147_483_647)),
    schedules: someOf(SCHEDULES),
    hoursPerWeek: maybe(twoDecimals(168)),
    applyUrl: maybe(text),
  })
  .chain((rest) => fc.tuple(start, price).map(([when, what]) => ({ ...rest, ...when, ...what })));

const named = <C extends object>(content: fc.Arbitrary<C>, titleOf: (value: C) => object) =>
  content.chain((value) =>
    oneOf(Object.keys(titleOf(value))).map((defaultLanguage) => ({ ...value, defaultLanguage })),
  );

const provider: fc.Arbitrary<ProviderContent> = named(
  fc.record({
    legalName: localised,
    kind: oneOf(PROVIDER_KINDS),
    identity: oneOf(PROVIDER_IDENTITIES),
    country: oneOf(countries.codes),
    region: maybe(oneOf(nutsCodes)),
    homepage: maybe(text),
    identifiers: fc.array(fc.record({ scheme: oneOf(IDENTIFIER_SCHEMES), value: text }), { maxLength: 3 }),
  }),
  ({ legalName }) => legalName,
);

const credential: fc.Arbitrary<Omit<CredentialContent, "awardingBodies">> = learning.chain((facts) =>
  named(
    fc.record({
      kind: oneOf(CREDENTIAL_KINDS),
      title: localised,
      description: maybe(localised),
      isOutsideFramework: facts.eqf === null && facts.nqf === null ? fc.boolean() : fc.constant(false),
      modes: someOf(MODES),
      qualityAssurance: maybe(localised),
      stackability: oneOf(STACKABILITIES),
      validity: maybe(localised),
      homepage: maybe(text),
      outcomes,
    }),
    ({ title }) => title,
  ).map((rest) => ({ ...facts, ...rest })),
);

const course: fc.Arbitrary<Omit<CourseContent, "provider" | "credentials" | "hasNoCredential">> =
  learning.chain((facts) =>
    named(
      fc.record({
        title: localised,
        summary: maybe(localised),
        description: maybe(localised),
        durationDays: maybe(hundredths(2_147_483_647)),
        targetGroups: someOf(targetGroups.codes),
        learningSetting: oneOf(LEARNING_SETTINGS),
        type: maybe(oneOf(learningOpportunityTypes.codes)),
        homepage: maybe(text),
        outcomes,
        runs: fc.uniqueArray(run, { maxLength: 3, selector: ({ externalId }) => externalId }),
      }),
      ({ title }) => title,
    ).map((rest) => ({ ...facts, ...rest })),
  );

const link: fc.Arbitrary<Omit<CredentialLink, "credential">> = oneOf(NEEDS).chain((needs) =>
  (needs === "some" ? hundredths(20) : fc.constant(null)).map((neededCount) => ({ needs, neededCount })),
);

const ids = (length: number) => fc.uniqueArray(text, { minLength: length, maxLength: length });

/** Valid catalogues of a few courses that share providers and credentials, in every corner of what a record may hold. */
export const catalogue: fc.Arbitrary<CsvCourse[]> = fc
  .tuple(
    ids(3),
    fc.tuple(provider, provider, provider),
    ids(3),
    fc.tuple(credential, credential, credential),
    ids(3),
  )
  .chain(([providerIds, providerContents, credentialIds, credentialContents, courseIds]) => {
    const providers = providerIds.map(
      (id, at): CsvProvider => ({ id, content: providerContents[at % 3] ?? providerContents[0] }),
    );
    return fc.tuple(...credentialContents.map(() => someOf(providers))).chain((bodies) => {
      const credentials = credentialIds.map((id, at): CsvCredential => {
        const awardingBodies = bodies[at] ?? [];
        const content = credentialContents[at] ?? credentialContents[0];
        return {
          id,
          awardingBodies,
          content: { ...content, awardingBodies: awardingBodies.map((body) => body.id) },
        };
      });
      const one = fc
        .record({
          content: course,
          provider: oneOf(providers),
          leadsTo: fc.array(fc.tuple(oneOf(credentials), link), { maxLength: 3 }),
        })
        .chain(({ content, provider: owner, leadsTo }) => {
          const links = [...new Map(leadsTo.map((pair) => [pair[0].id, pair])).values()];
          const hasNoCredential = links.length === 0 ? fc.boolean() : fc.constant(false);
          return fc.record({
            status: oneOf(
              COURSE_STATUSES.filter((status) => status === "published" || status === "withdrawn"),
            ),
            isSample: fc.boolean(),
            content: hasNoCredential.map((none) => ({
              ...content,
              provider: owner.id,
              hasNoCredential: none,
              credentials: links.map(([{ id }, rest]) => ({ credential: id, ...rest })),
            })),
            provider: fc.constant(owner),
            credentials: fc.constant(links.map(([held]) => held)),
          });
        });
      return fc
        .tuple(...courseIds.map((id) => one.map((rest) => ({ id, ...rest }))))
        .chain((courses) => fc.integer({ min: 1, max: 3 }).map((count) => courses.slice(0, count)));
    });
  });
