import type { Policy, RecognitionRule, Requirement } from "@/features/pathways/programme";
import type { Achievement, Prerequisite, Unit } from "@/features/pathways/unit";
import type { PlanInput } from "./plan-input";
import { all, atLeast, held, item, pool, programme, source, TODAY, unit } from "./programme.fixture";

/** Numbers from a seed (mulberry32), so that a failing instance can be named. */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const chance = (probability: number) => next() < probability;
  const pick = <T>(from: readonly [T, ...T[]]): T => from[int(0, from.length - 1)] ?? from[0];
  const some = <T>(from: readonly T[], probability: number) => from.filter(() => chance(probability));
  return { next, int, chance, pick, some };
}

export type Random = ReturnType<typeof randomFrom>;

export interface InstanceSize {
  held: number;
  units: number;
  leaves: number;
}

const SKILLS = ["s1", "s2"];

/** A question to the planner that uses everything a programme may ask for. Most are feasible, many are not. */
export function randomInstance(seed: number, size: InstanceSize): PlanInput {
  const random = randomFrom(seed);
  const unitIds = Array.from({ length: size.units }, (_, index) => `u${index}`);
  const heldIds = Array.from({ length: size.held }, (_, index) => `h${index}`);
  const units = unitIds.map((id) => randomUnit(random, id, unitIds));
  const achievements = heldIds.map((id) => randomHeld(random, id, unitIds));
  const ids = [...unitIds, ...heldIds];
  const leaves = Array.from({ length: random.int(1, size.leaves) }, (_, index) =>
    randomLeaf(random, `l${index}`, ids),
  );
  const root = random.chance(0.3)
    ? atLeast("root", random.int(1, leaves.length), ...leaves)
    : nested(random, leaves);
  const leafIds = leaves.map(({ id }) => id) as [string, ...string[]];
  const version = programme(root, {
    totalCredits: random.chance(0.4) ? random.int(1, 8) * 250 : 0,
    policy: randomPolicy(random, leafIds, ids),
    rules: Array.from({ length: random.int(0, 2) }, (_, index) =>
      randomRule(random, `r${index}`, leafIds, ids),
    ),
    equivalences: random.chance(0.15)
      ? [
          {
            id: "e0",
            units: [random.pick(["u0", "h0"]), "u1"],
            certainty: "agreement",
            decisionBody: "board",
            source,
          },
        ]
      : [],
  });
  return {
    version,
    rules: [],
    held: achievements,
    units,
    limits: {
      ...(random.chance(0.2) ? { certainty: random.pick(["designed", "possible"]) } : {}),
      ...(random.chance(0.15) ? { budgetCents: random.int(1, 6) * 10_000 } : {}),
    },
    now: TODAY,
  };
}

function nested(random: Random, leaves: Requirement[]): Requirement {
  if (leaves.length < 3 || random.chance(0.4)) return all("root", ...leaves);
  const [first, ...rest] = leaves;
  const inner = random.chance(0.5)
    ? all("inner", ...rest)
    : atLeast("inner", random.int(1, rest.length), ...rest);
  return first ? all("root", first, inner) : inner;
}

function randomLeaf(random: Random, id: string, units: readonly string[]): Requirement {
  const kind = random.next();
  if (kind < 0.25) return item(id, random.pick(units as [string, ...string[]]));
  if (kind < 0.35) {
    const minLevel = random.chance(0.3) ? { minLevel: 6 } : {};
    return { kind: "outcome", id, title: { en: id }, skill: random.pick(["s1", "s2"]), ...minLevel };
  }
  const listed = random.some(units, 0.6);
  const from =
    random.chance(0.3) || listed.length === 0 ? { fields: [random.pick(["06", "0613", "04"])] } : listed;
  return pool(id, random.int(0, 4) * 250, from, {
    fits: random.pick(["designed", "possible"]),
    ...(random.chance(0.2) ? { maxCredits: random.int(3, 6) * 250 } : {}),
    ...(random.chance(0.15) ? { minItems: random.int(1, 2) } : {}),
    ...(random.chance(0.1) ? { distinctFields: 2 } : {}),
  });
}

