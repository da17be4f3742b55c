import record from "@/components/ui/record.module.css";
import { formatHold } from "@/features/pathways/hold";
import { CERTAINTIES } from "@/features/pathways/programme";
import type { HeldView } from "@/features/plans/plan-view";
import { formatMoney } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./compare.module.css";
import { DEFAULT_CERTAINTY, type PlanQuery, planAddress } from "./plan-form";
import { heldTitle } from "./plan-names";

interface Props {
  locale: Locale;
  query: PlanQuery;
  held: readonly HeldView[];
}

const FIELDS = [
  ["language", "languages"],
  ["mode", "modes"],
  ["place", "countries"],
  ["budget", "budgetCents"],
  ["hours", "hoursPerWeek"],
  ["start", "startOn"],
  ["finish", "finishBy"],
] as const;

/** The same plan with one thing different, each a link; open both to compare. */
export function Compare({ locale, query, held }: Props) {
  const t = translator(locale);
  const { limits } = query;
  const links: { words: string; query: PlanQuery }[] = [
    ...FIELDS.flatMap(([name, field]) => {
      if (limits[field] === undefined) return [];
      const { [field]: _, ...others } = limits;
      const limit = t(`plan.constraints.limit.${name}`);
      return [{ words: t("plan.compare.without", { limit }), query: { ...query, limits: others } }];
    }),
    ...(limits.budgetCents === undefined
      ? []
      : [limits.budgetCents * 2].map((budgetCents) => ({
          words: t("plan.compare.budget", { money: formatMoney(locale, budgetCents, "EUR") }),
          query: { ...query, limits: { ...limits, budgetCents } },
        }))),
    ...CERTAINTIES.filter((certainty) => certainty !== (limits.certainty ?? DEFAULT_CERTAINTY)).map(
      (certainty) => ({
        words: t("plan.compare.certainty", { certainty: t(`plan.want.certainties.${certainty}`) }),
        query: { ...query, limits: { ...limits, certainty } },
      }),
    ),
    ...held.map((item) => ({
      words: t("plan.compare.without-item", { title: heldTitle(locale, item) }),
      query: { ...query, hold: query.hold.filter((each) => formatHold(each) !== item.hold) },
    })),
  ];
  return (
    <section aria-labelledby="compare" className={styles.compare}>
      <h2 id="compare">{t("plan.compare.heading")}</h2>
      <p className={record.quiet}>{t("plan.compare.lead")}</p>
      <ul className={record.list}>
        {links.map(({ words, query: changed }) => (
          <li key={words}>
            <a href={planAddress(locale, withoutDefault(changed))}>{words}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function withoutDefault(query: PlanQuery): PlanQuery {
  const { certainty, ...others } = query.limits;
  return certainty === DEFAULT_CERTAINTY ? { ...query, limits: others } : query;
}
