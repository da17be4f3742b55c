import { describeCredits } from "@/components/courses/describe-learning";
import { partsById } from "@/components/qualifications/part-names";
import { mandatoryParts } from "@/components/qualifications/part-stones";
import stacked from "@/components/ui/stacked-table.module.css";
import type { Audit } from "@/features/audit/audit";
import type { NodeFigure } from "@/features/audit/audit-figures";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./audit.module.css";
import { constraintWords } from "./constraint-words";
import type { PlanNames } from "./plan-names";

interface Props {
  locale: Locale;
  audit: Audit;
  names: PlanNames;
}

// Other parts are met or not.
const COUNTABLE = ["credits", "all", "atLeast"] as const;

/** What is missing, part by part, and of the sums that must be reached. */
export function AuditMissing({ locale, audit, names }: Props) {
  const t = translator(locale);
  const { root } = names.qualification;
  const shown = new Set(mandatoryParts(root).map(({ id }) => id));
  const kinds = new Map([...partsById(root)].map(([id, { requirement }]) => [id, requirement.kind]));
  const isCountable = ({ node }: NodeFigure) => COUNTABLE.some((kind) => kind === kinds.get(node));
  const amount = (node: NodeFigure, value: number) =>
    kinds.get(node.node) === "credits" ? (describeCredits(locale, value) ?? "") : formatNumber(locale, value);
  const short = audit.bounds.filter(({ missing }) => missing > 0);
  return (
    <table className={`${stacked.table} ${styles.table}`}>
      <caption>{t("plan.audit.missing")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("plan.audit.part")}</th>
          <th scope="col">{t("plan.audit.counted-column")}</th>
          <th scope="col">{t("plan.audit.missing-column")}</th>
        </tr>
      </thead>
      <tbody>
        {audit.nodes
          .filter(({ node }) => shown.has(node))
          .map((node) => (
            <tr key={node.node}>
              <th scope="row">{names.part(node.node)}</th>
              <td className={styles.figures}>
                {isCountable(node) &&
                  t("plan.audit.need", {
                    counted: amount(node, node.counted),
                    required: amount(node, node.required),
                  })}
              </td>
              <td>
                {node.state === "open" && isCountable(node) && node.missing > 0
                  ? t("plan.audit.part-missing", { missing: amount(node, node.missing) })
                  : t(`plan.audit.state.${node.state}`)}
              </td>
            </tr>
          ))}
        {short.map(({ constraint, counted, required, missing }) => (
          <tr key={constraint}>
            <th scope="row">{constraintWords(locale, names, constraint)}</th>
            <td className={styles.figures}>
              {t("plan.audit.need", {
                counted: describeCredits(locale, counted) ?? "",
                required: describeCredits(locale, required) ?? "",
              })}
            </td>
            <td>{t("plan.audit.part-missing", { missing: describeCredits(locale, missing) ?? "" })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
