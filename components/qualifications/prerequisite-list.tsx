import record from "@/components/ui/record.module.css";
import type { PrerequisiteView, QualificationDetail } from "@/features/qualifications/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { RecordName } from "./record-name";
import { recordKey } from "./record-text";

interface Props {
  locale: Locale;
  prerequisites: QualificationDetail["prerequisites"];
}

/** What must be held or taken before what. */
export function PrerequisiteList({ locale, prerequisites }: Props) {
  return (
    <ul className={record.list}>
      {prerequisites.map(({ unit, requires }) => (
        <li key={`${recordKey(unit)} ${JSON.stringify(requires)}`}>
          {translator(locale).rich("qualifications.first.line", {
            unit: () => <RecordName locale={locale} record={unit} />,
          })}{" "}
          <Requires locale={locale} requires={requires} />
        </li>
      ))}
    </ul>
  );
}

function Requires({ locale, requires }: { locale: Locale; requires: PrerequisiteView }) {
  const t = translator(locale);
  if (requires.kind === "unit") return <RecordName locale={locale} record={requires.unit} />;
  if (requires.kind === "manual") return requires.text;
  const [only, ...others] = requires.of;
  if (only && others.length === 0) return <Requires locale={locale} requires={only} />;
  return (
    <>
      {requires.kind === "all"
        ? t("qualifications.first.all")
        : t("qualifications.first.at-least", { count: requires.k })}
      <ul className={record.list}>
        {requires.of.map((each) => (
          <li key={JSON.stringify(each)}>
            <Requires locale={locale} requires={each} />
          </li>
        ))}
      </ul>
    </>
  );
}
