import type { Database } from "@/db/client";
import { insertRows } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { courseCredentials, credentials } from "@/db/schema/credentials";
import { MODES } from "@/db/schema/learning";
import { outcomeSkills, outcomes } from "@/db/schema/outcomes";
import { providers } from "@/db/schema/providers";
import { runs } from "@/db/schema/runs";
import { skills } from "@/db/schema/skills";
import { sources } from "@/db/schema/sources";
import { addDays, type Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";
import { Random } from "./random";

const SKILLS = 3_000;
const VOCABULARY = 30_000;
const list = (text: string) => text.split(" ");
export const COUNTRIES = list(
  "FI SE NO DK EE LV LT PL DE FR IT ES PT NL BE LU AT IE GR CY MT CZ SK HU SI HR RO BG",
);
export const LANGUAGES = list("en fi sv no da et lv lt pl de fr it es pt nl el cs sk hu sl hr ro bg ga");
export const FIELDS = list(
  "0111 0114 0212 0231 0311 0313 0411 0413 0421 0511 0533 0541 0611 0612 0613 0711 0714 0811",
);
const SYLLABLES = list(
  "ba ce di fo gu ha je ki lo mu na pe ri so tu va wex yo zu stra ing ter kon mat dat soi ful",
);

/** What a catalogue is made of; requests are drawn from the same. */
export interface Ingredients {
  words: string[];
  providerSlugs: string[];
  skillIds: string[];
}

export function ingredients(size: number): Ingredients {
  const random = new Random(1);
  const word = () => Array.from({ length: 2 + random.below(3) }, () => random.of(SYLLABLES)).join("");
  return {
    words: [...new Set(Array.from({ length: VOCABULARY }, word))],
    providerSlugs: Array.from({ length: Math.max(5, Math.round(size * 0.027)) }, (_, i) => `provider-${i}`),
    skillIds: Array.from({ length: SKILLS }, (_, i) => id("5", i)),
  };
}

/** Distinct uuids of one kind of record, in the order of their numbers. */
const id = (kind: string, number: number) =>
  `0000000${kind}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

/** Fills an empty database with `size` published courses of one to four runs; the same ones for the same size and day. */
export async function loadCatalogue(db: Database, size: number, today: Day): Promise<void> {
  const random = new Random(42);
  const { words, providerSlugs, skillIds } = ingredients(size);
  const createdAt = new Date(`${addDays(today, -400)}T00:00:00Z`);
  const sourceId = id("1", 0);
  const text = (count: number): LanguageMap => ({
    en: Array.from({ length: count }, () => random.skewed(words)).join(" "),
  });
  const provenance = (externalId: string) => ({
    sourceId,
    externalId,
    sourceUrl: null,
    retrievedOn: today,
    isSample: false,
    version: 1,
    createdAt,
    updatedAt: createdAt,
  });
  const facts = () => ({
    fields: random.some(FIELDS, random.below(3)),
    ectsHundredths: random.chance(0.7) ? 50 * (1 + random.below(80)) : null,
    hoursMin: null,
    hoursMax: null,
    eqf: random.chance(0.6) ? 1 + random.below(8) : null,
    nqf: null,
    cycle: null,
    assessment: random.of(["assessed", "attendance-only", "none", "unknown"] as const),
    assessmentTypes: [],
    supervision: "not-stated" as const,
    prerequisites: null,
    defaultLanguage: "en",
    homepage: null,
  });

  const run = (courseId: string, position: number): typeof runs.$inferSelect => {
    const startKind = random.of(["dated", "dated", "dated", "standing", "not-stated"] as const);
    const startOn = startKind === "dated" ? addDays(today, random.below(800) - 60) : null;
    const priceKind = random.of(["free", "paid", "paid", "unknown"] as const);
    return {
      id: id("4", position),
      courseId,
      externalId: String(position),
      position,
      startKind,
      startOn,
      startPrecision: startOn === null ? null : "day",
      startText: null,
      endOn: null,
      applyBy: startOn !== null && random.chance(0.5) ? addDays(startOn, -20) : null,
      modes: random.some(MODES, random.below(3)),
      languages: random.some(LANGUAGES.slice(0, 1 + random.below(LANGUAGES.length)), random.below(3)),
      country: random.chance(0.3) ? random.skewed(COUNTRIES) : null,
      region: null,
      city: null,
      priceKind,
      priceCents: priceKind === "paid" ? 100 * (1 + random.below(2_000)) : null,
      currency: priceKind === "paid" ? "EUR" : null,
      priceNote: null,
      seats: null,
      schedules: [],
      hoursPerWeek: null,
      applyUrl: null,
    };
  };

  await db.transaction(async (tx) => {
    await insertRows(tx, sources, [
      {
        id: sourceId,
        name: "bench",
        format: "bench",
        address: "bench",
        licence: null,
        class: "provider",
        isSample: false,
        createdAt,
      },
    ]);
    await insertRows(
      tx,
      skills,
      skillIds.map((skillId) => ({
        id: skillId,
        uri: `http://data.europa.eu/esco/skill/${skillId}`,
        label: text(3),
        altLabels: { en: [text(2).en ?? "", text(3).en ?? ""] },
        description: null,
        status: "released",
        escoVersion: "1.1.1",
        sourceId,
        updatedAt: createdAt,
        type: "skill",
        reuseLevel: null,
        collections: [],
      })),
    );
    await insertRows(
      tx,
      providers,
      providerSlugs.map((slug, number) => ({
        id: id("2", number),
        slug,
        legalName: text(3),
        defaultLanguage: "en",
        kind: "other",
        identity: "stated",
        country: random.skewed(COUNTRIES),
        region: null,
        homepage: null,
        ...provenance(slug),
      })),
    );
    await insertRows(
      tx,
      credentials,
      Array.from({ length: Math.ceil(size / 10) }, (_, number) => ({
        id: id("6", number),
        slug: `credential-${number}`,
        status: "published",
        kind: random.of(["micro-credential", "micro-credential", "certificate", "not-stated"] as const),
        title: text(4),
        description: null,
        ...facts(),
        isOutsideFramework: false,
        modes: [],
        qualityAssurance: null,
        stackability: "not-stated",
        validity: null,
        ...provenance(`credential-${number}`),
      })),
    );
    for (let start = 0; start < size; start += 2_000) {
      const numbers = Array.from({ length: Math.min(2_000, size - start) }, (_, i) => start + i);
      await insertRows(
        tx,
        courses,
        numbers.map((number) => ({
          id: id("3", number),
          slug: `course-${number}`,
          providerId: id("2", Math.floor(providerSlugs.length * random.next() ** 2)),
          status: "published",
          title: text(3 + random.below(6)),
          summary: text(20),
          description: text(80),
          ...facts(),
          durationDays: random.chance(0.5) ? 1 + random.below(250) : null,
          targetGroups: [],
          learningSetting: "not-stated",
          type: null,
          hasNoCredential: random.chance(0.1),
          publishedAt: new Date(createdAt.getTime() + number * 60_000),
          ...provenance(`course-${number}`),
        })),
      );
      await insertRows(
        tx,
        runs,
        numbers.flatMap((number) =>
          Array.from({ length: random.below(10) === 0 ? 0 : 1 + random.below(4) }, (_, i) =>
            run(id("3", number), number * 4 + i),
          ),
        ),
      );
      const outcomeRows = numbers.flatMap((number) =>
        Array.from({ length: 3 }, (_, position) => ({
          id: id("7", number * 3 + position),
          courseId: id("3", number),
          credentialId: null,
          position,
          text: text(10),
        })),
      );
      await insertRows(tx, outcomes, outcomeRows);
      await insertRows(
        tx,
        outcomeSkills,
        outcomeRows.flatMap(({ id: outcomeId }) =>
          [...new Set([random.skewed(skillIds), random.of(skillIds)])].map((skillId) => ({
            outcomeId,
            skillId,
            method: "stated" as const,
          })),
        ),
      );
      await insertRows(
        tx,
        courseCredentials,
        numbers
          .filter(() => random.chance(0.6))
          .map((number) => ({
            courseId: id("3", number),
            credentialId: id("6", Math.floor(number / 10)),
            position: 0,
            needs: random.of(["this-course", "all"] as const),
            neededCount: null,
          })),
      );
    }
  });
}
