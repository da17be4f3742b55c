import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { VersionRef } from "@/features/qualifications/view";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./version-list.module.css";

interface Props {
  locale: Locale;
  slug: string;
  versions: readonly VersionRef[];
  shown: VersionRef;
}

/** Every version with its days and what it changed. A published one never changes. */
export function VersionList({ locale, slug, versions, shown }: Props) {
  const t = translator(locale);
  return (
    <ol className={styles.versions}>
      {versions.map(({ version, validFrom, validTo, state, changes }) => (
        <li key={version}>
          <h3>
            {version === shown.version ? (
              version
            ) : (
              <a href={versionAddress(locale, slug, version, state)}>{version}</a>
            )}{" "}
            <span className={styles.state}>{t(`qualifications.versions.state.${state}`)}</span>
          </h3>
          <p className={record.quiet}>
            {validTo === null
              ? t("qualifications.versions.from", { from: formatDay(locale, validFrom) })
              : t("qualifications.versions.between", {
                  from: formatDay(locale, validFrom),
                  to: formatDay(locale, validTo),
                })}
          </p>
          <p>
            {changes ? (
              <LocalText text={changes} locale={locale} defaultLanguage="en" />
            ) : (
              t("qualifications.versions.first")
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

export function versionAddress(
  locale: Locale,
  slug: string,
  version: string,
  state: VersionRef["state"],
): string {
  const page = pagePath(locale, "qualifications", slug);
  return state === "current" ? page : `${page}?${new URLSearchParams({ version })}`;
}
