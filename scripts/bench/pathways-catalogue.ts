import type { Requirement } from "@/features/pathways/programme";
import type { Offering, Unit } from "@/features/pathways/unit";
import type { PlanInput } from "@/features/planning/plan-input";
import { all, pool, programme, TODAY, unit } from "@/features/planning/programme.fixture";
import { addDays } from "@/lib/dates";
import { Random } from "./random";

const BROAD = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];
const FIELDS = BROAD.flatMap((broad) =>
  ["1", "2", "3"].flatMap((narrow) => ["1", "2", "3"].map((d) => `${broad}${narrow}${d}`)),
);
const CREDITS = [100, 200, 250, 300, 500, 500, 500, 600, 750, 1000, 1500];
const PROVIDERS = Array.from({ length: 400 }, (_, index) => `provider-${index}`);
const MODULES = 8;
const PREREQUISITES = 0.12;

/** Standing offers of 2 to 16 weeks and dated runs in the year to come: each unit has one of them. */
const RUNS: Offering[] = Array.from({ length: 24 }, (_, index) => {
  const start = index % 2 === 0 ? null : addDays(TODAY, 14 * index);
  const weeks = 2 + (index % 15);
  return {
    start,
    end: start && addDays(start, 7 * weeks),
    deadline: start,
    weeks,
    modes: ["online"],
    languages: ["en"],
    country: null,
    region: null,
  };
});

/** A generated catalogue: 12 % of its units ask for one or two others of their field. */
export function generateUnits(size: number, seed: number): Unit[] {
  const random = new Random(seed);
  const byField = new Map<string, string[]>();
  return Array.from({ length: size }, (_, index) => {
    const id = `c${index}`;
    const field = random.of(FIELDS);
    const earlier = byField.get(field) ?? [];
    byField.set(field, earlier);
    const credits = random.of(CREDITS);
    const asked = earlier.length > 1 && random.chance(PREREQUISITES) ? random.some(earlier, 2) : [];
    earlier.push(id);
    return unit(id, {
      credits,
      eqf: 4 + random.below(5),
      fields: [field],
      providers: [random.skewed(PROVIDERS)],
      hours: Math.round((credits / 100) * (22 + random.below(9))),
      offerings: RUNS.slice(index % RUNS.length, (index % RUNS.length) + 1),
      priceCents: random.below(150) * 1_000 + random.below(1_000),
      prerequisite:
        asked.length === 0
          ? null
          : {
              kind: random.chance(0.5) ? "all" : "atLeast",
              k: 1,
              of: asked.map((one) => ({ kind: "unit", unit: one })),
            },
    });
  });
}

/** Eight modules of credits in overlapping fields, 60 ECTS in all, 30 of them at EQF 7, 40 at 6, half of them recognised at most. */
export function generateQuestion(units: readonly Unit[], seed: number): PlanInput {
  const random = new Random(seed);
  const modules: Requirement[] = Array.from({ length: MODULES }, (_, index) =>
    pool(`module-${index}`, 300 + random.below(5) * 100, {
      fields: random.some(FIELDS, 2 + random.below(2)),
      eqfMin: 5,
    }),
  );
  const electives = pool("electives", 0, { fields: random.some(BROAD, 1), eqfMin: 5 });
  return {
    version: programme(all("root", ...modules, electives), {
      totalCredits: 6_000,
      awardingBodies: ["provider-0", "provider-1", "provider-2"],
      policy: {
        levelMinima: [
          { eqf: 7, credits: 3_000 },
          { eqf: 6, credits: 4_000 },
        ],
        residency: { maxRecognisedPercent: 80 },
        providerMaxima: [{ provider: "provider-5", credits: 1_000 }],
      },
    }),
    rules: [],
    held: [],
    units,
    limits: {},
    now: TODAY,
  };
}
