import "@/components/tokens.css";
import "@/components/base.css";
import type { Metadata, Viewport } from "next";
import { pageLocale } from "@/app/locale";
import { latin, latinExtended } from "@/components/fonts";
import { env } from "@/lib/env";
import { translator } from "@/lib/messages";

// Each page carries a nonce of its own, so none is made ahead of its request.
export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#211e19" },
  ],
};

export async function generateMetadata({ params }: LayoutProps<"/[locale]">): Promise<Metadata> {
  const { locale } = await pageLocale(params);
  const t = translator(locale);
  return {
    metadataBase: new URL(env().publicUrl),
    title: { default: t("site.name"), template: `%s - ${t("site.name")}` },
    description: t("site.description"),
    icons: { icon: { url: "/favicon.svg", type: "image/svg+xml" } },
    manifest: "/manifest.webmanifest",
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function Layout({ params, children }: LayoutProps<"/[locale]">) {
  const { locale } = await pageLocale(params);
  return (
    <html lang={locale} className={`${latin.variable} ${latinExtended.variable}`}>
      <body>{children}</body>
    </html>
  );
}
