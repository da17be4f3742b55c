import fc from "fast-check";
import type { Database } from "@/db/client";
import { applyChanges } from "@/features/changes/mutations";
import type { Change, Wanted } from "@/features/changes/schema";
import type { CourseContent, CourseRecord, CourseStatus, Outcome, Run } from "@/features/courses/schema";
import type { CredentialContent, CredentialRecord, CredentialStatus } from "@/features/credentials/schema";
import { addDays } from "@/lib/dates";
import { uuidv7 } from "@/lib/uuid";
import {
  ACTOR,
  insertCredential,
  insertProvider,
  insertSkill,
  insertSource,
  makeCourse,
  makeCredential,
  makeProvider,
  makeRun,
  NOW,
  TODAY,
  unique,
} from "./factories";
import { importProgrammes, pool, programmeDocument, rule } from "./programmes";
import { type EvidenceSketch, evidenceSketch, insertEvidence } from "./search-evidence";
import type { OracleCourse, Stack } from "./search-rules";
import type { OracleRecord } from "./search-trust-rules";

/** Few values of each kind, so that they meet; words that fold, and that begin alike. */
export const WORDS = ["weld", "Welding", "Łódź", "Straße", "data", "database", "Ørsted", "déjà", "r", "2027"];
const MODES = ["online", "blended", "presential"] as const;
const LANGUAGES = ["en", "fi", "sv"];
const COUNTRIES = ["FI", "SE", "DE"];
const FIELDS = ["06", "061", "0611", "0613", "04", "0413"];
const SKILLS = ["weld steel", "Łódź studies", "manage data", "r programming", "dig", "sing"];
const KINDS = ["higher-education", "other", "unknown"] as const;
const PROVIDERS = 6;
const CREDENTIALS = 5;
const COURSES = 120;
const DAYS_OF_PUBLISHING = 7;

interface CourseSketch {
  content: Omit<CourseContent, "provider" | "credentials">;
  status: CourseStatus;
  provider: number;
  /** Skills of its outcomes and credentials it leads to, as numbers in the catalogue. */
  credentials: readonly { credential: number; needs: "this-course" | "all" }[];
}

interface CatalogueSketch {
  credentials: readonly { content: CredentialContent; status: CredentialStatus }[];
  courses: readonly CourseSketch[];
  evidence: readonly EvidenceSketch[];
}

export interface Catalogue {
  courses: OracleCourse[];
  providerSlugs: string[];
  skillIds: string[];
  qualificationSlugs: string[];
}

const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((list) => list.join(" "));
const some = <T>(values: readonly T[], maxLength: number) => fc.subarray([...values], { maxLength });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2, nil: null });
const dayNear = (before: number, after: number) =>
  fc.integer({ min: -before, max: after }).map((days) => addDays(TODAY, days));

const start = fc.oneof(
  dayNear(40, 70).map((startOn) => ({ startKind: "dated", startOn, startPrecision: "day" }) as const),
  dayNear(40, 70).map(
    (day) => ({ startKind: "dated", startOn: `${day.slice(0, 7)}-01`, startPrecision: "month" }) as const,
  ),
  fc.constant({ startKind: "standing", startOn: null, startPrecision: null } as const),
  fc.constant({ startKind: "not-stated", startOn: null, startPrecision: "term" } as const),
);

const price = fc.oneof(
  fc.constantFrom(
    { priceKind: "free", priceCents: null, currency: null } as const,
    { priceKind: "unknown", priceCents: null, currency: null } as const,
  ),
  fc.record({
    priceKind: fc.constant("paid" as const),
    priceCents: fc.constantFrom(1, 99_99, 100_00, 500_00, 500_01),
    currency: fc.constantFrom("EUR", "SEK", "BYN"),
  }),
);

const run: fc.Arbitrary<Run> = fc
  .record({
    start,
    price,
    applyBy: maybe(dayNear(5, 5)),
    modes: some(MODES, 2),
    languages: some(LANGUAGES, 2),
    country: maybe(fc.constantFrom(...COUNTRIES)),
  })
  .map(({ start: starts, price: costs, ...rest }) => makeRun({ ...starts, ...costs, ...rest }));

