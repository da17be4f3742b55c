import type { CourseContent } from "@/features/courses/schema";
import { writeCsv } from "./write";

const NOTHING_STATED = {
  fields: [],
  ectsHundredths: null,
  hoursMin: null,
  hoursMax: null,
  eqf: null,
  nqf: null,
  cycle: null,
  assessment: "unknown",
  assessmentTypes: [],
  supervision: "not-stated",
  prerequisites: null,
} as const;

const SAMPLE: CourseContent = {
  ...NOTHING_STATED,
  provider: "sample-provider",
  defaultLanguage: "en",
  title: { en: "Sample course: first steps in welding", fi: "Esimerkkikurssi: hitsauksen alkeet" },
  summary: { en: "A sample row. Write over it or remove it.", fi: "Esimerkkirivi. Korvaa tai poista se." },
  description: null,
  fields: ["0715"],
  ectsHundredths: 250,
  hoursMin: 65,
  hoursMax: 65,
  eqf: 4,
  assessment: "assessed",
  assessmentTypes: ["practical-assessment"],
  durationDays: 42,
  targetGroups: [],
  learningSetting: "non-formal",
  type: "course",
  homepage: "https://provider.example/welding",
  hasNoCredential: false,
  outcomes: [
    {
      text: { en: "Joins steel plates safely", fi: "Liittää teräslevyjä turvallisesti" },
      skills: [],
    },
    { text: { en: "Checks a weld by eye", fi: "Tarkastaa hitsin silmämääräisesti" }, skills: [] },
  ],
  runs: [
    {
      externalId: "sample-run",
      startKind: "dated",
      startOn: "2027-01-12",
      startPrecision: "day",
      startText: null,
      endOn: "2027-02-23",
      applyBy: "2026-12-15",
      modes: ["presential"],
      languages: ["fi"],
      country: "FI",
      region: "FI1B1",
      city: "Helsinki",
      priceKind: "paid",
      priceCents: 25_000,
      currency: "EUR",
      priceNote: null,
      seats: 16,
      schedules: ["evening"],
      hoursPerWeek: 6,
      applyUrl: "https://provider.example/welding/apply",
    },
  ],
  credentials: [{ credential: "sample-credential", needs: "this-course", neededCount: null }],
};

/** The template to download: every column for texts in English and Finnish, and one row marked as a sample. */
export function templateCsv(): string {
  return writeCsv([
    {
      id: "sample-course",
      status: "published",
      isSample: true,
      content: SAMPLE,
      provider: {
        id: SAMPLE.provider,
        content: {
          defaultLanguage: "en",
          legalName: { en: "Sample provider", fi: "Esimerkkijärjestäjä" },
          kind: "other",
          identity: "stated",
          country: "FI",
          region: null,
          homepage: "https://provider.example",
          identifiers: [],
        },
      },
      credentials: [
        {
          id: "sample-credential",
          awardingBodies: [],
          content: {
            ...NOTHING_STATED,
            kind: "micro-credential",
            defaultLanguage: "en",
            title: {
              en: "Sample micro-credential in welding",
              fi: "Esimerkki: hitsauksen pieni osaamiskokonaisuus",
            },
            description: null,
            isOutsideFramework: false,
            modes: [],
            qualityAssurance: null,
            stackability: "not-stated",
            validity: null,
            homepage: null,
            outcomes: [],
            awardingBodies: [SAMPLE.provider],
          },
        },
      ],
    },
  ]);
}
