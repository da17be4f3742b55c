import type { ReactNode } from "react";
import type { SelectorView } from "@/features/qualifications/view";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { formatList } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { RecordNames } from "./record-names";

interface Props {
  locale: Locale;
  selector: SelectorView;
}

/** Which credentials and courses are meant: a line for each condition, all of which must hold. */
export function SelectorClauses({ locale, selector }: Props) {
  const clauses = clausesOf(locale, selector);
  if (clauses.length === 0) return <>{translator(locale)("stacking.selector.anything")}</>;
  if (clauses.length === 1) return clauses[0]?.text;
  return (
    <ul>
      {clauses.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}

interface Clause {
  key: string;
  text: ReactNode;
}

function clausesOf(locale: Locale, selector: SelectorView): Clause[] {
  const t = translator(locale);
  const { units, providers, fields, eqfMin, eqfMax, tags, teaches, quality, not, anyOf, allOf } = selector;
  const nested = (each: SelectorView) => <SelectorClauses locale={locale} selector={each} />;
  const several = (each: readonly SelectorView[]) => (
    <ul>
      {each.map((part) => (
        <li key={JSON.stringify(part)}>{nested(part)}</li>
      ))}
    </ul>
  );
  const clauses: (Clause | false | undefined)[] = [
    units && { key: "units", text: <RecordNames locale={locale} records={units} /> },
    fields && {
      key: "fields",
      text: t("stacking.selector.fields", {
        fields: fields.map((field) => iscedFields.label(field, locale)).join(", "),
        count: fields.length,
      }),
    },
    (eqfMin !== undefined || eqfMax !== undefined) && { key: "level", text: levels(locale, eqfMin, eqfMax) },
    providers && {
      key: "providers",
      text: t.rich("stacking.selector.providers", {
        providers: () => <RecordNames locale={locale} records={providers} />,
        count: providers.length,
      }),
    },
    tags && { key: "tags", text: t("stacking.selector.tags", { tags: tags.join(", "), count: tags.length }) },
    teaches && {
      key: "teaches",
      text: t("stacking.selector.teaches", {
        skills: teaches.map(({ uri, label }) => pickText(label, locale, "en")?.text ?? uri).join(", "),
        count: teaches.length,
      }),
    },
    quality && {
      key: "quality",
      text: t("stacking.selector.quality", {
        tiers: formatList(
          locale,
          quality.map((tier) => t(`facets.trust.${tier}`)),
        ),
      }),
    },
    anyOf && { key: "any", text: [t("stacking.selector.any-of"), " ", several(anyOf)] },
    allOf && { key: "all", text: [t("stacking.selector.all-of"), " ", several(allOf)] },
    not && { key: "not", text: [t("stacking.selector.not"), " ", nested(not)] },
  ];
  return clauses.filter((clause) => clause !== false && clause !== undefined);
}

function levels(locale: Locale, min: number | undefined, max: number | undefined): string {
  const t = translator(locale);
  if (min === max) return t("stacking.selector.level-exactly", { level: min ?? "" });
  if (max === undefined) return t("stacking.selector.level-from", { level: min ?? "" });
  if (min === undefined) return t("stacking.selector.level-to", { level: max });
  return t("stacking.selector.level-between", { min, max });
}
