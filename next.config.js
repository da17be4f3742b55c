// @ts-check

const YEARS_2 = 63_072_000;

const HEADERS = {
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "same-origin",
  "strict-transport-security": `max-age=${YEARS_2}; includeSubDomains`,
  "x-content-type-options": "nosniff",
};

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // `npm run check` proves the types, those of tests too: who only starts the portal need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The optimiser of images is not used, so its address does not answer.
  images: { unoptimized: true },
  // Titles and descriptions wait for the page instead of following it into the body: no reader needs a script for them.
  htmlLimitedBots: /.*/,
  // For every answer; a page's own content security policy, from proxy.ts, takes the place of this one.
  headers: async () => [
    { source: "/:path*", headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })) },
  ],
};
