import type { MetadataRoute } from "next";
import { DEFAULT_LOCALE } from "@/lib/locales";
import { translator } from "@/lib/messages";

export default function manifest(): MetadataRoute.Manifest {
  const t = translator(DEFAULT_LOCALE);
  return {
    name: t("site.name"),
    description: t("site.description"),
    start_url: "/",
    display: "browser",
    icons: [{ src: "/favicon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
