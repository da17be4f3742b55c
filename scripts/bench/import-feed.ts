import type { CourseContent, LearningFacts, Outcome, Run } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type { Draft, Transformed } from "@/features/exchange/draft";
import type { ProviderContent } from "@/features/providers/schema";
import { addDays } from "@/lib/dates";
import { Random } from "./random";

const SKILLS = 2_000;
const SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va wex yo zu stra ing ter kon mat".split(" ");

export const skillId = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;

export const feedSkills: readonly string[] = Array.from({ length: SKILLS }, (_, i) => skillId(i));

/** A feed of `size` courses with texts, outcomes, skills, runs and credentials, the same each time. */
export function feedOf(size: number, today: string): Transformed {
  const random = new Random(7);
  const word = () => Array.from({ length: 2 + random.below(3) }, () => random.of(SYLLABLES)).join("");
  const vocabulary = Array.from({ length: 5_000 }, word);
  const text = (length: number) => ({
    en: Array.from({ length }, () => random.skewed(vocabulary)).join(" "),
    fi: Array.from({ length }, () => random.skewed(vocabulary)).join(" "),
  });
  const outcome = (): Outcome => ({
    text: text(12),
    skills: random.some(feedSkills, 2).map((id) => ({ skillId: id, method: "stated" })),
  });
  const facts = (): LearningFacts => ({
    fields: ["0613"],
    ectsHundredths: 300,
    hoursMin: 80,
    hoursMax: 80,
    eqf: 1 + random.below(8),
    nqf: null,
    cycle: null,
    assessment: "assessed",
    assessmentTypes: ["written-examination"],
    supervision: "not-stated",
    prerequisites: null,
  });
  const run = (number: number): Run => ({
    externalId: `${number}`,
    startKind: "dated",
    startOn: addDays(today, 10 + random.below(300)),
    startPrecision: "day",
    startText: null,
    endOn: null,
    applyBy: null,
    modes: [random.of(["online", "presential", "blended"])],
    languages: [random.of(["en", "fi", "sv"])],
    country: "FI",
    region: null,
    city: null,
    priceKind: "paid",
    priceCents: 10_000,
    currency: "EUR",
    priceNote: null,
    seats: null,
    schedules: [],
    hoursPerWeek: null,
    applyUrl: "https://www.example.org/apply",
  });

  const drafts: Draft[] = [];
  const add = (draft: Draft) => drafts.push(draft);
  const of = (externalId: string) => ({ externalId, sourceUrl: null, raw: { id: externalId } });
  const providers = Math.ceil(size / 50);
  for (let i = 0; i < providers; i++) {
    const content: ProviderContent = {
      defaultLanguage: "en",
      legalName: text(3),
      kind: "higher-education",
      identity: "stated",
      country: "FI",
      region: null,
      homepage: "https://www.example.org/",
      identifiers: [{ scheme: "national", value: `bench-${i}` }],
    };
    add({ kind: "provider", ...of(`provider-${i}`), content });
  }
  for (let i = 0; i < size; i++) {
    const title = text(5);
    const provider = `provider-${random.below(providers)}`;
    const hasCredential = i % 3 === 0;
    if (hasCredential) {
      const content: CredentialContent = {
        ...facts(),
        kind: "micro-credential",
        defaultLanguage: "en",
        title,
        description: null,
        isOutsideFramework: false,
        modes: ["online"],
        qualityAssurance: null,
        stackability: "not-stated",
        validity: null,
        homepage: null,
        outcomes: [outcome()],
        awardingBodies: [provider],
      };
      add({ kind: "credential", ...of(`credential-${i}`), content });
    }
    const content: CourseContent = {
      ...facts(),
      provider,
      defaultLanguage: "en",
      title,
      summary: text(20),
      description: text(120),
      durationDays: 60,
      targetGroups: [],
      learningSetting: "formal",
      type: "course",
      homepage: "https://www.example.org/course",
      hasNoCredential: false,
      outcomes: [outcome(), outcome(), outcome()],
      runs: [run(1), run(2)],
      credentials: hasCredential
        ? [{ credential: `credential-${i}`, needs: "this-course", neededCount: null }]
        : [],
    };
    add({ kind: "course", status: "published", ...of(`course-${i}`), content });
  }
  return { drafts, refused: [], notes: [], isComplete: true };
}
