import { LocalText } from "@/components/ui/local-text";
import type { ProviderRef } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { pagePath } from "@/lib/urls";

export function AwardingBodyLinks({ locale, bodies }: { locale: Locale; bodies: readonly ProviderRef[] }) {
  return bodies.map((body, index) => (
    <span key={body.id}>
      {index > 0 && ", "}
      <LocalText
        href={pagePath(locale, "providers", body.slug)}
        text={body.name}
        locale={locale}
        defaultLanguage={body.defaultLanguage}
      />
    </span>
  ));
}
