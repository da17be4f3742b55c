import { type NextRequest, NextResponse } from "next/server";
import { stateOfData } from "@/features/data-state/queries";
import { pagePolicy } from "@/lib/content-security-policy";
import { keptPage } from "@/lib/kept-pages";
import { preferredLocale } from "@/lib/locales";
import { pagePath } from "@/lib/urls";

// Pages only: the API and what the build made carry the static headers of next.config.js.
export const config = { matcher: ["/((?!api/|_next/static/).*)"] };

const METHODS = ["GET", "HEAD"];
const ROOT_FILES = /^\/(?:favicon\.svg|manifest\.webmanifest|robots\.txt|sitemap\.xml|sitemaps\/\d+\.xml)$/;

/** Sends the bare address to the reader's language, and gives each page its nonce. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!METHODS.includes(request.method))
    return new NextResponse("This address can only be read.\n", {
      status: 405,
      headers: { allow: METHODS.join(", "), "content-type": "text/plain" },
    });
  const { pathname, search } = request.nextUrl;
  if (ROOT_FILES.test(pathname)) return NextResponse.next();

  if (pathname === "/") {
    const locale = preferredLocale(request.headers.get("accept-language"));
    return NextResponse.redirect(new URL(pagePath(locale) + search, request.url), {
      status: 307,
      headers: { vary: "accept-language" },
    });
  }

  const nonce = crypto.randomUUID();
  const isDevelopment = process.env.NODE_ENV === "development";
  const policy = pagePolicy(nonce, isDevelopment);
  const kept = isDevelopment ? null : keptPage();
  if (kept && kept.state === (await stateOfData().catch(() => null)))
    return sentAgain(kept.html(nonce), { "content-security-policy": policy, link: kept.link(nonce) });

  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** With the headers that Next gives a page of its own. */
function sentAgain(html: string, headers: Record<string, string>): NextResponse {
  return new NextResponse(html, {
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate",
      vary: "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch",
    },
  });
}
