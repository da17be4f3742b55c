import { ClaimMark } from "@/components/claims/claim-mark";
import { TrustClaim } from "@/components/claims/trust-claim";
import { Why } from "@/components/claims/why";
import type { ClaimStatus } from "@/features/claims/claim";
import type { StandardElement } from "@/features/credentials/standard-elements";
import type { CredentialDetail } from "@/features/credentials/view";
import type { ProviderJudgement } from "@/features/judgements/view";
import type { Reason } from "@/features/trust-words/reason";
import type { Day } from "@/lib/dates";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

interface Props {
  locale: Locale;
  element: StandardElement;
  credential: CredentialDetail;
  bodies: readonly ProviderJudgement[];
}

/** How an element of the standard is known: a mark, and where it rests on a record, why. */
export function ElementKnown({ locale, element: { name, state }, credential, bodies }: Props) {
  const t = translator(locale);
  const { judgement: offer } = credential;
  const claim = ({
    status,
    reasons,
    changesOn,
  }: {
    status: ClaimStatus;
    reasons: readonly Reason[];
    changesOn: Day | null;
  }) =>
    status !== "not-stated" && (
      <Why locale={locale} reasons={reasons} judged={offer} at={offer.at} changesOn={changesOn}>
        <ClaimMark locale={locale} status={status} />
      </Why>
    );
  const stated = state === "stated" && (
    <>
      <ClaimMark locale={locale} status="stated" />{" "}
      {t("standard.on-day", { day: formatDay(locale, credential.source.retrievedOn) })}
    </>
  );
  if (name === "level") return claim(offer.level) || stated;
  if (name === "workload") return claim(offer.credits) || stated;
  if (name === "quality-assurance") {
    return (
      <>
        {stated}
        <TrustClaim locale={locale} judged={offer} />
      </>
    );
  }
  if (name !== "awarding-body") return stated;
  return (
    <>
      {stated}
      {bodies.map((body) => {
        const { value, status, reasons, changesOn } = body.awardingPower;
        if (status === "not-stated" || value === null) return null;
        return (
          <Why
            key={body.trust.body?.id ?? reasons[0]?.record}
            locale={locale}
            reasons={reasons}
            judged={body}
            at={body.at}
            changesOn={changesOn}
          >
            {t("standard.may-award", { value: t(`trust.words.${value ? "yes" : "no"}`) })}{" "}
            <ClaimMark locale={locale} status={status} />
          </Why>
        );
      })}
    </>
  );
}
