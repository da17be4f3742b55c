import { TrustClaim } from "@/components/claims/trust-claim";
import { describeCredits } from "@/components/courses/describe-learning";
import { RecordName } from "@/components/qualifications/record-name";
import { RuleSource } from "@/components/qualifications/rule-source";
import { ExternalLink } from "@/components/ui/external-link";
import { LocalText } from "@/components/ui/local-text";
import { Notice } from "@/components/ui/notice";
import record from "@/components/ui/record.module.css";
import { standardElements } from "@/features/credentials/standard-elements";
import type { CredentialDetail } from "@/features/credentials/view";
import type { CountsTowards, PolicyView } from "@/features/qualifications/view";
import { formatDay, formatList, formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";

const ENIC_NARIC = "https://www.enic-naric.net";

interface Props {
  locale: Locale;
  credential: CredentialDetail;
  towards: CountsTowards;
  /** Of the programme that leads to it, where it is a qualification. */
  policy: PolicyView | null;
}

/** Who recognises the credential and on what basis, and what a body that decides will look for. Never a promise. */
export function Recognition({ locale, credential, towards, policy }: Props) {
  const t = translator(locale);
  const { mandatory } = standardElements(credential);
  const named = (state: "stated" | "not-stated") =>
    mandatory.filter((each) => each.state === state).map(({ name }) => t(`standard.elements.${name}`));
  const [has, lacks] = [named("stated"), named("not-stated")];
  return (
    <section className={record.section}>
      <h2>{t("recognition.heading")}</h2>
      <Notice kind="caution">
        <p>{t("recognition.no-promise")}</p>
      </Notice>
      <h3>{t("recognition.who")}</h3>
      <Recognisers locale={locale} towards={towards} />
      <p>
        {t.rich("recognition.ask", {
          link: () => <ExternalLink href={ENIC_NARIC}>{t("recognition.network")}</ExternalLink>,
        })}
      </p>
      <h3>{t("recognition.prior.heading")}</h3>
      <p>
        {priorLearning(locale, policy)} {t("recognition.prior.how-long")}
      </p>
      <h3>{t("recognition.makes")}</h3>
      <ul className={record.list}>
        {has.length > 0 && <li>{t("recognition.has", { elements: formatList(locale, has) })}</li>}
        <li>
          {lacks.length > 0
            ? t("recognition.lacks", { elements: formatList(locale, lacks) })
            : t("recognition.lacks-nothing")}
        </li>
        <li>
          {t("recognition.behind")}
          <TrustClaim locale={locale} judged={credential.judgement} />
        </li>
      </ul>
      <p>
        <a href={`${pagePath(locale, "equivalence")}?a=${encodeURIComponent(credential.slug)}`}>
          {t("equivalence.link")}
        </a>
      </p>
    </section>
  );
}

/** Only what a rule, a programme or an agreement says; what is merely possible is counted, not listed. */
function Recognisers({ locale, towards }: { locale: Locale; towards: CountsTowards }) {
  const t = translator(locale);
  const rows = towards.towards.filter(({ certainty }) => certainty !== "possible");
  const possible = towards.towards.length - rows.length;
  return (
    <>
      {rows.length === 0 ? (
        <p>{t("recognition.none")}</p>
      ) : (
        <ul className={record.list}>
          {rows.map(({ decider, qualification, basis, source, until, part }) => (
            <li key={`${qualification.id} ${part.id}`}>
              {t.rich("recognition.by", {
                body: () => <RecordName locale={locale} record={decider} />,
                qualification: () => (
                  <LocalText
                    href={pagePath(locale, "qualifications", qualification.slug)}
                    text={qualification.title}
                    locale={locale}
                    defaultLanguage={qualification.defaultLanguage}
                  />
                ),
                basis: t(`stacking.basis.${basis}`),
              })}{" "}
              <RuleSource locale={locale} source={source} />{" "}
              {until && t("stacking.until", { day: formatDay(locale, until) })}
            </li>
          ))}
        </ul>
      )}
      {possible > 0 && <p>{t("recognition.possible", { count: possible })}</p>}
    </>
  );
}

function priorLearning(locale: Locale, policy: PolicyView | null): string {
  const t = translator(locale);
  const { maxRecognised = null, maxRecognisedPercent = null } = policy ?? {};
  if (maxRecognised === 0 || maxRecognisedPercent === 0) return t("recognition.prior.no");
  const limits = [
    describeCredits(locale, maxRecognised),
    maxRecognisedPercent === null
      ? null
      : t("recognition.prior.share", { percent: formatNumber(locale, maxRecognisedPercent) }),
  ].filter((limit) => limit !== null);
  return limits.length > 0
    ? t("recognition.prior.yes", { limit: formatList(locale, limits) })
    : t("recognition.prior.not-stated");
}