const runs = fc.oneof(
  { weight: 12, arbitrary: fc.array(run, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(run, { minLength: 5, maxLength: 40 }) },
);

const outcomesOf = (skillIds: readonly string[]): fc.Arbitrary<Outcome[]> =>
  fc.array(
    fc.record({
      text: fc.record({ en: text }),
      skills: some(skillIds, 3).chain((ids) =>
        fc.tuple(
          ...ids.map((skillId) =>
            fc
              .constantFrom("stated", "accepted", "suggested", "rejected")
              .map((method) => ({ skillId, method }) as const),
          ),
        ),
      ),
    }),
    { maxLength: 2 },
  );

const facts = {
  fields: some(FIELDS, 2),
  ectsHundredths: maybe(fc.constantFrom(50, 99, 100, 299, 300, 600, 1500, 2999, 3000)),
  eqf: maybe(fc.integer({ min: 4, max: 7 })),
  nqf: fc.constantFrom(null, null, null, "http://data.europa.eu/snb/qdr/c_1"),
  assessment: fc.constantFrom("assessed", "attendance-only", "none", "unknown", "unknown", "unknown"),
} as const;

const sketch = (skillIds: readonly string[]): fc.Arbitrary<CatalogueSketch> =>
  fc.record({
    evidence: evidenceSketch(CREDENTIALS, COURSES),
    credentials: fc.array(
      fc.record({
        status: fc.constantFrom("published", "published", "published", "withdrawn"),
        content: fc
          .record({
            ...facts,
            kind: fc.constantFrom(
              "micro-credential",
              "micro-credential",
              "degree",
              "certificate-of-attendance",
              "not-stated",
            ),
            outcomes: outcomesOf(skillIds),
            qualityAssurance: maybe(fc.constant({ en: "Reviewed each year" })),
          })
          .map((content) => makeCredential(content)),
      }),
      { minLength: CREDENTIALS, maxLength: CREDENTIALS },
    ),
    courses: fc.array(
      fc.record({
        provider: fc.nat(PROVIDERS - 1),
        status: fc.constantFrom(
          "published",
          "published",
          "published",
          "published",
          "withdrawn",
          "suspended",
          "draft",
        ),
        credentials: some(
          Array.from({ length: CREDENTIALS }, (_, i) => i),
          2,
        ).chain((numbers) =>
          fc.tuple(
            ...numbers.map((credential) =>
              fc
                .constantFrom("this-course", "this-course", "all")
                .map((needs) => ({ credential, needs }) as const),
            ),
          ),
        ),
        content: fc
          .record({
            ...facts,
            title: fc.record({ en: text }),
            summary: maybe(fc.record({ fi: text })),
            description: maybe(fc.record({ en: text, sv: text })),
            durationDays: maybe(fc.constantFrom(1, 6, 7, 28, 29, 92, 93, 184, 185)),
            hasNoCredential: fc.boolean(),
            outcomes: outcomesOf(skillIds),
            runs,
          })
          .map((content) => makeCourse(content)),
      }),
      { minLength: COURSES, maxLength: COURSES },
    ),
  });

/** Writes a random catalogue, the same for the same seed, through the one door of all changes. */
export async function insertCatalogue(db: Database, seed: number): Promise<Catalogue> {
  const sourceName = unique("search-catalogue");
  const sourceId = await insertSource(db, { name: sourceName });
  const skillIds: string[] = [];
  for (const name of SKILLS) {
    skillIds.push(
      await insertSkill(db, { sourceId, label: { en: name }, altLabels: { fi: [`${name} taito`, name] } }),
    );
  }
  const drawn = only(fc.sample(sketch(skillIds), { seed, numRuns: 1 })[0]);

  const write = (changes: Change[], daysLater = 0) =>
    db.transaction((tx) =>
      applyChanges(tx, ACTOR, changes, {
        now: new Date(NOW.getTime() + daysLater * 86_400_000),
        today: TODAY,
      }),
    );
  const provenance = (externalId: string) => ({
    id: uuidv7(),
    sourceId,
    externalId,
    sourceUrl: null,
    retrievedOn: TODAY,
    isSample: false,
  });
  const { providers } = await write(
    Array.from(
      { length: PROVIDERS },
      (_, i): Change => ({
        kind: "provider",
        before: null,
        after: {
          kind: "provider",
          ...provenance(`provider-${i}`),
          content: makeProvider({
            country: COUNTRIES[i % COUNTRIES.length] ?? "FI",
            legalName: { en: `Provider ${i} ${WORDS[i]}` },
            kind: KINDS[i % KINDS.length] ?? "unknown",
          }),
        },
      }),
    ),
  );
  // Every other credential has a body that awards it.
  const { credentials } = await write(
    drawn.credentials.map(({ content, status }, i): Change => {
      const awardingBodies = i % 2 === 0 ? [] : [only(providers[i % PROVIDERS]).id];
      return {
        kind: "credential",
        before: null,
        after: {
          kind: "credential",
          status,
          ...provenance(`credential-${i}`),
          content: { ...content, awardingBodies },
        },
      };
    }),
  );

  const { stacks, qualificationSlugs } = await insertQualifications(db, sourceName, sourceId, credentials);
  const skillNames = new Map(skillIds.map((id, i) => [id, [`${SKILLS[i]} taito`, SKILLS[i] ?? ""]]));
  const planned = drawn.courses.map((course, i) => {
    const provider = only(providers[course.provider]);
    const links = course.credentials.map(({ credential, needs }) => ({
      needs,
      record: only(credentials[credential]),
    }));
    const after: Wanted<CourseRecord> = {
      kind: "course",
      status: course.status,
      ...provenance(`course-${i}`),
      content: {
        ...course.content,
        provider: provider.id,
        credentials: links.map(({ needs, record }) => ({ credential: record.id, needs, neededCount: null })),
      },
    };
    return { after, provider, credentials: links };
  });
  const courses: OracleCourse[] = [];
  const evidence: OracleRecord[] = [];
  const fieldsOfCredential = (id: string) => {
    const { fields = [] } = credentials.find((credential) => credential.id === id)?.content ?? {};
    const leading = courses.filter(
      ({ record, credentials: links }) =>
        record.status === "published" && links.some((link) => link.record.id === id),
    );
    return fields.length > 0 ? fields : leading.flatMap(({ record }) => record.content.fields);
  };
  for (let day = 0; day < DAYS_OF_PUBLISHING; day++) {
    const changes = planned.filter((_, i) => i % DAYS_OF_PUBLISHING === day);
    const written = await write(
      changes.map(({ after }): Change => ({ kind: "course", before: null, after })),
      day,
    );
    for (const [i, record] of written.courses.entries()) {
      const { provider, credentials: links } = only(changes[i]);
      courses.push({
        record,
        provider,
        credentials: links,
        skillNames,
        stacks,
        fieldsOfCredential,
        evidence,
      });
    }
  }
  const placed = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  evidence.push(
    ...(await insertEvidence(db, drawn.evidence, sourceName, {
      provider: placed(providers),
      credential: placed(credentials),
      course: planned.map(({ after }) => after.id),
    })),
  );
  return { courses, providerSlugs: providers.map(({ slug }) => slug), skillIds, qualificationSlugs };
}

/** Published before the courses: what counts must follow each change of them. Rules begin and end around the days of asking. */
async function insertQualifications(
  db: Database,
  source: string,
  sourceId: string,
  credentials: readonly CredentialRecord[],
): Promise<{ stacks: Stack[]; qualificationSlugs: string[] }> {
  const refTo = ({ externalId }: { externalId: string }) => ({ source, externalId });
  const body = await insertProvider(db, { sourceId, content: { legalName: { en: "Zzz body" } } });
  const insertQualification = () =>
    insertCredential(db, {
      sourceId,
      content: { kind: "degree", title: { en: unique("Big degree") }, awardingBodies: [body.id] },
    });
  const [byName, byRule, byField] = [
    await insertQualification(),
    await insertQualification(),
    await insertQualification(),
  ];
  const programme = (qualification: CredentialRecord, root: object, rules: object[] = []) =>
    programmeDocument({ qualification: refTo(qualification), body: refTo(body) }, root, { rules });
  const window = { from: addDays(TODAY, -1), to: addDays(TODAY, 3) };
  const ruled = only(credentials[2]);
  await importProgrammes(db, [
    programme(byName, pool("core", 5, { units: credentials.slice(0, 2).map(refTo) })),
    programme(byRule, pool("open", 5, { fields: ["06"] }), [
      rule("window", { units: [refTo(ruled)] }, "open", refTo(body), {
        validFrom: window.from,
        validTo: window.to,
      }),
    ]),
    programme(byField, pool("open", 5, { fields: ["06"] }, { fits: "designed" })),
  ]);
  const nothing = { credential: null, field: null, from: null, to: null };
  return {
    qualificationSlugs: [byName, byRule, byField].map(({ slug }) => slug),
    stacks: [
      ...credentials.slice(0, 2).map(({ id }) => ({ ...nothing, slug: byName.slug, credential: id })),
      { ...nothing, slug: byRule.slug, credential: ruled.id, ...window },
      { ...nothing, slug: byField.slug, field: "06" },
    ],
  };
}

function only<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("The catalogue lacks what it was drawn with");
  return found;
}
