import { env } from "@/lib/env";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** How to reach whoever runs the portal; nothing where no address is set. */
export function Contact({ locale }: { locale: Locale }) {
  const address = env().CAIRN_CONTACT;
  if (!address) return null;
  return (
    <p>
      {translator(locale)("site.contact")} <a href={`mailto:${address}`}>{address}</a>
    </p>
  );
}
