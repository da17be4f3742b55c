import { ExternalLink } from "@/components/ui/external-link";
import type { RuleSource as Source } from "@/features/pathways/programme";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** The document that says so, with the day on which it was read. */
export function RuleSource({ locale, source }: { locale: Locale; source: Source }) {
  return translator(locale).rich("stacking.source", {
    source: () => <ExternalLink href={source.url}>{source.title}</ExternalLink>,
    day: formatDay(locale, source.retrievedOn),
  });
}