function randomFacts(random: Random) {
  return {
    credits: random.chance(0.05) ? null : random.int(0, 4) * 250,
    eqf: random.chance(0.1) ? null : random.int(5, 7),
    fields: random.some(["0613", "0611", "0413"], 0.5),
    providers: random.chance(0.6) ? ["uni"] : [random.pick(["college", "other"])],
    teaches: random.some(SKILLS, 0.3),
  };
}

function randomUnit(random: Random, id: string, units: readonly string[]): Unit {
  const others = units.filter((other) => other !== id) as [string, ...string[]];
  return unit(id, {
    ...randomFacts(random),
    hours: random.chance(0.1) ? null : random.int(1, 8) * 25,
    priceCents: random.chance(0.1) ? null : random.int(0, 5) * 5_000,
    prerequisite: others.length > 0 && random.chance(0.25) ? randomPrerequisite(random, others) : null,
    corequisites: others.length > 0 && random.chance(0.05) ? [random.pick(others)] : [],
  });
}

function randomPrerequisite(random: Random, units: readonly [string, ...string[]]): Prerequisite {
  const leaf = (): Prerequisite => ({ kind: "unit", unit: random.pick(units) });
  const kind = random.next();
  if (kind < 0.6) return leaf();
  return kind < 0.8 ? { kind: "all", of: [leaf(), leaf()] } : { kind: "atLeast", k: 1, of: [leaf(), leaf()] };
}

function randomHeld(random: Random, id: string, units: readonly string[]): Achievement {
  return held(id, {
    ...randomFacts(random),
    unit: random.chance(0.3) ? random.pick(units as [string, ...string[]]) : id,
    isOwn: random.chance(0.1),
    awardedOn: random.chance(0.1) ? null : random.pick(["2020-05-01", "2026-06-01"]),
    expiresOn: random.chance(0.1) ? "2027-01-01" : null,
    usedForOtherAward: random.chance(0.3),
  });
}

function randomPolicy(
  random: Random,
  leaves: readonly [string, ...string[]],
  units: readonly string[],
): Partial<Policy> {
  const [a, b] = [random.pick(leaves), random.pick(leaves)];
  const share = random.next();
  return {
    levelMinima: random.chance(0.2) ? [{ eqf: 6, credits: random.int(1, 3) * 250 }] : [],
    residency: {
      ...(random.chance(0.15) ? { minFromAwardingBody: random.int(1, 3) * 250 } : {}),
      ...(random.chance(0.15) ? { maxRecognised: random.int(0, 3) * 250 } : {}),
      ...(random.chance(0.1) ? { maxRecognisedPercent: random.pick([0, 33, 50]) } : {}),
    },
    providerMaxima: random.chance(0.15) ? [{ provider: "college", credits: random.int(0, 3) * 250 }] : [],
    recency: random.chance(0.2) ? { maxAgeMonths: 60, countFrom: "application", overrides: [] } : null,
    sharing:
      share < 0.15
        ? [{ between: ["root", "root"], mode: "allow" }]
        : share < 0.3
          ? [{ between: [a, b], mode: "upTo", credits: random.int(0, 3) * 250 }]
          : share < 0.4
            ? [{ between: [a, b], mode: "allow" }]
            : [],
    ...(random.chance(0.15) ? { maxSharedWithOtherAwards: random.int(0, 2) * 250 } : {}),
    exclusions: random.chance(0.2) ? [{ units: random.some(units, 0.5), maxCount: 1 }] : [],
  };
}

function randomRule(
  random: Random,
  id: string,
  leaves: readonly [string, ...string[]],
  units: readonly string[],
): RecognitionRule {
  return {
    id,
    from: random.chance(0.5) ? { providers: ["college"] } : { units: random.some(units, 0.4) },
    to: random.chance(0.7)
      ? { node: random.pick(leaves) }
      : { unit: random.pick(units as [string, ...string[]]) },
    credits: random.chance(0.5) ? "same" : random.int(0, 4) * 250,
    conditions: random.chance(0.2) ? { maxAgeMonths: 36 } : {},
    certainty: random.pick(["designed", "agreement", "precedent", "possible"]),
    decisionBody: "board",
    evidenceRequired: [],
    validFrom: "2026-01-01",
    validTo: random.chance(0.2) ? "2027-02-28" : null,
    source,
  };
}
