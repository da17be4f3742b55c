import type { ReactNode } from "react";
import type { Locale } from "@/lib/locales";
import type { NavItem } from "./nav-items";
import { SampleBanner } from "./sample-banner";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import { SkipLink } from "./skip-link";

interface Props {
  locale: Locale;
  /** Segments of the address behind the locale, for the same page in another language. */
  path: readonly string[];
  /** The query of the address, without its "?". */
  query?: string;
  current?: NavItem;
  /** True where a record that is shown is invented. */
  isSample?: boolean;
  children: ReactNode;
}

/** What every page has around it. */
export function Page({ locale, path, query, current, isSample = false, children }: Props) {
  return (
    <>
      <SkipLink locale={locale} />
      <SiteHeader locale={locale} path={path} query={query} current={current} />
      <main id="main" tabIndex={-1}>
        {isSample && <SampleBanner locale={locale} />}
        {children}
      </main>
      <SiteFooter locale={locale} />
    </>
  );
}
