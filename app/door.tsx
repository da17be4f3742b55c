import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { ErrorPage } from "@/components/errors/error-page";
import { knownError, notFound } from "@/lib/errors";
import { setStatus } from "@/lib/front-door";
import type { Locale } from "@/lib/locales";
import { log } from "@/lib/log";
import { translator } from "@/lib/messages";
import { pageLocale } from "./locale";

/** What can be wrong with a page that was asked for; everything else is unexpected. */
const STATUS = { invalid: 400, "not-found": 404, unavailable: 503, unexpected: 500 } as const;
type Fault = keyof typeof STATUS;

interface Props {
  params: Promise<{ locale: string }>;
}

/** A page: what `render` throws becomes a page that says so, complete without scripts and with its status. */
export function page<P extends Props>(render: (locale: Locale, props: P) => Promise<ReactNode>) {
  return async (props: P): Promise<ReactNode> => {
    const { locale, isOurs } = await pageLocale(props.params);
    try {
      if (!isOurs) throw notFound("No page is in this language");
      return await render(locale, props);
    } catch (error) {
      unstable_rethrow(error);
      const fault = faultOf(error);
      const id = (await headers()).get("x-request-id") ?? "";
      if (fault === "unavailable") log.warn({ id, err: error }, "unavailable");
      if (fault === "unexpected") log.error({ id, err: error }, "unexpected");
      setStatus(STATUS[fault]);
      return <ErrorPage locale={locale} fault={fault} id={id} />;
    }
  };
}

/** What a page says about itself; where it cannot be shown, what is wrong with it. */
export function metadata<P extends Props, M>(tell: (locale: Locale, props: P) => Promise<M>) {
  return async (props: P): Promise<M | { title: string; robots: string }> => {
    const { locale, isOurs } = await pageLocale(props.params);
    try {
      if (!isOurs) throw notFound("No page is in this language");
      return await tell(locale, props);
    } catch (error) {
      unstable_rethrow(error);
      return { title: translator(locale)(`errors.${faultOf(error)}.title`), robots: "noindex" };
    }
  };
}

function faultOf(error: unknown): Fault {
  const code = knownError(error)?.code;
  return code && code !== "conflict" ? code : "unexpected";
}
