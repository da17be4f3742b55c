import { type NextRequest, NextResponse } from "next/server";
import { pagePolicy } from "@/lib/content-security-policy";
import { preferredLocale } from "@/lib/locales";
import { pagePath } from "@/lib/urls";

// Pages only: the API and what the build made carry the static headers of next.config.js.
export const config = { matcher: ["/((?!api/|_next/static/).*)"] };

const METHODS = ["GET", "HEAD"];
const ROOT_FILES = /^\/(?:favicon\.svg|manifest\.webmanifest|robots\.txt|sitemap\.xml|sitemaps\/\d+\.xml)$/;

/** Sends the bare address to the reader's language, and gives each page its nonce. */
export function proxy(request: NextRequest): NextResponse {
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
  const policy = pagePolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}
