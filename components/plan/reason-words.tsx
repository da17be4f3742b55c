import type { ReactNode } from "react";
import { describeCredits } from "@/components/courses/describe-learning";
import { RecordName } from "@/components/qualifications/record-name";
import { RuleSource } from "@/components/qualifications/rule-source";
import { LocalText } from "@/components/ui/local-text";
import type { Reason } from "@/features/pathways/reason";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { constraintWords } from "./constraint-words";
import type { PlanNames } from "./plan-names";

interface Props {
  locale: Locale;
  names: PlanNames;
  reason: Reason;
}

/** How each ground is worded where nobody has decided yet. */
const POSSIBLY = {
  "counts-as-named": "possibly-counts",
  "counts-as-fits": "possibly-counts",
  "counts-as-equivalent": "possibly-counts",
  "counts-by-rule": "possible-by-rule",
} as const;

/** One reason as a sentence. Every word of it comes from the solution or from the rule that it names. */
export function ReasonWords({ locale, names, reason }: Props): ReactNode {
  const t = translator(locale);
  const part = (id: string) => names.part(id);
  const record = (id: string) => () => <RecordName locale={locale} record={names.record(id)} />;
  const source = (from: Parameters<typeof RuleSource>[0]["source"]) => () => (
    <RuleSource locale={locale} source={from} />
  );
  const strong = (text: ReactNode) => <strong>{text}</strong>;
  switch (reason.code) {
    case "counts-as-named":
    case "counts-as-fits":
    case "counts-as-equivalent":
    case "counts-by-rule": {
      const { leaf, certainty } = reason.params;
      return t.rich(`plan.reasons.${certainty === "possible" ? POSSIBLY[reason.code] : reason.code}`, {
        part: part(leaf),
        source: source(reason.params.source),
        strong,
      });
    }
    case "decided-by":
      return t.rich("plan.reasons.decided-by", { body: record(reason.params.body), strong });
    case "evidence-needed": {
      const evidence = names.rule(reason.params.rule)?.evidenceRequired[reason.params.index] ?? null;
      return (
        evidence &&
        t.rich("plan.reasons.evidence-needed", {
          evidence: () => <LocalText text={evidence} locale={locale} defaultLanguage="en" />,
          strong,
        })
      );
    }
    case "grade-needed":
      return t("plan.reasons.grade-needed");
    case "identity-check-needed":
      return t("plan.reasons.identity-check-needed");
    case "expires-on":
      return t.rich(`plan.reasons.expires-on.${reason.params.because}`, {
        day: formatDay(locale, reason.params.day),
        strong,
      });
    case "unlocks":
      return t.rich("plan.reasons.unlocks", { unit: record(reason.params.unit), strong });
    case "meets-with-others":
      return t("plan.reasons.meets-with-others", { part: part(reason.params.node) });
    case "refused":
      return t(`plan.reasons.refused.${reason.params.because}`, { part: part(reason.params.leaf) });
    case "rule-awards-less":
      return t("plan.reasons.rule-awards-less");
    case "no-part-takes-it":
      return t("plan.reasons.no-part-takes-it");
    case "would-be-needed-elsewhere":
      return t("plan.reasons.would-be-needed-elsewhere", { part: part(reason.params.leaf) });
    case "already-satisfied":
      return t("plan.reasons.already-satisfied", { part: part(reason.params.leaf) });
    case "over-maximum":
      return t("plan.reasons.over-maximum", {
        constraint: constraintWords(locale, names, reason.params.constraint),
        credits: describeCredits(locale, reason.params.max) ?? "",
      });
    case "same-as-counted":
      return t("plan.reasons.same-as-counted", { other: names.held(reason.params.other) });
    case "only-possible":
      return t("plan.reasons.only-possible", { part: part(reason.params.leaf) });
    case "dominated-by":
      return t.rich("plan.reasons.dominated-by", { unit: record(reason.params.unit) });
    case "violates":
      return t("plan.reasons.violates", {
        constraint: constraintWords(locale, names, reason.params.constraint),
      });
    case "value-not-stated":
      return t(`plan.reasons.value-not-stated.${reason.params.value}`);
  }
}

/** Reasons one after the other, each said once. */
export function ReasonLine({
  locale,
  names,
  reasons,
}: {
  locale: Locale;
  names: PlanNames;
  reasons: readonly Reason[];
}) {
  const said = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...said].map(([key, reason], index) => (
    <span key={key}>
      {index > 0 && " "}
      <ReasonWords locale={locale} names={names} reason={reason} />
    </span>
  ));
}
