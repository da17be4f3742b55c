import { CautionText } from "@/components/ui/caution-text";
import { LocalText } from "@/components/ui/local-text";
import type { CourseSummary, CredentialRef } from "@/features/courses/view";
import { credentialKinds } from "@/features/vocabularies/credential-kinds";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./leads-to.module.css";

type Course = Pick<CourseSummary, "assessment" | "credentials" | "hasNoCredential">;

/** What the learner ends up with: each credential by name and link, or plainly that there is none. */
export function LeadsTo({ locale, course }: { locale: Locale; course: Course }) {
  const t = translator(locale);
  return (
    <div className={styles.leads}>
      {course.credentials.map((credential) => (
        <CredentialLine key={credential.id} locale={locale} credential={credential} />
      ))}
      {course.credentials.length === 0 && course.assessment !== "attendance-only" && (
        <p className={styles.unknown}>
          {course.hasNoCredential ? t("leads-to.none") : t("leads-to.not-stated")}
        </p>
      )}
      {isAttendanceOnly(course) && (
        <p>
          <CautionText>{t("leads-to.attendance-only")}</CautionText>{" "}
          <span className={styles.unknown}>{t("leads-to.attendance-only-meaning")}</span>
        </p>
      )}
    </div>
  );
}

/** True where a certificate of attendance is all that a learner gets: never to be taken for a micro-credential. */
export function isAttendanceOnly({ assessment, credentials }: Course): boolean {
  return (
    assessment === "attendance-only" ||
    (credentials.length > 0 && credentials.every(({ kind }) => kind === "certificate-of-attendance"))
  );
}

function CredentialLine({ locale, credential }: { locale: Locale; credential: CredentialRef }) {
  const t = translator(locale);
  const link = (
    <LocalText
      href={pagePath(locale, "credentials", credential.slug)}
      text={credential.title}
      locale={locale}
      defaultLanguage={credential.defaultLanguage}
    />
  );
  const values = { credential: () => link, count: credential.neededCount ?? 0 };
  return (
    <p>
      {t.rich(`leads-to.${credential.needs}`, values)}{" "}
      <span className={styles.unknown}>
        {"· "}
        {[
          credentialKinds.label(credential.kind, locale),
          ...(credential.isAssessed ? [t("leads-to.assessed")] : []),
        ].join(", ")}
      </span>
    </p>
  );
}
