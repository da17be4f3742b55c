import { describeCredits } from "@/components/courses/describe-learning";
import { creditsAsked, mandatoryParts } from "@/components/qualifications/part-stones";
import type { Stone } from "@/components/stack/stack-figure";
import { stoneLabel } from "@/components/stack/stone-label";
import type { Audit } from "@/features/audit/audit";
import type { PartView } from "@/features/qualifications/view";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";

/** What is missing below, what is possible on it, what is held and counts on top. */
export function auditStones(locale: Locale, root: PartView, audit: Audit): Stone[] {
  const open = openParts(root, audit).sort((a, b) => (b.missing ?? 0) - (a.missing ?? 0));
  return [
    ...open.map(
      ({ part, missing }): Stone => ({
        name: part.id,
        ectsHundredths: missing,
        kind: "open",
        label: labelOf(locale, part, missing),
      }),
    ),
    ...stonesOf(locale, audit.possible, "possible"),
    ...stonesOf(locale, audit.counts, "held"),
  ];
}

/** Mandatory parts that are not met, with the credits still missing in each; null where that is no number. */
export function openParts(root: PartView, audit: Audit): { part: PartView; missing: number | null }[] {
  const figures = new Map(audit.nodes.map((figure) => [figure.node, figure]));
  return mandatoryParts(root).flatMap((part) => {
    const figure = figures.get(part.id);
    if (!figure || figure.state === "met") return [];
    const isPool = part.requirement.kind === "credits";
    return [{ part, missing: isPool ? figure.missing : creditsAsked(part) }];
  });
}

function labelOf(locale: Locale, part: PartView, missing: number | null): string | undefined {
  const title = pickText(part.title, locale, "en")?.text ?? part.id;
  const credits = describeCredits(locale, missing);
  return stoneLabel(missing, credits && `${title}, ${credits}`, credits);
}

/** An item that counts in several parts is one stone. */
function stonesOf(
  locale: Locale,
  counted: readonly { achievement: string; credits: number }[],
  kind: "held" | "possible",
): Stone[] {
  const byItem = new Map<string, number>();
  for (const { achievement, credits } of counted)
    byItem.set(achievement, Math.max(byItem.get(achievement) ?? 0, credits));
  return [...byItem]
    .sort(([, a], [, b]) => b - a)
    .map(([achievement, credits]) => ({
      name: `${kind} ${achievement}`,
      ectsHundredths: credits,
      kind,
      label: stoneLabel(credits, describeCredits(locale, credits)),
    }));
}
