import { describeCredits } from "@/components/courses/describe-learning";
import { StackFigure } from "@/components/stack/stack-figure";
import record from "@/components/ui/record.module.css";
import type { CredentialDetail } from "@/features/credentials/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./credential-stack.module.css";

/** What the credential builds on or up to: one stone, as long as nothing says what it counts towards. */
export function CredentialStack({ locale, credential }: { locale: Locale; credential: CredentialDetail }) {
  const t = translator(locale);
  const { content, slug } = credential;
  if (content.kind === "certificate-of-attendance") return null;
  const credits = describeCredits(locale, content.ectsHundredths) ?? t("card.credits-not-stated");
  return (
    <section className={`${record.section} ${styles.stack}`}>
      <div>
        <h2>{t("stack.heading")}</h2>
        <p>{t(`stack.${content.stackability}`)}</p>
        <p className={record.quiet}>{t("stack.no-right")}</p>
      </div>
      <figure>
        <StackFigure
          stones={[
            {
              name: slug,
              ectsHundredths: content.ectsHundredths,
              kind: "counted",
              label: content.ectsHundredths === null ? undefined : credits,
            },
          ]}
          description={t("stack.one-stone", { credits })}
        />
        <figcaption>{t("stack.caption")}</figcaption>
      </figure>
    </section>
  );
}
