import { formatHold, type Hold } from "@/features/pathways/hold";
import type { Achievement, Facts } from "@/features/pathways/unit";
import type { UnitRecord } from "@/features/units/unit-records";

const NO_FACTS: Facts = {
  unit: null,
  credits: null,
  eqf: null,
  fields: [],
  providers: [],
  teaches: [],
  tags: [],
  quality: null,
  assessment: [],
};

/** A record that someone says they hold. */
export interface HeldUnit {
  id: string;
  /** Null for what can count nowhere: a certificate of attendance, a course that is not assessed. */
  unit: UnitRecord | null;
}

/** One achievement for each value of `hold` that is known, and the values that name nothing here. */
export function toAchievements(
  holds: readonly Hold[],
  unitOf: (slug: string) => HeldUnit | null,
): { achievements: { hold: Hold; achievement: Achievement }[]; unknown: string[] } {
  const achievements: { hold: Hold; achievement: Achievement }[] = [];
  const unknown: string[] = [];
  const ids = new Map<string, number>();
  for (const hold of holds) {
    const value = formatHold(hold);
    const unit = hold.kind === "catalogue" ? unitOf(hold.slug) : null;
    if (hold.kind === "catalogue" && !unit) {
      unknown.push(value);
      continue;
    }
    const before = ids.get(value) ?? 0;
    ids.set(value, before + 1);
    const id = before === 0 ? value : `${value} (${before + 1})`;
    achievements.push({ hold, achievement: toAchievement(id, hold, unit) });
  }
  return { achievements, unknown };
}

/** A month is read as its first day. */
function toAchievement(id: string, hold: Hold, held: HeldUnit | null): Achievement {
  const facts =
    hold.kind === "own"
      ? { ...NO_FACTS, credits: hold.credits, eqf: hold.eqf, fields: hold.field === null ? [] : [hold.field] }
      : (held?.unit?.facts ?? { ...NO_FACTS, unit: held?.id ?? null });
  return {
    ...facts,
    id,
    isOwn: hold.kind === "own",
    awardedOn: hold.month === null ? null : `${hold.month}-01`,
    expiresOn: null,
    grade: null,
    identityVerified: held?.unit?.identityVerified ?? null,
    usedForOtherAward: false,
  };
}
