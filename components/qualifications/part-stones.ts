import { describeCredits } from "@/components/courses/describe-learning";
import type { Stone } from "@/components/stack/stack-figure";
import { stoneLabel } from "@/components/stack/stone-label";
import type { PartView } from "@/features/qualifications/view";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";

/** Parts that every way to the qualification must meet: what is left when "all of" is opened from the root down. */
export function mandatoryParts(root: PartView): readonly PartView[] {
  return root.requirement.kind === "all" ? root.children.flatMap(mandatoryParts) : [root];
}

/** Credits that a part asks for at least, in hundredths; those of the unit it names; null where there is no number. */
export function creditsAsked({ requirement, children, counting }: PartView): number | null {
  if (requirement.kind === "credits") return requirement.minCredits;
  if (requirement.kind === "item")
    return counting?.counted.find(({ basis }) => basis === "named")?.credits ?? null;
  if (requirement.kind === "all") {
    const each = children.map(creditsAsked).filter((credits) => credits !== null);
    return each.length > 0 ? each.reduce((sum, credits) => sum + credits, 0) : null;
  }
  return null;
}

/** What counts in a part or below it at all: surely, only possibly, or nothing that is known here. */
export function standingOf({ counting, children }: PartView): "counted" | "possible" | "open" {
  const below = children.map(standingOf);
  if ((counting?.countedTotal ?? 0) > 0 || below.includes("counted")) return "counted";
  return (counting?.possibleTotal ?? 0) > 0 || below.includes("possible") ? "possible" : "open";
}

/** The parts as stones from the ground up, the widest lowest. */
export function partStones(locale: Locale, parts: readonly PartView[]): Stone[] {
  return parts
    .map((part) => ({ part, credits: creditsAsked(part) }))
    .sort((a, b) => (b.credits ?? 0) - (a.credits ?? 0))
    .map(({ part, credits }) => ({
      name: part.id,
      ectsHundredths: credits,
      kind: standingOf(part),
      label: labelOf(locale, part, credits),
    }));
}

function labelOf(locale: Locale, part: PartView, credits: number | null): string | undefined {
  const title = pickText(part.title, locale, "en")?.text ?? part.id;
  const asked = describeCredits(locale, credits);
  return stoneLabel(credits, asked && `${title}, ${asked}`, asked, title);
}
