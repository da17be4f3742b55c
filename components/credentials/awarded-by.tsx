import { NotStated } from "@/components/ui/not-stated";
import type { ProviderRef } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { AwardingBodyLinks } from "./awarding-body-links";

export function AwardedBy({ locale, bodies }: { locale: Locale; bodies: readonly ProviderRef[] }) {
  return (
    <p>
      {translator(locale)("credential.awarded-by")}{" "}
      {bodies.length > 0 ? (
        <AwardingBodyLinks locale={locale} bodies={bodies} />
      ) : (
        <NotStated locale={locale} />
      )}
    </p>
  );
}
